// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/journal.h"

#include "core/base/log.h"
#include "core/ledger/journalfile.h"
#include "core/ledger/recordcodec.h"

#include <QtCore/QDir>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <new>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ledger {

namespace {

//! After a failure the next file is tried again at most this often: a full disk must not turn
//! every request into a system call.
constexpr auto retryPause = 1s;
//! Files held besides the one in use: seconds of full load, in which the ledger may lag. Beyond,
//! which is while SQL takes nothing, the oldest are left to the reader alone.
constexpr size_t heldFiles = 64;
//! Of those, the ones that wait for records; more are given up when the load is over.
constexpr size_t spareFiles = 16;

bool isFree(const std::unique_ptr<JournalFile> &file)
{
    return file->header().state.load(std::memory_order_acquire) == JournalState::Free;
}

//! One more than the highest sequence number of worker \a worker in \a folder.
quint64 nextSequence(const QString &folder, int worker)
{
    const QString prefix = u"worker-%1-"_s.arg(worker);
    quint64 next = 1;
    const QStringList names = QDir(folder).entryList({prefix + u"*.journal"_s}, QDir::Files);
    for (const QString &name : names) {
        const qsizetype digits = name.size() - prefix.size() - 8; // ".journal"
        const quint64 sequence = QStringView(name).sliced(prefix.size(), digits).toULongLong();
        next = std::max(next, sequence + 1);
    }
    return next;
}

} // namespace

struct Journal::Private {
    QString folder;
    int worker = 0;
    quint64 sequence = 0;
    quint64 generation = 0;
    std::unique_ptr<JournalFile> file;
    std::vector<std::unique_ptr<JournalFile>> sealed; //!< oldest first
    char *data = nullptr;
    qint64 end = 0; //!< next free offset
    std::chrono::steady_clock::time_point retryAt{};

    Result<void> nextFile();
    Result<std::unique_ptr<JournalFile>> emptyFile();
    void giveUp();
    bool makeRoom(qint64 size);
};

//! A file that is used up, or a new one, ready for records.
Result<std::unique_ptr<JournalFile>> Journal::Private::emptyFile()
{
    // Larger than any before, also of earlier processes.
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    generation = std::max(
        generation + 1,
        static_cast<quint64>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
    const auto spare = std::find_if(sealed.begin(), sealed.end(), isFree);
    if (spare != sealed.end()) {
        std::unique_ptr<JournalFile> taken = std::move(*spare);
        sealed.erase(spare);
        taken->begin(generation);
        return taken;
    }
    const QString name =
        folder + u"/worker-%1-%2.journal"_s.arg(worker).arg(sequence, 10, 10, QLatin1Char('0'));
    Result<std::unique_ptr<JournalFile>> created = JournalFile::create(name, generation);
    if (!created)
        return created;
    ++sequence;
    if (file)
        (*created)->prefault(); // under load: not the first one, which may stay nearly empty
    return created;
}

//! The reader deletes what nobody holds.
void Journal::Private::giveUp()
{
    size_t spare = 0;
    std::erase_if(sealed,
                  [&spare](const auto &held) { return isFree(held) && ++spare > spareFiles; });
    if (sealed.size() > heldFiles)
        sealed.erase(sealed.begin());
}

Result<void> Journal::Private::nextFile()
{
    Result<std::unique_ptr<JournalFile>> next = emptyFile();
    if (!next)
        return next.error();
    if (file) {
        file->header().state.store(JournalState::Sealed, std::memory_order_release);
        sealed.push_back(std::move(file));
    }
    giveUp();
    file = std::move(*next);
    data = file->bytes().data();
    end = journalHeaderSize;
    return {};
}

bool Journal::Private::makeRoom(qint64 size)
{
    if (end + size <= journalFileSize)
        return true;
    if (size > journalFileSize - journalHeaderSize)
        return false;
    const auto now = std::chrono::steady_clock::now();
    if (now < retryAt)
        return false;
    const Result<void> made = nextFile();
    if (made)
        return true;
    retryAt = now + retryPause;
    qCWarning(lcLedger, "%s", qUtf8Printable(made.error().detail));
    return false;
}

Journal::Journal(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &folder, int worker)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::ReadOnly, u"%1: cannot create the folder"_s.arg(folder), folder};
    auto d = std::make_unique<Private>();
    d->folder = folder;
    d->worker = worker;
    d->sequence = nextSequence(folder, worker);
    if (const Result<void> made = d->nextFile(); !made)
        return made.error();
    return std::unique_ptr<Journal>(new Journal(std::move(d)));
}

bool Journal::append(const RequestRecord &record)
{
    constexpr auto frameHead = static_cast<qint64>(sizeof(JournalFrame));
    const qint64 bound = encodedSizeBound(record);
    if (!d->makeRoom(journalFrameSize(bound)))
        return false;
    char *frame = d->data + d->end;
    const qint64 length = encodeRecord(record, {frame + frameHead, static_cast<size_t>(bound)});
    const std::span<const char> payload(frame + frameHead, static_cast<size_t>(length));
    const JournalFrame head{journalFrameMagic, static_cast<quint32>(length),
                            journalChecksum(payload, d->generation)};
    memcpy(frame, &head, sizeof head);
    d->end += journalFrameSize(length);
    JournalHeader &header = d->file->header();
    header.appended.fetch_add(1, std::memory_order_relaxed);
    header.committed.store(static_cast<quint64>(d->end), std::memory_order_release);
    return true;
}

} // namespace Gatehouse::Ledger
