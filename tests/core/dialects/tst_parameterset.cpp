// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/parameterset.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class tst_ParameterSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsBodies_data();
    void editsBodies();
    void namesWhatItChanged();
};

void tst_ParameterSet::editsBodies_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<Format>("front");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, QByteArray set, Format front, QByteArray body,
                        QByteArray expected) {
        QTest::newRow(name) << set << front << body << expected;
    };
    const Format chat = Format::OpenAiChat;
    row("forces", R"({"temperature":0.2})", chat, R"({"model":"m","temperature":1})",
        R"({"model":"m","temperature":0.2})");
    row("adds", R"({"temperature":0.2})", chat, R"({"model":"m"})",
        R"({"model":"m","temperature":0.2})");
    row("keeps what is equal", R"({"n":1})", chat, R"({"n":1})", R"({"n":1})");
    row("removes", R"({"seed":{"remove":true}})", chat, R"({"seed":4,"model":"m"})",
        R"({"model":"m"})");
    row("removes nothing", R"({"seed":{"remove":true}})", chat, R"({"model":"m"})",
        R"({"model":"m"})");
    row("caps", R"({"max_tokens":{"cap":100}})", chat, R"({"max_tokens":500})",
        R"({"max_tokens":100})");
    row("caps the newer name", R"({"max_tokens":{"cap":100}})", chat,
        R"({"max_completion_tokens":500})", R"({"max_completion_tokens":100})");
    row("leaves less", R"({"max_tokens":{"cap":100}})", chat, R"({"max_tokens":50})",
        R"({"max_tokens":50})");
    row("bounds the length", R"({"max_tokens":{"cap":100}})", chat, R"({})",
        R"({"max_tokens":100})");
    row("does not add other caps", R"({"temperature":{"cap":1}})", chat, R"({})", R"({})");
    row("keeps bytes", R"({"temperature":0})", chat, R"({"a\u0041":[1,  2.50],"x":{ }})",
        R"({"aA":[1,  2.50],"x":{ },"temperature":0})");
    row("responses", R"({"max_tokens":10})", Format::OpenAiResponses, R"({"input":"x"})",
        R"({"input":"x","max_output_tokens":10})");
    row("anthropic", R"({"stop":["END"]})", Format::AnthropicMessages, R"({"max_tokens":5})",
        R"({"max_tokens":5,"stop_sequences":["END"]})");
    row("gemini", R"({"max_tokens":{"cap":10},"top_p":0.5})", Format::GeminiGenerate,
        R"({"generationConfig":{"maxOutputTokens":99,"seed":1}})",
        R"({"generationConfig":{"maxOutputTokens":10,"seed":1,"topP":0.5}})");
    row("gemini, none there", R"({"temperature":0,"top_p":0.5})", Format::GeminiGenerate,
        R"({"contents":[]})", R"({"contents":[],"generationConfig":{"temperature":0,"topP":0.5}})");
    row("ollama", R"({"max_tokens":7})", Format::OllamaChat, R"({"options":{"num_predict":9}})",
        R"({"options":{"num_predict":7}})");
}

void tst_ParameterSet::editsBodies()
{
    QFETCH(QByteArray, set);
    QFETCH(Format, front);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const ParameterSet parameters(QJsonDocument::fromJson(set).object());
    QCOMPARE(parameters.apply(front, body).body, expected);
}

void tst_ParameterSet::namesWhatItChanged()
{
    const ParameterSet parameters(
        {{u"temperature"_s, 0}, {u"n"_s, 1}, {u"seed"_s, QJsonObject{{u"remove"_s, true}}}});
    const auto changed = parameters.apply(Format::OpenAiChat, R"({"n":1,"seed":2})").changed;
    QCOMPARE(changed, (std::vector<QByteArray>{"seed", "temperature"}));
    QVERIFY(ParameterSet().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ParameterSet)
#include "tst_parameterset.moc"
