// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/overviewdata.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>

namespace Gatehouse::Ui {

//! How the providers did in the last 24 hours, from the books: an hour of answer times a point.
class ProviderTrends : public QObject
{
    Q_OBJECT

public:
    struct Trend {
        QList<double> medians; //!< milliseconds of whole answers; NaN for an hour without any
        MaybeNumber success;   //!< 0 to 1

        bool operator==(const Trend &) const = default;
        //! "Median answer time of the last 24 hours between 380 ms and 1.2 s."
        QString sentence() const;
    };

    explicit ProviderTrends(Api::AdminClient &client, QObject *parent = nullptr);

    //! Asks again, at most once a minute.
    void refresh();
    //! Empty for one without requests.
    Trend trend(const QString &provider) const { return m_trends.value(provider); }

Q_SIGNALS:
    void changed();

private:
    void takeTimes(const QJsonObject &answer);
    void takeSuccess(const QJsonObject &answer);

    Api::AdminClient &m_client;
    QPointer<Api::AdminCall> m_times;
    QPointer<Api::AdminCall> m_success;
    QElapsedTimer m_asked;
    QHash<QString, Trend> m_trends;
};

} // namespace Gatehouse::Ui
