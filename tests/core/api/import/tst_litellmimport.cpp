// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/api/import/litellmimport.h"
#include "core/api/import/onwardsimport.h"
#include "core/config/loader.h"
#include "core/config/yamlreader.h"
#include "core/routing/planner.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Api::ImportReport imported(const QByteArray &yaml)
{
    const auto tree = Config::readYaml(yaml);
    return tree ? Api::importLiteLlm(tree->root) : Api::ImportReport();
}

QByteArray fixture()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/core/api/import/litellm.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What a request for \a name tries, in order: "openai/gpt-4o azure-openai-eu/gpt4o".
QByteArray planned(const Api::Document &document, const QByteArray &name, qint64 tokens = 0)
{
    Routing::LiveState live;
    FakeClock clock;
    Routing::Random random{42};
    const auto snapshot = Config::Snapshot::compile(document, 1);
    const Routing::RoutingTable table(snapshot, live);
    const Config::Route *route = snapshot->route(name);
    if (!route)
        return "no route";
    Routing::RequestFacts facts;
    facts.promptTokens = tokens;
    const Routing::Plan plan =
        Routing::plan(table, Routing::follow(*route, facts), facts, clock.steady(), random);
    QByteArrayList targets;
    for (qsizetype i = 0; i < plan.size(); ++i) {
        const Config::Target &target = *plan.at(i).entry.target;
        targets.append(target.provider->id + '/' + target.model);
    }
    return targets.join(' ');
}

bool hasNote(const Api::ImportReport &report, Api::ImportNote::Kind kind, const QString &path)
{
    for (const Api::ImportNote &note : report.notes)
        if (note.kind == kind && note.path.startsWith(path))
            return true;
    return false;
}

} // namespace

class LiteLlmImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsFortyModels();
    void routesAsTheOriginal_data();
    void routesAsTheOriginal();
    void namesWhatWasLeftOut();
    void copiesNoSecret();
    void nothingIsDroppedInSilence_data();
    void nothingIsDroppedInSilence();
    void mapsBudgets();
    void mapsBounds();
    void putsMergeKeysAndCredentialsIntoEffect();
    void fallsBackToOtherNames();
    void mapsPricesOfAllKinds();
    void mapsOnwards();
    void nothingOfOnwardsIsDroppedInSilence();
};

void LiteLlmImportTest::mapsFortyModels()
{
    const Api::ImportReport report = imported(fixture());
    const auto loaded = Config::loadDocument(Api::toYaml(report.document), Config::Format::Yaml);
    QVERIFY(loaded);
    for (const Api::Finding &finding : loaded->findings)
        QVERIFY2(finding.severity != Api::Severity::Error,
                 qPrintable(Config::describe(finding, u"imported"_s)));
    QVERIFY(loaded->document == report.document);
    qsizetype targets = 0;
    for (const Api::Route &route : report.document.routes)
        targets += route.id.startsWith(u"model-"_s) ? route.targets.size() : 0;
    QCOMPARE(targets, 30);
    QCOMPARE(report.document.budgets.size(), 1);
    QCOMPARE(report.document.budgets[0].period, u"month"_s);
    QCOMPARE(*report.document.budgets[0].limit, 250'000'000'000);
}

void LiteLlmImportTest::routesAsTheOriginal_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<QByteArray>("targets");
    const auto row = [](const char *name, qint64 tokens, const char *targets) {
        QTest::addRow("%s %lld", name, tokens) << QByteArray(name) << tokens << QByteArray(targets);
    };
    for (int i = 1; i <= 30; ++i) {
        const QByteArray number = QByteArray::number(i);
        row(QByteArray("model-" + number).constData(), 0,
            QByteArray("openai/gpt-" + number).constData());
    }
    // A circle of fallbacks ends where it began: LiteLLM tries the first model again, too.
    row("chat", 0,
        "azure-openai-eu/gpt4o openai/gpt-4o anthropic/claude-opus anthropic/claude-haiku "
        "anthropic/claude-opus");
    row("smart", 0, "anthropic/claude-opus anthropic/claude-haiku anthropic/claude-opus");
    row("cheap", 0, "anthropic/claude-haiku anthropic/claude-opus");
    row("small", 100, "ollama/llama3");
    row("small", 9000, "gemini/gemini-2.5-pro");
    row("best", 0, "anthropic/claude-opus anthropic/claude-haiku anthropic/claude-opus");
    row("groq/llama-3.3", 0, "no route");
    row("aws", 0, "bedrock-eu-central-1/anthropic.claude-v2");
    row("google", 0, "vertex-europe-west4/gemini-2.5-flash");
}

