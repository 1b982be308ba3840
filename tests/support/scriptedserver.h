// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>

#include <memory>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace Gatehouse {

//! What a ScriptedServer does on one connection, step by step:
//!
//!     Script().waitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok").repeat()
//!
//! After the last step the connection stays open and silent.
class Script
{
public:
    //! A whole head has arrived; what follows it waits for the next step.
    Script &waitHead() { return add({.kind = Kind::WaitHead}); }
    //! A head and the body its Content-Length announces have arrived.
    Script &waitRequest() { return add({.kind = Kind::WaitRequest}); }
    Script &send(const QByteArray &bytes) { return add({.kind = Kind::Send, .bytes = bytes}); }
    //! One byte per turn of the event loop.
    Script &drip(const QByteArray &bytes) { return add({.kind = Kind::Drip, .bytes = bytes}); }
    Script &close() { return add({.kind = Kind::Close}); }
    Script &reset() { return add({.kind = Kind::Reset}); }
    //! Leaves further bytes in the kernel, so that the client cannot send for ever.
    Script &stopReading() { return add({.kind = Kind::StopReading}); }
    //! From the first step again.
    Script &repeat() { return add({.kind = Kind::Repeat}); }

private:
    friend class ScriptedServer;
    enum class Kind { WaitHead, WaitRequest, Send, Drip, Close, Reset, StopReading, Repeat };
    struct Step {
        Kind kind;
        QByteArray bytes = {};
    };

    Script &add(Step step)
    {
        m_steps.push_back(std::move(step));
        return *this;
    }

    std::vector<Step> m_steps;
};

//! A server on 127.0.0.1 that plays a script on each connection: good answers, bad ones, and none.
//! Lives on the thread of its event loop.
class ScriptedServer : public QObject
{
public:
    //! Every connection plays \a script unless scriptNext() said otherwise.
    //! \a port 0: any that is free.
    explicit ScriptedServer(Script script = {}, quint16 port = 0);
    ~ScriptedServer() override;

    quint16 port() const;
    //! For connections accepted from now on.
    void setScript(Script script) { m_script = std::move(script); }

    int connectionCount() const { return int(m_connections.size()); }
    int openCount() const;
    //! Whole requests or heads that scripts waited for and got.
    int requestCount() const { return m_requestCount; }
    //! All bytes of connection \a index that steps have waited for or that are waiting.
    QByteArray received(int index = 0) const;
    qint64 receivedSize(int index = 0) const;

    //! Sends on connection \a index, whatever its script says.
    void send(int index, const QByteArray &bytes);
    //! Reads again after stopReading().
    void resumeReading(int index = 0);
    //! Closes all connections at once, before returning.
    void closeConnections();
    //! The same with a reset.
    void resetConnections();
    //! Refuses connections from now on.
    void stopListening();

private:
    struct Connection;

    void accept();
    void play(Connection &connection);
    bool playStep(Connection &connection, const Script::Step &step);
    bool takeMessage(Connection &connection, bool withBody);
    void dripNext(Connection &connection);

    std::unique_ptr<QTcpServer> m_listener;
    Script m_script;
    std::vector<std::unique_ptr<Connection>> m_connections;
    int m_requestCount = 0;
};

} // namespace Gatehouse
