// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/tokens/prompttokens.h"
#include "core/dialects/tokens/tokenizer.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace Gatehouse::Dialects;

namespace {

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

//! What js-tiktoken 1.0.21 counts: [{"text", "o200k", "cl100k"}].
QJsonArray knownCounts()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/core/dialects/tokens/counts.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                          : QJsonArray();
}

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shelf.load(WordRule::O200k);
        m_shelf.load(WordRule::Cl100k);
        QVERIFY(m_shelf.find(WordRule::O200k));
        QVERIFY(m_shelf.find(WordRule::Cl100k));
    }
    void countsAsTheVendorDoes();
    void countsLongWordsFast_data();
    void countsLongWordsFast();
    void takesAnyBytes();
    void refusesDamagedRanks();
    void knowsModels_data();
    void knowsModels();
    void countsPrompts_data();
    void countsPrompts();
    void boundsItsWork();
    void boundsItsWorkOverManyTexts();
    void brokenCharactersCountByteByByte();
    void countsAnswers();
    void loadsInTheBackground();

private:
    TokenizerShelf m_shelf;
};

void TestTokenizer::countsAsTheVendorDoes()
{
    const QJsonArray known = knownCounts();
    QVERIFY(known.size() > 400);
    for (const QJsonValue &one : known) {
        const QByteArray text = one["text"_L1].toString().toUtf8();
        for (const auto &[name, rule] :
             {std::pair{"o200k"_L1, WordRule::O200k}, std::pair{"cl100k"_L1, WordRule::Cl100k}})
            QVERIFY2(m_shelf.find(rule)->count(view(text)) == one[name].toInteger(),
                     qPrintable(u"%1 %2: %3"_s.arg(name)
                                    .arg(one[name].toInteger())
                                    .arg(QString::fromUtf8(text).left(120))));
    }
}

void TestTokenizer::countsLongWordsFast_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("letters") << QByteArray(256 * 1024, 'a');
    QTest::newRow("mixed") << QByteArray("qzxj").repeated(64 * 1024);
    QTest::newRow("spaces") << QByteArray(256 * 1024, ' ');
    QTest::newRow("newlines") << QByteArray(256 * 1024, '\n');
    QTest::newRow("signs") << QByteArray("=-").repeated(128 * 1024);
    QTest::newRow("marks") << QByteArray("\xcc\x81").repeated(128 * 1024);
    QTest::newRow("capitals") << QByteArray(256 * 1024, 'A');
}

//! A quarter of a megabyte without a place to cut: what grows with the square would take minutes.
void TestTokenizer::countsLongWordsFast()
{
    QFETCH(const QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_shelf.find(WordRule::O200k)->count(view(text)) > 0);
    QVERIFY(m_shelf.find(WordRule::Cl100k)->count(view(text)) > 0);
    QVERIFY(timer.elapsed() < 20'000);
}

void TestTokenizer::takesAnyBytes()
{
    QByteArray text;
    for (int i = 0; i < 4096; ++i)
        text += static_cast<char>((i * 197 + i / 7) & 0xff);
    for (const WordRule rule : {WordRule::O200k, WordRule::Cl100k}) {
        const qint64 tokens = m_shelf.find(rule)->count(view(text));
        QVERIFY(tokens > 0 && tokens <= text.size());
    }
}

void TestTokenizer::refusesDamagedRanks()
{
    QVERIFY(BytePairs::read(QByteArray("\x01"
                                       "a\x02"
                                       "bc",
                                       5)));
    QVERIFY(!BytePairs::read(QByteArray("\x01"
                                        "a\x02"
                                        "b",
                                        4)));
    QVERIFY(!BytePairs::read(QByteArray("\x00", 1)));
}

void TestTokenizer::knowsModels_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("rule"); // -1: none
    const auto row = [](const char *model, int rule) {
        QTest::newRow(model) << QByteArray(model) << rule;
    };
    for (const char *model : {"gpt-4o", "gpt-4o-mini-2024-07-18", "openai/gpt-4.1-nano", "gpt-5",
                              "ft:gpt-4o-mini:acme:x", "o3-mini", "o1", "gpt-oss-120b", "gpt-5.2",
                              "o4-mini", "chatgpt-4o-latest", "gpt-4.5-preview", "gpt-oss:20b",
                              "openai.gpt-oss-20b-1:0", "accounts/fireworks/models/gpt-oss-20b"})
        row(model, static_cast<int>(WordRule::O200k));
    for (const char *model :
         {"gpt-4", "gpt-4-turbo", "gpt-3.5-turbo-0125", "gpt-35-turbo", "text-embedding-3-small",
          "text-embedding-3-large", "text-embedding-ada-002", "davinci-002", "ft:babbage-002:x"})
        row(model, static_cast<int>(WordRule::Cl100k));
    for (const char *model :
         {"claude-sonnet-4", "llama-3.1-8b", "o1x", "", "gpt-6", "gemini-2.5-pro"})
        row(model, -1);
}

void TestTokenizer::knowsModels()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, rule);
    const auto known = wordRuleOf(model);
    QCOMPARE(known ? static_cast<int>(*known) : -1, rule);
}