void LiteLlmImportTest::routesAsTheOriginal()
{
    QFETCH(QByteArray, name);
    QFETCH(qint64, tokens);
    QFETCH(QByteArray, targets);
    QCOMPARE(planned(imported(fixture()).document, name, tokens), targets);
}

void LiteLlmImportTest::namesWhatWasLeftOut()
{
    using Kind = Api::ImportNote::Kind;
    const Api::ImportReport report = imported(fixture());
    QVERIFY(hasNote(report, Kind::LeftOut, u"general_settings.master_key"_s));
    QVERIFY(hasNote(report, Kind::LeftOut, u"litellm_settings.drop_params"_s));
    QVERIFY(hasNote(report, Kind::LeftOut, u"router_settings.redis_host"_s));
    QVERIFY(hasNote(report, Kind::Changed, u"router_settings.fallbacks[2]"_s));
    const auto bad = Config::readYaml("model_list:\n  - a: 1\n  b: 2\n");
    QVERIFY(!bad);
    QVERIFY2(bad.error().detail.contains(u"line 3"_s), qPrintable(bad.error().detail));
}

void LiteLlmImportTest::copiesNoSecret()
{
    const Api::ImportReport report = imported(fixture());
    QByteArray all = Api::toYaml(report.document);
    for (const Api::ImportNote &note : report.notes)
        all += note.path.toUtf8() + note.text.toUtf8();
    QVERIFY(!all.contains("literal"));
    QVERIFY(all.contains("env:OPENAI_KEY"));
    QVERIFY(all.contains("keychain:anthropic"));
}

void LiteLlmImportTest::nothingIsDroppedInSilence_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    // docs.litellm.ai, "All settings", and what no version has.
    const QList<std::pair<QString, QString>> sections{
        {u"litellm_settings"_s,
         u"success_callback failure_callback callbacks service_callbacks turn_off_message_logging "
         "modify_params redact_user_api_key_info mcp_aliases langfuse_default_tags set_verbose "
         "json_logs default_fallbacks request_timeout stream_timeout force_ipv4 fallbacks "
         "content_policy_fallbacks context_window_fallbacks cache cache_params drop_params "
         "num_retries allowed_fails cooldown_time max_budget budget_duration timezone "
         "max_internal_user_budget internal_user_budget_duration default_internal_user_params "
         "tag_budget_config key_generation_settings enable_json_schema_validation unheard_of"_s},
        {u"general_settings"_s,
         u"completion_model master_key database_url database_connection_pool_limit custom_auth "
         "max_parallel_requests global_max_parallel_requests infer_model_from_keys alerting "
         "background_health_checks health_check_interval alerting_threshold allowed_ips "
         "max_request_size_mb max_response_size_mb pass_through_endpoints store_model_in_db "
         "key_management_system maximum_spend_logs_retention_period unheard_of"_s},
        {u"router_settings"_s,
         u"routing_strategy redis_host redis_password redis_port enable_pre_call_checks "
         "content_policy_fallbacks context_window_fallbacks fallbacks enable_tag_filtering "
         "cooldown_time disable_cooldowns retry_policy allowed_fails allowed_fails_policy "
         "default_max_parallel_requests max_fallbacks default_litellm_params timeout "
         "stream_timeout routing_strategy_args model_group_alias num_retries default_fallbacks "
         "retry_after provider_budget_config unheard_of"_s},
        {u"model_list[0].litellm_params"_s,
         u"api_version rpm tpm weight order timeout stream_timeout max_retries num_retries "
         "max_parallel_requests input_cost_per_token output_cost_per_token "
         "input_cost_per_second cache_read_input_token_cost max_budget budget_duration tags "
         "organization temperature max_tokens extra_headers mock_response drop_params "
         "litellm_credential_name aws_region_name vertex_project unheard_of"_s},
        {u"model_list[0].model_info"_s,
         u"id mode base_model input_cost_per_token output_cost_per_token max_input_tokens "
         "max_tokens supports_vision access_groups unheard_of"_s},
        {u"model_list[0]"_s, u"unheard_of"_s},
        {{},
         u"include environment_variables callback_settings guardrails mcp_servers unheard_of"_s}};
    for (const auto &[section, keys] : sections) {
        for (const QString &key : keys.split(u' '))
            QTest::addRow("%s %s", qPrintable(section), qPrintable(key)) << section << key;
    }
}

