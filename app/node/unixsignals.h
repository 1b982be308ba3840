// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

#include <memory>

namespace Gatehouse::Node {

//! Unix signals as Qt signals, through a socket pair (a handler may only write).
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);

Q_SIGNALS:
    void terminate(); //!< SIGTERM, SIGINT
    void hangUp();    //!< SIGHUP

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Gatehouse::Node
