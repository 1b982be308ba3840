// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/difference.h"
#include "core/config/filewatcher.h"
#include "core/config/revisionstore.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Gatehouse;
using namespace Gatehouse::Config;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Api::Document withProvider(const QString &id, int maxInFlight = 0)
{
    Api::Provider provider;
    provider.id = id;
    provider.dialect = u"openai"_s;
    provider.baseUrl = u"https://api.openai.com/v1"_s;
    provider.maxInFlight = maxInFlight;
    Api::Document document;
    document.providers = {provider};
    return document;
}

RevisionDraft draft(const Api::Document &document, qint64 expected = -1)
{
    return {document, u"anna"_s, u"local socket"_s, u"test"_s, expected};
}

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(name));
}

} // namespace

//! Revisions and the file that may bring them.
class tst_RevisionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsEmpty();
    void appendsAndShows();
    void refusesAStaleChangeWithTheDifference();
    void equalDocumentMakesNoRevision();
    void listsNewestFirst();
    void listsTellPartsOfTheFirstChanges();
    void restoresAsANewRevision();
    void failedAuditKeepsNothing();
    void auditSeesBothDocuments();
    void survivesReopening();
    void namesAnUnreadableRevision();

    void tellsAChangedFile();
    void tellsAReplacedFile();
    void tellsAFileThatAppears();
    void reloadTellsAgain();

private:
    std::unique_ptr<Store::Database> open();

    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<Store::Database> m_database;
    std::unique_ptr<RevisionStore> m_store;
    int m_count = 0;
};

std::unique_ptr<Store::Database> tst_RevisionStore::open()
{
    auto database = Store::Database::open(m_folder.filePath(u"gatehouse%1.db"_s.arg(m_count)),
                                          {.applicationId = 1});
    return database ? std::move(*database) : nullptr;
}

void tst_RevisionStore::init()
{
    ++m_count;
    m_database = open();
    QVERIFY(m_database);
    m_store = std::make_unique<RevisionStore>(*m_database, m_clock);
    QVERIFY(m_store->create());
    QVERIFY(m_store->create()); // twice is harmless
}

void tst_RevisionStore::cleanup()
{
    m_store.reset();
    m_database.reset();
}

void tst_RevisionStore::beginsEmpty()
{
    QCOMPARE(m_store->current()->number, 0);
    QVERIFY(m_store->current()->document == Api::Document{});
    QVERIFY(m_store->list(10)->empty());
    QCOMPARE(m_store->show(1).error().code, ErrorCode::NotFound);
}

void tst_RevisionStore::appendsAndShows()
{
    const auto first = m_store->append(draft(withProvider(u"openai"_s), 0));
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->number, 1);
    const auto shown = m_store->show(1);
    QVERIFY(shown->document == withProvider(u"openai"_s));
    QCOMPARE(shown->who, u"anna"_s);
    QCOMPARE(shown->source, u"local socket"_s);
    QCOMPARE(shown->reason, u"test"_s);
    QCOMPARE(shown->summary, u"Provider openai added"_s);
    QCOMPARE(shown->time, QDateTime::fromSecsSinceEpoch(1'795'348'800, Qt::UTC));
}

void tst_RevisionStore::refusesAStaleChangeWithTheDifference()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s))));
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s, 8), 1)));
    const auto stale = m_store->append(draft(withProvider(u"other"_s), 1));
    QCOMPARE(stale.error().code, ErrorCode::Conflict);
    QCOMPARE(stale.error().detail,
             u"the configuration is at revision 2 by anna, not 1: Max in flight of openai changed "
             "from 0 to 8"_s);
    QCOMPARE(m_store->current()->number, 2);
    QVERIFY(!m_database->inTransaction());
}

void tst_RevisionStore::equalDocumentMakesNoRevision()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s))));
    const auto same = m_store->append(draft(withProvider(u"openai"_s)));
    QCOMPARE(same->number, 1);
    QCOMPARE(m_store->list(10)->size(), 1U);
    QVERIFY(!m_database->inTransaction());
}

void tst_RevisionStore::listsNewestFirst()
{
    for (int i = 1; i <= 5; ++i)
        QVERIFY(m_store->append(draft(withProvider(u"openai"_s, i))));
    const auto page = m_store->list(2);
    QCOMPARE(page->size(), 2U);
    QCOMPARE(page->at(0).number, 5);
    QCOMPARE(m_store->list(10, page->back().number)->size(), 3U);
}