//! Whatever stands there, sense or nonsense: a note says what became of it.
void LiteLlmImportTest::nothingIsDroppedInSilence()
{
    QFETCH(QString, section);
    QFETCH(QString, key);
    const QString path = section.isEmpty() ? key : u"%1.%2"_s.arg(section, key);
    for (const QJsonValue &value :
         {QJsonValue(5), QJsonValue(0), QJsonValue(-1), QJsonValue(u"x"_s), QJsonValue(true),
          QJsonValue(QJsonArray{1}), QJsonValue(QJsonObject{{u"a"_s, 1}})}) {
        QJsonObject params{{u"model"_s, u"openai/gpt-4o"_s}, {u"api_key"_s, u"os.environ/K"_s}};
        QJsonObject info;
        QJsonObject entry{{u"model_name"_s, u"m"_s}};
        QJsonObject config;
        if (section.endsWith(u"litellm_params"_s))
            params.insert(key, value);
        else if (section.endsWith(u"model_info"_s))
            info.insert(key, value);
        else if (section == "model_list[0]"_L1)
            entry.insert(key, value);
        else if (section.isEmpty())
            config.insert(key, value);
        else
            config.insert(section, QJsonObject{{key, value}});
        entry.insert(u"litellm_params"_s, params);
        entry.insert(u"model_info"_s, info);
        config.insert(u"model_list"_s, QJsonArray{entry});
        const Api::ImportReport report = Api::importLiteLlm(config);
        const bool isNamed = std::ranges::any_of(
            report.notes, [&](const Api::ImportNote &note) { return note.path.startsWith(path); });
        const QByteArray given = QJsonDocument(QJsonArray{value}).toJson();
        QVERIFY2(isNamed, given.constData());
        QVERIFY2(!Api::hasErrors(Api::validate(report.document)), given.constData());
    }
}

void LiteLlmImportTest::mapsBudgets()
{
    const Api::ImportReport report = imported(R"(
model_list:
  - {model_name: a, litellm_params: {model: openai/gpt-4o, api_key: os.environ/K, max_budget: 10, budget_duration: 1d}}
  - {model_name: b, litellm_params: {model: openai/gpt-4.1, api_key: os.environ/K}}
  - {model_name: c, litellm_params: {model: anthropic/claude, api_key: os.environ/A, max_budget: 2.5, budget_duration: 12h}}
router_settings:
  provider_budget_config:
    openai: {budget_limit: 100, time_period: 7d}
    anthropic: {budget_limit: 1, time_period: 12h}
    gemini: {budget_limit: 5, time_period: 1d}
litellm_settings: {max_budget: 250, budget_duration: 1mo, timezone: Europe/London}
)");
    QStringList budgets;
    for (const Api::Budget &budget : report.document.budgets)
        budgets.append(u"%1 %2 %3"_s.arg(budget.scope, budget.period)
                           .arg(budget.limit.value_or(0) / 1'000'000));
    QCOMPARE(budgets,
             QStringList({u"route:a day 10000"_s, u"provider:anthropic PT12H 2500"_s,
                          u"gateway month 250000"_s, u"provider:openai week 100000"_s}));
    using Kind = Api::ImportNote::Kind;
    const QString providers = u"router_settings.provider_budget_config."_s;
    QVERIFY(hasNote(report, Kind::LeftOut, providers + u"anthropic"_s)); // it has one already
    QVERIFY(hasNote(report, Kind::LeftOut, providers + u"gemini"_s));
    QCOMPARE(report.document.gateway.reportingTimeZone, u"Europe/London"_s);
    QVERIFY(!Api::hasErrors(Api::validate(report.document)));
}

