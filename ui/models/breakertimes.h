// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! What is known of a breaker during one point in time, the worst of it.
enum class BreakerLook {
    Unknown, //!< nothing was sent to the target: not known to be well
    Closed,
    HalfOpen,
    Paused,
    Open,
    Held, //!< open until a person releases it
};

QString breakerWord(BreakerLook look);
//! "closed", "half_open", "open", "held", "paused".
BreakerLook breakerLook(const QString &state);

//! The breaker of one target over time.
struct BreakerTimes {
    QString id; //!< "openai/gpt-4o"
    QString provider;
    QString providerName;
    QString model;
    BreakerLook now = BreakerLook::Closed;
    QList<BreakerLook> cells; //!< one per point of the report

    bool operator==(const BreakerTimes &) const = default;
};

//! GET /reliability.
QList<BreakerTimes> parseBreakers(const QJsonObject &report);

} // namespace Gatehouse::Ui
