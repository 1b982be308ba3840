// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/audittrail.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

AuditEntry entry(int n)
{
    return {u"anna"_s,
            u"local socket"_s,
            u"provider.update"_s,
            u"providers.openai"_s,
            u"{\"weight\":%1}"_s.arg(n),
            u"{\"weight\":%1}"_s.arg(n + 1)};
}

} // namespace

class TestAuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chainsAndVerifies();
    void emptyTrailIsSound();
    void refusesChangeAndDeletion();
    void joinsTheCallersTransaction();
    void findsEveryByteAltered_data();
    void findsEveryByteAltered();
    void findsEveryNumberAltered_data();
    void findsEveryNumberAltered();
    void findsEveryBitOfEveryRecord_data();
    void findsEveryBitOfEveryRecord();
    void findsAMissingRecord();
    void findsSwappedRecords();
    void findsTruncationBehindAKnownHead();
    void movingTextBetweenFieldsIsFound();
    void listsNewestFirst();
    void listsOneObject();
    void listsWhatIsAskedFor();
    void countsDays();
    void speaksJson();

private:
    //! Alters the stored records past the triggers, as someone with the file would.
    void tamper(const QByteArray &sql);
    std::optional<qint64> firstBroken() { return m_trail->verify()->firstBroken; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<AuditTrail> m_trail;
    FakeClock m_clock;
};

void TestAuditTrail::init()
{
    m_trail.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Store::Database::open(m_folder->filePath(u"gatehouse.db"_s), {});
    QVERIFY(database);
    m_database = std::move(*database);
    m_trail = std::make_unique<AuditTrail>(*m_database);
    QVERIFY(m_trail->create());
    QVERIFY(m_trail->create());
}

void TestAuditTrail::tamper(const QByteArray &sql)
{
    QVERIFY(m_database->execute("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete"));
    const auto done = m_database->execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QVERIFY(m_trail->create());
}

void TestAuditTrail::chainsAndVerifies()
{
    for (int n = 1; n <= 3; ++n) {
        const auto record = m_trail->append(entry(n), m_clock.wall());
        QVERIFY(record);
        QCOMPARE(record->sequence, n);
        QCOMPARE(record->hash.size(), 32);
    }
    const auto verified = m_trail->verify();
    QCOMPARE(verified->records, 3);
    QVERIFY(!verified->firstBroken);
    QCOMPARE(verified->head, m_trail->list({.limit = 1})->front().hash);
}

void TestAuditTrail::emptyTrailIsSound()
{
    QCOMPARE(m_trail->verify()->records, 0);
    QVERIFY(!firstBroken());
}

void TestAuditTrail::refusesChangeAndDeletion()
{
    QVERIFY(m_trail->append(entry(1), m_clock.wall()));
    QVERIFY(!m_database->execute("UPDATE audit SET who = 'bob'"));
    QVERIFY(!m_database->execute("DELETE FROM audit"));
    QVERIFY(!firstBroken());
}

void TestAuditTrail::joinsTheCallersTransaction()
{
    {
        const auto transaction = Store::Transaction::begin(*m_database);
        QVERIFY(m_trail->append(entry(1), m_clock.wall()));
    }
    QCOMPARE(m_trail->list({.limit = 10})->size(), size_t(0));
    auto transaction = Store::Transaction::begin(*m_database);
    QVERIFY(m_trail->append(entry(1), m_clock.wall()));
    QVERIFY(m_trail->append(entry(2), m_clock.wall()));
    QVERIFY(transaction->commit());
    QCOMPARE(m_trail->verify()->records, 2);
}

void TestAuditTrail::findsEveryByteAltered_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<qint64>("record");
    for (const char *column : {"who", "source", "action", "object", "before", "after", "hash"}) {
        for (const qint64 record : {1, 2, 3}) // the first, one between, the last
            QTest::addRow("%s of record %lld", column, static_cast<long long>(record))
                << QByteArray(column) << record;
    }
}

void TestAuditTrail::findsEveryByteAltered()
{
    QFETCH(QByteArray, column);
    QFETCH(qint64, record);
    const QByteArray where = " WHERE seq = " + QByteArray::number(record);
    for (int n = 1; n <= 3; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    const bool hash = column == "hash";
    QVERIFY(m_database->execute("BEGIN; DROP TRIGGER audit_no_update"));
    auto select = m_database->prepare(QByteArray("SELECT " + column + " FROM audit" + where));
    QVERIFY(*select->step());
    const QByteArray original = hash ? select->blob(0) : select->text(0);
    select->reset();
    auto update =
        m_database->prepare(QByteArray("UPDATE audit SET " + column + " = ?" + where));
    const auto store = [&](const QByteArray &value) {
        if (hash)
            update->bindAll(Store::Blob{value});
        else
            update->bindAll(value);
        QVERIFY(update->run());
    };
    for (qsizetype i = 0; i < original.size(); ++i) {
        QByteArray altered = original;
        for (const char bit : {'\x01', '\x04', '\x20'}) {
            altered[i] = static_cast<char>(original[i] ^ bit);
            store(altered);
            QCOMPARE(firstBroken(), std::optional<qint64>(record));
        }
    }
    store(original);
    QVERIFY(!firstBroken());
}

void TestAuditTrail::findsEveryNumberAltered_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::newRow("time") << QByteArray("time");
    QTest::newRow("number") << QByteArray("seq");
}

