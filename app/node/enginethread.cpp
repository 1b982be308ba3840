// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/enginethread.h"

#include "app/node/logging.h"
#include "app/node/restoration.h"
#include "core/base/log.h"
#include "core/http/processlimits.h"

namespace Gatehouse::Node {

EngineThread::EngineThread(NodeOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_thread(m_clock)
{
    qRegisterMetaType<Gatehouse::Error>();
    setLogRedactor(&m_redactor);
}

EngineThread::~EngineThread()
{
    if (m_thread.isRunning()) {
        m_thread.call([this] { m_engine.reset(); });
        m_thread.stop();
    }
    setLogRedactor(nullptr);
}

void EngineThread::start()
{
    const auto prepared = Http::prepareProcessForSockets();
    if (!prepared)
        qCWarning(lcNode, "%s", qUtf8Printable(prepared.error().detail));
    m_thread.start(QStringLiteral("control"));
    m_thread.post([this] { begin(); });
}

void EngineThread::begin()
{
    m_isUp = false;
    takeOutCrashedRestore();
    m_engine = std::make_unique<Engine>(m_options, m_clock, m_redactor, m_thread.io());
    connect(m_engine.get(), &Engine::started, m_engine.get(), [this] { engineStarted(); });
    connect(m_engine.get(), &Engine::started, this, &EngineThread::started, Qt::QueuedConnection);
    connect(m_engine.get(), &Engine::failed, m_engine.get(),
            [this](const Error &error) { engineFailed(error); });
    connect(m_engine.get(), &Engine::stopped, m_engine.get(), [this] { engineStopped(); });
    connect(m_engine.get(), &Engine::restartWanted, m_engine.get(), [this] { restart(); });
    const Result<void> begun = m_engine->start();
    if (!begun)
        engineFailed(begun.error());
}

void EngineThread::takeOutCrashedRestore()
{
    const Result<QString> source = undoCrashedRestore(m_options.dataFolder, m_clock.wall());
    if (!source) // the start meets the same and tells it
        qCWarning(lcNode, "%s", qUtf8Printable(source.error().detail));
    else if (!source->isEmpty())
        m_options.restoreProblem =
            QStringLiteral("the gateway crashed while it started with %1").arg(*source);
}

void EngineThread::engineStarted()
{
    m_isUp = true;
    confirmRestore(m_options.dataFolder);
}

void EngineThread::engineFailed(const Error &error)
{
    if (m_isUp || !isRestoreUnconfirmed(m_options.dataFolder))
        tellFailure(error);
    else
        m_thread.post([this, error] { startWithFormerBooks(error); }); // not within its signal
}

void EngineThread::startWithFormerBooks(const Error &error)
{
    m_engine.reset();
    const Result<QString> source = undoRestore(m_options.dataFolder, m_clock.wall());
    if (!source || source->isEmpty())
        return tellFailure(source ? error : source.error());
    m_options.restoreProblem =
        QStringLiteral("the gateway does not start with %1: %2").arg(*source, error.detail);
    begin();
}

void EngineThread::tellFailure(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

void EngineThread::restart()
{
    m_isRestarting = true;
    m_engine->shutDown();
}

void EngineThread::engineStopped()
{
    if (std::exchange(m_isRestarting, false))
        m_thread.post([this] { // not within a signal of the one that goes
            m_engine.reset();
            begin();
        });
    else
        QMetaObject::invokeMethod(this, &EngineThread::stopped, Qt::QueuedConnection);
}

void EngineThread::reload()
{
    m_thread.post([this] {
        if (m_engine)
            m_engine->reload();
    });
}

void EngineThread::shutDown()
{
    m_thread.post([this] {
        m_isRestarting = false;
        if (m_engine)
            m_engine->shutDown();
        else
            engineStopped();
    });
}

} // namespace Gatehouse::Node
