// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/books.h"
#include "app/node/nightwatch.h"
#include "core/api/documents/documentjson.h"
#include "core/base/json.h"
#include "core/config/revisionstore.h"
#include "core/ledger/ledgerstore.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <random>

using namespace Gatehouse;
using namespace Gatehouse::Node;
using namespace Qt::StringLiterals;

//! The configuration's revisions and the audit trail tell the same story, and the nightly checks
//! find what does not.
class TestBooksAgree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRevisionHasItsRecord();
    void theNightFindsAChangedRecord();

private:
    Config::ChangeInfo info(const QString &who) const
    {
        return {.who = who, .source = u"test"_s, .reason = {}};
    }

    //! Another one to the same file, as somebody with access to it would have.
    std::unique_ptr<Store::Database> connection() const
    {
        auto database = Store::Database::open(m_folder->file(u"gatehouse.db"_s),
                                              {.applicationId = Config::booksApplicationId});
        return database ? *std::move(database) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Books> m_books;
    FakeClock m_clock;
};

void TestBooksAgree::init()
{
    m_books.reset();
    m_folder.reset();
    m_temporary = std::make_unique<QTemporaryDir>();
    auto folder = DataFolder::open(m_temporary->path());
    QVERIFY(folder);
    m_folder = *std::move(folder);
    auto books = Books::open(*m_folder, m_clock);
    QVERIFY(books);
    m_books = *std::move(books);
    QVERIFY(m_books->configuration().load(info(u"system"_s)));
}

//! Changes, changes that are refused, changes that change nothing, and restores, in any order.
void TestBooksAgree::everyRevisionHasItsRecord()
{
    Config::Configuration &configuration = m_books->configuration();
    std::mt19937 random(11);
    for (int i = 0; i < 120; ++i) {
        m_clock.advance(std::chrono::minutes(1));
        const QString who = random() % 2 == 0 ? u"anna"_s : u"bob"_s;
        const int days = 30 + int(random() % 5);
        switch (random() % 4) {
        case 0:
            configuration.restore(1 + qint64(random() % quint64(configuration.revision())),
                                  info(who));
            break;
        case 1: // refused: no such team
            configuration.edit(
                [](Api::Document &document) -> Result<void> {
                    Api::Budget budget;
                    budget.scope = u"team:nobody"_s;
                    document.budgets.append(budget);
                    return {};
                },
                info(who));
            break;
        default:
            configuration.edit(
                [days](Api::Document &document) -> Result<void> {
                    document.gateway.keepRequestDays = days;
                    return {};
                },
                info(who));
        }
    }
    const auto database = connection();
    Config::RevisionStore store(*database, m_clock);
    const auto revisions = store.list(1000);
    const auto records =
        m_books->audit().list({.limit = 1000, .action = u"configuration.change"_s});
    QVERIFY(revisions && records);
    QVERIFY(revisions->size() > 20);
    QCOMPARE(records->size(), revisions->size());
    for (std::size_t i = 0; i < records->size(); ++i) {
        const Config::Revision &revision = revisions->at(i);
        const Ledger::AuditEntry &entry = records->at(i).entry;
        QCOMPARE(entry.object, u"revision %1"_s.arg(revision.number));
        QCOMPARE(entry.who, revision.who);
        const auto whole = store.show(revision.number);
        QVERIFY(whole);
        QCOMPARE(entry.after, QString::fromUtf8(compactJson(Api::toJson(whole->document))));
        if (i + 1 < records->size())
            QCOMPARE(entry.before, records->at(i + 1).entry.after);
    }
    QVERIFY(!m_books->audit().verify()->firstBroken);
}

void TestBooksAgree::theNightFindsAChangedRecord()
{
    QVERIFY(Ledger::LedgerStore::open({.path = m_folder->file(u"ledger.db"_s)}));
    Admin::QueryRunner queries(m_folder->file(u"ledger.db"_s), QTimeZone::utc(), m_clock);
    QStringList told;
    const auto parts = [&] {
        return NightWatch::Parts{
            .clock = m_clock,
            .queries = queries,
            .dataFolder = m_folder->path(),
            .zone = [] { return QTimeZone::utc(); },
            .flushLedger = [] {},
            .tell = [&told](const QString &, const QString &, const QString &, const QString &,
                            const QString &,
                            const Admin::EventWords &words) { told.append(words.code); }};
    };
    NightWatch night(parts(), false);
    for (int i = 0; i < 40; ++i) // soon after the first start
        night.tick();
    QTRY_VERIFY(QFile::exists(m_folder->file(u"audit-heads.jsonl"_s)));
    QVERIFY(night.problems().isEmpty());
    QVERIFY(connection()->execute(
        "DROP TRIGGER audit_no_update; UPDATE audit SET who = 'nobody' WHERE seq = 1"));
    for (int i = 0; i < 400; ++i) // the same day: not again
        night.tick();
    QVERIFY(told.isEmpty());
    NightWatch nextStart(parts(), false); // that day too, but the file lay there meanwhile
    for (int i = 0; i < 40; ++i)
        nextStart.tick();
    QTRY_COMPARE(told, QStringList{u"audit_broken"_s});
    QVERIFY(nextStart.auditProblem().contains(u"Record 1 "_s));
    told.clear();
    m_clock.advance(std::chrono::days(1));
    for (int i = 0; i < 60; ++i)
        night.tick();
    QTRY_COMPARE(told, QStringList{u"audit_broken"_s});
    QCOMPARE(night.problems().size(), 1);
    NightWatch afterRestart(parts(), false);
    QCOMPARE(afterRestart.problems().size(), 1);
    night.run();
    QTest::qWait(0);
    QTRY_COMPARE(night.problems().size(), 1);
    QCOMPARE(told.size(), 1); // told once
}

QTEST_GUILESS_MAIN(TestBooksAgree)
#include "tst_booksagree.moc"
