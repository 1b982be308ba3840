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

//! The first page of a journal file. Written by the worker (committed, appended) and by the reader
//! (consumed, done), each on its own cache line.
struct JournalHeader {
    char magic[8];
    quint32 version;
    quint32 headerSize;
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
    quint64 checksum; //!< SipHash-2-4 of the payload under a fixed key
};

constexpr quint32 journalFrameMagic = 0x4d524647; // "GFRM"
constexpr qint64 journalHeaderSize = 4096;

quint64 journalChecksum(std::span<const char> payload);

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
    //! full disk), locked, visible under \a path only when whole. Errors: ReadOnly, DiskFull, Io.
    static Result<std::unique_ptr<JournalFile>> create(const QString &path);
    //! Corrupt when it is no journal of a version we know.
    static Result<std::unique_ptr<JournalFile>> open(const QString &path);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

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
