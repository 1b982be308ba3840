// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/journalfile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr char fileMagic[8] = {'G', 'H', 'J', 'R', 'N', 'L', '\r', '\n'};
constexpr quint32 fileVersion = 2;

Error systemError(int number, const QString &path, const QString &action)
{
    const ErrorCode code = number == ENOSPC || number == EDQUOT  ? ErrorCode::DiskFull
        : number == EROFS || number == EACCES || number == EPERM ? ErrorCode::ReadOnly
                                                                 : ErrorCode::Io;
    return {code, u"%1: cannot %2: %3"_s.arg(path, action, qt_error_string(number)), path};
}

//! A descriptor that is closed unless released.
class Descriptor
{
public:
    explicit Descriptor(int file)
        : m_file(file)
    {
    }
    ~Descriptor()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_file; }
    int release() { return std::exchange(m_file, -1); }

private:
    int m_file;
};

char *mapped(int file, qint64 size)
{
    void *data =
        ::mmap(nullptr, static_cast<size_t>(size), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return data == MAP_FAILED ? nullptr : static_cast<char *>(data);
}

void initialise(JournalHeader &header)
{
    memcpy(header.magic, fileMagic, sizeof fileMagic);
    header.version = fileVersion;
    header.headerSize = journalHeaderSize;
}

bool isOurs(const JournalHeader &header)
{
    return memcmp(header.magic, fileMagic, sizeof fileMagic) == 0 && header.version == fileVersion
        && header.headerSize == journalHeaderSize;
}

} // namespace

quint64 journalChecksum(std::span<const char> payload, quint64 generation)
{
    return XXH3_64bits_withSeed(payload.data(), payload.size(), generation);
}

JournalFile::JournalFile(QString path, int file, char *data, qint64 size)
    : m_path(std::move(path))
    , m_file(file)
    , m_data(data)
    , m_size(size)
{
}

JournalFile::~JournalFile()
{
    ::munmap(m_data, static_cast<size_t>(m_size));
    ::close(m_file); // drops the lock
}

Result<std::unique_ptr<JournalFile>> JournalFile::create(const QString &path, quint64 generation)
{
    const QByteArray finalName = QFile::encodeName(path);
    const QByteArray temporary = finalName + ".new";
    Descriptor file(::open(temporary.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (file.get() < 0)
        return systemError(errno, path, u"create the journal"_s);
    const int reserved = ::posix_fallocate(file.get(), 0, journalFileSize);
    char *data = reserved == 0 ? mapped(file.get(), journalFileSize) : nullptr;
    if (!data) {
        const int number = reserved != 0 ? reserved : errno;
        ::unlink(temporary.constData());
        return systemError(number, path, u"reserve space for the journal"_s);
    }
    std::unique_ptr<JournalFile> journal(
        new JournalFile(path, file.release(), data, journalFileSize));
    initialise(journal->header());
    journal->begin(generation);
    ::flock(journal->m_file, LOCK_EX | LOCK_NB);
    if (::rename(temporary.constData(), finalName.constData()) != 0)
        return systemError(errno, path, u"create the journal"_s);
    return journal;
}

Result<std::unique_ptr<JournalFile>> JournalFile::open(const QString &path)
{
    Descriptor file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC));
    if (file.get() < 0)
        return systemError(errno, path, u"open the journal"_s);
    struct stat info {
    };
    if (::fstat(file.get(), &info) != 0)
        return systemError(errno, path, u"open the journal"_s);
    if (info.st_size < journalHeaderSize)
        return Error{ErrorCode::Corrupt, u"%1: this is no journal"_s.arg(path), path};
    char *data = mapped(file.get(), info.st_size);
    if (!data)
        return systemError(errno, path, u"map the journal"_s);
    std::unique_ptr<JournalFile> journal(new JournalFile(path, file.release(), data, info.st_size));
    if (!isOurs(journal->header()))
        return Error{ErrorCode::Corrupt, u"%1: this is no journal"_s.arg(path), path};
    return journal;
}

void JournalFile::begin(quint64 generation)
{
    JournalHeader &h = header();
    h.generation.store(generation, std::memory_order_relaxed); // from here on old frames are void
    h.consumed.store(journalHeaderSize, std::memory_order_relaxed);
    h.committed.store(journalHeaderSize, std::memory_order_relaxed);
    h.state.store(JournalState::Active, std::memory_order_release);
}

void JournalFile::prefault()
{
#ifdef MADV_POPULATE_WRITE
    ::madvise(m_data, static_cast<size_t>(m_size), MADV_POPULATE_WRITE);
#endif
}

bool JournalFile::isAbandoned() const
{
    if (::flock(m_file, LOCK_SH | LOCK_NB) != 0)
        return false;
    ::flock(m_file, LOCK_UN);
    return true;
}

void JournalFile::sync() const
{
    ::msync(m_data, static_cast<size_t>(m_size), MS_SYNC);
}

} // namespace Gatehouse::Ledger
