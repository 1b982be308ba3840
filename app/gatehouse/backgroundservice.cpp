// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/backgroundservice.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

const auto unitName = "gatehouse.service"_L1;

//! systemd runs this session's services (sd_booted(3) for the user's manager).
bool hasUserServices()
{
    const QDir runtime(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return runtime.exists(u"systemd/private"_s)
        && !QStandardPaths::findExecutable(u"systemctl"_s).isEmpty();
}

//! As systemd.service(5) "Command lines" wants it.
QString quoted(QString argument)
{
    argument.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    argument.replace(u"%"_s, u"%%"_s).replace(u"$"_s, u"$$"_s);
    return u"\"%1\""_s.arg(argument);
}

} // namespace

BackgroundService::BackgroundService(QString program, QString dataFolder, QStringList listen)
    : m_program(std::move(program))
    , m_dataFolder(std::move(dataFolder))
    , m_listen(std::move(listen))
{
}

QStringList BackgroundService::arguments() const
{
    QStringList arguments{u"--data-dir"_s, QDir(m_dataFolder).absolutePath()};
    for (const QString &address : m_listen)
        arguments += {u"--listen"_s, address};
    return arguments;
}

QString BackgroundService::unitText() const
{
    QStringList command{quoted(m_program)};
    for (const QString &argument : arguments())
        command.append(quoted(argument));
    return u"[Unit]\n"
           "Description=Gatehouse AI model gateway\n\n"
           "[Service]\n"
           "Type=simple\n"
           "ExecStart=%1\n"
           "ExecReload=/bin/kill -HUP $MAINPID\n"
           "Restart=on-failure\n\n"
           "[Install]\n"
           "WantedBy=default.target\n"_s.arg(command.join(u' '));
}

Result<void> BackgroundService::start() const
{
    if (!QFileInfo(m_program).isExecutable())
        return Error{ErrorCode::NotFound, u"%1 is not installed"_s.arg(m_program)};
    if (hasUserServices()) {
        if (const Result<void> installed = install(); installed)
            return installed;
    }
    if (!QProcess::startDetached(m_program, arguments(), QDir::homePath()))
        return Error{ErrorCode::Io, u"%1 could not be started"_s.arg(m_program)};
    return {};
}

Result<void> BackgroundService::install() const
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + "/systemd/user"_L1;
    QDir().mkpath(folder);
    QSaveFile unit(QDir(folder).filePath(unitName));
    if (!unit.open(QIODevice::WriteOnly) || unit.write(unitText().toUtf8()) < 0 || !unit.commit())
        return Error{ErrorCode::Io,
                     u"%1 cannot be written: %2"_s.arg(unit.fileName(), unit.errorString())};
    if (QProcess::execute(u"systemctl"_s, {u"--user"_s, u"daemon-reload"_s}) != 0
        || QProcess::execute(u"systemctl"_s,
                             {u"--user"_s, u"enable"_s, u"--now"_s, QString(unitName)})
            != 0)
        return Error{ErrorCode::Unavailable, u"systemd did not start %1"_s.arg(unitName)};
    return {};
}

} // namespace Gatehouse