void tst_RevisionStore::listsTellPartsOfTheFirstChanges()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s, 1))));
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s, 2))));
    const auto revisions = m_store->list(10);
    QCOMPARE(revisions->front().changed, 1);
    const QJsonValue change = revisions->front().changes.at(0);
    QCOMPARE(change["words"_L1]["form"_L1].toString(), u"changed"_s);
    QCOMPARE(change["words"_L1]["field"_L1].toString(), u"max_in_flight"_s);
    QCOMPARE(change["words"_L1]["owners"_L1][0].toString(), u"openai"_s);
    QCOMPARE(change["after"_L1].toInt(), 2);
    const QJsonValue added = revisions->back().changes.at(0);
    QCOMPARE(added["words"_L1]["name"_L1].toString(), u"openai"_s);
    QVERIFY(added["after"_L1].isNull()); // the whole provider stands in the document
}

void tst_RevisionStore::restoresAsANewRevision()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s, 1))));
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s, 2))));
    RevisionDraft change = draft({});
    change.reason.clear();
    const auto restored = m_store->restore(1, change);
    QCOMPARE(restored->number, 3);
    QCOMPARE(restored->document.providers.at(0).maxInFlight, 1);
    QCOMPARE(restored->reason, u"restored revision 1"_s);
    QCOMPARE(m_store->restore(9, change).error().code, ErrorCode::NotFound);
}

void tst_RevisionStore::failedAuditKeepsNothing()
{
    RevisionStore strict(*m_database, m_clock, [](const Revision &, const auto &, const auto &) {
        return Result<void>(Error{ErrorCode::DiskFull, u"full"_s});
    });
    QCOMPARE(strict.append(draft(withProvider(u"openai"_s))).error().code, ErrorCode::DiskFull);
    QCOMPARE(strict.current()->number, 0);
    QVERIFY(!m_database->inTransaction());
}

void tst_RevisionStore::auditSeesBothDocuments()
{
    QStringList sentences;
    QByteArrayList texts;
    RevisionStore audited(*m_database, m_clock,
                          [&](const Revision &revision, const auto &before, const auto &after) {
                              sentences += summary(revision.differences);
                              texts = {before, after};
                              return Result<void>();
                          });
    QVERIFY(audited.append(draft(withProvider(u"openai"_s))));
    QVERIFY(audited.append(draft({})));
    QCOMPARE(sentences, (QStringList{u"Provider openai added"_s, u"Provider openai removed"_s}));
    QVERIFY(texts[0].contains("openai"));
    QVERIFY(!texts[1].contains("openai"));
}

void tst_RevisionStore::survivesReopening()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s))));
    cleanup();
    m_database = open();
    m_store = std::make_unique<RevisionStore>(*m_database, m_clock);
    QVERIFY(m_store->create());
    QVERIFY(m_store->current()->document == withProvider(u"openai"_s));
}

void tst_RevisionStore::namesAnUnreadableRevision()
{
    QVERIFY(m_store->append(draft(withProvider(u"openai"_s))));
    QVERIFY(m_database->execute("UPDATE revision SET document = '{\"future\": 1}'"));
    QCOMPARE(m_store->current().error().code, ErrorCode::Corrupt);
    QVERIFY(m_store->current().error().detail.contains("revision 1"_L1));
}

void tst_RevisionStore::tellsAChangedFile()
{
    const QString name = m_folder.filePath(u"changed.yaml"_s);
    write(name, "version: 1\n");
    FileWatcher watcher(name);
    QSignalSpy changed(&watcher, &FileWatcher::changed);
    write(name, "version: 1 # again\n");
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toByteArray(), "version: 1 # again\n"_ba);
}

void tst_RevisionStore::tellsAReplacedFile()
{
    const QString name = m_folder.filePath(u"replaced.yaml"_s);
    write(name, "version: 1\n");
    FileWatcher watcher(name);
    QSignalSpy changed(&watcher, &FileWatcher::changed);
    for (int round = 1; round <= 2; ++round) {
        QSaveFile file(name); // a temporary file, renamed over the old one
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# round " + QByteArray::number(round));
        QVERIFY(file.commit());
        QTRY_COMPARE(changed.count(), round);
    }
}

void tst_RevisionStore::tellsAFileThatAppears()
{
    const QString name = m_folder.filePath(u"late.yaml"_s);
    FileWatcher watcher(name);
    QSignalSpy changed(&watcher, &FileWatcher::changed);
    write(name, "version: 1\n");
    QTRY_COMPARE(changed.count(), 1);
}

void tst_RevisionStore::reloadTellsAgain()
{
    const QString name = m_folder.filePath(u"same.yaml"_s);
    write(name, "version: 1\n");
    FileWatcher watcher(name);
    QSignalSpy changed(&watcher, &FileWatcher::changed);
    QSignalSpy failed(&watcher, &FileWatcher::failed);
    watcher.reload();
    QCOMPARE(changed.count(), 0); // later than the call
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(QFile::remove(name));
    watcher.reload();
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_GUILESS_MAIN(tst_RevisionStore)
#include "tst_revisionstore.moc"
