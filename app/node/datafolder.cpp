// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/datafolder.h"

#include "core/base/json.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto ownerFolder = ownerOnly | QFileDevice::ExeOwner;
constexpr qsizetype longestSocketPath = 100; // sockaddr_un holds 108 bytes

Error systemError(const QString &path, int error)
{
    const QString what = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case EROFS:
    case EACCES:
    case EPERM:
        return {ErrorCode::ReadOnly, u"the data folder %1 cannot be written: %2"_s.arg(path, what)};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull, u"no space for the data folder %1: %2"_s.arg(path, what)};
    default:
        return {ErrorCode::Io, u"the data folder %1 cannot be used: %2"_s.arg(path, what)};
    }
}

//! "8123 (gatehoused)" of the process noted in the lock file.
QString holder(int lock)
{
    QByteArray text(32, '\0');
    const ssize_t size = ::pread(lock, text.data(), static_cast<size_t>(text.size()), 0);
    const QByteArray pid = text.left(std::max<qsizetype>(0, size)).trimmed();
    QFile name(u"/proc/%1/comm"_s.arg(QLatin1StringView(pid)));
    if (pid.isEmpty() || !name.open(QIODevice::ReadOnly))
        return QString::fromLatin1(pid);
    return u"%1 (%2)"_s.arg(QLatin1StringView(pid),
                            QString::fromLocal8Bit(name.readAll().trimmed()));
}

} // namespace

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &path)
{
    const QString run = QDir(path).filePath(u"run"_s);
    if (!QDir().mkpath(run))
        return systemError(path, errno != 0 ? errno : EACCES);
    QFile::setPermissions(path, ownerFolder);
    QFile::setPermissions(run, ownerFolder);
    const QString name = QDir(run).filePath(u"lock"_s);
    const int lock =
        ::open(QFile::encodeName(name).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return systemError(path, errno);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const QString who = holder(lock);
        ::close(lock);
        return Error{ErrorCode::InUse,
                     u"the data folder %1 is used by another gateway, process %2"_s.arg(path, who)};
    }
    const QByteArray pid = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(lock, 0) != 0
        || ::pwrite(lock, pid.constData(), static_cast<size_t>(pid.size()), 0) < 0) {
        const int error = errno;
        ::close(lock);
        return systemError(path, error);
    }
    return std::unique_ptr<DataFolder>(new DataFolder(QDir(path).absolutePath(), lock));
}

DataFolder::DataFolder(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{
}

DataFolder::~DataFolder()
{
    withdraw();
    ::close(m_lock);
}

QString DataFolder::file(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

QString DataFolder::socketPath() const
{
    const QString own = file(u"run/admin.sock"_s);
    if (QFile::encodeName(own).size() <= longestSocketPath)
        return own;
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QByteArray id =
        QCryptographicHash::hash(m_path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QDir(runtime).filePath(u"gatehouse/%1.sock"_s.arg(QLatin1StringView(id)));
}

Result<void> DataFolder::announce(const QString &socket, const QString &url,
                                  const QString &token) const
{
    QJsonObject content{{u"socket"_s, socket}, {u"pid"_s, static_cast<qint64>(::getpid())}};
    if (!url.isEmpty()) {
        content.insert(u"url"_s, url);
        content.insert(u"token"_s, token);
    }
    QSaveFile out(file(u"run/admin.json"_s));
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly)
        || out.write(compactJson(content) + '\n') < 0 || !out.commit())
        return Error{ErrorCode::Io,
                     u"%1 cannot be written: %2"_s.arg(out.fileName(), out.errorString())};
    return {};
}

void DataFolder::withdraw() const
{
    QFile::remove(file(u"run/admin.json"_s));
}

} // namespace Gatehouse::Node
