// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/auditheads.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

class TestAuditHeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signsWhatWasFoundSound();
    void theKeyIsThisUsersAlone();
    void findsRecordsCutOffTheEnd();
    void findsAWholeTrailMadeAnew();
    void findsAForgedHead_data();
    void findsAForgedHead();
    void signsAHeadOnce();

private:
    Result<AuditTrail::Verification> verify()
    {
        return verifyWithHeads(*m_database, AuditHeads::in(m_folder->path()));
    }
    void append(int count)
    {
        AuditTrail trail(*m_database);
        for (int i = 0; i < count; ++i)
            QVERIFY(trail.append({u"anna"_s, u"local"_s, u"key.create"_s, u"keys.k"_s, {}, {}},
                                 m_clock.wall()));
    }
    void sign()
    {
        const auto sound = verify();
        QVERIFY(sound && !sound->firstBroken);
        QVERIFY(
            AuditHeads::in(m_folder->path()).add({sound->records, sound->head}, m_clock.wall()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::Database> m_database;
    FakeClock m_clock;
};

void TestAuditHeads::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Store::Database::open(m_folder->filePath(u"gatehouse.db"_s), {});
    QVERIFY(database);
    m_database = *std::move(database);
    QVERIFY(AuditTrail(*m_database).create());
    append(5);
}

void TestAuditHeads::signsWhatWasFoundSound()
{
    sign();
    const auto last = AuditHeads::in(m_folder->path()).last();
    QVERIFY(last);
    QCOMPARE(last->sequence, 5);
    append(3);
    QCOMPARE(verify()->records, 8);
    QVERIFY(!verify()->firstBroken);
}

void TestAuditHeads::theKeyIsThisUsersAlone()
{
    sign();
    const auto rights = QFile::permissions(m_folder->filePath(u"audit.key"_s));
    QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void TestAuditHeads::findsRecordsCutOffTheEnd()
{
    sign();
    QVERIFY(m_database->execute("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq > 3"));
    QCOMPARE(verify()->firstBroken, std::optional<qint64>(4));
}

void TestAuditHeads::findsAWholeTrailMadeAnew()
{
    sign();
    QVERIFY(m_database->execute("DROP TABLE audit"));
    QVERIFY(AuditTrail(*m_database).create());
    m_clock.advance(std::chrono::seconds(1));
    append(9);
    QCOMPARE(verify()->firstBroken, std::optional<qint64>(5));
}

void TestAuditHeads::findsAForgedHead_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another sequence") << "\"sequence\":5"_ba
                                      << "\"sequence\":4"_ba;
    QTest::newRow("no signature") << "\"signature\":\""_ba
                                  << "\"signature\":\"00"_ba;
    QTest::newRow("no JSON") << "{"_ba
                             << "["_ba;
}

void TestAuditHeads::findsAForgedHead()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    sign();
    QFile file(m_folder->filePath(u"audit-heads.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray text = file.readAll().replace(from, to);
    QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
    file.close();
    const auto found = verify();
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Corrupt);
}

void TestAuditHeads::signsAHeadOnce()
{
    sign();
    sign();
    QFile file(m_folder->filePath(u"audit-heads.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestAuditHeads)
#include "tst_auditheads.moc"
