// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/migration.h"
#include "tests/support/databasefiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

using namespace Gatehouse;
using namespace Gatehouse::Store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint32 ours = 0x47485354;
constexpr WallTime noon{std::chrono::seconds(1'795'348'800)};

Database::Options options(Database::Mode mode = Database::Mode::ReadWrite)
{
    return {.mode = mode, .applicationId = ours, .busyTimeout = 0ms};
}

std::unique_ptr<Database> opened(const QString &path,
                                 Database::Mode mode = Database::Mode::ReadWrite)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, options(mode));
    if (!database) {
        qWarning("%s", qUtf8Printable(database.error().detail));
        return nullptr;
    }
    return std::move(*database);
}

ErrorCode openError(const QString &path, Database::Options with = options())
{
    const auto database = Database::open(path, with);
    return database ? ErrorCode::Internal : database.error().code;
}

void write(const QString &path, const QByteArray &bytes, qint64 at = 0)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

constexpr std::array<QByteArrayView, 2> steps{
    "CREATE TABLE thing(n INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7",
};

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileHasOurPragmas();
    void newFileIsPrivate();
    void bindsAndReadsEveryKind();
    void reportsAnUnknownPlaceholderPosition();
    void uniqueViolationIsAlreadyExists();
    void foreignKeysAreEnforced();
    void transactionRollsBackUnlessCommitted();
    void secondWriterIsLocked();
    void fullDatabaseIsDiskFullAndStaysSound();
    void readOnlyConnectionRefusesWrites();
    void readOnlyFolderIsReadOnly();
    void refusesAnotherProgramsDatabase();
    void refusesRubbish();
    void emptyFileIsDamageWhenOneWasExpected();
    void missingFileOpenedReadOnlyIsAnError();
    void findsDamagedPages();
    void migratesStepByStep();
    void failedStepLeavesTheOldSchema();
    void refusesANewerSchema();
    void copiesBeforeMigrating();
    void backupIsCompleteAndAlone();
    void backupToReadOnlyPlaceLeavesNothing();
    void movesAllThreeFilesAside();
    void whatIsDeletedIsNowhere_data();
    void whatIsDeletedIsNowhere();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"test.db"_s);
}

