// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/adminconnection.h"

#include "core/base/json.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QLocalSocket>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpSocket>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr qsizetype maxAnswer = 256 * 1024 * 1024;

Http::MessageLimits answerLimits()
{
    Http::MessageLimits limits;
    limits.body = maxAnswer;
    return limits;
}

} // namespace

AdminConnection::AdminConnection(QObject *parent)
    : QObject(parent)
    , m_parser(answerLimits())
{
}

AdminConnection::~AdminConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

QByteArray AdminConnection::requestText(const AdminAddress &address, const QByteArray &method,
                                        const QByteArray &target, const QByteArray &body,
                                        qint64 ifMatch)
{
    QByteArray host = "localhost";
    if (address.socket.isEmpty()) {
        host = address.url.host(QUrl::FullyEncoded).toLatin1();
        if (host.contains(':'))
            host = '[' + host + ']';
        if (address.url.port() > 0)
            host += ':' + QByteArray::number(address.url.port());
    }
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    if (!address.token.isEmpty())
        text += "Authorization: Bearer " + address.token.toUtf8() + "\r\n";
    if (!body.isEmpty())
        text += "Content-Type: application/json\r\n";
    if (!body.isEmpty() || method != "GET")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (ifMatch >= 0)
        text += "If-Match: \"" + QByteArray::number(ifMatch) + "\"\r\n";
    if (!target.endsWith("/events"))
        text += "Connection: close\r\n";
    return text + "\r\n" + body;
}

void AdminConnection::open(const AdminAddress &address, QByteArray request)
{
    m_request = std::move(request);
    m_parser.begin(false);
    if (!address.socket.isEmpty()) {
        auto *socket = new QLocalSocket(this);
        m_socket = socket;
        connect(socket, &QLocalSocket::connected, this, &AdminConnection::write,
                Qt::QueuedConnection);
        connect(socket, &QLocalSocket::readyRead, this, &AdminConnection::read);
        connect(socket, &QLocalSocket::disconnected, this, &AdminConnection::closed,
                Qt::QueuedConnection);
        connect(socket, &QLocalSocket::errorOccurred, this, &AdminConnection::closed,
                Qt::QueuedConnection);
        socket->connectToServer(address.socket);
        // At once, not when this thread comes to it: the gateway works while a page is being made.
        if (socket->state() == QLocalSocket::ConnectedState) {
            write();
            socket->flush();
        }
        return;
    }
    const bool tls = address.url.scheme() == "https"_L1;
    auto *socket = new QSslSocket(this);
    m_socket = socket;
    if (!address.caFile.isEmpty()) {
        QSslConfiguration configuration = socket->sslConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(address.caFile));
        socket->setSslConfiguration(configuration);
    }
    if (tls) {
        connect(socket, &QSslSocket::encrypted, this, &AdminConnection::write);
        connect(socket, &QSslSocket::sslErrors, this,
                [this, trusted = address.fingerprint] { judgeCertificate(trusted); });
    } else {
        connect(socket, &QTcpSocket::connected, this, &AdminConnection::write);
    }
    connect(socket, &QTcpSocket::readyRead, this, &AdminConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &AdminConnection::closed,
            Qt::QueuedConnection);
    connect(socket, &QTcpSocket::errorOccurred, this, &AdminConnection::closed,
            Qt::QueuedConnection);
    const auto port = static_cast<quint16>(address.url.port(tls ? 443 : 80));
    if (tls)
        socket->connectToHostEncrypted(address.url.host(), port);
    else
        socket->connectToHost(address.url.host(), port);
}

void AdminConnection::judgeCertificate(const QByteArray &trusted)
{
    auto *socket = static_cast<QSslSocket *>(m_socket);
    const QByteArray print =
        socket->peerCertificate().digest(QCryptographicHash::Sha256).toHex(':');
    if (!print.isEmpty() && print == trusted)
        socket->ignoreSslErrors();
    else
        m_untrusted = print;
}

int AdminConnection::status() const
{
    return m_parser.isHeadComplete() ? m_parser.head().status : 0;
}

void AdminConnection::write()
{
    m_socket->write(std::exchange(m_request, {}));
}

void AdminConnection::read()
{
    if (m_isDone)
        return;
    const QByteArray bytes = m_socket->readAll();
    m_parser.feed(bytes, *this);
    if (m_parser.failed())
        fail(QString::fromLatin1(m_parser.failure().reason));
}

void AdminConnection::closed()
{
    if (m_isDone)
        return;
    if (m_socket->bytesAvailable() > 0)
        read();
    if (m_isDone || m_parser.finish(*this))
        return;
    fail(m_parser.isInMessage() ? u"the connection was cut"_s : m_socket->errorString());
}

void AdminConnection::fail(const QString &problem)
{
    if (m_isDone)
        return;
    m_problem = problem.isEmpty() ? u"no answer"_s : problem;
    finish();
}

void AdminConnection::finish()
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_socket->disconnect(this);
    m_socket->close();
    QMetaObject::invokeMethod(this, &AdminConnection::done, Qt::QueuedConnection);
}

bool AdminConnection::onHead()
{
    const Http::ResponseHead &head = m_parser.head();
    m_etag = head.fields.value("etag").toByteArray();
    m_isStream =
        head.status == 200 && head.fields.value("content-type").startsWith("text/event-stream");
    if (m_isStream)
        Q_EMIT streaming();
    return true;
}

bool AdminConnection::onBody(QByteArrayView bytes)
{
    if (m_isStream) {
        m_events.feed(bytes, *this);
        if (m_events.failed())
            fail(u"an event is too large"_s);
        return !m_isDone;
    }
    m_body += bytes;
    return true;
}

void AdminConnection::onMessageEnd()
{
    finish();
}

bool AdminConnection::onEvent(const Http::SseEvent &received)
{
    const Result<QJsonObject> data = parseObject(received.data.toByteArray());
    if (data)
        Q_EMIT event(QString::fromLatin1(received.name), *data);
    return true;
}

} // namespace Gatehouse::Api
