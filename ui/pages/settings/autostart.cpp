// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/autostart.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! Quoted as the Desktop Entry Specification asks: inside double quotes these four are escaped, and
//! the backslash once more because the value is a string; "%" doubles.
QString quoted(QString path)
{
    for (const QString &special : {u"\\"_s, u"\""_s, u"`"_s, u"$"_s})
        path.replace(special, u"\\\\"_s + special);
    path.replace(u'%', u"%%"_s);
    return u'"' + path + u'"';
}

} // namespace

Autostart::Autostart(QString folder)
    : m_folder(std::move(folder))
{
    if (m_folder.isEmpty())
        m_folder = QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
                       .filePath(u"autostart"_s);
}

QString Autostart::file() const
{
    return QDir(m_folder).filePath(u"gatehouse.desktop"_s);
}

bool Autostart::isOn() const
{
    QFile entry(file());
    return entry.open(QIODevice::ReadOnly) && !entry.readAll().contains("Hidden=true");
}

Result<void> Autostart::set(bool on) const
{
    if (!on) {
        if (QFile::exists(file()) && !QFile::remove(file()))
            return Error{ErrorCode::Io, u"%1 cannot be removed"_s.arg(file())};
        return {};
    }
    QDir().mkpath(m_folder);
    QSaveFile entry(file());
    const QString text = u"[Desktop Entry]\nType=Application\nName=Gatehouse\nIcon=gatehouse\n"
                         "Exec=%1 --minimized\nX-GNOME-Autostart-enabled=true\n"_s.arg(
                             quoted(QCoreApplication::applicationFilePath()));
    if (!entry.open(QIODevice::WriteOnly) || entry.write(text.toUtf8()) < 0 || !entry.commit())
        return Error{ErrorCode::Io, u"%1 cannot be written: %2"_s.arg(file(), entry.errorString())};
    return {};
}

} // namespace Gatehouse::Ui