void TestDatabase::newFileHasOurPragmas()
{
    const auto database = opened(m_path);
    QVERIFY(database);
    QCOMPARE(*database->integer("PRAGMA application_id"), qint64(ours));
    QCOMPARE(*database->integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(*database->integer("PRAGMA trusted_schema"), 0);
    QCOMPARE(*database->integer("PRAGMA cell_size_check"), 1);
    QCOMPARE(*database->integer("PRAGMA synchronous"), 2);
    QCOMPARE(*database->integer("PRAGMA temp_store"), 2);
    QCOMPARE(*database->integer("PRAGMA auto_vacuum"), 2);
    auto mode = database->prepare("PRAGMA journal_mode");
    QVERIFY(*mode->step());
    QCOMPARE(mode->text(0), "wal"_ba);
}

void TestDatabase::whatIsDeletedIsNowhere_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("within a page") << qsizetype(200);
    QTest::newRow("over many pages") << qsizetype(300'000);
}

void TestDatabase::whatIsDeletedIsNowhere()
{
    QFETCH(qsizetype, size);
    Database::Options options = ::options();
    options.secureDelete = true;
    const auto database = *Database::open(m_path, options);
    QVERIFY(database->execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)"));
    const QByteArray secret = QByteArray("a-secret-line-").repeated(size / 14 + 1);
    for (const int id : {1, 2, 3}) {
        auto insert = database->prepare("INSERT INTO note VALUES (?1, ?2)");
        QVERIFY(insert->runWith(id, id == 2 ? secret : QByteArray("kept")));
    }
    QVERIFY(database->checkpoint());
    QVERIFY(databaseBytes(m_path).contains("a-secret-line"));
    QVERIFY(database->execute("UPDATE note SET text = text || 'a-secret-line-too' WHERE id = 2"));
    QVERIFY(database->execute("DELETE FROM note WHERE id = 2"));
    QVERIFY(databaseBytes(m_path).contains("a-secret-line")); // in the log
    QVERIFY(database->checkpoint());
    QVERIFY(!databaseBytes(m_path).contains("a-secret-line"));
    QVERIFY(databaseBytes(m_path).contains("kept"));
}

void TestDatabase::newFileIsPrivate()
{
    const auto database = opened(m_path);
    struct stat info {
    };
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
}

void TestDatabase::bindsAndReadsEveryKind()
{
    const auto database = opened(m_path);
    auto select = database->prepare("SELECT :a, :b, :c, :d, :e, :f");
    QVERIFY(select);
    select->bind(":a", qint64(1) << 62)
        .bind(":b", QByteArrayView())
        .bind(":c", u"Grüße"_s)
        .bind(":d", Blob{"\0x"_ba})
        .bind(":e", std::optional<Money>())
        .bind(":f", std::optional<Money>(Money{9}));
    QVERIFY(*select->step());
    QCOMPARE(select->integer(0), qint64(1) << 62);
    QVERIFY(!select->isNull(1));
    QCOMPARE(select->text(1), ""_ba);
    QCOMPARE(select->string(2), u"Grüße"_s);
    QCOMPARE(select->blob(3), QByteArray("\0x", 2));
    QVERIFY(select->isNull(4));
    QCOMPARE(select->integerOrNull(4), std::nullopt);
    QCOMPARE(select->integerOrNull(5), std::optional<qint64>(9));
    QVERIFY(!*select->step());
}

void TestDatabase::reportsAnUnknownPlaceholderPosition()
{
    const auto database = opened(m_path);
    auto select = database->prepare("SELECT ?1");
    select->bind(2, 5);
    QVERIFY(!select->step());
}

void TestDatabase::uniqueViolationIsAlreadyExists()
{
    const auto database = opened(m_path);
    QVERIFY(database->execute("CREATE TABLE t(a TEXT UNIQUE, b INTEGER NOT NULL) STRICT;"
                              "INSERT INTO t VALUES('x', 1)"));
    QCOMPARE(database->execute("INSERT INTO t VALUES('x', 2)").error().code,
             ErrorCode::AlreadyExists);
    QCOMPARE(database->execute("INSERT INTO t VALUES('y', NULL)").error().code,
             ErrorCode::Conflict);
}

void TestDatabase::foreignKeysAreEnforced()
{
    const auto database = opened(m_path);
    QVERIFY(database->execute("CREATE TABLE a(n INTEGER PRIMARY KEY) STRICT;"
                              "CREATE TABLE b(a INTEGER REFERENCES a(n)) STRICT"));
    QCOMPARE(database->execute("INSERT INTO b VALUES(1)").error().code, ErrorCode::Conflict);
}

void TestDatabase::transactionRollsBackUnlessCommitted()
{
    const auto database = opened(m_path);
    QVERIFY(database->execute("CREATE TABLE t(a INTEGER) STRICT"));
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->execute("INSERT INTO t VALUES(1)"));
        QVERIFY(database->inTransaction());
    }
    QVERIFY(!database->inTransaction());
    QCOMPARE(*database->integer("SELECT count(*) FROM t"), 0);
    auto transaction = Transaction::begin(*database);
    QVERIFY(database->execute("INSERT INTO t VALUES(1)"));
    QVERIFY(transaction->commit());
    QCOMPARE(*database->integer("SELECT count(*) FROM t"), 1);
}

void TestDatabase::secondWriterIsLocked()
{
    const auto first = opened(m_path);
    const auto second = opened(m_path);
    auto held = Transaction::begin(*first);
    QVERIFY(held);
    const auto refused = Transaction::begin(*second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Locked);
    QCOMPARE(refused.error().path, m_path);
    QVERIFY(refused.error().detail.contains(m_path));
    QVERIFY(held->commit());
    QVERIFY(Transaction::begin(*second));
}

void TestDatabase::fullDatabaseIsDiskFullAndStaysSound()
{
    const auto database = opened(m_path);
    QVERIFY(database->execute("CREATE TABLE t(a BLOB) STRICT; PRAGMA max_page_count=20"));
    {
        auto transaction = Transaction::begin(*database);
        const auto full = database->execute("INSERT INTO t VALUES(zeroblob(1000000))");
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::DiskFull);
    }
    QVERIFY(!database->inTransaction());
    QVERIFY(database->integrityCheck());
}

void TestDatabase::readOnlyConnectionRefusesWrites()
{
    const auto writer = opened(m_path);
    QVERIFY(writer->execute("CREATE TABLE t(a INTEGER) STRICT"));
    const auto reader = opened(m_path, Database::Mode::ReadOnly);
    QVERIFY(reader);
    QCOMPARE(*reader->integer("SELECT count(*) FROM t"), 0);
    QCOMPARE(reader->execute("INSERT INTO t VALUES(1)").error().code, ErrorCode::ReadOnly);
}

void TestDatabase::readOnlyFolderIsReadOnly()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    QVERIFY(
        QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QCOMPARE(openError(m_path), ErrorCode::ReadOnly);
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                      | QFileDevice::ExeOwner));
}

void TestDatabase::refusesAnotherProgramsDatabase()
{
    QVERIFY(opened(m_path)->execute("PRAGMA application_id=99"));
    QCOMPARE(openError(m_path), ErrorCode::Unsupported);
    QCOMPARE(openError(m_path, options(Database::Mode::ReadOnly)), ErrorCode::Unsupported);
}

