// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/privatefile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <sodium.h>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Gatehouse::Secrets {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 smallFile = 64 * 1024; // read whole whatever size is told (/proc says 0)

Error failure(ErrorCode code, const QString &path, const QString &what)
{
    return {code, u"%1: %2"_s.arg(path, what), path};
}

//! A rename is on disk only when its folder is (POSIX); elsewhere the system orders it.
void syncFolder([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
#endif
}

} // namespace

Result<Secret> readPrivateFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, path, u"no such file"_s);
    if (!info.isFile()) // a pipe or device would block
        return failure(ErrorCode::InvalidArgument, path, u"not a regular file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // no copy left in a buffer
        return failure(ErrorCode::PermissionDenied, path, file.errorString());
    if (file.size() > limit)
        return failure(ErrorCode::LimitExceeded, path, u"more than %1 bytes"_s.arg(limit));

    // One byte more than expected tells a file that grew meanwhile.
    const qint64 expected = qMin(limit, qMax(file.size(), smallFile));
    QByteArray content(expected + 1, Qt::Uninitialized);
    qint64 size = 0;
    qint64 got = 0;
    while (size < content.size()
           && (got = file.read(content.data() + size, content.size() - size)) > 0)
        size += got;
    Secret secret(QByteArrayView(content).first(size));
    sodium_memzero(content.data(), static_cast<size_t>(content.size()));
    if (got < 0)
        return failure(ErrorCode::Io, path, file.errorString());
    if (size > expected)
        return failure(ErrorCode::LimitExceeded, path, u"more than %1 bytes"_s.arg(expected));
    return secret;
}

Result<void> writePrivateFile(const QString &path, QByteArrayView content)
{
    QSaveFile file(path);
    // Permissions first: there is no moment at which others could open the file and read it.
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(content.data(), content.size()) == content.size();
    if (!written || !file.commit()) // commit() syncs the file before it renames
        return failure(file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull
                                                                  : ErrorCode::Io,
                       path, file.errorString());
    syncFolder(path);
    return {};
}

bool isReadableByOthers(const QString &path)
{
    return (QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) != 0;
}

} // namespace Gatehouse::Secrets
