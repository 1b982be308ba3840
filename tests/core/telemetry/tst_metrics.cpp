// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metrics.h"

#include <QtTest/QTest>

using namespace Gatehouse::Telemetry;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpShards();
    void bucketsAreCumulative();
    void escapesLabels();
};

namespace {

Observation observation()
{
    return {.operation = "chat",
            .provider = "openai",
            .route = "fast",
            .model = "gpt",
            .outcome = "ok",
            .status = 200,
            .totalSeconds = 0.5,
            .firstTokenSeconds = 0.2,
            .ownSeconds = 0.00003,
            .inputTokens = 100,
            .outputTokens = 10,
            .costNanoUsd = 1'500'000'000,
            .attempts = 2};
}

} // namespace

void TestMetrics::addsUpShards()
{
    Metrics metrics;
    Shard &first = metrics.shard();
    Shard &second = metrics.shard();
    first.observe(observation());
    second.observe(observation());
    second.refusedKey();
    first.fetchedImage(true);
    second.fetchedImage(true);
    second.fetchedImage(false);
    const QByteArray text = metrics.text({{"gatehouse_connections", "Open connections.", 7}});
    const QByteArray labels = "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"openai\","
                              "gen_ai_request_model=\"gpt\",gatehouse_route=\"fast\"";
    const QByteArray answered
        = "gatehouse_requests_total{" + labels + ",outcome=\"ok\",status=\"200\"} 2\n";
    QVERIFY(text.contains(answered));
    QVERIFY(text.contains(QByteArray("gatehouse_cost_usd_total{" + labels + "} 3\n")));
    QVERIFY(text.contains(QByteArray("gatehouse_attempts_total{" + labels + "} 4\n")));
    QVERIFY(text.contains("gatehouse_refused_keys_total 1\n"));
    QVERIFY(text.contains("gatehouse_images_fetched_total{result=\"ok\"} 2\n"));
    QVERIFY(text.contains("gatehouse_images_fetched_total{result=\"failed\"} 1\n"));
    QVERIFY(text.contains("gatehouse_connections 7\n"));
}

void TestMetrics::bucketsAreCumulative()
{
    Metrics metrics;
    Shard &shard = metrics.shard();
    for (const double seconds : {0.005, 0.5, 1000.0}) {
        Observation o = observation();
        o.totalSeconds = seconds;
        shard.observe(o);
    }
    const QByteArray text = metrics.text({});
    QVERIFY(text.contains("gatehouse_route=\"fast\",le=\"0.01\"} 1\n"));
    QVERIFY(text.contains("gatehouse_route=\"fast\",le=\"0.64\"} 2\n"));
    QVERIFY(text.contains("gatehouse_route=\"fast\",le=\"+Inf\"} 3\n"));
}

void TestMetrics::escapesLabels()
{
    Metrics metrics;
    Observation o = observation();
    o.model = "a\"b\\c\nd";
    metrics.shard().observe(o);
    const QByteArray escaped = "gen_ai_request_model=\"a\\\"b\\\\c\\nd\"";
    QVERIFY(metrics.text({}).contains(escaped));
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
