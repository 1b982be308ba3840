// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/unixsignals.h"

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace Gatehouse::Node {

namespace {

int signalPipe[2] = {-1, -1};

void forward(int signal)
{
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::read);
    struct sigaction action = {};
    action.sa_handler = forward;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

void UnixSignals::read()
{
    char byte = 0;
    while (::read(signalPipe[1], &byte, 1) == 1) {
        if (byte == SIGHUP)
            Q_EMIT hangUp();
        else
            Q_EMIT terminate();
    }
}

} // namespace Gatehouse::Node
