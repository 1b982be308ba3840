// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/overviewdata.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>

namespace Gatehouse::Ui {

//! How the providers did in the last 24 hours, from the books: an hour of answer times a point; and
//! what they cost this month, beside their budgets for it.
class ProviderTrends : public QObject
{
    Q_OBJECT

public:
    struct Trend {
        QList<double> medians; //!< milliseconds of whole answers; NaN for an hour without any
        MaybeNumber success;   //!< 0 to 1
        std::optional<qint64> cost = {};   //!< nano-dollars since the first of the month
        std::optional<qint64> budget = {}; //!< of the month, in nano-dollars

        bool operator==(const Trend &) const = default;
        //! "Median answer time of the last 24 hours between 380 ms and 1.2 s."
        QString sentence() const;
    };

    explicit ProviderTrends(Api::AdminClient &client, QObject *parent = nullptr);

    //! Asks again, at most once a minute.
    void refresh();
    //! Empty for one without requests, but for its cost: that is known to be nothing.
    Trend trend(const QString &provider) const;

Q_SIGNALS:
    void changed();

private:
    void takeTimes(const QJsonObject &answer);
    void takeSuccess(const QJsonObject &answer);
    void takeCost(const QJsonObject &answer);
    void takeBudgets(const QJsonObject &answer);
    //! Asks unless the last question is still open.
    void ask(QPointer<Api::AdminCall> &open, const QString &path, const QUrlQuery &query,
             void (ProviderTrends::*take)(const QJsonObject &));

    Api::AdminClient &m_client;
    QPointer<Api::AdminCall> m_times;
    QPointer<Api::AdminCall> m_success;
    QPointer<Api::AdminCall> m_cost;
    QPointer<Api::AdminCall> m_budgets;
    QElapsedTimer m_asked;
    QHash<QString, Trend> m_trends;
    bool m_isCostKnown = false;
};

} // namespace Gatehouse::Ui
