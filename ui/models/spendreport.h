// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Ui {

//! What was asked and paid.
struct SpendSums {
    qint64 requests = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    qint64 tokensCached = 0;
    qint64 tokensReasoning = 0; //!< part of tokensOut
    qint64 cost = 0;            //!< nano-dollars
    qint64 cacheSaved = 0;      //!< nano-dollars that cached input would have cost more
    qint64 unpriced = 0;

    void add(const SpendSums &other);
    //! "cost" in dollars, "tokens" or "requests".
    double of(const QString &measure) const;
    std::optional<qint64> costPerRequest() const;
    std::optional<qint64> costPerMillionTokens() const;
};

//! One group of a breakdown, or one of its parts.
struct SpendGroup {
    QString id; //!< empty: requests without one
    QString name;
    QString thenId;
    QString thenName;
    qint64 others = 0; //!< the gateway put so many groups into this one
    SpendSums sums;
    qint64 previousCost = 0; //!< of the span before
    QList<SpendSums> points; //!< one per point of the report

    bool isOther() const { return others > 0; }
};

//! GET /usage by day or hour and one or two groups, as the page of spending shows it.
struct SpendReport {
    QList<QDateTime> starts; //!< of each day or hour, in the zone of the reports; also of those
                             //!< without a request
    bool isHourly = false;
    bool isPartial = false;   //!< there was no time to count all of the span
    QList<SpendGroup> groups; //!< first level, the dearest first, what is folded last
    QList<SpendGroup> rows;   //!< of both levels; the same as groups without a second one
    SpendSums total;
    qint64 previousCost = 0;
    QList<SpendSums> previousPoints; //!< of the span before, in order; as many where known
    qint64 unpricedModels = 0;
    QString from; //!< ISO times of what is counted
    QString to;
};

//! \a then may be empty.
SpendReport readSpend(const QJsonObject &usage, const QString &by, const QString &then,
                      bool isHourly = false);

//! The report with weeks (Monday first) or months in place of days; the first day of each stands
//! for it. \a bucket: "hour" and "day" leave it as it is, "week" or "month".
SpendReport bucketed(SpendReport report, const QString &bucket);

//! The report's rows as a file for spreadsheets: one line per group and day or hour, the same
//! columns whatever the groups are, independent of the language.
QByteArray spendCsv(const QJsonObject &usage, const QString &gateway);

} // namespace Gatehouse::Ui
