// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/adminaddress.h"

#include "core/base/json.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

Result<AdminAddress> AdminAddress::ofDataFolder(const QString &dataFolder)
{
    QFile file(QDir(dataFolder).filePath(u"run/admin.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     u"no gateway is running on %1"_s.arg(QDir::toNativeSeparators(dataFolder))};
    const Result<QJsonObject> content = parseObject(file.readAll());
    if (!content)
        return Error{ErrorCode::Corrupt, u"%1: %2"_s.arg(file.fileName(), content.error().detail)};
    const auto pid = static_cast<pid_t>(content->value("pid"_L1).toInteger());
#ifdef Q_OS_UNIX
    if (pid <= 0 || (::kill(pid, 0) != 0 && errno == ESRCH))
        return Error{ErrorCode::Unavailable,
                     u"the gateway on %1 (process %2) has stopped"_s
                         .arg(QDir::toNativeSeparators(dataFolder))
                         .arg(pid)};
#endif
    AdminAddress address;
    address.socket = content->value("socket"_L1).toString();
    address.url = QUrl(content->value("url"_L1).toString());
    address.token = content->value("token"_L1).toString();
    return address;
}

Result<AdminAddress> AdminAddress::ofUrl(const QString &url, const QString &token)
{
    AdminAddress address;
    address.token = token;
    if (url.startsWith(u'/') || url.startsWith("unix:"_L1)) {
        address.socket = url.startsWith("unix:"_L1) ? url.mid(5) : url;
        return address;
    }
    address.url = QUrl(url.contains("://"_L1) ? url : "http://"_L1 + url, QUrl::StrictMode);
    const QString scheme = address.url.scheme();
    if (!address.url.isValid() || address.url.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1))
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' is no address; use https://host:port or a socket's path"_s.arg(url)};
    return address;
}

QString dataFolder(const QString &fromCommandLine)
{
    if (!fromCommandLine.isEmpty())
        return QDir(fromCommandLine).absolutePath();
    const QString fromEnvironment = qEnvironmentVariable("GATEHOUSE_DATA_DIR");
    if (!fromEnvironment.isEmpty())
        return QDir(fromEnvironment).absolutePath();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"gatehouse"_s);
}

} // namespace Gatehouse::Api
