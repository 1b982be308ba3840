// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <functional>

namespace Gatehouse::Node {

//! One run of a program that starts or stops an engine. No shell; of the gateway's environment it
//! sees only what programs need to find their way (path, home, language, session), never a secret.
//! Calls back once, later, with the end of what it printed; killed when it takes longer than
//! \a time, or by destruction. May be destroyed in the callback.
class PowerCommand
{
public:
    using Done = std::function<void(const Result<void> &result, const QString &output)>;
    //! The newest bytes of the output that are kept.
    static constexpr qsizetype outputKept = 2'000;

    //! \a command: program and arguments. \a provider is told as GATEHOUSE_PROVIDER.
    PowerCommand(const QStringList &command, const QString &provider,
                 std::chrono::milliseconds time, Done done);
    ~PowerCommand();
    PowerCommand(const PowerCommand &) = delete;
    PowerCommand &operator=(const PowerCommand &) = delete;

private:
    void read();
    void end(const Result<void> &result);

    QProcess m_process;
    QTimer m_timer;
    QByteArray m_output;
    Done m_done;
};

} // namespace Gatehouse::Node
