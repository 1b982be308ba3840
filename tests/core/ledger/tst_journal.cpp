// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/journal.h"
#include "core/ledger/journalfile.h"
#include "core/ledger/journalreader.h"
#include "core/ledger/recordcodec.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const RequestRecord &record)
{
    QByteArray bytes(encodedSizeBound(record), Qt::Uninitialized);
    bytes.truncate(encodeRecord(record, {bytes.data(), static_cast<size_t>(bytes.size())}));
    return bytes;
}

RequestRecord emptyRecord()
{
    return {};
}

//! Every field at an end of its range, texts with every byte.
RequestRecord extremeRecord()
{
    RequestRecord r = sampleRecord(1);
    QByteArray everyByte;
    for (int c = 0; c < 256; ++c)
        everyByte += static_cast<char>(c);
    constexpr qint64 low = std::numeric_limits<qint64>::min();
    constexpr qint64 high = std::numeric_limits<qint64>::max();
    r.id = everyByte;
    r.terms = everyByte;
    r.formerSecret = true;
    r.time = WallTime(std::chrono::microseconds(low));
    r.status = std::numeric_limits<int>::min();
    r.outcome = Outcome::Interrupted;
    r.usage = {high, low, high, low, high, low, high, low, true, true};
    r.cost = Money{low};
    r.listCost = std::nullopt;
    r.totalUs = high;
    r.trace = QByteArray(200'000, 'x');
    r.attempts.resize(50, r.attempts.front());
    r.attempts.back().detail = everyByte;
    return r;
}

std::vector<RequestRecord> readAll(JournalReader &reader)
{
    std::vector<RequestRecord> records;
    reader.scan();
    reader.read(records, 1'000'000);
    return records;
}

std::vector<RequestRecord> readFolder(const QString &folder)
{
    JournalReader reader(folder);
    return readAll(reader);
}

//! About 40 to a file.
void appendLarge(Journal &journal, int count)
{
    RequestRecord large = sampleRecord(0);
    large.trace = QByteArray(100'000, 'x');
    for (int n = 0; n < count; ++n) {
        large.id = QByteArray::number(n);
        QVERIFY(journal.append(large));
    }
}

QStringList journals(const QString &folder)
{
    return QDir(folder).entryList({u"*.journal"_s}, QDir::Files, QDir::Name);
}

//! Appends in the child process for ever, telling each number it got back from append().
[[noreturn]] void appendUntilKilled(const QString &folder, int pipe)
{
    const auto journal = Journal::open(folder, 3);
    for (int n = 0; journal; ++n) {
        if (!(*journal)->append(sampleRecord(n)))
            break;
        if (::write(pipe, &n, sizeof n) != sizeof n)
            break;
    }
    ::_exit(1);
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void codecKeepsEveryField_data();
    void codecKeepsEveryField();
    void codecRefusesEveryCut();
    void codecRefusesTrailingBytes();
    void codecRefusesAnotherVersion();
    void codecReadsEarlierVersions();
    void codecSurvivesAnyByteChanged();
    void readsWhatLivesAndWhatIsDead();
    void handsOutOnlyWhatIsNew();
    void readsAgainAfterRewind();
    void nextProcessContinuesWhereMarked();
    void rotatesAndDeletesFinishedFiles();
    void neverReadsAnEarlierGeneration();
    void givesUpFilesBeyondASpareFew();
    void keepsTheFileOfALivingWorker();
    void refusesARecordLargerThanAFile();
    void ignoresATornLastFrame();
    void recoversFramesBehindADamagedOne();
    void leavesForeignFilesAlone();
    void keepsEverythingReportedAfterKill();
    void reportsAMissingFolder();

private:
    QString folder() const { return m_folder->path(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournal::codecKeepsEveryField_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("empty") << 0;
    QTest::newRow("typical") << 1;
    QTest::newRow("extreme") << 2;
}

void TestJournal::codecKeepsEveryField()
{
    QFETCH(int, which);
    const RequestRecord record = which == 0 ? emptyRecord()
        : which == 1                        ? sampleRecord(5)
                                            : extremeRecord();
    const auto decoded = decodeRecord(encoded(record));
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == record);
}

void TestJournal::codecRefusesEveryCut()
{
    const QByteArray bytes = encoded(sampleRecord(1));
    QVERIFY2(bytes.size() < 400, QByteArray::number(bytes.size()).constData());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!decodeRecord(QByteArrayView(bytes).first(size)));
}

void TestJournal::codecRefusesTrailingBytes()
{
    QVERIFY(!decodeRecord(encoded(sampleRecord(1)).append('\0')));
}

void TestJournal::codecRefusesAnotherVersion()
{
    QByteArray bytes = encoded(sampleRecord(1));
    bytes[0] = 8;
    QVERIFY(!decodeRecord(bytes));
}

void TestJournal::codecReadsEarlierVersions()
{
    RequestRecord record = sampleRecord(1);
    record.cacheSaved = {};
    record.formerSecret = false;
    record.queuedUs = 0; // at its end one zero, and before it five: no units
    QByteArray bytes = encoded(record);
    bytes[0] = 6;
    bytes.chop(1); // no word of an old secret
    QVERIFY(decodeRecord(bytes) == record);
    bytes[0] = 5;
    bytes.chop(1); // nothing of the cache
    QVERIFY(decodeRecord(bytes) == record);
    bytes[0] = 4;
    bytes.chop(1); // no terms
    QVERIFY(decodeRecord(bytes) == record);
    const auto later = record.attempts.size() + 1; // a zero for each without a cost, no copy
    bytes[0] = 3;
    bytes.chop(qsizetype(later));
    QVERIFY(decodeRecord(bytes) == record);
    bytes[0] = 2;
    bytes.chop(1);
    QVERIFY(decodeRecord(bytes) == record);
    bytes[0] = 1;
    bytes.chop(5);
    QVERIFY(decodeRecord(bytes) == record);
}

void TestJournal::codecSurvivesAnyByteChanged()
{
    const QByteArray bytes = encoded(sampleRecord(1));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        for (const char c : {'\0', '\x7f', '\xff'}) {
            QByteArray changed = bytes;
            changed[i] = c;
            (void)decodeRecord(changed);
        }
    }
}

void TestJournal::readsWhatLivesAndWhatIsDead()
{
    const auto living = Journal::open(folder(), 0);
    QVERIFY(living);
    QVERIFY((*living)->append(sampleRecord(1)));
    {
        const auto dead = Journal::open(folder(), 1);
        QVERIFY((*dead)->append(sampleRecord(2)));
    }
    const auto records = readFolder(folder());
    QCOMPARE(records.size(), size_t(2));
    QVERIFY(records[0] == sampleRecord(1));
    QVERIFY(records[1] == sampleRecord(2));
}

void TestJournal::handsOutOnlyWhatIsNew()
{
    const auto journal = Journal::open(folder(), 0);
    JournalReader reader(folder());
    QVERIFY((*journal)->append(sampleRecord(1)));
    QCOMPARE(readAll(reader).size(), size_t(1));
    QCOMPARE(reader.waiting(), 1);
    reader.markDone();
    QCOMPARE(reader.waiting(), 0);
    QCOMPARE(readAll(reader).size(), size_t(0));
    QVERIFY((*journal)->append(sampleRecord(2)));
    QVERIFY(readAll(reader).front() == sampleRecord(2));
}

void TestJournal::readsAgainAfterRewind()
{
    const auto journal = Journal::open(folder(), 0);
    JournalReader reader(folder());
    for (int n = 0; n < 3; ++n)
        QVERIFY((*journal)->append(sampleRecord(n)));
    std::vector<RequestRecord> records;
    reader.scan();
    reader.read(records, 1);
    reader.markDone();
    QCOMPARE(readAll(reader).size(), size_t(2));
    reader.rewind();
    QVERIFY(readAll(reader).front() == sampleRecord(1));
}

void TestJournal::nextProcessContinuesWhereMarked()
{
    const auto journal = Journal::open(folder(), 0);
    for (int n = 0; n < 3; ++n)
        QVERIFY((*journal)->append(sampleRecord(n)));
    {
        JournalReader reader(folder());
        std::vector<RequestRecord> records;
        reader.scan();
        reader.read(records, 2);
        reader.markDone();
        reader.read(records, 3);
    }
    const auto records = readFolder(folder());
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(records[0] == sampleRecord(2));
}

void TestJournal::rotatesAndDeletesFinishedFiles()
{
    auto journal = Journal::open(folder(), 0);
    JournalReader reader(folder());
    for (int round = 0; round < 4; ++round) {
        appendLarge(**journal, 100);
        QVERIFY(journals(folder()).size() <= 4); // begun anew once their records are done
        const auto records = readAll(reader);
        QCOMPARE(records.size(), size_t(100));
        for (int n = 0; n < 100; ++n)
            QCOMPARE(records[size_t(n)].id, QByteArray::number(n));
        reader.markDone();
        QCOMPARE(reader.waiting(), 0);
    }
    QCOMPARE(reader.damaged(), 0);
    (*journal).reset();
    QVERIFY(readAll(reader).empty());
    reader.markDone();
    QCOMPARE(journals(folder()), QStringList());
}

void TestJournal::neverReadsAnEarlierGeneration()
{
    auto journal = Journal::open(folder(), 0);
    {
        JournalReader reader(folder());
        for (int round = 0; round < 3; ++round) {
            appendLarge(**journal, 100);
            QCOMPARE(readAll(reader).size(), size_t(100));
            reader.markDone();
        }
    }
    QVERIFY((*journal)->append(sampleRecord(7)));
    (*journal).reset(); // the process died: whole files are searched
    const auto records = readFolder(folder());
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(records[0] == sampleRecord(7));
}

void TestJournal::givesUpFilesBeyondASpareFew()
{
    auto journal = Journal::open(folder(), 0);
    appendLarge(**journal, 1000);
    QVERIFY(journals(folder()).size() > 20);
    JournalReader reader(folder());
    QCOMPARE(readAll(reader).size(), size_t(1000));
    reader.markDone();
    appendLarge(**journal, 100);
    QCOMPARE(readAll(reader).size(), size_t(100));
    reader.markDone();
    QVERIFY(journals(folder()).size() <= 18);
}

void TestJournal::keepsTheFileOfALivingWorker()
{
    auto journal = Journal::open(folder(), 0);
    JournalReader reader(folder());
    reader.scan();
    reader.markDone();
    QCOMPARE(journals(folder()).size(), 1);
    (*journal).reset();
    readAll(reader);
    reader.markDone();
    QCOMPARE(journals(folder()).size(), 0);
}

void TestJournal::refusesARecordLargerThanAFile()
{
    const auto journal = Journal::open(folder(), 0);
    RequestRecord huge = sampleRecord(0);
    huge.trace = QByteArray(journalFileSize, 'x');
    QVERIFY(!(*journal)->append(huge));
    QVERIFY((*journal)->append(sampleRecord(1)));
    QCOMPARE(readFolder(folder()).size(), size_t(1));
}

void TestJournal::ignoresATornLastFrame()
{
    {
        const auto journal = Journal::open(folder(), 0);
        QVERIFY((*journal)->append(sampleRecord(1)));
        QVERIFY((*journal)->append(sampleRecord(2)));
    }
    const QString path = folder() + u'/' + journals(folder()).front();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 last = journalHeaderSize + journalFrameSize(encoded(sampleRecord(1)).size());
    const qint64 length = qint64(sizeof(JournalFrame)) + encoded(sampleRecord(2)).size();
    QVERIFY(file.seek(last));
    const QByteArray frame = file.read(length);
    bool whole = true;
    for (qint64 kept = length - 1; kept >= 0; --kept) {
        QVERIFY(file.seek(last + kept) && file.putChar('\0') && file.flush());
        whole = whole && frame[kept] == '\0'; // losing a zero loses nothing
        QCOMPARE(readFolder(folder()).size(), size_t(whole ? 2 : 1));
    }
}

void TestJournal::recoversFramesBehindADamagedOne()
{
    {
        const auto journal = Journal::open(folder(), 0);
        for (int n = 0; n < 3; ++n)
            QVERIFY((*journal)->append(sampleRecord(n)));
    }
    QFile file(folder() + u'/' + journals(folder()).front());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 second = journalHeaderSize + journalFrameSize(encoded(sampleRecord(0)).size());
    QVERIFY(file.seek(second + 40) && file.write("#") == 1 && file.flush());
    JournalReader reader(folder());
    const auto records = readAll(reader);
    QCOMPARE(records.size(), size_t(2));
    QVERIFY(records[1] == sampleRecord(2));
    QCOMPARE(reader.damaged(), 1);
}

void TestJournal::leavesForeignFilesAlone()
{
    const QString path = folder() + u"/worker-7-0000000001.journal"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    JournalReader reader(folder());
    QCOMPARE(readAll(reader).size(), size_t(0));
    reader.markDone();
    QVERIFY(QFile::exists(path));
    const auto journal = Journal::open(folder(), 7);
    QVERIFY(QFile::exists(folder() + u"/worker-7-0000000002.journal"_s));
}

void TestJournal::keepsEverythingReportedAfterKill()
{
    int pipe[2];
    QCOMPARE(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        appendUntilKilled(folder(), pipe[1]);
    }
    ::close(pipe[1]);
    int last = -1;
    while (last < 20'000 && ::read(pipe[0], &last, sizeof last) == sizeof last) { }
    QVERIFY(last >= 20'000);
    ::kill(child, SIGKILL);
    while (::read(pipe[0], &last, sizeof last) == sizeof last) { }
    ::close(pipe[0]);
    QCOMPARE(::waitpid(child, nullptr, 0), child);

    JournalReader reader(folder());
    const auto records = readAll(reader);
    QVERIFY(records.size() > static_cast<size_t>(last));
    for (int n = 0; n <= last; ++n)
        QCOMPARE(records[size_t(n)].id, sampleRecord(n).id);
    QCOMPARE(reader.damaged(), 0);
    reader.markDone();
    QCOMPARE(journals(folder()).size(), 0);
}

void TestJournal::reportsAMissingFolder()
{
    const auto journal = Journal::open(u"/proc/none"_s, 0);
    QVERIFY(!journal);
    QCOMPARE(journal.error().code, ErrorCode::ReadOnly);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
