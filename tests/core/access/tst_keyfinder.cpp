// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keyfinder.h"
#include "core/access/keyformat.h"
#include "core/access/keytablebuilder.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Pepper pepper{1, 2, 3};
const QByteArray declaredText = "the-secret-of-the-build-server-01";

QByteArray textOf(const NewKey &key)
{
    return key.secret.reveal().toByteArray();
}

} // namespace

class TestKeyFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_created = {made(m_laptop, u"laptop"_s), made(m_gone, u"gone"_s),
                     made(m_rotated, u"rotated"_s)};
        m_created[1].deleted = m_clock.wall();
        m_created[2].previousHash = KeyTable::hash(textOf(m_before), pepper);
        m_created[2].previousValidUntil = m_clock.wall() + 1h;
    }

    void findsKeysAnywhere_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern : {"%", "key=%", "{\"key\": \"%\"}", "Bearer %\r\n", "x%x",
                                    "https://h/?k=%&x=1", "a\nOPENAI_API_KEY='%' # laptop\nb"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }
    void findsKeysAnywhere()
    {
        QFETCH(QByteArray, pattern);
        const auto found = find(pattern.replace('%', textOf(m_laptop)));
        QCOMPARE(found, one(m_laptop.publicId, FoundKey::Text::Current));
    }

    void findsDeclaredKeysAsWords()
    {
        for (const char *pattern : {"%", "CI=%", "\"%\",", "  % \n", "key: %;"}) {
            const auto found = find(QByteArray(pattern).replace('%', declaredText));
            QCOMPARE(found, one("ci", FoundKey::Text::Current));
        }
        QVERIFY(find("x" + declaredText).empty());
    }

    void tellsOldTextsFromPresentOnes()
    {
        QCOMPARE(find(textOf(m_rotated)), one(m_rotated.publicId, FoundKey::Text::Current));
        QCOMPARE(find(textOf(m_before)), one(m_rotated.publicId, FoundKey::Text::Previous));
        QCOMPARE(find(textOf(m_gone)), one(m_gone.publicId, FoundKey::Text::Former));
        const NewKey older = makeKey(m_laptop.publicId);
        QCOMPARE(find(textOf(older)), one(m_laptop.publicId, FoundKey::Text::Former));
        // The present text is the one that matters, wherever it stands.
        QCOMPARE(find(textOf(older) + QByteArray(" ") + textOf(m_laptop)),
                 one(m_laptop.publicId, FoundKey::Text::Current));
    }
    void tellsThatAnOverlapIsOver()
    {
        m_clock.advance(2h);
        QCOMPARE(find(textOf(m_before)), one(m_rotated.publicId, FoundKey::Text::Former));
    }

    void passesOverWhatIsNoKey()
    {
        QByteArray typo = textOf(m_laptop);
        typo[20] = typo[20] == 'a' ? 'b' : 'a';
        QVERIFY(find(typo).empty()); // the checksum is wrong
        QVERIFY(find(textOf(makeKey())).empty());
        QVERIFY(find(textOf(m_laptop).chopped(1)).empty());
        QVERIFY(find("gh- gh-12345678- a text without keys").empty());
        QVERIFY(find({}).empty());
    }
    void findsAllKeysOfALongText()
    {
        QByteArray text;
        for (int i = 0; i < 5000; ++i)
            text +=
                "a line of a log with-a-word-that-is-long-enough=" + QByteArray::number(i) + '\n';
        text += textOf(m_laptop) + declaredText.toHex() + " " + declaredText + "\n" + text;
        const auto found = find(text);
        QCOMPARE(found.size(), 2U);
    }

private:
    CreatedKey made(const NewKey &key, const QString &name) const
    {
        CreatedKey created;
        created.id = key.publicId;
        created.name = name;
        created.routes = {u"*"_s};
        created.hash = KeyTable::hash(key.secret.reveal(), pepper);
        return created;
    }
    std::vector<FoundKey> find(const QByteArray &text) const
    {
        Api::Document document;
        document.keys = {{.id = u"ci"_s, .team = {}, .secret = u"env:CI"_s, .expires = {}}};
        std::vector<CreatedKey> inForce = m_created;
        std::erase_if(inForce, [](const CreatedKey &key) { return key.deleted.has_value(); });
        const auto table =
            buildKeyTable(document, inForce, {{u"env:CI"_s, Secrets::Secret(declaredText)}}, pepper)
                .table;
        return findKeys(text, *table, m_created, m_clock.wall());
    }
    static std::vector<FoundKey> one(const QByteArray &id, FoundKey::Text text)
    {
        return {FoundKey{.id = id, .text = text}};
    }

    FakeClock m_clock;
    NewKey m_laptop = makeKey();
    NewKey m_gone = makeKey();
    NewKey m_rotated = makeKey();
    NewKey m_before = makeKey(m_rotated.publicId);
    std::vector<CreatedKey> m_created;
};

QTEST_GUILESS_MAIN(TestKeyFinder)
#include "tst_keyfinder.moc"