void LiteLlmImportTest::mapsBounds()
{
    const Api::ImportReport report = imported(R"(
model_list:
  - {model_name: "openai/*", litellm_params: {model: "openai/*", api_key: os.environ/K, rpm: 60, tpm: 0}}
  - {model_name: a, litellm_params: {model: groq/x, api_key: os.environ/G, stream_timeout: 7}}
general_settings: {global_max_parallel_requests: 40, max_request_size_mb: 12}
router_settings: {timeout: 90, stream_timeout: 20}
litellm_settings: {request_timeout: 600}
)");
    QCOMPARE(report.document.limits.size(), 2);
    QCOMPARE(report.document.limits[0].scope, u"provider:openai"_s);
    QCOMPARE(report.document.limits[0].rpm.value_or(0), 60);
    QVERIFY(!report.document.limits[0].tpm);
    QCOMPARE(report.document.limits[1].scope, u"gateway"_s);
    QCOMPARE(report.document.limits[1].maxInFlight.value_or(0), 40);
    QCOMPARE(report.document.gateway.bodyLimit, 12 * 1024 * 1024);
    QCOMPARE(report.document.providers[0].timeouts.total, 90s);
    QCOMPARE(report.document.providers[0].timeouts.firstByte, 20s);
    QCOMPARE(report.document.providers[1].timeouts.firstByte, 7s);
    QVERIFY(hasNote(report, Api::ImportNote::Kind::LeftOut, u"litellm_settings.request_timeout"_s));
}

void LiteLlmImportTest::putsMergeKeysAndCredentialsIntoEffect()
{
    const Api::ImportReport report = imported(R"(
defaults: &defaults {api_key: os.environ/SHARED, api_base: "https://one.example.com/v1"}
more: &more {api_base: "https://two.example.com/v1", timeout: 11}
model_list:
  - {model_name: a, litellm_params: {<<: *defaults, model: openai/x}}
  - {model_name: b, litellm_params: {<<: [*more, *defaults], model: openai/x}}
  - {model_name: c, litellm_params: {model: openai/x, litellm_credential_name: kept}}
credential_list:
  - {credential_name: kept, credential_values: {api_key: os.environ/KEPT, api_base: "https://three.example.com/v1"}}
)");
    QStringList providers;
    for (const Api::Provider &provider : report.document.providers)
        providers.append(provider.baseUrl + u' ' + provider.keys.value(0).secret);
    QCOMPARE(providers,
             QStringList({u"https://one.example.com/v1 env:SHARED"_s,
                          u"https://two.example.com/v1 env:SHARED"_s,
                          u"https://three.example.com/v1 env:KEPT"_s}));
    QCOMPARE(report.document.providers[1].timeouts.total, 11s);
    QVERIFY(hasNote(report, Api::ImportNote::Kind::LeftOut, u"defaults"_s)); // itself is no setting
}

void LiteLlmImportTest::fallsBackToOtherNames()
{
    const Api::ImportReport report = imported(R"(
model_list:
  - {model_name: a, litellm_params: {model: openai/x, api_key: os.environ/K}}
  - {model_name: b, litellm_params: {model: openai/y, api_key: os.environ/K}}
router_settings:
  model_group_alias: {other: {model: b, hidden: true}}
  fallbacks: {a: [{model: other}]}
  default_fallbacks: b
)");
    QCOMPARE(planned(report.document, "a"), "openai/x openai/y"_ba);
    QCOMPARE(planned(report.document, "other"), "openai/y"_ba);
    QVERIFY(hasNote(report, Api::ImportNote::Kind::Changed,
                    u"router_settings.model_group_alias.other"_s));
}

