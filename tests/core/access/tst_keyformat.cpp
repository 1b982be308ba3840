// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keyformat.h"
#include "core/base/redaction.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;

class TestKeyFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesKeysOfTheForm()
    {
        static const QRegularExpression form(u"^gh-[a-z0-9]{8}-[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}$"_s);
        for (int i = 0; i < 100; ++i) {
            const NewKey key = makeKey();
            const QByteArray text = key.secret.reveal().toByteArray();
            QVERIFY2(form.match(QString::fromLatin1(text)).hasMatch(), text.constData());
            QVERIFY(looksLikeOurKey(text));
            QCOMPARE(publicIdOf(text), QByteArrayView(key.publicId));
            QCOMPARE(key.prefix, "gh-" + key.publicId);
            QVERIFY(text.endsWith(key.lastFour));
        }
    }
    void keysDiffer()
    {
        const NewKey one = makeKey();
        const NewKey two = makeKey(one.publicId);
        QCOMPARE(two.publicId, one.publicId);
        QVERIFY(one.secret != two.secret);
        QVERIFY(makeKey().publicId != one.publicId);
    }
    void theChecksumIsFixed()
    {
        // crc32 of the 55 characters before it, in base 62: computed with zlib.
        QVERIFY(looksLikeOurKey("gh-abcdefgh-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA4NqiAA"));
    }
    void noticesATypoAtEveryCharacter()
    {
        const QByteArray key = makeKey().secret.reveal().toByteArray();
        for (qsizetype i = 0; i < key.size(); ++i) {
            QByteArray wrong = key;
            wrong[i] = wrong[i] == 'x' ? 'y' : 'x';
            QVERIFY2(!looksLikeOurKey(wrong), wrong.constData());
        }
    }
    void refusesOtherLengths()
    {
        const QByteArray key = makeKey().secret.reveal().toByteArray();
        for (qsizetype size = 0; size < key.size(); ++size)
            QVERIFY(!looksLikeOurKey(key.first(size)));
        QVERIFY(!looksLikeOurKey(QByteArray(key + 'a')));
        QVERIFY(!looksLikeOurKey(QByteArray(key + '\n')));
        QVERIFY(publicIdOf("sk-proj-abc").isEmpty());
    }
    void logsNeverShowAKey()
    {
        const QByteArray key = makeKey().secret.reveal().toByteArray();
        QCOMPARE(PatternRedactor().redacted(QByteArray("key " + key)), "key [redacted]"_ba);
    }
};

QTEST_GUILESS_MAIN(TestKeyFormat)
#include "tst_keyformat.moc"
