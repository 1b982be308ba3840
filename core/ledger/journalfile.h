// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <atomic>
#include <memory>
#include <span>

namespace Gatehouse::Ledger {

//! Size of a journal file, header included: about 10,000 records.
constexpr qint64 journalFileSize = 4LL * 1024 * 1024;

//! Who may do what with a journal file: its worker appends while it is Active, has Sealed it when
//! it went on to another file, and may begin a Free one anew.
enum class JournalState : quint32 { Active, Sealed, Free };

//! The first page of a journal file. Written by the worker (generation, committed, appended; state
//! but for Free) and by the reader (consumed, done, Free), each on its own cache line.
struct JournalHeader {
    char magic[8];
    quint32 version;
    quint32 headerSize;
    std::atomic<JournalState> state;
    //! Of the present content: later ones are larger. Frames of another generation fail their
    //! check, so that a file is used again without being emptied.
    std::atomic<quint64> generation;
    alignas(64) std::atomic<quint64> committed; //!< file offset up to which frames are whole
    std::atomic<quint64> appended;              //!< records in all
    alignas(64) std::atomic<quint64> consumed;  //!< file offset up to which records are in SQL
    std::atomic<quint64> done;                  //!< records of those
};
static_assert(std::atomic<quint64>::is_always_lock_free);

//! Stands before each record; frames begin at multiples of 8.
struct JournalFrame {
    quint32 magic;
    quint32 length;   //!< of the payload
    quint64 checksum; //!< XXH3 of the payload, seeded with the file's generation
};

constexpr quint32 journalFrameMagic = 0x4d524647; // "GFRM"
constexpr qint64 journalHeaderSize = 4096;

quint64 journalChecksum(std::span<const char> payload, quint64 generation);

//! Bytes that a frame with a payload of \a length takes.
constexpr qint64 journalFrameSize(qint64 length)
{
    return (static_cast<qint64>(sizeof(JournalFrame)) + length + 7) & ~qint64(7);
}

//! A journal file mapped into memory. The producing side holds a lock on it for as long as it
//! lives, which the kernel drops with the process: that is how a reader knows the dead.
class JournalFile
{
public:
    //! Makes a zeroed file with its space reserved (a write through the mapping can then not hit a
    //! full disk), locked, begun, visible under \a path only when whole. Errors: ReadOnly,
    //! DiskFull, Io.
    static Result<std::unique_ptr<JournalFile>> create(const QString &path, quint64 generation);
    //! Corrupt when it is no journal of a version we know.
    static Result<std::unique_ptr<JournalFile>> open(const QString &path);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    //! Begins a Free or new file: no records, generation \a generation.
    void begin(quint64 generation);

    //! Gives the mapping its pages at once, for a fraction of what one by one costs.
    void prefault();

    const QString &path() const { return m_path; }
    JournalHeader &header() const { return *reinterpret_cast<JournalHeader *>(m_data); }
    std::span<char> bytes() const { return {m_data, static_cast<size_t>(m_size)}; }
    //! True when nobody writes to it any more.
    bool isAbandoned() const;
    //! Waits until the mapping is on the disk.
    void sync() const;

private:
    JournalFile(QString path, int file, char *data, qint64 size);

    QString m_path;
    int m_file;
    char *m_data;
    qint64 m_size;
};

} // namespace Gatehouse::Ledger
