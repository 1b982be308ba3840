// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminaddress.h"
#include "core/api/adminclient.h"
#include "core/http/messageparser.h"
#include "core/http/ssereader.h"

#include <QtCore/QIODevice>

class QAbstractSocket;
class QLocalSocket;

namespace Gatehouse::Api {

//! One HTTP/1.1 exchange with an admin API over a socket of its own. Deletes itself never; its
//! owner does. Signals come from the event loop, never from inside open().
class AdminConnection final : public QObject, private Http::MessageSink, private Http::SseSink
{
    Q_OBJECT

public:
    explicit AdminConnection(QObject *parent = nullptr);
    ~AdminConnection() override;

    //! Connects and sends \a request (a whole message).
    void open(const AdminAddress &address, QByteArray request);
    //! The head and fields of a request to \a address.
    static QByteArray requestText(const AdminAddress &address, const QByteArray &method,
                                  const QByteArray &target, const QByteArray &body, qint64 ifMatch);

    int status() const;
    const QByteArray &body() const { return m_body; }
    QByteArray etag() const { return m_etag; }
    //! SHA-256, in hexadecimal digits, of a certificate that nobody vouches for: why the connection
    //! failed; empty otherwise.
    QByteArray untrusted() const { return m_untrusted; }
    //! Why the connection failed; empty while it has not.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    //! The answer is complete, or problem() says why not. Once.
    void done();
    //! An event stream's head came; events follow.
    void streaming();
    void event(const QString &kind, const QJsonObject &data);

private:
    //! Goes on when the certificate is \a trusted, by its fingerprint.
    void judgeCertificate(const QByteArray &trusted);
    void write();
    void read();
    void closed();
    void fail(const QString &problem);
    void finish();

    bool onHead() override;
    bool onBody(QByteArrayView bytes) override;
    void onMessageEnd() override;
    bool onEvent(const Http::SseEvent &event) override;

    QIODevice *m_socket = nullptr;
    QByteArray m_request;
    Http::ResponseParser m_parser;
    Http::SseReader m_events;
    QByteArray m_body;
    QByteArray m_etag;
    QByteArray m_untrusted;
    QString m_problem;
    bool m_isStream = false;
    bool m_isDone = false;
};

} // namespace Gatehouse::Api
