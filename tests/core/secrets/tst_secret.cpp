// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/processhardening.h"
#include "core/secrets/secret.h"
#include "core/secrets/secretredactor.h"
#include "core/secrets/secretreference.h"

#include <QtTest/QTest>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Gatehouse;
using namespace Gatehouse::Secrets;
using namespace Qt::StringLiterals;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revealsWhatItWasGiven()
    {
        const QByteArray value("a\0b", 3);
        QCOMPARE(Secret(value).reveal(), QByteArrayView(value));
    }
    void anEmptyValueIsEmpty()
    {
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret("").isEmpty());
        QVERIFY(Secret().reveal().isEmpty());
        QVERIFY(Secret() == Secret(""));
    }
    void copiesShareOneValueBeyondTheOriginal()
    {
        Secret copy;
        {
            const Secret original("correct horse");
            copy = original;
            QVERIFY(copy.reveal().data() == original.reveal().data());
        }
        QCOMPARE(copy.reveal(), QByteArrayView("correct horse"));
    }
    void comparesByValue()
    {
        QVERIFY(Secret("same value") == Secret("same value"));
        QVERIFY(Secret("same value") != Secret("same valuf"));
        QVERIFY(Secret("same value") != Secret("same value "));
    }

    void fingerprintShowsLittle_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("long") << "sk-proj-0123456789abcdef9f2c"_ba << QByteArray("sk-p\u20269f2c");
        QTest::newRow("middle") << "0123456789ab"_ba << QByteArray("01\u2026ab");
        QTest::newRow("short") << "password"_ba << QByteArray("\u2026");
        QTest::newRow("control") << "\n\t0123456789"_ba << QByteArray("??\u202689");
    }
    void fingerprintShowsLittle()
    {
        QFETCH(QByteArray, value);
        QTEST(Secret(value).fingerprint(), "shown");
    }

    void readsReferences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("keychain") << u"keychain:openai-main"_s << true;
        QTest::newRow("vault") << u"vault:team/a.b@c_d"_s << true;
        QTest::newRow("session") << u"session:x"_s << true;
        QTest::newRow("env") << u"env:GH_KEY_1"_s << true;
        QTest::newRow("file") << u"file:/run/secrets/open ai"_s << true;
        QTest::newRow("file with colon") << u"file:C:/keys/x"_s << true;
        QTest::newRow("credential") << u"credential:openai"_s << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("a pasted key") << u"sk-abcdef0123456789"_s << false;
        QTest::newRow("unknown place") << u"cloud:x"_s << false;
        QTest::newRow("upper case place") << u"Keychain:x"_s << false;
        QTest::newRow("no name") << u"keychain:"_s << false;
        QTest::newRow("space") << u"keychain: x"_s << false;
        QTest::newRow("leading dot") << u"vault:.x"_s << false;
        QTest::newRow("env starting with digit") << u"env:1X"_s << false;
        QTest::newRow("env with dash") << u"env:A-B"_s << false;
        QTest::newRow("file with newline") << u"file:/a\nb"_s << false;
        QTest::newRow("credential with path") << u"credential:a/b"_s << false;
        QTest::newRow("credential climbing") << u"credential:.."_s << false;
        QTest::newRow("too long") << u"vault:"_s + QString(129, u'a') << false;
    }
    void readsReferences()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto reference = SecretReference::parse(text);
        QCOMPARE(reference.has_value(), valid);
        if (valid)
            QCOMPARE(reference->toString(), text);
        else
            QCOMPARE(reference.error().code, ErrorCode::InvalidArgument);
    }
    void aPastedKeyIsNotRepeatedInTheError()
    {
        const auto reference = SecretReference::parse(u"sk-abcdef0123456789");
        QVERIFY(!reference.error().detail.contains(u"abcdef"_s));
    }

    void redactsWhatItKnows()
    {
        SecretRedactor redactor;
        redactor.learn(Secret("hunter2hunter2"));
        QCOMPARE(redactor.redacted("key=hunter2hunter2, again hunter2hunter2."),
                 "key=[redacted], again [redacted]."_ba);
        QCOMPARE(redactor.redacted("Bearer abcdefghijklmnop"), "Bearer [redacted]"_ba);
    }
    void redactsSecretsThatOverlap()
    {
        SecretRedactor redactor;
        redactor.learn(Secret("abcdefgh12345678"));
        redactor.learn(Secret("12345678ijklmnop"));
        redactor.learn(Secret("efgh1234"));
        QCOMPARE(redactor.redacted("<abcdefgh12345678ijklmnop>"), "<[redacted]>"_ba);
    }
    void leavesShortValuesAlone()
    {
        SecretRedactor redactor;
        redactor.learn(Secret("test"));
        redactor.learn(Secret());
        QCOMPARE(redactor.redacted("a test"), "a test"_ba);
    }

    void hardeningTurnsCoreDumpsOff()
    {
        hardenProcess(Debugging::Allowed);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
    }
    void hardeningRefusesDebuggers()
    {
        hardenProcess(Debugging::Refused);
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