void TestDatabase::refusesRubbish()
{
    write(m_path, QByteArray(8192, 'x'));
    QCOMPARE(openError(m_path), ErrorCode::Corrupt);
}

void TestDatabase::emptyFileIsDamageWhenOneWasExpected()
{
    Database::Options expecting = options();
    expecting.mustExist = true;
    QCOMPARE(openError(m_path, expecting), ErrorCode::Corrupt);
    write(m_path, {});
    QCOMPARE(openError(m_path, expecting), ErrorCode::Corrupt);
    QVERIFY(opened(m_path));
    QVERIFY(Database::open(m_path, expecting));
}

void TestDatabase::missingFileOpenedReadOnlyIsAnError()
{
    QCOMPARE(openError(m_path, options(Database::Mode::ReadOnly)), ErrorCode::Io);
    QVERIFY(!QFile::exists(m_path));
}

void TestDatabase::findsDamagedPages()
{
    {
        const auto database = opened(m_path);
        QVERIFY(database->execute("CREATE TABLE t(a TEXT) STRICT;"
                                  "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c "
                                  "WHERE n < 2000) INSERT INTO t SELECT hex(n) || 'abcdef' FROM c;"
                                  "PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const qsizetype page = 8192;
    write(m_path, QByteArray(page - 1000, '\xa5'), 3 * page + 8);
    const auto database = opened(m_path);
    QVERIFY(database);
    QCOMPARE(database->quickCheck().error().code, ErrorCode::Corrupt);
    QCOMPARE(database->integrityCheck().error().code, ErrorCode::Corrupt);
}

void TestDatabase::migratesStepByStep()
{
    const auto database = opened(m_path);
    QVERIFY(migrate(*database, std::span(steps).first(1)));
    QCOMPARE(*database->version(), 1);
    QVERIFY(database->execute("INSERT INTO thing(name) VALUES('kept')"));
    QVERIFY(migrate(*database, steps));
    QCOMPARE(*database->version(), 2);
    QCOMPARE(*database->integer("SELECT size FROM thing WHERE name = 'kept'"), 7);
    QVERIFY(migrate(*database, steps));
}

void TestDatabase::failedStepLeavesTheOldSchema()
{
    const auto database = opened(m_path);
    const std::array<QByteArrayView, 2> broken{
        steps[0], "ALTER TABLE thing ADD COLUMN size INTEGER; SELECT nonsense"};
    QVERIFY(!migrate(*database, broken));
    QCOMPARE(*database->version(), 1);
    QVERIFY(!database->inTransaction());
    QVERIFY(!database->prepare("SELECT size FROM thing"));
}

void TestDatabase::refusesANewerSchema()
{
    const auto database = opened(m_path);
    QVERIFY(database->execute("PRAGMA user_version=9"));
    const auto refused = migrate(*database, steps);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY(refused.error().detail.contains(u"made by a newer version"_s));
    QCOMPARE(*database->version(), 9);
}

void TestDatabase::copiesBeforeMigrating()
{
    const auto database = opened(m_path);
    QVERIFY(migrate(*database, std::span(steps).first(1)));
    QVERIFY(!QFile::exists(m_path + u".before-0"_s));
    QVERIFY(migrate(*database, steps));
    const auto copy = opened(m_path + u".before-1"_s);
    QVERIFY(copy);
    QCOMPARE(*copy->version(), 1);
}

void TestDatabase::backupIsCompleteAndAlone()
{
    const auto database = opened(m_path);
    QVERIFY(migrate(*database, steps));
    QVERIFY(database->execute("INSERT INTO thing(name) VALUES('a'), ('b')"));
    const QString target = m_folder->filePath(u"copy.db"_s);
    QVERIFY(backup(*database, target));
    QCOMPARE(QDir(m_folder->path()).entryList({u"copy*"_s}, QDir::Files),
             QStringList{u"copy.db"_s});
    const auto copy = opened(target);
    QCOMPARE(*copy->integer("SELECT count(*) FROM thing"), 2);
    QVERIFY(copy->integrityCheck());
}

void TestDatabase::backupToReadOnlyPlaceLeavesNothing()
{
    const auto database = opened(m_path);
    QVERIFY(!backup(*database, m_folder->filePath(u"absent/copy.db"_s)));
    QVERIFY(!QFile::exists(m_folder->filePath(u"absent"_s)));
}

void TestDatabase::movesAllThreeFilesAside()
{
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        write(m_path + suffix, "x"_ba);
    const auto aside = moveAside(m_path, noon);
    QVERIFY(aside);
    QCOMPARE(*aside, m_path + u".damaged-20261122T120000Z"_s);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 3);
    QVERIFY(!QFile::exists(m_path) && QFile::exists(*aside + u"-wal"_s));
    write(m_path, "y"_ba);
    QCOMPARE(*moveAside(m_path, noon), m_path + u".damaged-20261122T120000Z-2"_s);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
