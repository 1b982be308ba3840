// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlschannel.h"

#include "core/http/nativechannel.h"

#include <QtNetwork/QHostAddress>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <utility>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recordSize = 16 * 1024; // RFC 8446 section 5.1
constexpr qsizetype piece = 64 * 1024;      // encrypted at once before it goes to the socket

QString describeVerification(long error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return u"certificate has expired"_s;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return u"certificate is not yet valid"_s;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return u"certificate is for another host"_s;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return u"self-signed certificate"_s;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return u"issuer is not trusted"_s;
    default:
        return QString::fromLatin1(X509_verify_cert_error_string(error));
    }
}

QString describeProtocol(int reason, const char *text)
{
    switch (reason) {
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
    case SSL_R_VERSION_TOO_LOW:
        return u"protocol too old: TLS 1.2 or newer is needed"_s;
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
        return u"the peer does not speak TLS"_s;
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
        return u"the peer does not trust our certificate's issuer"_s;
    default:
        return text ? QString::fromLatin1(text) : u"TLS failure"_s;
    }
}

} // namespace

void TlsChannel::SslDeleter::operator()(ssl_st *ssl) const
{
    // Freed without a goodbye, OpenSSL would forbid the session's resumption. A closed connection
    // says nothing against its session; after a fatal alert OpenSSL drops it by itself.
    SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    SSL_free(ssl);
}

std::unique_ptr<TlsChannel> TlsChannel::server(IoContext &io, std::unique_ptr<Channel> transport,
                                               ContextPtr context)
{
    return std::make_unique<TlsChannel>(io, std::move(transport), std::move(context), QByteArray());
}

std::unique_ptr<TlsChannel> TlsChannel::client(IoContext &io, std::unique_ptr<Channel> transport,
                                               ContextPtr context, QByteArray host)
{
    return std::make_unique<TlsChannel>(io, std::move(transport), std::move(context),
                                        std::move(host));
}

std::unique_ptr<TlsChannel> TlsChannel::server(IoContext &io, int fd, QByteArray peer,
                                               ContextPtr context)
{
    return server(io, NativeChannel::fromDescriptor(io, fd, std::move(peer)), std::move(context));
}

std::unique_ptr<TlsChannel> TlsChannel::client(IoContext &io, int fd, ContextPtr context,
                                               QByteArray host)
{
    const QByteArray peer = SocketAddress::peer(fd).host();
    return client(io, NativeChannel::fromDescriptor(io, fd, peer), std::move(context),
                  std::move(host));
}

TlsChannel::TlsChannel(IoContext &io, std::unique_ptr<Channel> transport, ContextPtr context,
                       QByteArray host)
    : m_io(io)
    , m_transport(std::move(transport))
    , m_context(std::move(context))
    , m_host(std::move(host))
    , m_ssl(SSL_new(m_context->handle()))
{
    BIO *const bio = BIO_new(bioMethod());
    if (!m_ssl || !bio)
        qFatal("OpenSSL is out of memory");
    BIO_set_data(bio, this);
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_app_data(m_ssl.get(), this);
    if (m_io.plain.isEmpty())
        m_io.plain.resize(piece);
    if (m_host.isEmpty())
        SSL_set_accept_state(m_ssl.get());
    else
        prepareClient();
}

TlsChannel::~TlsChannel() = default;

void TlsChannel::prepareClient()
{
    SSL *const ssl = m_ssl.get();
    SSL_set_connect_state(ssl);
    if (QHostAddress(QString::fromLatin1(m_host)).isNull()) {
        SSL_set_tlsext_host_name(ssl, m_host.constData());
        SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        SSL_set1_host(ssl, m_host.constData());
    } else {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), m_host.constData());
    }
    if (const auto session = m_context->sessions().take(m_host))
        SSL_set_session(ssl, session.get());
}

bool TlsChannel::isResumed() const
{
    return SSL_session_reused(m_ssl.get()) == 1;
}

std::optional<TlsCertificate> TlsChannel::peerCertificate() const
{
    const X509 *const certificate = SSL_get0_peer_certificate(m_ssl.get());
    if (!certificate)
        return {};
    return TlsCertificate::fromX509(certificate);
}

QByteArray TlsChannel::protocol() const
{
    return SSL_is_init_finished(m_ssl.get()) ? QByteArray(SSL_get_version(m_ssl.get()))
                                             : QByteArray();
}

