// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ledger/records.h"

#include <QtCore/QString>

#include <memory>

namespace Gatehouse::Ledger {

//! One worker's write-ahead file of request records (accounting survives a
//! crash). append() is a memory copy into a shared file mapping: after it returns, killing the
//! process loses nothing. The ledger writer reads the same file, moves records into SQL and marks
//! them done; at start what a dead process left is replayed, idempotent by request id.
//!
//! Files: <folder>/worker-<n>-<sequence>.journal, fixed size, each record framed as
//! {magic, length, checksum, payload}; a torn last frame is ignored. A file whose records are all
//! in SQL is begun anew instead of deleted while its worker lives.
class Journal
{
public:
    //! Makes or opens the folder's next file for worker \a worker. Errors: ReadOnly, DiskFull, Io.
    static Result<std::unique_ptr<Journal>> open(const QString &folder, int worker);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    //! Called by the worker only; a few hundred nanoseconds, never waits for the disk. False when
    //! the journal could not take the record (disk full): the caller counts it and goes on.
    bool append(const RequestRecord &record);

private:
    struct Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
    friend class JournalReader;
};

} // namespace Gatehouse::Ledger
