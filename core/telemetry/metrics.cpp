// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metrics.h"

#include "core/base/bytes.h"

namespace Gatehouse::Telemetry {

namespace {

constexpr qsizetype maxSeries = 5000; // more label combinations than this share one "other" series

void appendEscaped(QByteArray &out, QByteArrayView value)
{
    for (const char c : value) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

void appendLabel(QByteArray &labels, QByteArrayView name, QByteArrayView value)
{
    if (!labels.isEmpty())
        labels += ',';
    labels += name;
    labels += "=\"";
    appendEscaped(labels, value);
    labels += '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 12);
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView kind, QByteArrayView help)
{
    out += "# HELP " + name.toByteArray() + ' ' + help.toByteArray() + "\n# TYPE "
        + name.toByteArray() + ' ' + kind.toByteArray() + '\n';
}

void appendSample(QByteArray &out, const QByteArray &name, const QByteArray &labels,
                  const QByteArray &value)
{
    out += name;
    if (!labels.isEmpty())
        out += '{' + labels + '}';
    out += ' ' + value + '\n';
}

template <std::size_t Size>
void appendHistogram(QByteArray &out, const QByteArray &name, const QByteArray &labels,
                     const Histogram<Size> &histogram, const std::array<double, Size> &bounds)
{
    const QByteArray separator = labels.isEmpty() ? QByteArray() : QByteArray(labels + ',');
    quint64 below = 0;
    for (std::size_t i = 0; i < Size; ++i) {
        below += histogram.counts[i];
        appendSample(out, name + "_bucket", separator + "le=\"" + number(bounds[i]) + '"',
                     QByteArray::number(below));
    }
    appendSample(out, name + "_bucket", separator + "le=\"+Inf\"",
                 QByteArray::number(histogram.total));
    appendSample(out, name + "_sum", labels, number(histogram.sum));
    appendSample(out, name + "_count", labels, QByteArray::number(histogram.total));
}

} // namespace

void Shard::Series::merge(const Series &other)
{
    for (auto it = other.outcomes.begin(); it != other.outcomes.end(); ++it)
        outcomes[it.key()] += it.value();
    duration += other.duration;
    firstToken += other.firstToken;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    costNanoUsd += other.costNanoUsd;
    unpriced += other.unpriced;
    attempts += other.attempts;
}

void Shard::observe(const Observation &o)
{
    const std::scoped_lock lock(m_mutex);
    m_key.resize(0);
    for (const QByteArrayView part : {o.operation, o.provider, o.route, o.model}) {
        append(m_key, part);
        append(m_key, '\0');
    }
    auto it = m_series.find(m_key);
    if (it == m_series.end()) {
        const bool full = m_series.size() >= maxSeries;
        const QByteArray key =
            full ? QByteArray("other") : QByteArray(m_key.constData(), m_key.size());
        it = m_series.find(key);
        if (it == m_series.end()) {
            it = m_series.insert(key, {});
            it->operation = o.operation.toByteArray();
            it->provider = full ? "other" : o.provider.toByteArray();
            it->route = full ? "other" : o.route.toByteArray();
            it->model = full ? "other" : o.model.toByteArray();
        }
    }
    Series &series = *it;
    m_key.resize(0);
    append(m_key, o.outcome);
    append(m_key, '\0');
    appendNumber(m_key, o.status);
    const auto outcome = series.outcomes.find(m_key);
    if (outcome != series.outcomes.end())
        ++*outcome;
    else
        series.outcomes.insert(QByteArray(m_key.constData(), m_key.size()), 1);
    series.duration.observe(o.totalSeconds, durationBounds);
    if (o.firstTokenSeconds >= 0)
        series.firstToken.observe(o.firstTokenSeconds, firstTokenBounds);
    series.inputTokens.observe(static_cast<double>(o.inputTokens), tokenBounds);
    series.outputTokens.observe(static_cast<double>(o.outputTokens), tokenBounds);
    series.costNanoUsd += o.costNanoUsd;
    series.unpriced += o.unpriced ? 1 : 0;
    series.attempts += static_cast<quint64>(o.attempts);
    m_ownTime.observe(o.ownSeconds, ownTimeBounds);
}

void Shard::refusedKey()
{
    const std::scoped_lock lock(m_mutex);
    ++m_refusedKeys;
}

void Shard::fetchedImage(bool isThere)
{
    const std::scoped_lock lock(m_mutex);
    ++(isThere ? m_images : m_missedImages);
}

Shard &Metrics::shard()
{
    m_shards.push_back(std::make_unique<Shard>());
    return *m_shards.back();
}

QByteArray Metrics::text(const std::vector<Gauge> &gauges) const
{
    QHash<QByteArray, Shard::Series> all;
    Histogram<ownTimeBounds.size()> ownTime;
    quint64 refused = 0;
    quint64 images = 0;
    quint64 missedImages = 0;
    for (const auto &shard : m_shards) {
        const std::scoped_lock lock(shard->m_mutex);
        for (auto it = shard->m_series.begin(); it != shard->m_series.end(); ++it) {
            const auto mine = all.find(it.key());
            if (mine == all.end())
                all.insert(it.key(), it.value());
            else
                mine->merge(it.value());
        }
        ownTime += shard->m_ownTime;
        refused += shard->m_refusedKeys;
        images += shard->m_images;
        missedImages += shard->m_missedImages;
    }

    QByteArray requests, duration, firstToken, tokens, cost, unpriced, attempts;
    for (const Shard::Series &s : std::as_const(all)) {
        QByteArray labels;
        appendLabel(labels, "gen_ai_operation_name", s.operation);
        appendLabel(labels, "gen_ai_provider_name", s.provider);
        appendLabel(labels, "gen_ai_request_model", s.model);
        appendLabel(labels, "gatehouse_route", s.route);
        for (auto it = s.outcomes.begin(); it != s.outcomes.end(); ++it) {
            const auto split = it.key().indexOf('\0');
            QByteArray own = labels;
            appendLabel(own, "outcome", QByteArrayView(it.key()).first(split));
            appendLabel(own, "status", QByteArrayView(it.key()).sliced(split + 1));
            appendSample(requests, "gatehouse_requests_total", own, QByteArray::number(it.value()));
        }
        appendHistogram(duration, "gen_ai_server_request_duration_seconds", labels, s.duration,
                        durationBounds);
        if (s.firstToken.total > 0)
            appendHistogram(firstToken, "gen_ai_server_time_to_first_token_seconds", labels,
                            s.firstToken, firstTokenBounds);
        QByteArray input = labels;
        appendLabel(input, "gen_ai_token_type", "input");
        appendHistogram(tokens, "gen_ai_client_token_usage", input, s.inputTokens, tokenBounds);
        QByteArray output = labels;
        appendLabel(output, "gen_ai_token_type", "output");
        appendHistogram(tokens, "gen_ai_client_token_usage", output, s.outputTokens, tokenBounds);
        appendSample(cost, "gatehouse_cost_usd_total", labels,
                     number(double(s.costNanoUsd) * 1e-9));
        appendSample(unpriced, "gatehouse_unpriced_requests_total", labels,
                     QByteArray::number(s.unpriced));
        appendSample(attempts, "gatehouse_attempts_total", labels, QByteArray::number(s.attempts));
    }

    QByteArray out;
    const auto family = [&out](QByteArrayView name, QByteArrayView kind, QByteArrayView help,
                               const QByteArray &samples) {
        if (samples.isEmpty())
            return;
        appendHeader(out, name, kind, help);
        out += samples;
    };
    family("gatehouse_requests_total", "counter", "Requests by outcome and status.", requests);
    family("gatehouse_attempts_total", "counter", "Upstream calls, retries and fallbacks included.",
           attempts);
    family("gen_ai_server_request_duration_seconds", "histogram", "Time to the end of the answer.",
           duration);
    family("gen_ai_server_time_to_first_token_seconds", "histogram",
           "Time to the first content of a streamed answer.", firstToken);
    family("gen_ai_client_token_usage", "histogram", "Tokens per request.", tokens);
    family("gatehouse_cost_usd_total", "counter", "Money spent on priced requests.", cost);
    family("gatehouse_unpriced_requests_total", "counter",
           "Requests whose model has no known price.", unpriced);
    appendHeader(out, "gatehouse_own_time_seconds", "histogram",
                 "Time a request spent in the gateway itself.");
    appendHistogram(out, "gatehouse_own_time_seconds", {}, ownTime, ownTimeBounds);
    appendHeader(out, "gatehouse_refused_keys_total", "counter", "Requests refused for their key.");
    appendSample(out, "gatehouse_refused_keys_total", {}, QByteArray::number(refused));
    appendHeader(out, "gatehouse_images_fetched_total", "counter",
                 "Images fetched from where requests say they lie.");
    appendSample(out, "gatehouse_images_fetched_total", label("result", "ok"),
                 QByteArray::number(images));
    appendSample(out, "gatehouse_images_fetched_total", label("result", "failed"),
                 QByteArray::number(missedImages));
    QByteArrayView last;
    for (const Gauge &gauge : gauges) {
        if (gauge.name != last)
            appendHeader(out, gauge.name, "gauge", gauge.help);
        last = gauge.name;
        appendSample(out, gauge.name, gauge.labels, number(gauge.value));
    }
    return out;
}

QByteArray label(QByteArrayView name, QByteArrayView value)
{
    QByteArray text;
    appendLabel(text, name, value);
    return text;
}

} // namespace Gatehouse::Telemetry
