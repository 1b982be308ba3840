// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/fields.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesFieldsInTheCallersWords_data();
    void namesFieldsInTheCallersWords();
    void namesEveryFieldInEveryFormat();
    void saysWhatCannotBeSaid();
    void dropsHarmlessExtrasAndRefusesOthers();
    void takesEchoesOfAnswersAsHarmless();
};

void TestFields::namesFieldsInTheCallersWords_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("name");
    const auto add = [](const char *row, Format format, Field field, const char *name) {
        QTest::newRow(row) << int(format) << int(field) << QByteArray(name);
    };
    add("chat", Format::OpenAiChat, Field::MaxTokens, "max_completion_tokens");
    add("responses", Format::OpenAiResponses, Field::MaxTokens, "max_output_tokens");
    add("anthropic", Format::AnthropicMessages, Field::Stop, "stop_sequences");
    add("gemini", Format::GeminiGenerate, Field::N, "generationConfig.candidateCount");
    add("ollama", Format::OllamaChat, Field::Seed, "options.seed");
}

void TestFields::namesFieldsInTheCallersWords()
{
    QFETCH(const int, format);
    QFETCH(const int, field);
    QFETCH(const QByteArray, name);
    QCOMPARE(fieldName(Format(format), Field(field)), QByteArrayView(name));
}

void TestFields::namesEveryFieldInEveryFormat()
{
    for (const Format format : allFormats()) {
        for (int field = 0; field <= int(Field::Modalities); ++field)
            QVERIFY(!fieldName(format, Field(field)).isEmpty());
    }
}

void TestFields::saysWhatCannotBeSaid()
{
    const Error error = cannotSay(Format::OpenAiChat, Field::N, "Anthropic", "it answers once");
    QCOMPARE(error.code, ErrorCode::InvalidArgument);
    QCOMPARE(error.path, u"n"_s);
    QCOMPARE(error.detail, u"'n' cannot be used with Anthropic: it answers once"_s);
    QVERIFY(cannotSay(Format::OpenAiChat, Field::N, "X").detail.contains(u"Leave it out"_s));
}

void TestFields::dropsHarmlessExtrasAndRefusesOthers()
{
    WrittenRequest written;
    QVERIFY(settleExtras({{"store", "true"}}, Format::OpenAiChat, "X", written));
    QCOMPARE(written.dropped, std::vector<QByteArray>{"store"});
    const auto refused =
        settleExtras({{"store", "true"}, {"grammar", "1"}}, Format::OpenAiChat, "X", written);
    QVERIFY(!refused);
    QCOMPARE(refused.error().path, u"grammar"_s);
    QVERIFY(!settleExtras({{"store", "true"}}, Format::OllamaChat, "X", written));
}

void TestFields::takesEchoesOfAnswersAsHarmless()
{
    QVERIFY(isHarmless(Format::OpenAiChat, "messages[3].annotations"));
    QVERIFY(!isHarmless(Format::OpenAiChat, "messages[3].audio"));
    QVERIFY(!isHarmless(Format::OpenAiChat, "annotations"));
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