void TestTokenizer::countsPrompts_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char *name, const char *format, QByteArray body, qint64 tokens,
                        bool exact) {
        QTest::newRow(name) << QByteArray(format) << body << tokens << exact;
    };
    // "Hello world" is two tokens, "You are kind." four.
    row("one message", "openai-chat",
        R"({"model":"m","messages":[{"role":"user","content":"Hello world"}]})", 2 + 4 + 3, true);
    row("with a system and a name", "openai-chat",
        R"({"model":"m","messages":[{"role":"system","content":"You are kind."},)"
        R"({"role":"user","name":"Hello","content":"Hello world"}]})",
        4 + 2 + 1 + 1 + 8 + 3, true);
    row("parts", "openai-chat",
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"Hello"},)"
        R"({"type":"text","text":" world"}]}]})",
        2 + 4 + 3, true);
    row("a picture", "openai-chat",
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"Hello"},)"
        R"({"type":"image_url","image_url":{"url":"https://x/y.png"}}]}]})",
        1 + 800 + 4 + 3, false);
    row("Anthropic", "anthropic-messages",
        R"({"model":"m","max_tokens":5,"system":"You are kind.",)"
        R"("messages":[{"role":"user","content":"Hello world"}]})",
        4 + 2 + 8 + 3, true);
    row("count_tokens", "anthropic-count-tokens",
        R"({"model":"m","messages":[{"role":"user","content":"Hello world"}]})", 2 + 4 + 3, true);
    row("completion", "openai-completions", R"({"model":"m","prompt":"Hello world"})", 2, true);
    row("embedding", "openai-embeddings", R"({"model":"m","input":["Hello world","Hello"]})", 3,
        true);
    row("embedding of tokens", "openai-embeddings", R"({"model":"m","input":[1,2,3]})", 3, true);
}

void TestTokenizer::countsPrompts()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, tokens);
    QFETCH(const bool, exact);
    const auto known = formatFromName(format);
    QVERIFY(known);
    const auto counted = countPrompt(*known, body, *m_shelf.find(WordRule::O200k));
    QVERIFY(counted);
    QCOMPARE(counted->tokens, tokens);
    QCOMPARE(counted->isExact, exact);
}

void TestTokenizer::boundsItsWork()
{
    const QByteArray text = QByteArray("The quick brown fox jumps over it. ").repeated(20'000);
    const QByteArray body =
        R"({"model":"m","messages":[{"role":"user","content":")" + text + "\"}]}";
    const Tokenizer &tokenizer = *m_shelf.find(WordRule::O200k);
    const auto bounded = countPrompt(Format::OpenAiChat, body, tokenizer);
    const auto whole = countPrompt(Format::OpenAiChat, body, tokenizer, body.size());
    QVERIFY(bounded && whole);
    QVERIFY(whole->isExact);
    QVERIFY(!bounded->isExact);
    QVERIFY(std::abs(bounded->tokens - whole->tokens) * 100 < whole->tokens);
}

//! None of many short texts is worth a block of its own.
void TestTokenizer::boundsItsWorkOverManyTexts()
{
    const QByteArray one = R"({"role":"user","content":"The quick brown fox jumps over it."},)";
    const QByteArray body =
        R"({"model":"m","messages":[)" + one.repeated(100'000).chopped(1) + "]}";
    const Tokenizer &tokenizer = *m_shelf.find(WordRule::O200k);
    QElapsedTimer timer;
    timer.start();
    const auto whole = countPrompt(Format::OpenAiChat, body, tokenizer, body.size());
    const qint64 wholeTime = timer.restart();
    const auto bounded = countPrompt(Format::OpenAiChat, body, tokenizer);
    const qint64 boundedTime = timer.elapsed();
    QVERIFY(bounded && whole);
    QVERIFY(whole->isExact && !bounded->isExact);
    QVERIFY(std::abs(bounded->tokens - whole->tokens) * 50 < whole->tokens);
    QVERIFY2(boundedTime < wholeTime, qPrintable(u"%1 of %2 ms"_s.arg(boundedTime).arg(wholeTime)));
}

void TestTokenizer::brokenCharactersCountByteByByte()
{
    const std::string_view broken = "\xc3word";
    for (const WordRule rule : {WordRule::O200k, WordRule::Cl100k})
        QCOMPARE(firstWord(rule, broken), 5U); // a sign that leads four letters, none swallowed
    QCOMPARE(firstWord(WordRule::O200k, "\xe4\xbd"), 2U);
}

void TestTokenizer::countsAnswers()
{
    const QByteArray body = R"({"id":"x","object":"chat.completion","model":"m","choices":[)"
                            R"({"index":0,"message":{"role":"assistant","content":"Hello world"},)"
                            R"("finish_reason":"stop"}]})";
    QCOMPARE(countAnswer(Format::OpenAiChat, body, m_shelf.find(WordRule::O200k), 4), 2);
    QCOMPARE(countAnswer(Format::OpenAiChat, body, nullptr, 5.5), 2); // eleven bytes of words
    QCOMPARE(countAnswer(Format::OpenAiChat, "no JSON at all", nullptr, 7), 2);
    QCOMPARE(countAnswer(Format::OpenAiEmbeddings, body, nullptr, 4), 0);
}

void TestTokenizer::loadsInTheBackground()
{
    TokenizerShelf shelf;
    QVERIFY(!shelf.of("gpt-4o"));
    shelf.want(WordRule::O200k);
    shelf.want(WordRule::O200k);
    QTRY_VERIFY(shelf.of("gpt-4o"));
    QVERIFY(!shelf.of("gpt-4"));
}

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
