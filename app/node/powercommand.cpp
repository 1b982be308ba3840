// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/powercommand.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr int killedPatience = 1'000; // milliseconds until a killed program is given up

//! Variables without secrets by their nature. A list of what may pass, because nobody can list
//! what may not.
QProcessEnvironment cleanEnvironment(const QString &provider)
{
    static const QStringList passed{u"PATH"_s,
                                    u"HOME"_s,
                                    u"USER"_s,
                                    u"LOGNAME"_s,
                                    u"LANG"_s,
                                    u"LC_ALL"_s,
                                    u"TZ"_s,
                                    u"TMPDIR"_s,
                                    u"XDG_RUNTIME_DIR"_s,
                                    u"DBUS_SESSION_BUS_ADDRESS"_s,
                                    u"SSH_AUTH_SOCK"_s,
                                    u"DOCKER_HOST"_s};
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment clean;
    for (const QString &name : passed) {
        if (own.contains(name))
            clean.insert(name, own.value(name));
    }
    clean.insert(u"GATEHOUSE_PROVIDER"_s, provider);
    return clean;
}

Result<void> outcomeOf(int code, QProcess::ExitStatus status)
{
    if (status == QProcess::CrashExit)
        return Error{ErrorCode::Internal, u"it crashed"_s};
    if (code != 0)
        return Error{ErrorCode::Internal, u"it ended with code %1"_s.arg(code)};
    return {};
}

} // namespace

PowerCommand::PowerCommand(const QStringList &command, const QString &provider,
                           std::chrono::milliseconds time, Done done)
    : m_done(std::move(done))
{
    m_process.setProcessEnvironment(cleanEnvironment(provider));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_process, [this, time] {
        end(Error{ErrorCode::Timeout, u"it did not end within %1 s"_s.arg(time / 1s)});
    });
    QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { read(); });
    QObject::connect(
        &m_process, &QProcess::finished, &m_process,
        [this](int code, QProcess::ExitStatus status) { end(outcomeOf(code, status)); });
    QObject::connect(
        &m_process, &QProcess::errorOccurred, &m_process,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(Error{ErrorCode::NotFound,
                          u"it cannot be started: %1"_s.arg(m_process.errorString())});
        },
        Qt::QueuedConnection);
    m_timer.start(time);
    m_process.start(command.value(0), command.mid(1));
}

PowerCommand::~PowerCommand()
{
    m_process.disconnect();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(killedPatience); // a killed program ends at once
}

void PowerCommand::read()
{
    m_output += m_process.readAll();
    if (m_output.size() > outputKept)
        m_output.remove(0, m_output.size() - outputKept);
}

void PowerCommand::end(const Result<void> &result)
{
    if (!m_done)
        return;
    m_timer.stop();
    read();
    const Done done = std::exchange(m_done, {});
    const QString output = QString::fromLocal8Bit(m_output).simplified();
    done(result, output); // may destroy this
}

} // namespace Gatehouse::Node
