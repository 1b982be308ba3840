// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/iocontext.h"
#include "core/http/lifeflag.h"
#include "core/http/tlscontext.h"

#include <QtCore/QObject>

struct bio_st;
struct bio_method_st;
struct ssl_st;

namespace Gatehouse::Http {

//! TLS (OpenSSL 3) over another channel. An end of stream without TLS's own goodbye counts as
//! Reset: the stream may have been cut by a stranger (RFC 8446 section 6.1). Keeps no buffers while
//! idle.
class TlsChannel final : public Channel, private ChannelListener
{
public:
    using ContextPtr = std::shared_ptr<TlsContext>;

    //! \a transport is fresh: not started.
    static std::unique_ptr<TlsChannel> server(IoContext &io, std::unique_ptr<Channel> transport,
                                              ContextPtr context);
    //! \a host: name or address literal the certificate must be for. \a transport may also be one
    //! that still has to connect, or one on which a proxy has just opened the way.
    static std::unique_ptr<TlsChannel> client(IoContext &io, std::unique_ptr<Channel> transport,
                                              ContextPtr context, QByteArray host);
    //! The same over a connected socket.
    static std::unique_ptr<TlsChannel> server(IoContext &io, int fd, QByteArray peer,
                                              ContextPtr context);
    static std::unique_ptr<TlsChannel> client(IoContext &io, int fd, ContextPtr context,
                                              QByteArray host);

    TlsChannel(IoContext &io, std::unique_ptr<Channel> transport, ContextPtr context,
               QByteArray host);
    ~TlsChannel() override;
    TlsChannel(const TlsChannel &) = delete;
    TlsChannel &operator=(const TlsChannel &) = delete;

    //! Whether the handshake was a short one.
    bool isResumed() const;
    //! The peer's, once the handshake is done.
    std::optional<TlsCertificate> peerCertificate() const;
    //! "TLSv1.3"; empty before the handshake is done.
    QByteArray protocol() const;

    void start(ChannelListener &listener) override;
    void setListener(ChannelListener &listener) override { m_listener = &listener; }
    using Channel::write;
    void write(std::initializer_list<QByteArrayView> parts) override;
    qsizetype pendingBytes() const override;
    void setReading(bool on) override;
    void closeAfterWrite() override;
    void abort() override;
    QByteArray peerAddress() const override { return m_transport->peerAddress(); }
    int descriptor() const override { return m_transport->descriptor(); }
    bool isEncrypted() const override { return true; }

    //! OpenSSL's callback for new client sessions.
    static int keepSession(ssl_st *ssl, ssl_session_st *session);

private:
    struct SslDeleter {
        void operator()(ssl_st *ssl) const;
    };
    enum class State { Idle, Connecting, Handshake, Open, Ended };

    void onConnected() override;
    void onData(QByteArrayView bytes) override;
    void onDrained() override;
    void onClosed(ChannelEnd end, const QString &detail) override;

    void prepareClient();
    //! These may end in the listener destroying the channel.
    void shakeHands();
    void open();
    void decrypt();
    void fail(int result);
    void endOfTransport();
    void finish(ChannelEnd end, const QString &detail);

    void encrypt(QByteArrayView bytes);
    void flushCipher();
    QString failureDetail() const;

    static const bio_method_st *bioMethod();
    static int bioRead(bio_st *bio, char *to, int size);
    static int bioWrite(bio_st *bio, const char *from, int size);

    IoContext &m_io;
    std::unique_ptr<Channel> m_transport;
    ContextPtr m_context;
    QByteArray m_host; //!< empty on the server side
    std::unique_ptr<ssl_st, SslDeleter> m_ssl;
    ChannelListener *m_listener = nullptr;
    LifeFlag m_life;
    QByteArrayView m_input;           //!< encrypted bytes not seen by OpenSSL yet
    QByteArray m_held;                //!< the same, between two calls, while paused
    QByteArray m_early;               //!< plain bytes written before the handshake is done
    std::unique_ptr<QObject> m_later; //!< receiver of the call that resumes after a pause
    State m_state = State::Idle;
    bool m_isReading = true;
    bool m_hasTransportEnded = false; //!< what is held is to be delivered before that is told
};

} // namespace Gatehouse::Http
