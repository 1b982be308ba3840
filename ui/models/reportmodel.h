// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QTimeZone>
#include <QtCore/QTimer>

#include <optional>

namespace Gatehouse::Ui {

//! One report of the gateway over the shared range: GET /latency, GET /reliability. It keeps the
//! last answer when the gateway is silent and asks again by itself while active: every 5 s for an
//! hour up to every minute for 30 days.
class ReportModel : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    ReportModel(Api::AdminClient &client, const Clock &clock, QString path,
                QObject *parent = nullptr);

    State state() const { return m_state; }
    //! The HTTP status of the last answer when it failed; 0: there was none.
    int failure() const { return m_failure; }
    bool hasData() const { return m_loadedAt.has_value(); }
    const QJsonObject &data() const { return m_data; }
    //! When the data shown was read; invalid before the first time.
    QDateTime loadedAt() const;
    QTimeZone zone() const;
    //! What the report says it lacks, as a sentence; empty when it lacks nothing.
    QString missing() const;
    QString range() const { return m_range; }
    //! "1h", "24h", "7d", "30d" or a chosen span (see timerange.h).
    void setRange(const QString &range);
    //! A parameter of the question; an empty value takes it out.
    void setParameter(const QString &name, const QString &value);
    QString parameter(const QString &name) const { return m_parameters.value(name); }

    //! Asks now. While an answer is awaited another question waits for it.
    void refresh();
    //! A hidden page does not refresh.
    void setActive(bool active);

Q_SIGNALS:
    void changed();
    void failed();

private:
    void take(Api::AdminCall *call);
    std::chrono::milliseconds interval() const;

    Api::AdminClient &m_client;
    const Clock &m_clock;
    const QString m_path;
    QTimer m_timer;
    QMap<QString, QString> m_parameters;
    QString m_range;
    QJsonObject m_data;
    State m_state = State::Loading;
    int m_failure = 0;
    std::optional<WallTime> m_loadedAt;
    QPointer<Api::AdminCall> m_call;
    bool m_active = false;
    bool m_askAgain = false;
};

//! The points in time of a report, as people read them.
struct ReportTimes {
    QStringList labels;     //!< one per point, for tips
    QStringList keys;       //!< the same for files: ISO times
    QStringList axisLabels; //!< five, evenly spread from the first point to the end of the last
    QStringList axis;       //!< one per point, short, for bars
    QString end;            //!< of the last point, ISO
    bool lastUnfinished = false;

    //! The filter of the requests from one point to another.
    QString filter(int first, int last) const;
};

ReportTimes reportTimes(const QJsonObject &report, const QTimeZone &zone);
//! An array of numbers; null is none.
QList<std::optional<double>> maybeNumbers(const QJsonValue &array);
std::optional<double> maybeNumber(const QJsonValue &value);
//! What the range is called in a card: "last 24 h".
QString rangeCaption(const QString &range);

} // namespace Gatehouse::Ui
