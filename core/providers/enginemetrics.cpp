// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/enginemetrics.h"

#include "core/providers/prometheustext.h"
#include "core/providers/upstreamtarget.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView metricsPath("/metrics");
constexpr QByteArrayView slotsPath("/slots");
constexpr QByteArrayView processesPath("/api/ps");
constexpr int mostModels = 256;
constexpr int longestModel = 256;
constexpr double mostRequests = 1'000'000; // no engine has more; larger values are nonsense

//! Names of one engine's values; several names of one value are those of its versions.
struct MetricNames {
    std::array<QByteArrayView, 2> running;
    std::array<QByteArrayView, 2> waiting;
    std::array<QByteArrayView, 2> cacheUsage;
    std::array<QByteArrayView, 2> hitRate;
    std::array<QByteArrayView, 2> hits;
    std::array<QByteArrayView, 2> queries;
};

// docs.vllm.ai/en/latest/usage/metrics.html; exporters may leave "_total" out.
constexpr MetricNames vllm{
    .running = {"vllm:num_requests_running"},
    .waiting = {"vllm:num_requests_waiting"},
    .cacheUsage = {"vllm:kv_cache_usage_perc", "vllm:gpu_cache_usage_perc"},
    .hitRate = {"vllm:gpu_prefix_cache_hit_rate"},
    .hits = {"vllm:prefix_cache_hits_total", "vllm:prefix_cache_hits"},
    .queries = {"vllm:prefix_cache_queries_total", "vllm:prefix_cache_queries"}};
// docs.sglang.ai/references/production_metrics.html
constexpr MetricNames sglang{.running = {"sglang:num_running_reqs"},
                             .waiting = {"sglang:num_queue_reqs"},
                             .cacheUsage = {"sglang:token_usage"},
                             .hitRate = {"sglang:cache_hit_rate"},
                             .hits = {},
                             .queries = {}};
// github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
constexpr MetricNames llamaCpp{.running = {"llamacpp:requests_processing"},
                               .waiting = {"llamacpp:requests_deferred"},
                               .cacheUsage = {"llamacpp:kv_cache_usage_ratio"},
                               .hitRate = {},
                               .hits = {},
                               .queries = {}};
// huggingface.co/docs/text-generation-inference/reference/metrics
constexpr MetricNames tgi{.running = {"tgi_batch_current_size"},
                          .waiting = {"tgi_queue_size"},
                          .cacheUsage = {},
                          .hitRate = {},
                          .hits = {},
                          .queries = {}};

const MetricNames &namesOf(EngineKind kind)
{
    switch (kind) {
    case EngineKind::Vllm:
        return vllm;
    case EngineKind::Sglang:
        return sglang;
    case EngineKind::LlamaCpp:
    case EngineKind::Ollama: // has no metrics page
        return llamaCpp;
    case EngineKind::Tgi:
        return tgi;
    }
    Q_UNREACHABLE();
}

bool names(const std::array<QByteArrayView, 2> &all, QByteArrayView name)
{
    return !name.isEmpty() && std::find(all.begin(), all.end(), name) != all.end();
}

//! Values of one kind, over models and engines behind one address.
class Collector
{
public:
    explicit Collector(const MetricNames &names)
        : m_names(names)
    {
    }

    void take(const MetricSample &sample)
    {
        if (!std::isfinite(sample.value) || sample.value < 0)
            return;
        if (names(m_names.running, sample.name))
            m_running = m_running.value_or(0) + sample.value;
        else if (names(m_names.waiting, sample.name))
            m_waiting = m_waiting.value_or(0) + sample.value;
        else if (names(m_names.cacheUsage, sample.name))
            m_cacheUsage = std::max(m_cacheUsage.value_or(0), sample.value);
        else if (names(m_names.hitRate, sample.name))
            m_hitRate = sample.value;
        else if (names(m_names.hits, sample.name))
            m_hits += sample.value;
        else if (names(m_names.queries, sample.name))
            m_queries += sample.value;
    }

    Result<EngineReport> report() const
    {
        if (!m_running && !m_waiting)
            return Error{ErrorCode::Unsupported, u"the metrics page does not tell the load"_s};
        EngineReport report;
        report.load = EngineReport::Load{.running = count(m_running), .waiting = count(m_waiting)};
        if (m_cacheUsage)
            report.cacheUsage = std::min(*m_cacheUsage, 1.0);
        if (m_queries > 0)
            report.prefixHitRate = std::min(m_hits / m_queries, 1.0);
        else if (m_hitRate)
            report.prefixHitRate = std::min(*m_hitRate, 1.0);
        return report;
    }

private:
    static int count(std::optional<double> value)
    {
        return static_cast<int>(std::lround(std::min(value.value_or(0), mostRequests)));
    }

