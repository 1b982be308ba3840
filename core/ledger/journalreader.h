// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/journalfile.h"
#include "core/ledger/recordcodec.h"

#include <memory>
#include <set>
#include <vector>

namespace Gatehouse::Ledger {

//! Reads every journal of a folder, of living workers and of dead ones, in two steps: read() hands
//! out records, markDone() says that they are safe elsewhere. What was read but not marked is read
//! again after rewind() or by the next process. One thread.
class JournalReader
{
public:
    explicit JournalReader(QString folder);
    ~JournalReader();
    JournalReader(const JournalReader &) = delete;
    JournalReader &operator=(const JournalReader &) = delete;

    //! Notices new files. A file that is no journal is left alone and named in the log once.
    void scan();
    //! Makes \a out at most \a limit new records, oldest file first; what it held is written over.
    void read(std::vector<RequestRecord> &out, size_t limit);
    //! Everything read so far is durable: remembers it in the files, deletes those finished and
    //! abandoned, gives back those that a living worker has sealed.
    void markDone();
    //! Forgets what was read since the last markDone().
    void rewind();

    //! Records appended and not marked done.
    qint64 waiting() const;
    //! Frames that failed their check so far (a torn write at a power cut).
    qint64 damaged() const { return m_damaged; }
    //! Puts what waits on the disk, for times when SQL cannot take it.
    void sync();

private:
    struct Source {
        std::unique_ptr<JournalFile> file;
        quint64 generation = 0; //!< of the content that is read
        qint64 position = 0;
        quint64 read = 0;       //!< records since the last mark
        bool abandoned = false; //!< nobody appends to it any more
        bool atEnd = false;     //!< abandoned and read to the end
    };

    size_t readFrom(Source &source, std::vector<RequestRecord> &out, size_t count, size_t limit);
    static void follow(Source &source);
    static qint64 endOf(Source &source);
    void remove(const Source &source);
    static bool isUsedUp(const Source &source);
    qint64 nextFrame(const Source &source, qint64 from, qint64 end) const;

    QString m_folder;
    std::vector<Source> m_sources; //!< ordered by age of their content
    std::set<QString> m_refused;
    TextPool m_texts;
    qint64 m_damaged = 0;
};

} // namespace Gatehouse::Ledger
