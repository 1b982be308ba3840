// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>

class QJsonObject;

namespace Gatehouse::Ui {

using MaybeNumber = std::optional<double>;
using MaybeMoney = std::optional<qint64>; //!< nano-dollars; none is unpriced or unknown

//! One row of the providers table.
struct ProviderHealth {
    enum class Health { Healthy, Degraded, Down, Paused, NotTested };

    QString id;
    QString name;
    QStringList region;
    Health health = Health::NotTested;
    QDateTime since;
    QString healthSource;
    MaybeNumber success;
    qint64 requests = 0;
    MaybeNumber firstTokenMs;
    MaybeNumber p95Ms;
    MaybeNumber tokensPerSecond;
    MaybeMoney spendToday;

    bool operator==(const ProviderHealth &) const = default;
};

//! Something that happened in the gateway.
struct GatewayEvent {
    QDateTime time;
    QString kind;
    QString severity;
    QString title;
    QString detail;
    QString object;

    bool operator==(const GatewayEvent &) const = default;
};

//! What GET /overview says.
struct OverviewData {
    struct Spend {
        qint64 today = 0;
        MaybeMoney yesterday;
        qint64 unpriced = 0;
        QList<double> spark;
        qint64 month = 0;
        MaybeMoney budget;
        MaybeMoney forecast;
    };
    struct Requests {
        qint64 today = 0;
        std::optional<qint64> yesterday;
        double perSecond = 0;
        double peakPerSecond = 0;
        QList<double> spark;
    };
    struct Success {
        MaybeNumber rate;
        qint64 answered = 0;
        qint64 failed = 0;
        qint64 callerMistakes = 0;
        qint64 cancelled = 0;
        double objective = 0;
        MaybeNumber budgetLeft;
    };
    struct FirstToken {
        MaybeNumber p50Ms;
        MaybeNumber p95Ms;
        MaybeNumber tokensPerSecond;
        MaybeNumber previousP50Ms; //!< of the span before the range, as long as it
        qint64 samples = 0;
        QList<double> spark;
    };
    struct SpendSeries {
        QString id;
        QString name;
        QList<double> dollars;
        qint64 total = 0;
    };
    struct SpendChart {
        QString by;
        QString bucket; //!< "hour", "day" or "week"
        QStringList buckets;
        QList<SpendSeries> series;
    };
    struct Latency {
        qint64 bucketSeconds = 0;
        QList<QDateTime> times;
        QList<MaybeNumber> p50;
        QList<MaybeNumber> p95;
        QList<MaybeNumber> firstToken;
        MaybeNumber totalP50;
        MaybeNumber totalP95;
        MaybeNumber totalFirstToken;
    };

    QDateTime now;
    QTimeZone zone = QTimeZone::utc();
    bool hasProviders = false;
    bool hasRequests = false;
    Spend spend;
    Requests requests;
    Success success;
    FirstToken firstToken;
    SpendChart spendChart;
    Latency latency;
    QList<ProviderHealth> providers;
    QList<GatewayEvent> events;
};

//! Reads the admin API's answer; what is missing stays unknown.
OverviewData parseOverview(const QJsonObject &object);
//! A provider of GET /overview or GET /providers.
ProviderHealth parseProviderHealth(const QJsonObject &object);
GatewayEvent parseEvent(const QJsonObject &object);
//! "healthy", "degraded", "down", "paused"; everything else is not tested.
ProviderHealth::Health parseHealth(const QString &text);

} // namespace Gatehouse::Ui
