// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/enginemetrics.h"
#include "core/providers/prometheustext.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace Gatehouse;
using namespace Gatehouse::Providers;
using namespace Qt::StringLiterals;

class TestEngineMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSamples();
    void findsLabels();
    void refusesBrokenLines_data();
    void refusesBrokenLines();
    void refusesTooMuch();
    void survivesAnyCut();
    void survivesRubbish();
    void readsEngines_data();
    void readsEngines();
    void readsLoadedModels();
    void tellsLoadingFromDead();
    void refusesOtherAnswers();
    void findsTheServersRoot_data();
    void findsTheServersRoot();
    void knowsOllamasUsualTag();
};

namespace {

const QByteArray vllmPage = R"(# HELP vllm:num_requests_running Number of requests in model execution batches.
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{engine="0",model_name="meta-llama/Llama-3.1-8B"} 7.0
vllm:num_requests_running{engine="1",model_name="meta-llama/Llama-3.1-8B"} 2.0
vllm:num_requests_waiting{engine="0",model_name="meta-llama/Llama-3.1-8B"} 3.0
vllm:num_requests_waiting{engine="1",model_name="meta-llama/Llama-3.1-8B"} 0.0
vllm:kv_cache_usage_perc{engine="0",model_name="meta-llama/Llama-3.1-8B"} 0.25
vllm:kv_cache_usage_perc{engine="1",model_name="meta-llama/Llama-3.1-8B"} 0.75
vllm:prefix_cache_queries_total{engine="0",model_name="meta-llama/Llama-3.1-8B"} 1000.0
vllm:prefix_cache_hits_total{engine="0",model_name="meta-llama/Llama-3.1-8B"} 800.0
vllm:time_to_first_token_seconds_bucket{engine="0",le="+Inf",model_name="m"} 12.0
vllm:cache_config_info{block_size="16",cache_dtype="auto",x="a \"b\" \\ c\n"} 1.0
)";

QList<MetricSample> samplesOf(const QByteArray &page)
{
    QList<MetricSample> samples;
    const auto read = readPrometheus(page, [&](const MetricSample &sample) { samples.append(sample); });
    return read ? samples : QList<MetricSample>();
}

} // namespace

void TestEngineMetrics::readsSamples()
{
    const QByteArray page = "a 1\n\n  # anything at all\r\nb{} 2.5e3 1700000000\r\nc { x = \"1\" , } -Inf\n"
                            "d NaN\ne 4 # {trace_id=\"1\"} 3";
    const auto samples = samplesOf(page);
    QCOMPARE(samples.size(), 5);
    QCOMPARE(samples[0].name.toByteArray(), "a"_ba);
    QCOMPARE(samples[1].value, 2500.0);
    QCOMPARE(samples[2].value, -std::numeric_limits<double>::infinity());
    QVERIFY(std::isnan(samples[3].value));
    QCOMPARE(samples[4].value, 4.0);
}

void TestEngineMetrics::findsLabels()
{
    const QByteArray page = R"(m{a="1",b="x,\"y\"}",c="3"} 1)";
    const auto samples = samplesOf(page);
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples[0].label("b")->toByteArray(), QByteArray(R"(x,\"y\"})"));
    QCOMPARE(samples[0].label("c")->toByteArray(), "3"_ba);
    QVERIFY(!samples[0].label("d"));
}

void TestEngineMetrics::refusesBrokenLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no value") << "a"_ba;
    QTest::newRow("word") << "a b"_ba;
    QTest::newRow("digit first") << "1a 2"_ba;
    QTest::newRow("open braces") << "a{b=\"1\" 2"_ba;
    QTest::newRow("open quotes") << "a{b=\"1} 2"_ba;
    QTest::newRow("no quotes") << "a{b=1} 2"_ba;
    QTest::newRow("escape") << "a{b=\"\\x\"} 2"_ba;
    QTest::newRow("three numbers") << "a 1 2 3"_ba;
    QTest::newRow("hexadecimal") << "a 0x10"_ba;
    QTest::newRow("infinity in words") << "a infinity"_ba;
    QTest::newRow("HTML") << "<html>"_ba;
}

void TestEngineMetrics::refusesBrokenLines()
{
    QFETCH(QByteArray, line);
    const auto read = readPrometheus(QByteArray("good 1\n" + line + "\n"), [](const MetricSample &) { });
    QVERIFY(!read);
    QVERIFY(read.error().detail.contains("line 2"_L1));
}

void TestEngineMetrics::refusesTooMuch()
{
    const auto read = [](const QByteArray &page, const MetricLimits &limits) {
        return readPrometheus(page, [](const MetricSample &) { }, limits);
    };
    QCOMPARE(read("a 1\na 1\n", {.bytes = 7}).error().code, ErrorCode::LimitExceeded);
    QCOMPARE(read("a 1\na 1\n", {.samples = 1}).error().code, ErrorCode::LimitExceeded);
    QCOMPARE(read("# a comment\na 1\n", {.line = 5}).error().code, ErrorCode::LimitExceeded);
    QVERIFY(read("a 1\na 1\n", {.bytes = 8, .line = 3, .samples = 2}));
}

void TestEngineMetrics::survivesAnyCut()
{
    for (qsizetype size = 0; size <= vllmPage.size(); ++size) {
        const QByteArray cut = vllmPage.first(size); // its own block: reading past the end shows
        (void)readEngineReport(EngineKind::Vllm, "/metrics", 200, cut);
    }
}

