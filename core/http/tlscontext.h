// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <mutex>

struct ssl_ctx_st;
struct ssl_session_st;
struct x509_st;

namespace Gatehouse::Http {

//! What people want to know of a certificate.
struct TlsCertificate {
    QString subject; //!< common name, or organisation when there is none
    QString issuer;
    WallTime notBefore;
    WallTime notAfter;

    bool operator==(const TlsCertificate &) const = default;
    static TlsCertificate fromX509(const x509_st *certificate);
};

//! Sessions to resume, by host. Any thread.
class TlsSessionCache
{
public:
    struct Deleter {
        void operator()(ssl_session_st *session) const;
    };
    using Session = std::unique_ptr<ssl_session_st, Deleter>;

    static constexpr size_t sessionsPerHost = 8;
    static constexpr qsizetype hosts = 1'000;

    void store(const QByteArray &host, Session session);
    //! The newest, or null. A TLS 1.3 ticket is given out once only (RFC 8446 appendix C.4).
    Session take(const QByteArray &host);
    //! After a failed handshake.
    void forget(const QByteArray &host);

private:
    std::mutex m_mutex;
    QHash<QByteArray, std::vector<std::shared_ptr<ssl_session_st>>> m_sessions;
};

//! The settings of many TLS connections: certificates are read once, server tickets and client
//! sessions are shared. Unchanging; any thread. Connections keep it alive.
class TlsContext
{
public:
    //! \a certificateFile: PEM, with the chain; \a keyFile: PEM without passphrase. TLS 1.2 and up.
    static Result<std::shared_ptr<TlsContext>> server(const QString &certificateFile,
                                                      const QString &keyFile);
    //! Verifies the peer against \a caFile, or the system's authorities when empty.
    //! \a certificateFile: our own certificate and key in one PEM file, optional.
    static Result<std::shared_ptr<TlsContext>> client(const QString &caFile = {},
                                                      const QString &certificateFile = {});
    ~TlsContext();
    TlsContext(const TlsContext &) = delete;
    TlsContext &operator=(const TlsContext &) = delete;

    ssl_ctx_st *handle() const { return m_handle; }
    //! Of clients. Belongs to one context: a resumed session is not verified again.
    TlsSessionCache &sessions() const { return m_sessions; }
    //! Our own certificate, if there is one.
    const std::optional<TlsCertificate> &certificate() const { return m_certificate; }
    //! What an administrator should know, such as an expired certificate; empty when all is well.
    QString warning(const Clock &clock) const;

private:
    explicit TlsContext(bool isServer);
    Result<void> loadCertificate(const QString &certificateFile, const QString &keyFile);
    Result<void> loadAuthorities(const QString &caFile);

    ssl_ctx_st *m_handle = nullptr;
    mutable TlsSessionCache m_sessions;
    std::optional<TlsCertificate> m_certificate;
};

} // namespace Gatehouse::Http
