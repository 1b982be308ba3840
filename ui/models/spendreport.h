// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
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
    qint64 cost = 0; //!< nano-dollars
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
    SpendSums sums;
    qint64 previousCost = 0; //!< of the span before
    QList<SpendSums> days;   //!< one per day of the report
};

//! GET /usage by day and one or two groups, as the page of spending shows it.
struct SpendReport {
    QList<QDate> days;        //!< all of the span, also those without a request
    QList<SpendGroup> groups; //!< first level, the dearest first
    QList<SpendGroup> rows;   //!< of both levels; the same as groups without a second one
    SpendSums total;
    qint64 previousCost = 0;
    QList<SpendSums> previousDays; //!< of the span before, in order; as many as days where known
    qint64 unpricedModels = 0;
    QString from; //!< ISO times of what is counted
    QString to;
};

//! \a then may be empty.
SpendReport readSpend(const QJsonObject &usage, const QString &by, const QString &then);

//! The report with weeks (Monday first) or months in place of days; the first day of each stands
//! for it. \a bucket: "day", "week" or "month".
SpendReport bucketed(SpendReport report, const QString &bucket);

//! The report's rows as a file for spreadsheets: one line per group and day, the same columns
//! whatever the groups are, independent of the language.
QByteArray spendCsv(const QJsonObject &usage, const QString &gateway);

} // namespace Gatehouse::Ui
