// SPDX-License-Identifier: GPL-3.0-or-later
//! The exports of providers by their real column names, and what becomes of them beside the books.
#include "core/reports/invoicecheck.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Reports;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dollar = 1'000'000'000;

const QByteArray openAiUsage(
    "start_time,end_time,start_time_iso,end_time_iso,num_model_requests,project_id,user_id,"
    "api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,"
    "input_audio_tokens,output_audio_tokens\n"
    "1795305600,1795392000,2026-11-22T00:00:00+00:00,2026-11-23T00:00:00+00:00,12,proj_1,,key_1,"
    "gpt-4o-mini-2024-07-18,False,default,1200,340,1000,0,0\n"
    "1795392000,1795478400,2026-11-23T00:00:00+00:00,2026-11-24T00:00:00+00:00,0,,,,,,,0,0,0,0,0\n");
const QByteArray openAiCosts(
    "start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,quantity,"
    "quantity_unit,line_item,user_id,api_key_id,project_id,organization_id,project_name,"
    "organization_name,user_email,api_source\n"
    "1795305600,1795392000,2026-11-22T00:00:00+00:00,2026-11-23T00:00:00+00:00,1.25,usd,,,"
    "\"gpt-4o-mini-2024-07-18, input\",,,,org-1,,,,\n"
    "1795305600,1795392000,2026-11-22T00:00:00+00:00,2026-11-23T00:00:00+00:00,"
    "0.750000000000000000000,usd,,,\"gpt-4o-mini-2024-07-18, output\",,,,org-1,,,,\n"
    "1795392000,1795478400,2026-11-23T00:00:00+00:00,2026-11-24T00:00:00+00:00,,,,,,,,,,,,,\n");
const QByteArray anthropicUsage(
    "usage_date_utc,model_version,api_key,workspace,usage_type,context_window,"
    "usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,"
    "usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,"
    "web_search_count,inference_geo,speed\n"
    "2026-11-22,claude-sonnet-4-5-20250929,office,Default,standard,\xe2\x89\xa4 200k,100,20,5,75,"
    "50,0,global,\n");
const QByteArray anthropicCosts(
    "usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,"
    "list_price_usd,cost_type,inference_geo,speed,api_key_id,api_key_status\n"
    "2026-11-22,Claude Sonnet 4.5,Default,office,message,\xe2\x89\xa4 200k,input_no_cache,0.05,0.05,"
    "token,not_available,,apikey_01,active\n"
    "2026-11-22,Claude Sonnet 4.5,Default,office,message,\xe2\x89\xa4 200k,output,0.02,0.02,token,"
    "not_available,,apikey_01,active\n");

QList<BookedDay> booked(const QString &model, qint64 cost)
{
    return {{.day = QDate(2026, 11, 22),
             .model = model,
             .use = {.requests = 12,
                     .tokensIn = 1200,
                     .tokensCached = 1000,
                     .tokensOut = 340,
                     .cost = cost}}};
}

Api::Document withOpenAi()
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"openai"_s;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    document.providers = {provider};
    Api::PriceOverride price;
    price.provider = u"openai"_s;
    price.model = u"gpt-4o-mini"_s;
    price.input = dollar;
    price.output = 4 * dollar;
    document.prices = {price};
    return document;
}

} // namespace

class TestInvoiceCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExports_data();
    void readsExports();
    void addsUpTokens();
    void namesLineAndColumn_data();
    void namesLineAndColumn();
    void comparesModelNames_data();
    void comparesModelNames();
    void matches();
    void suggestsAPrice();
    void suggestsNothingWhereRequestsAreMissing();
    void showsBothSides();
};

void TestInvoiceCheck::readsExports_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("form");
    QTest::addColumn<int>("lines");
    QTest::newRow("openai usage") << openAiUsage << u"openai_usage"_s << 1;
    QTest::newRow("openai costs") << openAiCosts << u"openai_costs"_s << 2;
    QTest::newRow("anthropic usage") << anthropicUsage << u"anthropic_usage"_s << 1;
    QTest::newRow("anthropic costs") << anthropicCosts << u"anthropic_costs"_s << 2;
    QTest::newRow("generic") << "date;model;requests;input_tokens;output_tokens;cost\n"
                                "2026-11-22;gpt-4o-mini;12;1200;340;$2.5\n"_ba
                             << u"generic"_s << 1;
}

void TestInvoiceCheck::readsExports()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, form);
    QFETCH(int, lines);
    const auto file = readInvoice(csv);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(invoiceFormName(file->form), form);
    QCOMPARE(file->lines.size(), lines);
    QCOMPARE(file->lines.first().day, QDate(2026, 11, 22));
    QCOMPARE(file->lines.first().line, 2);
}

void TestInvoiceCheck::addsUpTokens()
{
    const auto file = readInvoice(anthropicUsage);
    QVERIFY(file);
    const InvoiceLine &line = file->lines.first();
    QCOMPARE(line.tokensIn, 200);
    QCOMPARE(line.tokensCached, 75);
    QCOMPARE(line.tokensCacheWrite, 25);
    QCOMPARE(line.tokensOut, 50);
    QCOMPARE(readInvoice(openAiCosts)->lines.first().model, u"gpt-4o-mini-2024-07-18"_s);
    QCOMPARE(readInvoice(openAiCosts)->lines.first().cost, std::optional(dollar * 5 / 4));
}