    const MetricNames &m_names;
    std::optional<double> m_running, m_waiting, m_cacheUsage, m_hitRate;
    double m_hits = 0;
    double m_queries = 0;
};

Result<EngineReport> readMetrics(EngineKind kind, const QByteArray &body)
{
    Collector collector(namesOf(kind));
    const Result<void> read =
        readPrometheus(body, [&collector](const MetricSample &sample) { collector.take(sample); });
    return read ? collector.report() : Result<EngineReport>(read.error());
}

//! [{"id":0,"is_processing":true,…}]: how many work, not how many wait.
Result<EngineReport> readSlots(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return Error{ErrorCode::Unsupported, u"the answer is no list of slots"_s};
    EngineReport report;
    report.load.emplace();
    for (const QJsonValue &slot : document.array())
        report.load->running += slot["is_processing"_L1].toBool() ? 1 : 0;
    return report;
}

//! {"models":[{"name":"llama3:latest",…}]}
Result<EngineReport> readProcesses(const QByteArray &body)
{
    const QJsonValue models = QJsonDocument::fromJson(body).object().value("models"_L1);
    if (!models.isArray())
        return Error{ErrorCode::Unsupported, u"the answer is no list of loaded models"_s};
    QStringList loaded;
    for (const QJsonValue &model : models.toArray()) {
        const QString name = model["name"_L1].toString();
        if (!name.isEmpty() && name.size() <= longestModel && loaded.size() < mostModels)
            loaded.append(name);
    }
    EngineReport report;
    report.loadedModels = loaded;
    return report;
}

//! llama.cpp: 503 {"error":{"message":"Loading model",…}}.
bool tellsLoading(EngineKind kind, int status, const QByteArray &body)
{
    return kind == EngineKind::LlamaCpp && status == 503 && body.contains("Loading model");
}

} // namespace

std::optional<EngineKind> engineKind(QStringView name)
{
    if (name == "vllm"_L1)
        return EngineKind::Vllm;
    if (name == "sglang"_L1)
        return EngineKind::Sglang;
    if (name == "llama.cpp"_L1)
        return EngineKind::LlamaCpp;
    if (name == "tgi"_L1)
        return EngineKind::Tgi;
    if (name == "ollama"_L1)
        return EngineKind::Ollama;
    return {};
}

std::span<const QByteArrayView> enginePaths(EngineKind kind)
{
    static constexpr std::array<QByteArrayView, 2> ofLlamaCpp{metricsPath, slotsPath};
    static constexpr std::array<QByteArrayView, 1> ofOllama{processesPath};
    static constexpr std::array<QByteArrayView, 1> ofOthers{metricsPath};
    switch (kind) {
    case EngineKind::LlamaCpp:
        return ofLlamaCpp;
    case EngineKind::Ollama:
        return ofOllama;
    case EngineKind::Vllm:
    case EngineKind::Sglang:
    case EngineKind::Tgi:
        return ofOthers;
    }
    Q_UNREACHABLE();
}

QByteArray engineTarget(QByteArrayView basePath, QByteArrayView path)
{
    constexpr QByteArrayView version("/v1");
    QByteArray root = joined(basePath, version); // says the version once, wherever it stood
    root.chop(version.size());
    return joined(root, path);
}

Result<EngineReport> readEngineReport(EngineKind kind, QByteArrayView path, int status,
                                      const QByteArray &body)
{
    if (tellsLoading(kind, status, body)) {
        EngineReport report;
        report.isLoading = true;
        return report;
    }
    if (status < 200 || status > 299)
        return Error{ErrorCode::Unavailable, u"it answers %1"_s.arg(status)};
    if (path == slotsPath)
        return readSlots(body);
    return kind == EngineKind::Ollama ? readProcesses(body) : readMetrics(kind, body);
}

bool isSameOllamaModel(QStringView one, QStringView other)
{
    constexpr QStringView usual = u":latest";
    const auto base = [usual](QStringView name) {
        return name.endsWith(usual) ? name.chopped(usual.size()) : name;
    };
    return base(one) == base(other);
}

QByteArray ollamaLoadBody(const QByteArray &model)
{
    return QJsonDocument(QJsonObject{{u"model"_s, QString::fromUtf8(model)}, {u"stream"_s, false}})
        .toJson(QJsonDocument::Compact);
}

} // namespace Gatehouse::Providers