void LiteLlmImportTest::mapsPricesOfAllKinds()
{
    const Api::ImportReport report = imported(R"(
model_list:
  - model_name: a
    litellm_params: {model: openai/x, api_key: os.environ/K, cache_read_input_token_cost: 1e-7, input_cost_per_token: 3}
    model_info: {output_cost_per_token_above_200k_tokens: 0.00002, base_model: gpt-4o}
  - model_name: b
    litellm_params: {model: openai/y, api_key: os.environ/K}
    model_info: {input_cost_per_token: 1e-6, output_cost_per_token: 4e-6, output_cost_per_token_above_200k_tokens: 8e-6}
)");
    QCOMPARE(report.document.prices.size(), 2);
    QCOMPARE(report.document.prices[0].cacheRead.value_or(0), 100'000'000);
    QVERIFY(!report.document.prices[0].input);
    const Api::PriceOverride &price = report.document.prices[1];
    QCOMPARE(price.output.value_or(0), 4'000'000'000);
    QCOMPARE(price.tiers.size(), 1);
    QCOMPARE(price.tiers[0].above, 200'000);
    QCOMPARE(price.tiers[0].output.value_or(0), 8'000'000'000);
    using Kind = Api::ImportNote::Kind;
    QVERIFY(hasNote(report, Kind::LeftOut, u"model_list[0].litellm_params.input_cost"_s));
    QVERIFY(hasNote(report, Kind::LeftOut, u"model_list[0].model_info.base_model"_s));
}

void LiteLlmImportTest::nothingOfOnwardsIsDroppedInSilence()
{
    const QString keys =
        u"keys rate_limit concurrency_limit upstream_auth_header_name upstream_auth_header_prefix "
        "response_headers sanitize_response propagate_trace_context trusted strategy fallback "
        "providers unheard_of"_s;
    for (const QString &key : keys.split(u' ')) {
        for (const QJsonValue &value : {QJsonValue(u"x"_s), QJsonValue(QJsonArray()),
                                        QJsonValue(QJsonObject{{u"unheard_of"_s, 1}})}) {
            QJsonObject target{{u"url"_s, u"https://one.example.com"_s}, {key, value}};
            const Api::ImportReport report = Api::importOnwards(
                {{u"targets"_s, QJsonObject{{u"a"_s, target}}}, {u"strict_mode"_s, true}});
            const bool isNamed =
                std::ranges::any_of(report.notes, [&](const Api::ImportNote &note) {
                    return note.path.startsWith(u"targets.a."_s + key);
                });
            QVERIFY2(isNamed, qPrintable(key));
            QVERIFY(hasNote(report, Api::ImportNote::Kind::LeftOut, u"strict_mode"_s));
        }
    }
}

void LiteLlmImportTest::mapsOnwards()
{
    const auto tree = Config::readYaml(R"({"targets": {
        "gpt": {"url": "https://api.openai.com", "onwards_key": "literal", "keys": ["literal"],
                "onwards_model": "gpt-4o", "rate_limit": {"requests_per_second": 10, "burst_size": 20}},
        "pool": {"strategy": "priority", "fallback": {"enabled": true, "on_status": [429, 5]},
                 "providers": [{"url": "https://one.example.com/v1"}, {"url": "https://two.example.org"}]}},
        "auth": {"global_keys": ["literal"]}})");
    QVERIFY(tree);
    const Api::ImportReport report = Api::importOnwards(tree->root);
    const auto loaded = Config::loadDocument(Api::toYaml(report.document), Config::Format::Yaml);
    QVERIFY(loaded && !Api::hasErrors(loaded->findings));
    QCOMPARE(planned(report.document, "gpt"), "openai/gpt-4o"_ba);
    QCOMPARE(planned(report.document, "pool"), "example/pool example-2/pool"_ba);
    QCOMPARE(report.document.limits.value(0).rpm.value_or(0), 600);
    QVERIFY(!Api::toYaml(report.document).contains("literal"));
    QVERIFY(hasNote(report, Api::ImportNote::Kind::LeftOut, u"auth.global_keys"_s));
}

QTEST_GUILESS_MAIN(LiteLlmImportTest)
#include "tst_litellmimport.moc"
