// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/keystore.h"
#include "core/store/database.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Access;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_pepper = loadPepper(m_folder->path()).value();
        openDatabase();
        m_store =
            std::make_unique<KeyStore>(KeyStore::open(*m_database, m_pepper, m_clock).value());
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }

    void keepsWhatAKeyIs()
    {
        const WallTime expires = m_clock.wall() + 24h;
        const auto issued = m_store->create({.name = u" Laptop "_s,
                                             .team = u"research"_s,
                                             .routes = {u"fast"_s, u"openai/*"_s},
                                             .expires = expires});
        QVERIFY(issued);
        reopen();
        const CreatedKey key = m_store->find(issued->key.id).value();
        QCOMPARE(key.name, u"Laptop"_s);
        QCOMPARE(key.team, u"research"_s);
        QCOMPARE(key.routes, QStringList({u"fast"_s, u"openai/*"_s}));
        QCOMPARE(key.created, m_clock.wall());
        QCOMPARE(key.expires, expires);
        QCOMPARE(key.hash, KeyTable::hash(issued->secret.reveal(), m_pepper));
        QVERIFY(issued->secret.reveal().startsWith(key.prefix));
        QVERIFY(issued->secret.reveal().endsWith(key.lastFour));
        QVERIFY(!key.disabled && !key.lastUsed && !key.deleted && !key.previousHash);
    }
    void keepsEveryField()
    {
        KeyRequest request{.name = u"app"_s,
                           .team = u"ops"_s,
                           .routes = {u"fast"_s},
                           .expires = m_clock.wall() + 24h,
                           .note = u"note"_s,
                           .tags = {u"a=b"_s},
                           .owner = u"anna"_s,
                           .residency = {u"eu"_s, u"on-prem"_s},
                           .targets = {u"gpu/*"_s},
                           .addresses = {u"10.0.0.0/8"_s},
                           .priority = u"batch"_s,
                           .recordBodies = u"never"_s};
        const QByteArray id = m_store->create(request)->key.id;
        reopen();
        QCOMPARE(requestOf(m_store->find(id).value()), request);
        request.owner.clear();
        request.addresses = {u"::1"_s};
        request.priority.clear();
        QVERIFY(m_store->update(id, request));
        QCOMPARE(requestOf(m_store->find(id).value()), request);
    }
    void addsWhatEarlierVersionsLack()
    {
        const QByteArray id = create();
        for (const char *column :
             {"owner", "residency", "targets", "addresses", "priority", "record_bodies"})
            QVERIFY(m_database->execute(
                QByteArray("ALTER TABLE created_key DROP COLUMN ").append(column)));
        reopen();
        QCOMPARE(m_store->find(id)->addresses, QStringList());
        QVERIFY(m_store->update(id, {.name = u"a"_s, .owner = u"anna"_s}));
        QCOMPARE(m_store->find(id)->owner, u"anna"_s);
    }
    void takesBackAKeyThatNobodyGot()
    {
        const QByteArray id = create();
        QVERIFY(m_store->discard(id));
        QCOMPARE(m_store->find(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->findDeleted(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->discard(id).error().code, ErrorCode::NotFound);
    }
    void keepsTemplates()
    {
        QVERIFY(m_store->saveTemplate({.name = u"b"_s, .fields = R"({"team":"ops"})"}));
        QVERIFY(m_store->saveTemplate({.name = u"a"_s, .fields = "{}"}));
        QVERIFY(m_store->saveTemplate({.name = u"b"_s, .fields = R"({"team":"dev"})"}));
        reopen();
        const auto all = m_store->templates().value();
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all.at(0).name, u"a"_s);
        QCOMPARE(all.at(1).fields, QByteArray(R"({"team":"dev"})"));
        QVERIFY(m_store->removeTemplate(u"a"_s));
        QCOMPARE(m_store->removeTemplate(u"a"_s).error().code, ErrorCode::NotFound);
    }
    void neverWritesTheKeyItself()
    {
        const auto issued = m_store->create({.name = u"a"_s});
        QVERIFY(m_database->checkpoint());
        QFile file(m_database->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains(issued->key.prefix));
        QVERIFY(!content.contains(issued->secret.reveal().sliced(12, 20).toByteArray()));
    }
    void aKeyNeedsAName()
    {
        QCOMPARE(m_store->create({.name = u" "_s}).error().code, ErrorCode::InvalidArgument);
    }
    void listsOldestFirst()
    {
        const QByteArray first = create();
        m_clock.advance(1s);
        const QByteArray second = create();
        const auto keys = m_store->list();
        QCOMPARE(keys->size(), size_t(2));
        QCOMPARE(keys->at(0).id, first);
        QCOMPARE(keys->at(1).id, second);
    }
    void disablesAndEnables()
    {
        const QByteArray id = create();
        QVERIFY(m_store->setDisabled(id, true));
        QVERIFY(m_store->find(id)->disabled);
        QVERIFY(m_store->setDisabled(id, false));
        QVERIFY(!m_store->find(id)->disabled);
        QCOMPARE(m_store->setDisabled("nobody", true).error().code, ErrorCode::NotFound);
    }
    void rotatesWithOverlap()
    {
        const auto old = m_store->create({.name = u"a"_s});
        const auto fresh = m_store->rotate(old->key.id, 1h);
        QVERIFY(fresh);
        QCOMPARE(fresh->key.id, old->key.id);
        QVERIFY(fresh->secret != old->secret);
        QCOMPARE(fresh->key.hash, KeyTable::hash(fresh->secret.reveal(), m_pepper));
        QCOMPARE(fresh->key.previousHash, old->key.hash);
        QCOMPARE(fresh->key.previousValidUntil, m_clock.wall() + 1h);
        QVERIFY(fresh->secret.reveal().endsWith(fresh->key.lastFour));
        QCOMPARE(m_store->rotate("k7m2xw9q", 1h).error().code, ErrorCode::NotFound);
    }
    void endsAnOverlapEarly()
    {
        const auto old = m_store->create({.name = u"a"_s});
        const QByteArray id = old->key.id;
        QVERIFY(m_store->rotate(id, 1h));
        QVERIFY(m_store->find(id)->isRotating(m_clock.wall()));
        QVERIFY(!m_store->find(id)->isRotating(m_clock.wall() + 1h));
        QVERIFY(m_store->endOverlap(id));
        QVERIFY(!m_store->find(id)->previousHash);
        QVERIFY(!m_store->find(id)->isRotating(m_clock.wall()));
        QCOMPARE(m_store->endOverlap("k7m2xw9q").error().code, ErrorCode::NotFound);
    }
    void changesEverythingButTheText()
    {
        const auto issued = m_store->create(
            {.name = u"a"_s, .note = u"for the demo"_s, .tags = {u"project=a"_s, u"stage=live"_s}});
        QCOMPARE(m_store->find(issued->key.id)->note, u"for the demo"_s);
        QCOMPARE(m_store->find(issued->key.id)->tags,
                 (QStringList{u"project=a"_s, u"stage=live"_s}));
        const WallTime expires = m_clock.wall() + 24h;
        QVERIFY(m_store->update(issued->key.id,
                                {.name = u" b "_s,
                                 .team = u"ops"_s,
                                 .routes = {u"fast"_s},
                                 .expires = expires,
                                 .note = u"moved"_s}));
        reopen();
        CreatedKey expected = issued->key;
        expected.name = u"b"_s;
        expected.team = u"ops"_s;
        expected.routes = QStringList{u"fast"_s};
        expected.expires = expires;
        expected.note = u"moved"_s;
        const CreatedKey key = m_store->find(issued->key.id).value();
        QCOMPARE(key.name, expected.name);
        QCOMPARE(key.team, expected.team);
        QCOMPARE(key.routes, expected.routes);
        QCOMPARE(key.expires, expected.expires);
        QCOMPARE(key.note, expected.note);
        QCOMPARE(key.hash, expected.hash);
        QCOMPARE(m_store->update(key.id, {.name = u" "_s}).error().path, u"name"_s);
        QCOMPARE(m_store->update("nobody", {.name = u"a"_s}).error().code, ErrorCode::NotFound);
    }
    void addsTheNoteToAnEarlierDatabase()
    {
        const QByteArray id = create();
        QVERIFY(m_database->execute("ALTER TABLE created_key DROP COLUMN note"));
        QVERIFY(m_database->execute("ALTER TABLE created_key DROP COLUMN tags"));
        reopen();
        QCOMPARE(m_store->find(id)->note, QString());
        QCOMPARE(m_store->find(id)->name, u"a key"_s);
    }
    void findsADeletedKey()
    {
        const QByteArray id = create();
        QCOMPARE(m_store->findDeleted(id).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->remove(id));
        QCOMPARE(m_store->findDeleted(id)->name, u"a key"_s);
    }
    void aRemovedKeyCanBeRestoredFor30Days()
    {
        const QByteArray id = create();
        QVERIFY(m_store->remove(id));
        QCOMPARE(m_store->find(id).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->list()->empty());
        QCOMPARE(m_store->listDeleted()->size(), size_t(1));
        QCOMPARE(m_store->remove(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->setDisabled(id, true).error().code, ErrorCode::NotFound);
        m_clock.advance(KeyStore::restoreTime - 1s);
        QCOMPARE(m_store->purge().value(), 0);
        QVERIFY(m_store->restore(id));
        QVERIFY(m_store->find(id));
    }
    void after30DaysItIsGone()
    {
        const QByteArray id = create();
        QVERIFY(m_store->remove(id));
        m_clock.advance(KeyStore::restoreTime);
        QCOMPARE(m_store->restore(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->purge().value(), 1);
        QVERIFY(m_store->listDeleted()->empty());
    }
    void recordsUseInOneGo()
    {
        const QByteArray a = create();
        const QByteArray b = create();
        const WallTime later = m_clock.wall() + 5s;
        QVERIFY(m_store->recordUse({{a, {.last = later}}, {"declared"_ba, {.last = later}}}));
        QVERIFY(m_store->recordUse({{a, {.last = m_clock.wall()}}})); // out of order
        QCOMPARE(m_store->find(a)->lastUsed, later);
        QVERIFY(!m_store->find(b)->lastUsed);
    }
    void recordsTheLastUseOfAnOldText()
    {
        const QByteArray id = create();
        KeyUse use;
        use.add(m_clock.wall(), true);
        QVERIFY(m_store->recordUse({{id, use}})); // of a text that was never rotated
        QVERIFY(!m_store->find(id)->previousLastUsed);
        QVERIFY(m_store->rotate(id, 1h));
        use.add(m_clock.wall() + 5s, true);
        use.add(m_clock.wall() + 9s, false);
        QVERIFY(m_store->recordUse({{id, use}}));
        QCOMPARE(m_store->find(id)->previousLastUsed, m_clock.wall() + 5s);
        QCOMPARE(m_store->find(id)->lastUsed, m_clock.wall() + 9s);
        QVERIFY(m_store->rotate(id, 1h)); // another old text
        QVERIFY(!m_store->find(id)->previousLastUsed);
        QVERIFY(m_store->recordUse({{id, use}}));
        QVERIFY(m_store->endOverlap(id));
        QVERIFY(!m_store->find(id)->previousLastUsed);
    }

    void thePepperIsMadeOnceForItsOwnerOnly()
    {
        QCOMPARE(loadPepper(m_folder->path()).value(), m_pepper);
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QCOMPARE(QFile::permissions(m_folder->filePath(u"pepper"_s)) & others,
                 QFileDevice::Permissions());
        QTemporaryDir other;
        QVERIFY(loadPepper(other.path()).value() != m_pepper);
    }
    void aCutPepperIsRefused()
    {
        QVERIFY(QFile::resize(m_folder->filePath(u"pepper"_s), 31));
        QCOMPARE(loadPepper(m_folder->path()).error().code, ErrorCode::Corrupt);
    }
    void anotherPepperIsRefused()
    {
        const auto opened = KeyStore::open(*m_database, Pepper{1}, m_clock);
        QCOMPARE(opened.error().code, ErrorCode::Corrupt);
        QVERIFY(opened.error().detail.contains(u"pepper"_s));
    }

private:
    void openDatabase()
    {
        m_database = Store::Database::open(m_folder->filePath(u"gatehouse.db"_s), {}).value();
    }
    void reopen()
    {
        cleanup();
        openDatabase();
        m_store =
            std::make_unique<KeyStore>(KeyStore::open(*m_database, m_pepper, m_clock).value());
    }
    QByteArray create() { return m_store->create({.name = u"a key"_s})->key.id; }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    Pepper m_pepper{};
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<KeyStore> m_store;
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