//! Each bit of a number that is kept as eight bytes.
void TestAuditTrail::findsEveryNumberAltered()
{
    QFETCH(QByteArray, column);
    for (int n = 1; n <= 3; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    QVERIFY(m_database->execute("DROP TRIGGER audit_no_update"));
    const auto run = [this](const QByteArray &sql) { return bool(m_database->execute(sql)); };
    for (const int record : {1, 2, 3}) {
        const QByteArray own = QByteArray::number(record);
        const QByteArray read = "SELECT " + column + " FROM audit WHERE seq = " + own;
        const qint64 original = *m_database->integer(read);
        for (int bit = 0; bit < 63; ++bit) {
            const QByteArray altered = QByteArray::number(original ^ (qint64(1) << bit));
            const QByteArray set = "UPDATE audit SET " + column + " = ";
            if (!run(set + altered + " WHERE seq = " + own))
                continue; // another record has this number
            QVERIFY2(firstBroken(), altered.constData());
            QVERIFY(*firstBroken() == record || column == "seq");
            const QByteArray moved = column == "seq" ? altered : own;
            QVERIFY(run(set + QByteArray::number(original) + " WHERE seq = " + moved));
            QVERIFY(!firstBroken());
        }
    }
}

void TestAuditTrail::findsEveryBitOfEveryRecord_data()
{
    QTest::addColumn<QByteArray>("column");
    for (const char *column :
         {"seq", "time", "who", "source", "action", "object", "before", "after", "hash"})
        QTest::newRow(column) << QByteArray(column);
}

//! Any bit of any byte of any column of any record, texts of several scripts and of none included:
//! found, and at that record.
void TestAuditTrail::findsEveryBitOfEveryRecord()
{
    QFETCH(const QByteArray, column);
    const QStringList texts{u"Zoë"_s,  u""_s,          QString(QChar(0xfffd)),
                            u"日本"_s, u"{\"a\":1}"_s, u"0"_s};
    for (qsizetype n = 0; n < texts.size(); ++n) {
        const auto text = [&](qsizetype i) { return texts[(n + i) % texts.size()]; };
        QVERIFY(m_trail->append({text(0), text(1), text(2), text(3), text(4), text(5)},
                                m_clock.wall()));
    }
    // In one transaction that is given up: nothing waits for the disk.
    QVERIFY(m_database->execute("BEGIN; DROP TRIGGER audit_no_update"));
    const bool isNumber = column == "seq" || column == "time";
    const bool isBlob = column == "hash";
    const QByteArray set = "UPDATE audit SET " + column + " = "
        + (isNumber || isBlob ? "?1" : "CAST(?1 AS TEXT)") + " WHERE rowid = ?2";
    for (qint64 row = 1; row <= texts.size(); ++row) {
        auto select =
            m_database->prepare(QByteArray("SELECT " + column + " FROM audit WHERE rowid = ?"));
        select->bindAll(row);
        QVERIFY(*select->step());
        const qint64 number = isNumber ? select->integer(0) : 0;
        QByteArray bytes = isNumber ? QByteArray(reinterpret_cast<const char *>(&number), 8)
            : isBlob                ? select->blob(0)
                                    : select->text(0);
        select->reset();
        const auto store = [&](qint64 at) {
            auto update = m_database->prepare(set);
            qint64 value = 0;
            if (isNumber)
                std::memcpy(&value, bytes.constData(), 8);
            if (isNumber)
                update->bindAll(value, at);
            else
                update->bindAll(Store::Blob{bytes}, at);
            return bool(update->run());
        };
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto flip = [&] { bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8))); };
            flip();
            qint64 at = row;   // a changed sequence is another rowid
            if (!store(row)) { // the sequence of another record: the table itself refuses it
                flip();
                continue;
            }
            if (column == "seq")
                std::memcpy(&at, bytes.constData(), 8);
            const std::optional<qint64> found = firstBroken();
            QVERIFY(found);
            // One that moved before the others is missed where it was, or found where it is.
            if (column == "seq")
                QVERIFY(*found <= row);
            else
                QCOMPARE(*found, row);
            flip();
            QVERIFY(store(at));
        }
        QVERIFY(!firstBroken());
    }
    QVERIFY(m_database->execute("ROLLBACK"));
}

