// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/headroomrows.h"
#include "ui/models/overviewdata.h"

namespace Gatehouse::Ui {

//! One key of a provider as the gateway tells it; the value is never told.
struct ProviderKeyRow {
    QString id;
    QString label;
    QString secret; //!< reference, "keychain:openai-main"
    QString fingerprint;
    QString state;           //!< "active", "parked", "missing", "locked", "disabled"
    QDate added = {};        //!< not valid: not known
    QDateTime lastUsed = {}; //!< not valid: not since the gateway started

    bool operator==(const ProviderKeyRow &) const = default;
};

//! One provider of the Providers page.
struct ProviderRow {
    struct Check {
        QDateTime time;
        bool passed = false;
        QString detail;
        MaybeNumber milliseconds = {};

        bool operator==(const Check &) const = default;
    };

    //! What a self-hosted engine says of itself; nothing where it does not.
    struct EngineLoad {
        QString state; //!< "ready", "loading", "asleep", "waking", "unreachable", "unknown"
        MaybeNumber running;
        MaybeNumber waiting;
        MaybeNumber cacheUsage; //!< 0 to 1
        std::optional<QStringList> loadedModels;

        bool operator==(const EngineLoad &) const = default;
    };

    //! How many requests one of its models takes at the same time.
    struct Capacity {
        QString model;
        int running = 0;
        int most = 0;
        bool isLearned = false; //!< from its refusals and its answers' times; else set by somebody

        bool operator==(const Capacity &) const = default;
    };

    QString id;
    QString name;
    QString dialect;
    QString engine;
    std::optional<EngineLoad> engineLoad;
    QStringList region;
    bool personalData = false; //!< what is sent to it may hold personal data
    QString retention;         //!< how long it keeps that, in words
    ProviderHealth::Health health = ProviderHealth::Health::NotTested; //!< by traffic
    bool isFromCheck = false; //!< health is by the last check: there is no traffic
    QDateTime since;
    int recentAttempts = 0;
    MaybeNumber success;
    QDateTime lastSuccess;
    std::optional<Check> lastCheck;
    QList<Check> checks; //!< the latest, oldest first
    int inFlight = 0;
    int maxInFlight = 0; //!< 0: no limit
    bool paused = false;
    QStringList models; //!< those it offers
    QStringList listed; //!< those it was found to have
    QStringList usedBy; //!< routes
    QList<ProviderKeyRow> keys;
    QList<Headroom> headroom;   //!< of its rate limits, as it last said
    QList<Capacity> capacities; //!< of the models for which it is known

    bool operator==(const ProviderRow &) const = default;

    //! By traffic, or by the last check where there was none.
    ProviderHealth::Health shownHealth() const;
    //! The last check and the traffic do not say the same.
    bool isDisputed() const;
    int keysIn(const QString &state) const;
};

ProviderRow parseProviderRow(const QJsonObject &object);

//! How the health is known: "From traffic, 240 attempts in 5 min.", "From a check, 40 s ago.", both
//! when they disagree.
QString healthSource(const ProviderRow &provider, const QDateTime &now);
//! "Healthy since 14:06" or only the word.
QString healthSentence(const ProviderRow &provider, const QTimeZone &zone);
//! "2 running, 1 waiting; cache 31 % full", "Loaded: llama3", "Asleep until a request needs it";
//! empty without an engine.
QString engineSentence(const ProviderRow &provider);
//! "gpt-4o: 3 of 12 running, learned".
QString capacitySentence(const ProviderRow::Capacity &capacity);
//! "May hold personal data. Kept: 30 days, then deleted."; empty where nothing is said.
QString dataSentence(const ProviderRow &provider);
//! "2 active", "1 active, 1 locked", "No key".
QString keysSummary(const ProviderRow &provider);
//! "openai" as "OpenAI compatible", "ollama" as "Ollama".
QString kindName(const QString &dialect, const QString &engine);

} // namespace Gatehouse::Ui