void TestEngineMetrics::survivesRubbish()
{
    std::mt19937 random(7);
    constexpr QByteArrayView alphabet("ab{}=\",\\ \t\r\n#1.e+-:NIf");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text(qsizetype(random() % 60), Qt::Uninitialized);
        for (char &c : text)
            c = round % 10 == 0 ? char(random()) : alphabet[qsizetype(random() % quint32(alphabet.size()))];
        (void)readPrometheus(text, [](const MetricSample &sample) {
            QVERIFY(!sample.name.isEmpty());
            (void)sample.label("a");
        });
        for (const auto kind : {EngineKind::LlamaCpp, EngineKind::Ollama})
            (void)readEngineReport(kind, enginePaths(kind).back(), 200, text);
    }
}

void TestEngineMetrics::readsEngines_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<double>("cache");
    QTest::addColumn<double>("hits");
    QTest::newRow("vLLM") << u"vllm"_s << "/metrics"_ba << vllmPage << 9 << 3 << 0.75 << 0.8;
    QTest::newRow("old vLLM") << u"vllm"_s << "/metrics"_ba
                              << "vllm:num_requests_running 1\nvllm:gpu_cache_usage_perc 0.5\n"_ba << 1 << 0 << 0.5 << -1.0;
    QTest::newRow("SGLang") << u"sglang"_s << "/metrics"_ba
                            << R"(sglang:num_running_reqs{model_name="m"} 4.0
sglang:num_queue_reqs{model_name="m"} 2.0
sglang:token_usage{model_name="m"} 0.28
sglang:cache_hit_rate{model_name="m"} 0.9
)"_ba << 4 << 2 << 0.28
                            << 0.9;
    QTest::newRow("llama.cpp") << u"llama.cpp"_s << "/metrics"_ba
                               << "llamacpp:requests_processing 2\nllamacpp:requests_deferred 5\n"_ba << 2 << 5 << -1.0 << -1.0;
    QTest::newRow("llama.cpp slots") << u"llama.cpp"_s << "/slots"_ba
                                     << R"([{"id":0,"is_processing":true},{"id":1,"is_processing":false}])"_ba << 1 << 0 << -1.0
                                     << -1.0;
    QTest::newRow("TGI") << u"tgi"_s << "/metrics"_ba << "tgi_batch_current_size 6\ntgi_queue_size 1\n"_ba << 6 << 1 << -1.0
                         << -1.0;
    QTest::newRow("nonsense is bounded") << u"tgi"_s << "/metrics"_ba << "tgi_batch_current_size 1e300\ntgi_queue_size -4\n"_ba
                                         << 1'000'000 << 0 << -1.0 << -1.0;
}

void TestEngineMetrics::readsEngines()
{
    QFETCH(QString, engine);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto report = readEngineReport(*engineKind(engine), path, 200, body);
    QVERIFY(report);
    QTEST(report->load->running, "running");
    QTEST(report->load->waiting, "waiting");
    QTEST(report->cacheUsage.value_or(-1), "cache");
    QTEST(report->prefixHitRate.value_or(-1), "hits");
}

void TestEngineMetrics::readsLoadedModels()
{
    const auto report = readEngineReport(EngineKind::Ollama, "/api/ps", 200,
                                         R"({"models":[{"name":"llama3:latest","size_vram":5},{"name":"qwen2:7b"},{"x":1}]})");
    QVERIFY(report);
    QCOMPARE(*report->loadedModels, (QStringList {u"llama3:latest"_s, u"qwen2:7b"_s}));
    QVERIFY(!report->load);
}

void TestEngineMetrics::tellsLoadingFromDead()
{
    const QByteArray loading = R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})";
    QVERIFY(readEngineReport(EngineKind::LlamaCpp, "/metrics", 503, loading)->isLoading);
    QVERIFY(!readEngineReport(EngineKind::LlamaCpp, "/metrics", 503, "{}"));
    QVERIFY(!readEngineReport(EngineKind::Vllm, "/metrics", 503, loading));
}

void TestEngineMetrics::refusesOtherAnswers()
{
    QVERIFY(!readEngineReport(EngineKind::Vllm, "/metrics", 404, vllmPage));
    QVERIFY(!readEngineReport(EngineKind::Vllm, "/metrics", 200, "process_cpu_seconds_total 3\n"));
    QVERIFY(!readEngineReport(EngineKind::Ollama, "/api/ps", 200, "[]"));
    QVERIFY(!readEngineReport(EngineKind::LlamaCpp, "/slots", 200, "{}"));
}

void TestEngineMetrics::findsTheServersRoot_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("version") << "/v1"_ba << "/metrics"_ba << "/metrics"_ba;
    QTest::newRow("bare") << ""_ba << "/metrics"_ba << "/metrics"_ba;
    QTest::newRow("folder") << "/gpu/v1"_ba << "/metrics"_ba << "/gpu/metrics"_ba;
    QTest::newRow("Ollama") << "/v1"_ba << "/api/ps"_ba << "/api/ps"_ba;
    QTest::newRow("Ollama's API") << "/api"_ba << "/api/ps"_ba << "/api/ps"_ba;
}

void TestEngineMetrics::findsTheServersRoot()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, path);
    QTEST(engineTarget(base, path), "target");
}

void TestEngineMetrics::knowsOllamasUsualTag()
{
    QVERIFY(isSameOllamaModel(u"llama3", u"llama3:latest"));
    QVERIFY(isSameOllamaModel(u"llama3:8b", u"llama3:8b"));
    QVERIFY(!isSameOllamaModel(u"llama3:8b", u"llama3"));
}

QTEST_GUILESS_MAIN(TestEngineMetrics)
#include "tst_enginemetrics.moc"
