// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/listenchoice.h"

#include "core/api/documents/addresses.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString hostOf(const QString &address)
{
    return address.left(address.lastIndexOf(u':'));
}

int portOf(const QString &address)
{
    return address.mid(address.lastIndexOf(u':') + 1).toInt();
}

bool isEveryone(const QString &address)
{
    const QString host = hostOf(address);
    return host == "0.0.0.0"_L1 || host == "[::]"_L1;
}

//! "[::1]" has colons of its own.
bool hasPort(const QString &host)
{
    return host.lastIndexOf(u':') > host.lastIndexOf(u']') && host.lastIndexOf(u':') >= 0;
}

} // namespace

ListenChoice ListenChoice::of(const QStringList &listen)
{
    ListenChoice choice{.reach = Reach::Chosen, .port = portOf(listen.value(0)), .hosts = {}};
    for (const QString &address : listen)
        choice.hosts.append(portOf(address) == choice.port ? hostOf(address) : address);
    const bool one = listen.size() == 1;
    if (one && (choice.hosts.first() == "127.0.0.1"_L1 || choice.hosts.first() == "localhost"_L1))
        return {.reach = Reach::ThisComputer, .port = choice.port, .hosts = {}};
    if (one && isEveryone(listen.first()))
        return {.reach = Reach::Everyone, .port = choice.port, .hosts = {}};
    return choice;
}

QStringList ListenChoice::addresses() const
{
    switch (reach) {
    case Reach::ThisComputer:
        return {u"127.0.0.1:%1"_s.arg(port)};
    case Reach::Everyone:
        return {u"0.0.0.0:%1"_s.arg(port)};
    case Reach::Chosen:
        break;
    }
    QStringList listen;
    for (const QString &host : hosts)
        listen.append(hasPort(host) ? host : u"%1:%2"_s.arg(host).arg(port));
    return listen;
}

bool ListenChoice::isOpen(const QStringList &listen)
{
    return std::any_of(listen.begin(), listen.end(), [](const QString &address) {
        const auto parsed = Api::parseListenAddress(address);
        return parsed && !parsed->isLoopback();
    });
}

} // namespace Gatehouse::Ui
