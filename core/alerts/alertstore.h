// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alert.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <vector>

namespace Gatehouse::Store {
class Database;
}

namespace Gatehouse::Alerts {

//! Nobody is told of a rule until then.
struct Snooze {
    WallTime until{};
    QString who;

    bool operator==(const Snooze &) const = default;
};

//! One message on its way through one channel, or at its end.
struct Delivery {
    enum class State { Waiting, Delivered, Failed };

    qint64 id = 0;
    QString channel;
    WallTime time{}; //!< when it was made
    QString summary;
    QByteArray body; //!< the message, as messageJson() makes it
    State state = State::Waiting;
    int attempts = 0;
    QString detail = {}; //!< how the last attempt ended
    std::optional<WallTime> ended = {};

    bool operator==(const Delivery &) const = default;
};

//! "waiting", "delivered", "failed".
QString stateName(Delivery::State state);

//! What lasts of alerts: who fired when, what is snoozed, what was sent. Tables of the
//! configuration's database, used on its thread.
class AlertStore
{
public:
    //! \a database outlives the store.
    explicit AlertStore(Store::Database &database)
        : m_database(database)
    {
    }

    //! Makes the tables when they are not there. Call once, before anything else.
    Result<void> create();

    //! The number of the new alert.
    Result<qint64> add(const Alert &alert);
    Result<void> update(const Alert &alert);
    //! Those that are open, or whose end is still to be told; oldest first.
    Result<std::vector<Alert>> unfinished();
    //! "rule\nobject\nperiod" of every alert with a period.
    Result<QStringList> periods();
    //! Newest first, older than the alert \a before when that is not 0.
    Result<std::vector<Alert>> history(int limit, qint64 before = 0);
    //! How often alerts of \a measure have fired since \a from.
    Result<qint64> count(const QString &measure, WallTime from);
    //! Drops ended alerts and deliveries of before \a time.
    Result<void> purge(WallTime time);

    Result<QHash<QString, Snooze>> snoozes();
    //! Nothing: it ends.
    Result<void> setSnooze(const QString &rule, const std::optional<Snooze> &snooze);

    Result<qint64> addDelivery(const Delivery &delivery);
    Result<void> updateDelivery(const Delivery &delivery);
    //! Oldest first.
    Result<std::vector<Delivery>> waiting();
    //! Newest first; of all channels when \a channel is empty.
    Result<std::vector<Delivery>> deliveries(const QString &channel, int limit);

private:
    Store::Database &m_database;
};

} // namespace Gatehouse::Alerts