void TlsChannel::start(ChannelListener &listener)
{
    m_listener = &listener;
    m_state = m_transport->descriptor() < 0 ? State::Connecting : State::Handshake;
    m_transport->start(*this);
    if (m_state == State::Handshake && !m_host.isEmpty()) {
        ERR_clear_error();
        SSL_do_handshake(m_ssl.get()); // only says hello: nothing has been read
        flushCipher();
    }
}

void TlsChannel::onConnected()
{
    m_state = State::Handshake;
    shakeHands();
}

void TlsChannel::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl.get());
    flushCipher();
    if (result == 1)
        open();
    else if (SSL_get_error(m_ssl.get(), result) != SSL_ERROR_WANT_READ)
        fail(result);
}

void TlsChannel::open()
{
    const LifeFlag::Watcher self(m_life);
    m_state = State::Open;
    if (!m_isReading)
        m_transport->setReading(false);
    const QByteArray early = std::exchange(m_early, {});
    if (!early.isEmpty())
        write({early});
    m_listener->onConnected();
    if (self.isAlive() && m_state == State::Open && !early.isEmpty() && pendingBytes() == 0)
        m_listener->onDrained();
}

void TlsChannel::onData(QByteArrayView bytes)
{
    if (m_state == State::Ended)
        return;
    const LifeFlag::Watcher self(m_life);
    if (!m_held.isEmpty())
        m_held.append(bytes);
    m_input = m_held.isEmpty() ? bytes : QByteArrayView(m_held);
    if (m_state == State::Handshake)
        shakeHands();
    if (self.isAlive() && m_state == State::Open)
        decrypt();
    if (!self.isAlive())
        return;
    m_held = m_input.toByteArray();
    m_input = {};
    if (m_hasTransportEnded && m_held.isEmpty())
        endOfTransport();
}

void TlsChannel::decrypt()
{
    const LifeFlag::Watcher self(m_life);
    while (m_isReading) {
        ERR_clear_error();
        const int count = SSL_read(m_ssl.get(), m_io.plain.data(), int(m_io.plain.size()));
        flushCipher();
        if (count <= 0) {
            if (SSL_get_error(m_ssl.get(), count) != SSL_ERROR_WANT_READ)
                fail(count);
            return;
        }
        m_listener->onData(QByteArrayView(m_io.plain.constData(), count));
        if (!self.isAlive() || m_state != State::Open)
            return;
    }
}

void TlsChannel::onDrained()
{
    if (m_state == State::Open)
        m_listener->onDrained();
}

void TlsChannel::onClosed(ChannelEnd end, const QString &detail)
{
    if (m_state == State::Ended)
        return;
    const bool isHandshake = m_state == State::Handshake;
    if (end == ChannelEnd::PeerClosed) {
        m_hasTransportEnded = true;
        if (m_held.isEmpty())
            endOfTransport();
        return; // else: what came before the end first, when reading goes on
    }
    if (isHandshake && end == ChannelEnd::Reset)
        finish(ChannelEnd::TlsFailed, u"the peer closed during the TLS handshake"_s);
    else
        finish(end, detail);
}

void TlsChannel::endOfTransport()
{
    if (m_state == State::Handshake)
        finish(ChannelEnd::TlsFailed, u"the peer closed during the TLS handshake"_s);
    else if (m_state == State::Open)
        finish(ChannelEnd::Reset, u"closed without the end of TLS"_s);
}

void TlsChannel::fail(int result)
{
    if (SSL_get_error(m_ssl.get(), result) == SSL_ERROR_ZERO_RETURN)
        finish(ChannelEnd::PeerClosed, u"closed by the peer"_s);
    else
        finish(ChannelEnd::TlsFailed, failureDetail());
}

QString TlsChannel::failureDetail() const
{
    const long verification = SSL_get_verify_result(m_ssl.get());
    if (!m_host.isEmpty() && verification != X509_V_OK)
        return describeVerification(verification);
    const auto error = ERR_peek_error();
    return describeProtocol(ERR_GET_REASON(error), ERR_reason_error_string(error));
}

