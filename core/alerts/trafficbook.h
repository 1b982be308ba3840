// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/reading.h"
#include "core/api/documents/scope.h"
#include "core/base/clock.h"
#include "core/ledger/traffic.h"

#include <QtCore/QHash>

#include <functional>
#include <map>

namespace Gatehouse::Alerts {

//! The last hour of what a scope's requests did, in steps of a minute.
class TrafficWindow
{
public:
    //! Fewer finished requests say nothing about a share of them.
    static constexpr qint64 fewRequests = 20;

    explicit TrafficWindow(Api::Scope scope)
        : m_scope(std::move(scope))
    {
    }

    const Api::Scope &scope() const { return m_scope; }
    void note(const Ledger::Traffic &traffic);
    //! Lets go what is older than an hour at \a now.
    void drop(WallTime now);

    qint64 finished() const; //!< answered or failed
    Money spent() const;
    //! 0 to 1; nothing for too few.
    std::optional<double> successRate() const;
    //! Milliseconds; nothing for too few.
    std::optional<double> firstTokenP95() const;

private:
    struct Minute {
        qint64 answered = 0;
        qint64 failed = 0;
        Money spent;
        std::map<int, qint64> firstTokens; //!< by bucket
    };

    Api::Scope m_scope;
    std::map<qint64, Minute> m_minutes;
};

//! Counts of the last hour by name.
class CountWindow
{
public:
    void note(const QByteArray &name, WallTime time);
    void drop(WallTime now);
    //! Names with a count, in order.
    QList<std::pair<QByteArray, qint64>> counts() const;

private:
    std::map<QByteArray, std::map<qint64, qint64>> m_counts; //!< by minute
};

//! What the traffic of the last hour shows of each scope that rules ask for, of models without a
//! price, and of keys that are refused. Control thread.
class TrafficBook
{
public:
    //! The share of requests that is to be answered, 0.995.
    using Objective = std::function<double(const Api::Scope &scope)>;

    //! Less money in an hour is no spike, whatever is usual.
    static constexpr Money leastSpike{100'000'000};

    explicit TrafficBook(const Clock &clock);

    //! Besides the gateway. True when there is a new one, whose past must be told by note().
    bool setScopes(const QList<Api::Scope> &scopes);
    //! Everything is to be told anew.
    void clear();
    void note(const Ledger::Traffic &traffic);
    //! "provider/model" was answered by another model.
    void noteDrift(const QByteArray &target) { m_drifts.note(target, m_clock.wall()); }
    //! What the scope \a scope spends in an hour as a rule; nothing: not enough is known.
    void setUsual(const QString &scope, std::optional<Money> usual);

    void read(Readings &readings, const Objective &objective);
    //! What \a window shows, under every measure that comes from traffic.
    static void read(const TrafficWindow &window, std::optional<Money> usual, double objective,
                     Readings &readings);
    //! How many times the allowed share of failures is at \a successRate.
    static double burnRate(double successRate, double objective);

private:
    void readCounts(Readings &readings) const;

    const Clock &m_clock;
    std::vector<TrafficWindow> m_windows;
    CountWindow m_unpriced;
    CountWindow m_refused; //!< by key
    CountWindow m_drifts;
    QHash<QByteArray, QByteArray> m_keyNames;
    QHash<QByteArray, QByteArray> m_keyTeams;
    QHash<QString, Money> m_usual;
};

} // namespace Gatehouse::Alerts
