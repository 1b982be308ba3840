// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/models/overviewdata.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! What a key or a team may use and spend; 0 and nothing are no limit.
struct KeySpending {
    int rpm = 0;
    int tpm = 0;
    int maxInFlight = 0;
    MaybeMoney budget = {}; //!< nano-dollars
    QString period = QStringLiteral("month");
    QString action = QStringLiteral("block");
    QList<int> warnAt = {};

    bool operator==(const KeySpending &) const = default;
};

Api::KeyLimits limitsOf(const KeySpending &spending);
KeySpending withLimits(KeySpending spending, const Api::KeyLimits &limits);

//! What limits a key now, of all that holds for it.
struct KeyStanding {
    QString scope; //!< "team:research"; empty: nothing limits it
    QString what;  //!< budget, rpm, tpm, max_in_flight
    int rpm = 0;
    int rpmUsed = 0; //!< of rpm, within the last minute
    MaybeMoney budget = {};
    qint64 spent = 0;
    QString period = {};

    bool operator==(const KeyStanding &) const = default;
};

//! One key for apps, in force or deleted and still restorable.
struct KeyRow {
    enum class State { Active, Expiring, Expired, Disabled, Rotating, Deleted, OverBudget };

    QString id;
    QString name;
    QString team;     //!< id, empty = none
    QString prefix;   //!< "gh-k7m2xw9q"; of a declared key where its text is kept
    QString lastFour; //!< empty for declared keys
    State state = State::Active;
    bool declared = false; //!< in the configuration, not made here
    QStringList routes;
    QString note;
    QStringList tags; //!< "project=search"
    QString owner = {};
    QStringList residency = {};
    QStringList targets = {};
    QStringList addresses = {};
    QString priority = {};
    QString recordBodies = {};
    KeySpending spending = {};
    KeyStanding standing = {};
    QDateTime created;
    QDateTime expires;  //!< invalid = never
    QDateTime lastUsed; //!< invalid = never
    QString lastClient; //!< address of the last request
    QDateTime oldUntil; //!< until when the text before the rotation is accepted
    QDateTime oldLastUsed = {}; //!< invalid = not since the rotation
    QDateTime restorableUntil;
    qint64 requests = 0;
    MaybeMoney spentThisMonth; //!< unknown until the books answered

    bool isDeleted() const { return state == State::Deleted; }
    //! Not used for \a days before \a now, counted from its making when it was never used.
    bool isUnusedSince(const QDateTime &moment) const;
    bool operator==(const KeyRow &) const = default;
};

KeyRow parseKeyRow(const QJsonObject &object);
//! "Team research: budget", or nothing.
QString bindingText(const KeyStanding &standing);
//! "team:research" in words.
QString scopeText(const QString &scope);

//! "gh-k7m2xw9q…fR2a", or where a declared key is kept.
QString shownKey(const KeyRow &key);
//! "Rotating until 14:05", "Active, from file".
QString stateText(const KeyRow &key, const QDateTime &now);
Tone stateTone(KeyRow::State state);
QString stateIcon(const KeyRow &key);
//! "All", or the patterns one after another.
QString routesText(const QStringList &routes);
//! "never", or the day.
QString dayText(const QDateTime &time, const QString &otherwise);

//! The public id inside a whole key, empty when \a text is none: "gh-", 8 characters, "-", the
//! secret part. Only the id leaves this function.
QString publicIdOfKey(const QString &text);

} // namespace Gatehouse::Ui
