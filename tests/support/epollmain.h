// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/eventdispatcher.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QtTest>

namespace Gatehouse {

//! The main() of a test whose main thread runs on the epoll dispatcher where there is one.
template <typename Test>
int runOnEpoll(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(new Http::EpollDispatcher); // the application owns it
#endif
    const QCoreApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Gatehouse