void TlsChannel::finish(ChannelEnd end, const QString &detail)
{
    ERR_clear_error();
    m_state = State::Ended;
    m_input = {};
    if (end == ChannelEnd::TlsFailed) {
        m_context->sessions().forget(m_host);
        m_transport->closeAfterWrite(); // the alert tells the peer why
    }
    m_transport->setReading(false);
    m_listener->onClosed(end, detail);
}

void TlsChannel::write(std::initializer_list<QByteArrayView> parts)
{
    if (m_state != State::Open) {
        for (const QByteArrayView part : parts) {
            if (m_state != State::Ended)
                m_early.append(part);
        }
        return;
    }
    qsizetype total = 0;
    for (const QByteArrayView part : parts)
        total += part.size();
    if (total > recordSize) {
        for (const QByteArrayView part : parts)
            encrypt(part);
        return;
    }
    std::array<char, recordSize> record; // NOLINT: filled below
    char *end = record.data();
    for (const QByteArrayView part : parts)
        end = std::copy(part.begin(), part.end(), end);
    encrypt(QByteArrayView(record.data(), total));
}

//! OpenSSL writes through bioWrite(), which takes everything: no half-done writes to repeat.
void TlsChannel::encrypt(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView now = bytes.first(std::min(bytes.size(), piece));
        ERR_clear_error();
        if (SSL_write(m_ssl.get(), now.data(), int(now.size())) <= 0) {
            m_io.cipher.resize(0);
            return; // the connection has failed, which reading will tell
        }
        flushCipher();
        bytes = bytes.sliced(now.size());
    }
}

void TlsChannel::flushCipher()
{
    if (m_io.cipher.isEmpty())
        return;
    m_transport->write({m_io.cipher});
    m_io.cipher.resize(0); // the room stays for the next
}

qsizetype TlsChannel::pendingBytes() const
{
    return m_early.size() + m_transport->pendingBytes();
}

void TlsChannel::setReading(bool on)
{
    if (m_isReading == on || m_state == State::Ended)
        return;
    m_isReading = on;
    if (m_state == State::Open) // the handshake reads in any case
        m_transport->setReading(on);
    if (!on || m_held.isEmpty())
        return;
    m_later = std::make_unique<QObject>();
    QMetaObject::invokeMethod(
        m_later.get(), [this] { onData({}); }, Qt::QueuedConnection);
}

void TlsChannel::closeAfterWrite()
{
    if (m_state == State::Open || (m_state == State::Ended && m_transport->descriptor() >= 0)) {
        ERR_clear_error();
        SSL_shutdown(m_ssl.get());
        flushCipher();
        m_transport->closeAfterWrite();
    } else {
        m_transport->abort();
    }
    m_state = State::Ended;
}

void TlsChannel::abort()
{
    m_state = State::Ended;
    m_transport->abort();
}

int TlsChannel::keepSession(ssl_st *ssl, ssl_session_st *session)
{
    const auto *const channel = static_cast<TlsChannel *>(SSL_get_app_data(ssl));
    channel->m_context->sessions().store(channel->m_host, TlsSessionCache::Session(session));
    return 1; // the session is ours now
}

const bio_method_st *TlsChannel::bioMethod()
{
    static const BIO_METHOD *const method = [] {
        BIO_METHOD *const made =
            BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "gatehouse channel");
        BIO_meth_set_read(made, bioRead);
        BIO_meth_set_write(made, bioWrite);
        BIO_meth_set_create(made, [](BIO *bio) {
            BIO_set_init(bio, 1);
            return 1;
        });
        BIO_meth_set_ctrl(made, [](BIO *, int command, long, void *) {
            return command == BIO_CTRL_FLUSH ? 1L : 0L;
        });
        return made;
    }();
    return method;
}

int TlsChannel::bioRead(bio_st *bio, char *to, int size)
{
    QByteArrayView &input = static_cast<TlsChannel *>(BIO_get_data(bio))->m_input;
    BIO_clear_retry_flags(bio);
    if (input.isEmpty()) {
        BIO_set_retry_read(bio);
        return -1;
    }
    const qsizetype count = std::min(qsizetype(size), input.size());
    std::copy_n(input.data(), count, to);
    input = input.sliced(count);
    return int(count);
}

int TlsChannel::bioWrite(bio_st *bio, const char *from, int size)
{
    static_cast<TlsChannel *>(BIO_get_data(bio))->m_io.cipher.append(from, size);
    return size;
}

} // namespace Gatehouse::Http
