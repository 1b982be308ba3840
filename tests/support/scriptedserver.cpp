// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace Gatehouse {

namespace {

void reset(QTcpSocket &socket)
{
    const linger atOnce = {.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket.abort();
}

} // namespace

using namespace Qt::StringLiterals;

struct ScriptedServer::Connection {
    std::unique_ptr<QTcpSocket> socket;
    std::vector<Script::Step> steps;
    size_t next = 0;
    QByteArray received;
    qsizetype taken = 0; //!< of received, by steps that waited
    qsizetype dripped = 0;
    bool isReading = true;
};

ScriptedServer::ScriptedServer(Script script, quint16 port)
    : m_listener(std::make_unique<QTcpServer>())
    , m_script(std::move(script))
{
    connect(m_listener.get(), &QTcpServer::newConnection, this, [this] { accept(); });
    m_listener->listen(QHostAddress::LocalHost, port);
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_listener->serverPort();
}

void ScriptedServer::accept()
{
    while (QTcpSocket *const socket = m_listener->nextPendingConnection()) {
        m_connections.push_back(std::make_unique<Connection>());
        Connection &connection = *m_connections.back();
        socket->setParent(nullptr);
        connection.socket.reset(socket);
        connection.steps = m_script.m_steps;
        connect(socket, &QTcpSocket::readyRead, this, [this, &connection] { play(connection); });
        play(connection);
    }
}

void ScriptedServer::play(Connection &connection)
{
    if (connection.isReading)
        connection.received += connection.socket->readAll();
    while (connection.next < connection.steps.size()
           && playStep(connection, connection.steps[connection.next])) { }
}

//! False when the step has to wait.
bool ScriptedServer::playStep(Connection &connection, const Script::Step &step)
{
    QTcpSocket &socket = *connection.socket;
    switch (step.kind) {
    case Script::Kind::WaitHead:
    case Script::Kind::WaitRequest:
        if (!takeMessage(connection, step.kind == Script::Kind::WaitRequest))
            return false;
        break;
    case Script::Kind::Send:
        socket.write(step.bytes);
        socket.flush();
        break;
    case Script::Kind::Drip:
        if (connection.dripped < step.bytes.size()) {
            if (connection.dripped == 0)
                dripNext(connection);
            return false;
        }
        connection.dripped = 0;
        break;
    case Script::Kind::Close:
        socket.disconnectFromHost();
        break;
    case Script::Kind::Reset:
        reset(socket);
        break;
    case Script::Kind::StopReading:
        connection.isReading = false;
        socket.setReadBufferSize(1);
        break;
    case Script::Kind::Repeat:
        connection.next = 0;
        return true;
    }
    ++connection.next;
    return true;
}

bool ScriptedServer::takeMessage(Connection &connection, bool withBody)
{
    const QByteArray rest = connection.received.mid(connection.taken);
    const qsizetype headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    qsizetype size = headEnd + 4;
    const QByteArray head = rest.first(size).toLower();
    const qsizetype field = head.indexOf("\r\ncontent-length:");
    if (withBody && field >= 0) {
        const qsizetype begin = head.indexOf(':', field) + 1;
        size += head.mid(begin, head.indexOf('\r', begin) - begin).trimmed().toLongLong();
    }
    if (rest.size() < size)
        return false;
    connection.taken += size;
    ++m_requestCount;
    return true;
}

void ScriptedServer::dripNext(Connection &connection)
{
    const QByteArray &bytes = connection.steps[connection.next].bytes;
    connection.socket->write(bytes.sliced(connection.dripped++, 1));
    connection.socket->flush();
    QTimer::singleShot(0, connection.socket.get(), [this, &connection, size = bytes.size()] {
        if (connection.dripped < size)
            dripNext(connection);
        else
            play(connection);
    });
}

int ScriptedServer::openCount() const
{
    return int(
        std::count_if(m_connections.begin(), m_connections.end(), [](const auto &connection) {
            return connection->socket->state() == QAbstractSocket::ConnectedState;
        }));
}

QByteArray ScriptedServer::received(int index) const
{
    return m_connections.at(size_t(index))->received;
}

qint64 ScriptedServer::receivedSize(int index) const
{
    return m_connections.at(size_t(index))->received.size();
}

void ScriptedServer::send(int index, const QByteArray &bytes)
{
    QTcpSocket &socket = *m_connections.at(size_t(index))->socket;
    socket.write(bytes);
    socket.flush();
}

void ScriptedServer::resumeReading(int index)
{
    Connection &connection = *m_connections.at(size_t(index));
    connection.isReading = true;
    connection.socket->setReadBufferSize(0);
    play(connection);
}

void ScriptedServer::closeConnections()
{
    for (const auto &connection : m_connections)
        connection->socket->abort();
}

void ScriptedServer::resetConnections()
{
    for (const auto &connection : m_connections)
        reset(*connection->socket);
}

void ScriptedServer::stopListening()
{
    m_listener->close();
}

} // namespace Gatehouse
