// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/passthrough.h"

#include <QtTest/QTest>

using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;

class TestPassThrough : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsFormats_data();
    void tellsFormats();
    void keepsToTheBasePath_data();
    void keepsToTheBasePath();
    void takesCredentialsOutOfQueries();
    void letsFieldsPass();
};

void TestPassThrough::tellsFormats_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("model");
    const auto add = [](const char *path, const char *format, const char *model = "") {
        QTest::newRow(path) << QByteArray(path) << QByteArray(format) << QByteArray(model);
    };
    add("/chat/completions", "openai-chat");
    add("/openai/deployments/my-gpt/chat/completions", "openai-chat");
    add("/v1/completions", "openai-completions");
    add("/v1/messages", "anthropic-messages");
    add("/v1/messages/count_tokens", "anthropic-count-tokens");
    add("/api/embeddings", "ollama-embeddings");
    add("/v1/embeddings", "openai-embeddings");
    add("/v2/chat", "cohere-chat");
    add("/v1beta/models/gemini-2.5-pro:streamGenerateContent", "gemini-generate", "gemini-2.5-pro");
    add("/v1/projects/p/locations/l/publishers/anthropic/models/claude%404:rawPredict",
        "anthropic-messages", "claude@4");
    add("/model/eu.amazon.nova-v1%3A0/converse-stream", "bedrock-converse", "eu.amazon.nova-v1:0");
    add("/v1/files/file-1/content", "");
    add("/v1/models/x:tune", "");
    add("/", "");
}

void TestPassThrough::tellsFormats()
{
    QFETCH(QByteArray, path);
    const PassedPath found = passedPath(path);
    QTEST(found.format ? formatName(*found.format).toByteArray() : QByteArray(), "format");
    QTEST(found.model, "model");
}

void TestPassThrough::keepsToTheBasePath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("out");
    for (const char *path :
         {"/..", "/a/../b", "/a/%2e%2E/b", "/./a", "/a%2f..%2fb", "/..\\b", "/%2e"})
        QTest::newRow(path) << QByteArray(path) << true;
    for (const char *path : {"/", "/a..b/c", "/...", "/models/a%3A0", "/.well-known/x"})
        QTest::newRow(path) << QByteArray(path) << false;
}

void TestPassThrough::keepsToTheBasePath()
{
    QFETCH(QByteArray, path);
    QTEST(climbs(path), "out");
}

void TestPassThrough::takesCredentialsOutOfQueries()
{
    QCOMPARE(passedQuery(""), ""_ba);
    QCOMPARE(passedQuery("limit=5&after=a%20b"), "limit=5&after=a%20b"_ba);
    QCOMPARE(passedQuery("key=1&alt=sse&API_KEY=2&access_token=3&X-Amz-Signature=4&%6bey=5"),
             "alt=sse"_ba);
    QCOMPARE(passedQuery("keys=1&flag"), "keys=1&flag"_ba);
}

void TestPassThrough::letsFieldsPass()
{
    for (const char *name :
         {"Authorization", "x-api-key", "API-Key", "x-goog-api-key", "Cookie", "Host",
          "Content-Length", "Transfer-Encoding", "X-Gatehouse-Tags", "X-Amz-Date",
          "X-Forwarded-For", "Proxy-Authorization", "Sec-Fetch-Mode", "Expect"})
        QVERIFY2(!passesToProvider(name), name);
    for (const char *name :
         {"Content-Type", "Accept", "OpenAI-Beta", "anthropic-beta", "Range", "If-None-Match"})
        QVERIFY2(passesToProvider(name), name);
    for (const char *name : {"Content-Disposition", "ETag", "Content-Encoding"})
        QVERIFY2(passesToClient(name), name);
    for (const char *name :
         {"Set-Cookie", "Server", "Location", "Access-Control-Allow-Origin", "Connection"})
        QVERIFY2(!passesToClient(name), name);
}

QTEST_GUILESS_MAIN(TestPassThrough)
#include "tst_passthrough.moc"