void TestInvoiceCheck::namesLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QByteArray() << u"line 1"_s;
    QTest::newRow("head only") << "date,model,cost\n"_ba << u"line 2"_s;
    QTest::newRow("other file") << "name,age\nann,7\n"_ba << u"line 1"_s;
    QTest::newRow("word for a number") << "date,model,input_tokens\n2026-11-22,m,1\n2026-11-22,m,many\n"_ba << u"line 3, input_tokens"_s;
    QTest::newRow("half a token") << "date,model,input_tokens\n2026-11-22,m,1.5\n"_ba << u"line 2, input_tokens"_s;
    QTest::newRow("no day") << "date,model,cost\nyesterday,m,1\n"_ba << u"line 2, date"_s;
    QTest::newRow("no amount") << "date,model,cost\n2026-11-22,m,1 USD\n"_ba << u"line 2, cost"_s;
    QTest::newRow("euros") << "date,model,cost,currency\n2026-11-22,m,1,EUR\n"_ba << u"line 2, currency"_s;
    QTest::newRow("no model") << "date,model,cost\n2026-11-22,,1\n"_ba << u"line 2, model"_s;
    QTest::newRow("too few columns") << "date,model,cost\n2026-11-22,m\n"_ba << u"line 2"_s;
    QTest::newRow("column twice") << "date,model,cost,Cost\n2026-11-22,m,1,2\n"_ba << u"line 1, cost"_s;
}

void TestInvoiceCheck::namesLineAndColumn()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, path);
    const auto file = readInvoice(csv);
    QVERIFY(!file);
    QCOMPARE(file.error().path, path);
    QVERIFY(!file.error().detail.isEmpty());
}

void TestInvoiceCheck::comparesModelNames_data()
{
    QTest::addColumn<QString>("invoice");
    QTest::addColumn<QString>("books");
    QTest::newRow("date") << u"gpt-4o-mini-2024-07-18"_s << u"gpt-4o-mini"_s;
    QTest::newRow("short date") << u"claude-sonnet-4-5-20250929"_s << u"claude-sonnet-4-5"_s;
    QTest::newRow("display name") << u"Claude Sonnet 4.5"_s << u"claude-sonnet-4-5-20250929"_s;
    QTest::newRow("with maker") << u"anthropic/claude-opus-4.1"_s << u"claude-opus-4-1"_s;
}

void TestInvoiceCheck::comparesModelNames()
{
    QFETCH(QString, invoice);
    QFETCH(QString, books);
    QCOMPARE(comparableModel(invoice), comparableModel(books));
    QVERIFY(comparableModel(u"gpt-4o"_s) != comparableModel(u"gpt-4o-mini"_s));
}

void TestInvoiceCheck::matches()
{
    const QJsonObject check = checkInvoice(*readInvoice(openAiCosts), booked(u"gpt-4o-mini"_s, 2 * dollar), u"openai"_s, nullptr);
    const QJsonObject model = check["models"_L1][0].toObject();
    QCOMPARE(check["models"_L1].toArray().size(), 1);
    QCOMPARE(model["model"_L1].toString(), u"gpt-4o-mini"_s);
    QCOMPARE(model["state"_L1].toString(), u"match"_s);
    QCOMPARE(model["gap_nano_usd"_L1].toInteger(), 0);
    QVERIFY(model["suggestion"_L1].isNull());
}

void TestInvoiceCheck::suggestsAPrice()
{
    const auto prices = Ledger::PriceBook::compile(withOpenAi(), 1);
    const QJsonObject check = checkInvoice(*readInvoice(openAiCosts), booked(u"gpt-4o-mini"_s, dollar), u"openai"_s, prices.get());
    const QJsonObject model = check["models"_L1][0].toObject();
    QCOMPARE(model["state"_L1].toString(), u"more"_s);
    QCOMPARE(model["gap_nano_usd"_L1].toInteger(), dollar);
    QCOMPARE(model["suggestion"_L1]["input_nano_per_mtok"_L1].toInteger(), 2 * dollar);
    QCOMPARE(model["suggestion"_L1]["output_nano_per_mtok"_L1].toInteger(), 8 * dollar);
}

void TestInvoiceCheck::suggestsNothingWhereRequestsAreMissing()
{
    const auto prices = Ledger::PriceBook::compile(withOpenAi(), 1);
    const auto file = readInvoice("date,model,input_tokens,output_tokens,cost\n2026-11-22,gpt-4o-mini,2400,680,4\n");
    QVERIFY(file);
    const QJsonObject check = checkInvoice(*file, booked(u"gpt-4o-mini"_s, 2 * dollar), u"openai"_s, prices.get());
    QCOMPARE(check["models"_L1][0]["state"_L1].toString(), u"more"_s);
    QVERIFY(check["models"_L1][0]["suggestion"_L1].isNull());
}

void TestInvoiceCheck::showsBothSides()
{
    const QJsonObject check = checkInvoice(*readInvoice(openAiUsage), booked(u"o3"_s, dollar), u"openai"_s, nullptr);
    QStringList states;
    for (const QJsonValue &model : check["models"_L1].toArray())
        states.append(model["state"_L1].toString());
    QCOMPARE(states, (QStringList{u"not_booked"_s, u"not_invoiced"_s}));
    QVERIFY(check["days"_L1][0]["invoice_nano_usd"_L1].isNull());
    QCOMPARE(check["days"_L1][0]["invoice_tokens_in"_L1].toInteger(), 1200);
}

QTEST_GUILESS_MAIN(TestInvoiceCheck)
#include "tst_invoicecheck.moc"
