// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/roles.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QHash>

#include <span>

namespace Gatehouse::Demo {

//! One model of a sample provider: what it costs and how fast it is.
struct SampleModel {
    QByteArray provider;
    QByteArray model;
    double inputUsd = 0; //!< per million tokens; nothing is known of the price when 0
    double outputUsd = 0;
    double firstTokenMs = 0; //!< median
    double tokensPerSecond = 0;
};

//! A provider that the program plays itself.
struct SampleProvider {
    QString id;
    QString name;
    QString dialect;
    QString region;
    double failureShare = 0; //!< of attempts, on an ordinary day
    bool paused = false;
};

//! A key of the sample office and what its holder does with it, in days before now.
struct SampleKey {
    QByteArray name;
    QString team;
    QStringList routes;
    QString owner;
    int createdDaysAgo = 30;
    int disabledDaysAgo = -1; //!< -1: in force
    int expiresInDays = -1;   //!< -1: never
};

//! A kind of request one key's holder sends.
struct SampleUse {
    QByteArray key;
    QByteArray front;
    QByteArray route;
    double share = 0; //!< of all requests, together about 100
    double streamed = 0;
    double promptTokens = 0; //!< median
    double cachedShare = 0;
    double replyTokens = 0; //!< median
    bool atWork = false;    //!< only while people work; else around the clock
    QByteArray tags;
    double reasoningShare = 0; //!< of the reply's tokens
};

//! Somebody who administers the sample office.
struct SamplePerson {
    QString name;
    Api::Role role = Api::Role::Viewer;
    QString place;       //!< where the token is used; empty: not invited yet
    QString address;     //!< of the last sign-in
    int seenMinutes = 0; //!< before now; 0: never
    bool lockedOut = false;
};

//! A revision of the sample configuration.
struct SampleRevision {
    int daysAgo = 0;
    int hour = 0; //!< of the local clock; hours before now when daysAgo is 0
    int minute = 0;
    QString who;
    QString reason;
};

std::span<const SampleModel> sampleModels();
std::span<const SampleProvider> sampleProviders();
std::span<const SampleKey> sampleKeys();
std::span<const SampleUse> sampleUses();
std::span<const SamplePerson> samplePeople();
std::span<const SampleRevision> sampleRevisions();

//! Null when the sample office has no such model.
const SampleModel *sampleModel(QByteArrayView provider, QByteArrayView model);

//! The name of the secret that a sample provider's key is kept under.
QString sampleSecret(const QString &provider);

//! The configuration as the first \a revisions of sampleRevisions() left it, with \a ports of
//! this computer as the providers' addresses. Its contract is one that runs on \a today; there is
//! none without that day.
Api::Document sampleDocument(size_t revisions, const QHash<QString, quint16> &ports,
                             const QString &timeZone, const QDate &today = {});

} // namespace Gatehouse::Demo
