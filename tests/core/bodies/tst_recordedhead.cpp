// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/recordedhead.h"

#include <QtTest/QTest>

using namespace Gatehouse::Bodies;

class TestRecordedHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsCredentials_data();
    void knowsCredentials();
    void keepsNoCredential();
    void takesKeysOutOfTheTarget();
    void staysWithinItsBound();
};

void TestRecordedHead::knowsCredentials_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSecret");
    for (const char *name :
         {"Authorization", "x-api-key", "api-key", "x-goog-api-key", "Cookie", "Set-Cookie",
          "Proxy-Authorization", "X-Amz-Security-Token", "X-Client-Secret"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"Content-Type", "User-Agent", "anthropic-version", "x-request-id"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestRecordedHead::knowsCredentials()
{
    QFETCH(const QByteArray, name);
    QTEST(carriesCredential(name), "isSecret");
}

void TestRecordedHead::keepsNoCredential()
{
    QByteArray head = "POST /v1/messages\r\n";
    appendRecordedFields(head, "x-api-key: gh_live\r\nuser-agent:  curl/8 \r\n");
    QCOMPARE(firstLine(head), QByteArray("POST /v1/messages"));
    const std::vector<RecordedField> fields = fieldsOf(head);
    QCOMPARE(fields.size(), std::size_t(2));
    QCOMPARE(fields.at(0), (RecordedField{"x-api-key", "[redacted]"}));
    QVERIFY(fields.at(0).isRedacted());
    QCOMPARE(fields.at(1), (RecordedField{"user-agent", "curl/8"}));
}

void TestRecordedHead::takesKeysOutOfTheTarget()
{
    QCOMPARE(recordedTarget("/v1beta/models/g:generateContent?alt=sse&key=abc"),
             QByteArray("/v1beta/models/g:generateContent?alt=sse&key=[redacted]"));
    QCOMPARE(recordedTarget("/v1/messages"), QByteArray("/v1/messages"));
}

void TestRecordedHead::staysWithinItsBound()
{
    QByteArray head = "200\r\n";
    for (int i = 0; i < 40; ++i)
        appendRecordedField(head, "x-long", QByteArray(1000, 'a'));
    QVERIFY(head.size() <= longestHead);
    QVERIFY(fieldsOf(head).size() > 10);
}

QTEST_GUILESS_MAIN(TestRecordedHead)
#include "tst_recordedhead.moc"
