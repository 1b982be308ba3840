// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/providerpolicy.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>

namespace Gatehouse::Api {

//! One credential of a provider: a reference to a secret, never the value.
struct ProviderKey {
    QString id; //!< stable within the provider; default "1", "2" … by position
    QString label;
    QString secret; //!< "keychain:openai-main", "vault:…", "env:…", "file:…", "credential:…"
    int weight = 1;
    bool disabled = false;
    QString added = {};        //!< the day its secret was set, "2026-11-23"; empty: not known
    QString accessKey = {};    //!< Amazon: reference to the access key's id; secret is its secret
    QString sessionToken = {}; //!< Amazon: of temporary credentials

    bool operator==(const ProviderKey &) const = default;
};

struct ProviderTimeouts {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds firstByte{60'000};
    std::chrono::milliseconds idle{60'000};
    std::chrono::milliseconds total{600'000};

    bool operator==(const ProviderTimeouts &) const = default;
};

struct ProviderQueue {
    int maxWaiting = 256;
    std::chrono::milliseconds maxWait{30'000};

    bool operator==(const ProviderQueue &) const = default;
};

//! A model provider: address, credentials, limits. Section "providers" of the configuration.
struct Provider {
    QString id;
    QString name;    //!< for people; empty = id
    QString dialect; //!< "openai", "anthropic" …: see dialects.h
    QString baseUrl; //!< empty: the kind's own address, see addressOf()
    QList<ProviderKey> keys;
    QStringList region;
    bool personalData = false; //!< what is sent to it may hold personal data
    QString retention = {};    //!< for people: how long it keeps what it is sent
    QString apiVersion;        //!< anthropic: "auto" or a date; azure-openai: "2024-10-21"
    bool paused = false;
    int maxInFlight = 0; //!< 0 = no limit
    ProviderQueue queue;
    ProviderTimeouts timeouts;
    double priceMultiplier = 1.0;
    bool selfHosted = false;
    QString engine; //!< vllm sglang llama.cpp ollama tgi, empty otherwise
    double hourlyCostUsd = 0;
    //! When it is paid for: "mon-fri 08:00-18:00, sat 08:00-12:00"; empty: always.
    QString hourlySchedule;
    QString hourlyFrom; //!< the first day it is paid for; empty: that of its first request
    //! What its requests are booked by: tokens, or the time they hold it, shared by maxInFlight.
    QString costBy = QStringLiteral("tokens");
    QMap<QString, QString> headers;
    QString proxy; //!< "http://host:port"
    QString caFile;
    QStringList models; //!< empty = discovered
    QString api;        //!< azure-openai: "v1" or "deployments"; bedrock: "converse" or "openai"
    QString project;    //!< vertex
    QString location;   //!< vertex: "europe-west4", "global"
    QString awsRegion;  //!< bedrock: "eu-central-1"
    BreakerPolicy breaker;
    ProbePolicy probe;
    EnginePower power;
    bool adaptive = true; //!< learns how much it takes at a time
    int retryBudget = 20; //!< retries in percent of its requests
    //! Kept: parameters (not acted on yet), capabilities.
    QJsonObject other = {};

    bool operator==(const Provider &) const = default;
};

} // namespace Gatehouse::Api
