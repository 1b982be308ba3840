// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/engine.h"
#include "core/http/iothread.h"

#include <QtCore/QObject>

namespace Gatehouse::Node {

//! An engine on a control thread of its own, for main(): both programs run theirs this way. Signals
//! come on the thread that owns this object.
class EngineThread : public QObject
{
    Q_OBJECT

public:
    explicit EngineThread(NodeOptions options, QObject *parent = nullptr);
    //! Ends the engine at once if it still runs.
    ~EngineThread() override;

    void start();
    void reload();
    //! Drains; stopped() follows.
    void shutDown();

Q_SIGNALS:
    //! Again after an engine that was restarted through its admin API.
    void started();
    void failed(const Gatehouse::Error &error);
    void stopped();

private:
    // On the thread:
    void begin();
    //! A start with a restored backup crashed the process before: the former books are back.
    void takeOutCrashedRestore();
    void restart();
    void engineStarted();
    void engineFailed(const Error &error);
    //! With a restored backup it did not start: again with the books from before.
    void startWithFormerBooks(const Error &error);
    void engineStopped();
    void tellFailure(const Error &error);

    NodeOptions m_options; //!< of the thread
    SystemClock m_clock;
    Secrets::SecretRedactor m_redactor;
    Http::IoThread m_thread;
    std::unique_ptr<Engine> m_engine; //!< lives on the thread
    bool m_isRestarting = false;      //!< of the thread
    bool m_isUp = false;              //!< of the thread
};

} // namespace Gatehouse::Node
