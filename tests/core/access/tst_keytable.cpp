// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keytable.h"
#include "core/access/keytablebuilder.h"
#include "core/access/seenkeys.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;

namespace {

constexpr Pepper pepper{1, 2, 3};

KeyEntry entry(const QByteArray &id, const QByteArray &text)
{
    KeyEntry made;
    made.id = id;
    made.hash = KeyTable::hash(text, pepper);
    made.routes = {"*"_ba};
    return made;
}

KeyTable bigTable(int size)
{
    std::vector<KeyEntry> entries;
    for (int i = 0; i < size; ++i)
        entries.push_back(entry("id" + QByteArray::number(i), "key" + QByteArray::number(i)));
    return KeyTable(std::move(entries), pepper);
}

//! A document with one team "research" and one key of it.
Api::Document sample()
{
    Api::Document document;
    document.teams = {{.id = u"research"_s,
                       .name = {},
                       .routes = {u"fast"_s, u"openai/*"_s},
                       .residency = {u"eu"_s}}};
    document.keys = {{.id = u"ci"_s,
                      .team = u"research"_s,
                      .secret = u"env:CI"_s,
                      .routes = {u"*"_s},
                      .expires = {}}};
    return document;
}

const QHash<QString, Secrets::Secret> &secrets()
{
    static const QHash<QString, Secrets::Secret> known{
        {u"env:CI"_s, Secrets::Secret("0123456789abcdefghij")},
        {u"env:OTHER"_s, Secrets::Secret("another secret of 20+")},
        {u"env:SHORT"_s, Secrets::Secret("0123456789abcdefghi")},
        {u"env:LONG"_s, Secrets::Secret(QByteArray(257, 'x'))},
    };
    return known;
}

KeyTableBuild build(const Api::Document &document, const std::vector<CreatedKey> &created = {})
{
    return buildKeyTable(document, created, secrets(), pepper);
}

} // namespace

class TestKeyTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seenKeysAreFoundAgain()
    {
        const KeyTable table = bigTable(200); // more keys than places: they push each other out
        SeenKeys seen;
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 200; ++i) {
                const KeyEntry *found = seen.find(table, QByteArray("key" + QByteArray::number(i)));
                QVERIFY(found);
                QCOMPARE(found->id, QByteArray("id" + QByteArray::number(i)));
            }
        }
        QVERIFY(!seen.find(table, "key200"));
        QVERIFY(!seen.find(table, QByteArrayView()));
    }

    void seenKeysForgetTheOldTable()
    {
        SeenKeys seen;
        {
            const KeyTable old = bigTable(5);
            QVERIFY(seen.find(old, "key1"));
        }
        const KeyTable next({entry("other", "key2")}, pepper);
        seen.clear();
        QVERIFY(!seen.find(next, "key1"));
        QCOMPARE(seen.find(next, "key2")->id, "other"_ba);
    }

    void matchesPatterns_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("all") << "*"_ba
                             << "openai/gpt-4o"_ba << true;
        QTest::newRow("exact") << "fast"_ba
                               << "fast"_ba << true;
        QTest::newRow("other") << "fast"_ba
                               << "faster"_ba << false;
        QTest::newRow("case counts") << "fast"_ba
                                     << "Fast"_ba << false;
        QTest::newRow("provider") << "openai/*"_ba
                                  << "openai/gpt-4o"_ba << true;
        QTest::newRow("model with slash") << "hf/*"_ba
                                          << "hf/org/model"_ba << true;
        QTest::newRow("other provider") << "openai/*"_ba
                                        << "openai2/gpt-4o"_ba << false;
        QTest::newRow("provider alone") << "openai/*"_ba
                                        << "openai"_ba << false;
        QTest::newRow("no model") << "openai/*"_ba
                                  << "openai/"_ba << false;
        QTest::newRow("star inside is no pattern") << "gpt*"_ba
                                                   << "gpt-4o"_ba << false;
    }
    void matchesPatterns()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, model);
        KeyEntry key;
        QVERIFY(!key.mayCall(model)); // no patterns: nothing
        key.routes = {"none"_ba, pattern};
        QTEST(key.mayCall(model), "allowed");
    }

    void findsEveryKeyAndNoOther()
    {
        const KeyTable table = bigTable(1000);
        for (int i = 0; i < 1000; ++i) {
            const KeyEntry *found = table.find(QByteArray("key" + QByteArray::number(i)));
            QVERIFY(found);
            QCOMPARE(found->id, QByteArray("id" + QByteArray::number(i)));
            QCOMPARE(table.byId(found->id), found);
        }
        QVERIFY(!table.find("key1000"));
        QVERIFY(!table.find(""));
        QVERIFY(!table.byId("id1000"));
        QVERIFY(std::ranges::is_sorted(table.entries(), {}, &KeyEntry::hash));
    }
    void anEmptyTableFindsNothing()
    {
        const KeyTable table({}, pepper);
        QVERIFY(!table.find("x"));
        QVERIFY(!table.byId("x"));
    }
    void thePepperDecidesTheHash()
    {
        QVERIFY(KeyTable::hash("key", pepper) != KeyTable::hash("key", Pepper{9}));
        QVERIFY(!KeyTable({entry("a", "key")}, Pepper{9}).find("key"));
    }
    void byIdPrefersTheEntryValidLongest()
    {
        KeyEntry old = entry("a", "old");
        old.expires = FakeClock().wall();
        const KeyTable table({old, entry("a", "new")}, pepper);
        QCOMPARE(table.byId("a"), table.find("new"));
    }
    void findTakesUnderAMicrosecond()
    {
        const KeyTable table = bigTable(10'000);
        const QByteArray key("gh-k7m2xw9q-AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQ0123456");
        const KeyEntry *found = nullptr;
        QBENCHMARK
        {
            found = table.find(key);
        }
        QVERIFY(!found);
    }

    void keysAndTeamsBindTargetsAndRegions()
    {
        Api::Document document = sample();
        document.teams[0].targets = {u"gpu/*"_s};
        document.keys[0].targets = {u"tag:local"_s};
        document.keys[0].residency = {u"on-prem"_s};
        const KeyTableBuild made = build(document);
        const KeyEntry *key = made.table->byId("ci");
        QVERIFY(key);
        QCOMPARE(key->teamTargets, std::vector<QByteArray>{"gpu/*"});
        QCOMPARE(key->targets, std::vector<QByteArray>{"tag:local"});
        QCOMPARE(key->residency, QStringList{u"eu"_s});
        QCOMPARE(key->ownResidency, QStringList{u"on-prem"_s});
    }

    void aDeclaredKeyCallsWhatItsTeamMay()
    {
        const KeyTableBuild built = build(sample());
        QVERIFY(built.findings.isEmpty());
        const KeyEntry *key = built.table->find("0123456789abcdefghij");
        QVERIFY(key);
        QCOMPARE(key->id, "ci"_ba);
        QCOMPARE(key->team, "research"_ba);
        QCOMPARE(key->residency, QStringList(u"eu"_s));
        QVERIFY(key->mayCall("fast"));
        QVERIFY(key->mayCall("openai/gpt-4o"));
        QVERIFY(!key->mayCall("careful"));
    }

    void intersectsRoutes_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QStringList>("team");
        QTest::addColumn<QStringList>("both");
        const QString all = u"*"_s;
        QTest::newRow("team without routes")
            << QStringList{u"a"_s} << QStringList{} << QStringList{u"a"_s};
        QTest::newRow("key without routes") << QStringList{} << QStringList{all} << QStringList{};
        QTest::newRow("all and all") << QStringList{all} << QStringList{all} << QStringList{all};
        QTest::newRow("model of a provider")
            << QStringList{u"o/x"_s, u"p/x"_s} << QStringList{u"o/*"_s} << QStringList{u"o/x"_s};
        QTest::newRow("provider of a model")
            << QStringList{u"o/*"_s} << QStringList{u"o/x"_s} << QStringList{u"o/x"_s};
        QTest::newRow("nothing in common")
            << QStringList{u"a"_s} << QStringList{u"b"_s} << QStringList{};
        QTest::newRow("no repetition")
            << QStringList{all, u"a"_s} << QStringList{u"a"_s, all} << QStringList{all, u"a"_s};
    }
    void intersectsRoutes()
    {
        QFETCH(QStringList, key);
        QFETCH(QStringList, team);
        Api::Document document = sample();
        document.teams[0].routes = team;
        document.keys[0].routes = key;
        const KeyTableBuild built = build(document);
        QStringList both;
        for (const QByteArray &route : built.table->byId("ci")->routes)
            both.append(QString::fromUtf8(route));
        QTEST(both, "both");
    }

    void leavesDoubtfulKeysOut_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("team");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("says");
        const QString none;
        QTest::newRow("unknown secret") << u"env:NO"_s << none << none << u"cannot be read"_s;
        QTest::newRow("19 characters") << u"env:SHORT"_s << none << none << u"too short"_s;
        QTest::newRow("257 characters") << u"env:LONG"_s << none << none << u"longer than 256"_s;
        QTest::newRow("unknown team") << u"env:CI"_s << u"gone"_s << none << u"\"gone\""_s;
        QTest::newRow("expiry") << u"env:CI"_s << none << u"soon"_s << u"expires"_s;
    }
    void leavesDoubtfulKeysOut()
    {
        QFETCH(QString, secret);
        QFETCH(QString, team);
        QFETCH(QString, expires);
        QFETCH(QString, says);
        Api::Document document = sample();
        document.keys[0].secret = secret;
        document.keys[0].team = team;
        document.keys[0].expires = expires;
        const KeyTableBuild built = build(document);
        QVERIFY(built.table->entries().empty());
        QCOMPARE(built.findings.size(), 1);
        QCOMPARE(built.findings.first().severity, Api::Severity::Error);
        QCOMPARE(built.findings.first().path, u"keys[0]"_s);
        QVERIFY2(built.findings.first().message.contains(says),
                 qPrintable(built.findings.first().message));
    }

    void refusesTwins_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("secret");
        QTest::newRow("same id") << u"ci"_s << u"env:OTHER"_s;
        QTest::newRow("same secret") << u"ci2"_s << u"env:CI"_s;
    }
    void refusesTwins()
    {
        QFETCH(QString, id);
        QFETCH(QString, secret);
        Api::Document document = sample();
        document.keys.append(document.keys[0]);
        document.keys[1].id = id;
        document.keys[1].secret = secret;
        const KeyTableBuild built = build(document);
        QCOMPARE(built.table->entries().size(), size_t(1));
        QCOMPARE(built.findings.size(), 1);
        QCOMPARE(built.findings.first().path, u"keys[1]"_s);
    }

    void readsExpiry_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        const QString utc = u"UTC"_s;
        const QString berlin = u"Europe/Berlin"_s;
        QTest::newRow("day") << utc << u"2027-01-01"_s << qint64(1'798'761'600);
        QTest::newRow("UTC") << utc << u"2027-01-01T00:00:01Z"_s << qint64(1'798'761'601);
        QTest::newRow("no zone") << utc << u"2027-01-01T00:00:01"_s << qint64(1'798'761'601);
        QTest::newRow("offset") << utc << u"2027-01-01T01:00:00+01:00"_s << qint64(1'798'761'600);
        QTest::newRow("day there") << berlin << u"2027-01-01"_s << qint64(1'798'758'000);
        QTest::newRow("hour there") << berlin << u"2027-01-01T00:00:01"_s << qint64(1'798'758'001);
        QTest::newRow("UTC, said there")
            << berlin << u"2027-01-01T00:00:01Z"_s << qint64(1'798'761'601);
    }
    void readsExpiry()
    {
        QFETCH(QString, zone);
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        Api::Document document = sample();
        document.gateway.reportingTimeZone = zone;
        document.keys[0].expires = text;
        const KeyTableBuild built = build(document);
        QCOMPARE(built.table->byId("ci")->expires, WallTime(std::chrono::seconds(seconds)));
    }

    void aRotatedKeyIsKnownByBothTexts()
    {
        CreatedKey key{.id = "k7m2xw9q",
                       .name = u"Laptop"_s,
                       .team = {},
                       .routes = {u"fast"_s},
                       .hash = KeyTable::hash("new text", pepper),
                       .previousHash = KeyTable::hash("old text", pepper),
                       .previousValidUntil = FakeClock().wall(),
                       .prefix = {},
                       .lastFour = {}};
        const KeyTableBuild built = build(sample(), {key});
        QVERIFY(built.findings.isEmpty());
        QCOMPARE(built.table->find("old text")->id, key.id);
        QCOMPARE(built.table->find("old text")->expires, key.previousValidUntil);
        QVERIFY(!built.table->find("new text")->expires);
        QCOMPARE(built.table->byId(key.id), built.table->find("new text"));
    }
};

QTEST_GUILESS_MAIN(TestKeyTable)
#include "tst_keytable.moc"
