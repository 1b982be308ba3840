// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/portholder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

constexpr auto listening = "0A"; // TCP_LISTEN in the kernel's tcp_states.h

//! Lines of /proc/net/tcp: "sl local_address rem_address st … inode", see proc(5).
QByteArray inodeOfListener(const QString &table, quint16 port)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray suffix = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const QByteArray &line : file.readAll().split('\n')) {
        const auto columns = line.simplified().split(' ');
        if (columns.size() > 9 && columns[1].endsWith(suffix) && columns[3] == listening)
            return columns[9];
    }
    return {};
}

bool holdsSocket(const QString &processFolder, const QString &socket)
{
    const QDir folder(processFolder + u"/fd"_s);
    const auto links = folder.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(links.begin(), links.end(), [&socket](const QFileInfo &link) {
        return link.symLinkTarget().endsWith(socket);
    });
}

} // namespace

std::optional<PortHolder> findPortHolder(quint16 port)
{
    QByteArray inode = inodeOfListener(u"/proc/net/tcp"_s, port);
    if (inode.isEmpty())
        inode = inodeOfListener(u"/proc/net/tcp6"_s, port);
    if (inode.isEmpty())
        return {};
    const QString socket = u"socket:[%1]"_s.arg(QString::fromLatin1(inode));
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QString folder = u"/proc/"_s + name;
        if (!name.front().isDigit() || !holdsSocket(folder, socket))
            continue;
        QFile comm(folder + u"/comm"_s);
        const bool hasName = comm.open(QIODevice::ReadOnly);
        const QString program = hasName ? QString::fromLocal8Bit(comm.readAll()).trimmed() : u"?"_s;
        return PortHolder{.pid = name.toLongLong(), .program = program};
    }
    return {};
}

QString holderOfPort(quint16 port)
{
    const auto holder = findPortHolder(port);
    return holder ? u"process %1 (%2)"_s.arg(holder->pid).arg(holder->program) : QString();
}

} // namespace Gatehouse::Http