void TestAuditTrail::findsAMissingRecord()
{
    for (int n = 1; n <= 4; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    tamper("DELETE FROM audit WHERE seq = 2");
    QCOMPARE(firstBroken(), std::optional<qint64>(2));
    tamper("UPDATE audit SET seq = seq - 1 WHERE seq > 2");
    QCOMPARE(firstBroken(), std::optional<qint64>(2));
}

void TestAuditTrail::findsSwappedRecords()
{
    for (int n = 1; n <= 3; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    tamper("UPDATE audit SET seq = 10 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;"
           "UPDATE audit SET seq = 3 WHERE seq = 10");
    QCOMPARE(firstBroken(), std::optional<qint64>(2));
}

void TestAuditTrail::findsTruncationBehindAKnownHead()
{
    for (int n = 1; n <= 3; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    const QByteArray head = m_trail->verify()->head;
    QVERIFY(!m_trail->verify(3, head)->firstBroken);
    tamper("DELETE FROM audit WHERE seq = 3");
    QVERIFY(!firstBroken());
    QCOMPARE(m_trail->verify(3, head)->firstBroken, std::optional<qint64>(3));
    QVERIFY(m_trail->append(entry(9), m_clock.wall()));
    QCOMPARE(m_trail->verify(3, head)->firstBroken, std::optional<qint64>(3));
}

void TestAuditTrail::movingTextBetweenFieldsIsFound()
{
    QVERIFY(m_trail->append({u"ab"_s, u"c"_s, {}, {}, {}, {}}, m_clock.wall()));
    tamper("UPDATE audit SET who = 'a', source = 'bc'");
    QCOMPARE(firstBroken(), std::optional<qint64>(1));
}

void TestAuditTrail::listsNewestFirst()
{
    for (int n = 1; n <= 5; ++n)
        QVERIFY(m_trail->append(entry(n), m_clock.wall()));
    const auto page = m_trail->list({.limit = 2});
    QCOMPARE(page->size(), size_t(2));
    QCOMPARE(page->front().sequence, 5);
    QCOMPARE(page->front().entry, entry(5));
    QCOMPARE(m_trail->list({.limit = 2, .before = 4})->front().sequence, 3);
}

void TestAuditTrail::listsOneObject()
{
    AuditEntry other = entry(1);
    other.object = u"keys.k7m2xw9q"_s;
    for (const AuditEntry &one : {entry(1), other, entry(2)})
        QVERIFY(m_trail->append(one, m_clock.wall()));
    const auto page = m_trail->list({.limit = 10, .object = other.object});
    QCOMPARE(page->size(), size_t(1));
    QCOMPARE(page->front().entry, other);
    QVERIFY(m_trail->list({.limit = 10, .before = 2, .object = other.object})->empty());
}

void TestAuditTrail::listsWhatIsAskedFor()
{
    AuditEntry key{u"ben"_s,     u"desktop"_s, u"key.create"_s,
                   u"keys.ci"_s, {},           u"{\"name\":\"CI\"}"_s};
    QVERIFY(m_trail->append(entry(1), m_clock.wall()));
    const WallTime later = m_clock.wall() + std::chrono::hours(1);
    QVERIFY(m_trail->append(key, later));
    key.action = u"keyring.open"_s;
    QVERIFY(m_trail->append(key, later));
    const auto found = [this](const AuditQuery &query) { return m_trail->list(query)->size(); };
    QCOMPARE(found({}), 3U);
    QCOMPARE(found({.who = u"ben"_s}), 2U);
    QCOMPARE(found({.action = u"key"_s}), 1U); // not "keyring"
    QCOMPARE(found({.action = u"key.create"_s}), 1U);
    QCOMPARE(found({.text = u"\"name\":\"ci"_s}), 2U);
    QCOMPARE(found({.text = u"%"_s}), 0U);
    QCOMPARE(found({.since = later}), 2U);
    QCOMPARE(found({.until = later}), 1U);
    QCOMPARE(found({.who = u"ben"_s, .until = later}), 0U);
}

void TestAuditTrail::countsDays()
{
    QVERIFY(m_trail->append(entry(1), m_clock.wall()));
    QVERIFY(m_trail->append(entry(2), m_clock.wall()));
    QVERIFY(m_trail->append(entry(3), m_clock.wall() + std::chrono::hours(48)));
    const auto days = m_trail->days({}, QTimeZone::utc());
    QCOMPARE(days->size(), 2U);
    QCOMPARE(days->front().records, 2);
    QCOMPARE(days->front().day.daysTo(days->back().day), 2);
}

void TestAuditTrail::speaksJson()
{
    AuditEntry added = entry(1);
    added.before.clear();
    const QJsonObject json = AuditTrail::toJson(*m_trail->append(added, m_clock.wall()));
    QCOMPARE(json.value("seq"_L1), 1);
    QCOMPARE(json.value("time"_L1), u"2026-11-22T12:00:00.000Z"_s);
    QVERIFY(json.value("before"_L1).isNull());
    QCOMPARE(json.value("after"_L1).toObject().value("weight"_L1), 2);
    QCOMPARE(json.value("hash"_L1).toString().size(), 64);
}

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
