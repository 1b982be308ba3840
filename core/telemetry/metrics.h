// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/histogram.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <memory>
#include <mutex>
#include <vector>

namespace Gatehouse::Telemetry {

//! Upper bounds in seconds, those OpenTelemetry's GenAI conventions recommend.
inline constexpr std::array durationBounds{0.01, 0.02, 0.04, 0.08,  0.16,  0.32,  0.64,
                                           1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
inline constexpr std::array firstTokenBounds{0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1,
                                             0.25,  0.5,   0.75, 1.0,  2.5,  5.0,  7.5,  10.0};
inline constexpr std::array tokenBounds{1.0,    4.0,     16.0,    64.0,     256.0,    1024.0,
                                        4096.0, 16384.0, 65536.0, 262144.0, 1048576.0};
inline constexpr std::array ownTimeBounds{25e-6, 50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 5e-3, 25e-3};

//! What one finished request adds to the metrics. Views are read during the call only.
struct Observation {
    QByteArrayView operation; //!< "chat", "text_completion", "embeddings", "count_tokens"
    QByteArrayView provider;  //!< empty when none was reached
    QByteArrayView route;
    QByteArrayView model;
    QByteArrayView outcome; //!< name of the ledger's outcome
    int status = 0;
    double totalSeconds = 0;
    double firstTokenSeconds = -1; //!< negative: not streamed
    double ownSeconds = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 costNanoUsd = 0;
    bool unpriced = false;
    int attempts = 0;
};

//! One worker's counters. observe() takes an uncontended lock; collect() is called when scraped.
class Shard
{
public:
    void observe(const Observation &observation);
    //! A request that never got past its key: counted apart, no labels a stranger could choose.
    void refusedKey();
    //! An image was fetched from where a request says it lies, or could not be had.
    void fetchedImage(bool isThere);

private:
    friend class Metrics;

    struct Series {
        QByteArray operation, provider, route, model;
        QHash<QByteArray, quint64> outcomes; //!< "outcome\0status" -> requests
        Histogram<durationBounds.size()> duration;
        Histogram<firstTokenBounds.size()> firstToken;
        Histogram<tokenBounds.size()> inputTokens;
        Histogram<tokenBounds.size()> outputTokens;
        qint64 costNanoUsd = 0;
        quint64 unpriced = 0;
        quint64 attempts = 0;

        void merge(const Series &other);
    };

    std::mutex m_mutex;
    QHash<QByteArray, Series> m_series; //!< by the joined labels
    Histogram<ownTimeBounds.size()> m_ownTime;
    quint64 m_refusedKeys = 0;
    quint64 m_images = 0;
    quint64 m_missedImages = 0;
    QByteArray m_key; //!< reused while looking up
};

//! A value read at scrape time.
struct Gauge {
    QByteArray name; //!< "gatehouse_connections"
    QByteArray help;
    double value = 0;
    QByteArray labels = {}; //!< see label()
};

//! `name="value"`, escaped; several are joined by commas.
QByteArray label(QByteArrayView name, QByteArrayView value);

//! The metrics of the whole gateway. shard() at start-up only; text() from any thread.
class Metrics
{
public:
    Shard &shard();
    //! Prometheus text exposition format 0.0.4. Gauges of one name stand together.
    QByteArray text(const std::vector<Gauge> &gauges) const;

private:
    std::vector<std::unique_ptr<Shard>> m_shards;
};

} // namespace Gatehouse::Telemetry
