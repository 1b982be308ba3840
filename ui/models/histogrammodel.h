// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

//! How many requests and errors came in each span of a range.
struct RequestHistogram {
    QDateTime from;
    QDateTime to;
    double bucketSeconds = 0;
    QList<qint64> requests;
    QList<qint64> errors;
    qint64 total = 0;

    QDateTime bucketStart(int bucket) const;
    qint64 highest() const;
    bool operator==(const RequestHistogram &) const = default;
};

RequestHistogram parseHistogram(const QJsonObject &object);

//! Reads GET /requests/histogram for a filter and range; after traffic was told it asks again, at
//! most every 5 s.
class HistogramModel : public QObject
{
    Q_OBJECT

public:
    static constexpr int buckets = 60;

    explicit HistogramModel(Api::AdminClient &client, QObject *parent = nullptr);

    const RequestHistogram &histogram() const { return m_histogram; }
    //! An answer to the present question has come, good or bad.
    bool isAnswered() const { return m_isAnswered; }
    //! How many requests the range has without the filter; none until asked and answered.
    std::optional<qint64> unfilteredTotal() const { return m_unfilteredTotal; }
    void ask(const QString &filter, const QString &range);
    //! Counts the range without the filter, for the words of an empty result.
    void askUnfilteredTotal();
    void trafficSeen();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Api::AdminClient &m_client;
    QTimer m_timer;
    QString m_filter;
    QString m_range;
    RequestHistogram m_histogram;
    bool m_isAnswered = false;
    std::optional<qint64> m_unfilteredTotal;
    QPointer<Api::AdminCall> m_call;
    QPointer<Api::AdminCall> m_totalCall;
};

} // namespace Gatehouse::Ui
