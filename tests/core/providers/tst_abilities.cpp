// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/abilities.h"
#include "core/providers/capabilitybook.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Providers;
using namespace Qt::StringLiterals;

class TestAbilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatTheDialectHas();
    void judgesAnswers_data();
    void judgesAnswers();
    void keepsFindingsForAnAddress();
    void tellsTheFirstFailure();
};

void TestAbilities::asksWhatTheDialectHas()
{
    QStringList asked;
    for (const AbilityProbe &probe : abilityProbes(*Dialects::quirksOf("openai"),
                                                   u"small \"model\""_s, {u"text-embedding-3"_s})) {
        asked.append(probe.capability);
        const QJsonObject body = QJsonDocument::fromJson(probe.body).object();
        QCOMPARE(body.value("model"_L1).toString(), probe.model);
    }
    QCOMPARE(asked,
             (QStringList{u"tools"_s, u"structured_output"_s, u"images"_s, u"responses"_s,
                          u"embeddings"_s}));
    asked.clear();
    for (const AbilityProbe &probe :
         abilityProbes(*Dialects::quirksOf("anthropic"), u"claude"_s, {}))
        asked.append(probe.capability);
    QCOMPARE(asked, (QStringList{u"tools"_s, u"structured_output"_s, u"images"_s}));
}

void TestAbilities::judgesAnswers_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("able");
    const QByteArray chat = R"({"choices":[{"message":{"content":"hello"}}]})";
    QTest::newRow("no tool") << u"tools"_s << chat << false;
    QTest::newRow("tool") << u"tools"_s
                          << QByteArray(R"({"choices":[{"message":{"tool_calls":[{"id":"1"}]}}]})")
                          << true;
    QTest::newRow("prose") << u"structured_output"_s << chat << false;
    QTest::newRow("schema")
        << u"structured_output"_s
        << QByteArray(R"({"choices":[{"message":{"content":"{\"colour\":\"red\"}"}}]})") << true;
    QTest::newRow("image") << u"images"_s << chat << true;
    QTest::newRow("no JSON") << u"images"_s << QByteArray("<html>") << false;
    QTest::newRow("response") << u"responses"_s << QByteArray(R"({"output":[]})") << true;
    QTest::newRow("no response") << u"responses"_s << chat << false;
    QTest::newRow("embedding") << u"embeddings"_s << QByteArray(R"({"data":[{"embedding":[0.1]}]})")
                               << true;
    QTest::newRow("no embedding") << u"embeddings"_s << chat << false;
}

void TestAbilities::judgesAnswers()
{
    QFETCH(QString, capability);
    QFETCH(QByteArray, answer);
    QFETCH(bool, able);
    AbilityProbe probe;
    probe.capability = capability;
    QCOMPARE(missingIn(probe, answer).isEmpty(), able);
}

void TestAbilities::keepsFindingsForAnAddress()
{
    const FakeClock clock;
    CapabilityBook book;
    Api::Provider provider;
    provider.id = u"gpu"_s;
    provider.baseUrl = u"http://10.0.0.5/v1"_s;
    ProviderTestResult result;
    result.capabilities = {{u"llama"_s, u"chat"_s, CheckState::Passed, {}},
                           {u"llama"_s, u"tools"_s, CheckState::Failed, u"no tool"_s}};
    book.record(provider, result, clock.wall());
    QCOMPARE(book.find(provider, u"llama"_s, u"tools"_s)->reason, u"no tool"_s);
    QVERIFY(!book.find(provider, u"llama"_s, u"images"_s));
    QVERIFY(book.lastTest(provider)->passed);
    provider.baseUrl = u"http://10.0.0.6/v1"_s;
    QVERIFY(!book.find(provider, u"llama"_s, u"tools"_s));
    QVERIFY(!book.lastTest(provider));
}

void TestAbilities::tellsTheFirstFailure()
{
    const FakeClock clock;
    CapabilityBook book;
    Api::Provider provider;
    provider.id = u"gpu"_s;
    ProviderTestResult result;
    result.checks = {{u"reach"_s, CheckState::Passed, {}, u"host"_s, {}, {}},
                     {u"key"_s, CheckState::Failed, {}, u"refused"_s, u"bad key"_s, {}}};
    book.record(provider, result, clock.wall());
    QVERIFY(!book.lastTest(provider)->passed);
    QCOMPARE(book.lastTest(provider)->detail, u"bad key"_s);
}

QTEST_GUILESS_MAIN(TestAbilities)
#include "tst_abilities.moc"
