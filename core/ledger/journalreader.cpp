// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/journalreader.h"

#include "core/base/log.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr auto frameHead = static_cast<qint64>(sizeof(JournalFrame));

//! The payload of a sound frame at \a at, nothing otherwise.
std::optional<QByteArrayView> payloadAt(const JournalFile &file, quint64 generation, qint64 at,
                                        qint64 end)
{
    const std::span<const char> bytes = file.bytes();
    JournalFrame head{};
    if (at + frameHead > end)
        return std::nullopt;
    memcpy(&head, bytes.data() + at, sizeof head);
    if (head.magic != journalFrameMagic || journalFrameSize(head.length) > end - at)
        return std::nullopt;
    const std::span<const char> payload =
        bytes.subspan(static_cast<size_t>(at + frameHead), head.length);
    if (journalChecksum(payload, generation) != head.checksum)
        return std::nullopt;
    return QByteArrayView(payload.data(), static_cast<qsizetype>(payload.size()));
}

qint64 consumedBy(const JournalFile &file)
{
    const auto size = static_cast<qint64>(file.bytes().size());
    return std::clamp(static_cast<qint64>(file.header().consumed.load()), journalHeaderSize, size);
}

} // namespace

JournalReader::JournalReader(QString folder)
    : m_folder(std::move(folder))
{
}

JournalReader::~JournalReader() = default;

void JournalReader::scan()
{
    const QStringList names =
        QDir(m_folder).entryList({u"worker-*.journal"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = m_folder + u'/' + name;
        const bool known = m_refused.contains(path)
            || std::any_of(m_sources.begin(), m_sources.end(),
                           [&](const Source &source) { return source.file->path() == path; });
        if (known)
            continue;
        Result<std::unique_ptr<JournalFile>> file = JournalFile::open(path);
        if (!file) {
            qCWarning(lcLedger, "%s", qUtf8Printable(file.error().detail));
            m_refused.insert(path);
            continue;
        }
        Source &source = m_sources.emplace_back();
        source.file = std::move(*file);
        source.generation = source.file->header().generation.load();
        source.position = consumedBy(*source.file);
    }
    for (Source &source : m_sources)
        follow(source);
    std::sort(m_sources.begin(), m_sources.end(),
              [](const Source &a, const Source &b) { return a.generation < b.generation; });
}

//! A file that its worker has begun anew is read from its beginning.
void JournalReader::follow(Source &source)
{
    const JournalHeader &header = source.file->header();
    if (header.state.load(std::memory_order_acquire) == JournalState::Free)
        return;
    const quint64 generation = header.generation.load(std::memory_order_relaxed);
    if (std::exchange(source.generation, generation) != generation)
        source.position = journalHeaderSize;
}

//! Where frames may end: the committed length of a living worker's file; of an abandoned one the
//! whole file, since after a power cut the header may be older than the frames.
qint64 JournalReader::endOf(Source &source)
{
    const auto size = static_cast<qint64>(source.file->bytes().size());
    source.abandoned = source.abandoned || source.file->isAbandoned();
    if (source.abandoned)
        return size;
    const quint64 committed = source.file->header().committed.load(std::memory_order_acquire);
    return std::clamp(static_cast<qint64>(committed), journalHeaderSize, size);
}

//! The first offset from \a from that holds a sound frame, \a end when there is none.
qint64 JournalReader::nextFrame(const Source &source, qint64 from, qint64 end) const
{
    for (qint64 at = from; at < end; at += 8) {
        if (payloadAt(*source.file, source.generation, at, end))
            return at;
    }
    return end;
}

//! Goes on after the first \a count of \a out; returns how many are read then.
size_t JournalReader::readFrom(Source &source, std::vector<RequestRecord> &out, size_t count,
                               size_t limit)
{
    if (source.atEnd)
        return count;
    follow(source);
    const qint64 end = endOf(source);
    while (count < limit && source.position < end) {
        const std::optional<QByteArrayView> payload =
            payloadAt(*source.file, source.generation, source.position, end);
        if (!payload) {
            const qint64 found = nextFrame(source, source.position + 8, end);
            m_damaged += found < end || !source.abandoned ? 1 : 0;
            source.position = found;
            continue;
        }
        if (count == out.size())
            out.emplace_back();
        if (decodeRecord(*payload, m_texts, out[count])) {
            ++count;
            ++source.read;
        } else {
            ++m_damaged;
        }
        source.position += journalFrameSize(payload->size());
    }
    source.atEnd = source.abandoned && source.position >= end;
    return count;
}

void JournalReader::read(std::vector<RequestRecord> &out, size_t limit)
{
    size_t count = 0;
    for (Source &source : m_sources) {
        if (count >= limit)
            break;
        count = readFrom(source, out, count, limit);
    }
    out.resize(count);
}

void JournalReader::markDone()
{
    for (Source &source : m_sources) {
        JournalHeader &header = source.file->header();
        if (header.consumed.load() != static_cast<quint64>(source.position)) { // else: stays clean
            header.done.fetch_add(std::exchange(source.read, 0), std::memory_order_relaxed);
            header.consumed.store(static_cast<quint64>(source.position), std::memory_order_release);
        }
        if (source.atEnd)
            remove(source);
        else if (isUsedUp(source))
            header.state.store(JournalState::Free, std::memory_order_release);
    }
    std::erase_if(m_sources, [](const Source &source) { return source.atEnd; });
}

void JournalReader::remove(const Source &source)
{
    if (QFile::remove(source.file->path()))
        return;
    qCWarning(lcLedger, "%s: cannot delete it", qUtf8Printable(source.file->path()));
    m_refused.insert(source.file->path());
}

//! Sealed by a living worker, and all of it done.
bool JournalReader::isUsedUp(const Source &source)
{
    const JournalHeader &header = source.file->header();
    return header.state.load(std::memory_order_acquire) == JournalState::Sealed
        && header.committed.load(std::memory_order_relaxed)
        == static_cast<quint64>(source.position);
}

void JournalReader::rewind()
{
    for (Source &source : m_sources) {
        source.position = consumedBy(*source.file);
        source.read = 0;
        source.atEnd = false;
    }
}

qint64 JournalReader::waiting() const
{
    qint64 records = 0;
    for (const Source &source : m_sources) {
        const JournalHeader &header = source.file->header();
        const auto open = static_cast<qint64>(header.appended.load(std::memory_order_relaxed)
                                              - header.done.load(std::memory_order_relaxed));
        records += std::max<qint64>(open, 0);
    }
    return records;
}

void JournalReader::sync()
{
    for (const Source &source : m_sources)
        source.file->sync();
}

} // namespace Gatehouse::Ledger
