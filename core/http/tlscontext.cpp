// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlscontext.h"

#include "core/http/tlschannel.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QMutexLocker>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <ctime>
#include <mutex>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned char http11[] = "\x08http/1.1";
constexpr unsigned httpLength = 9;

//! An encrypted key must fail, not ask on the terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

int chooseProtocol(SSL *, const unsigned char **out, unsigned char *outLength,
                   const unsigned char *in, unsigned inLength, void *)
{
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outLength, http11, httpLength, in, inLength)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

QString nameOf(const X509_NAME *name)
{
    for (const int part : {NID_commonName, NID_organizationName}) {
        const int position = X509_NAME_get_index_by_NID(name, part, -1);
        if (position < 0)
            continue;
        unsigned char *text = nullptr;
        const ASN1_STRING *value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, position));
        const int length = ASN1_STRING_to_UTF8(&text, value);
        const QString result =
            QString::fromUtf8(reinterpret_cast<const char *>(text), std::max(length, 0));
        OPENSSL_free(text);
        return result;
    }
    return {};
}

WallTime timeOf(const ASN1_TIME *time)
{
    std::tm broken = {};
    if (ASN1_TIME_to_tm(time, &broken) != 1)
        return {};
    return WallTime(std::chrono::seconds(::timegm(&broken)));
}

Result<void> requireFile(const QString &file, const QString &what)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return Error{ErrorCode::NotFound, u"%1 file %2 does not exist"_s.arg(what, file)};
    if (!info.isReadable())
        return Error{ErrorCode::PermissionDenied, u"%1 file %2 cannot be read"_s.arg(what, file)};
    return {};
}

Error invalid(const QString &detail)
{
    ERR_clear_error();
    return {ErrorCode::InvalidArgument, detail};
}

} // namespace

TlsCertificate TlsCertificate::fromX509(const x509_st *certificate)
{
    return {.subject = nameOf(X509_get_subject_name(certificate)),
            .issuer = nameOf(X509_get_issuer_name(certificate)),
            .notBefore = timeOf(X509_get0_notBefore(certificate)),
            .notAfter = timeOf(X509_get0_notAfter(certificate))};
}

void TlsSessionCache::Deleter::operator()(ssl_session_st *session) const
{
    SSL_SESSION_free(session);
}

void TlsSessionCache::store(const QByteArray &host, Session session)
{
    const std::scoped_lock lock(m_mutex);
    if (m_sessions.size() >= hosts && !m_sessions.contains(host))
        m_sessions.clear(); // far more hosts than providers exist: begin anew
    auto &kept = m_sessions[host];
    if (kept.size() >= sessionsPerHost)
        kept.erase(kept.begin());
    kept.emplace_back(std::move(session));
}

TlsSessionCache::Session TlsSessionCache::take(const QByteArray &host)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_sessions.find(host);
    if (found == m_sessions.end())
        return {};
    const std::shared_ptr<ssl_session_st> newest = found->back();
    if (SSL_SESSION_get_protocol_version(newest.get()) >= TLS1_3_VERSION) {
        found->pop_back();
        if (found->empty())
            m_sessions.erase(found);
    }
    SSL_SESSION_up_ref(newest.get());
    return Session(newest.get());
}

void TlsSessionCache::forget(const QByteArray &host)
{
    const std::scoped_lock lock(m_mutex);
    m_sessions.remove(host);
}

TlsContext::TlsContext(bool isServer)
    : m_handle(SSL_CTX_new(isServer ? TLS_server_method() : TLS_client_method()))
{
    if (!m_handle)
        qFatal("OpenSSL cannot make a context");
    SSL_CTX_set_min_proto_version(m_handle, TLS1_2_VERSION);
    SSL_CTX_set_mode(m_handle, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(m_handle, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_default_passwd_cb(m_handle, noPassphrase);
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_handle);
}

Result<std::shared_ptr<TlsContext>> TlsContext::server(const QString &certificateFile,
                                                       const QString &keyFile)
{
    const std::shared_ptr<TlsContext> context(new TlsContext(true)); // the constructor is private
    if (const auto loaded = context->loadCertificate(certificateFile, keyFile); !loaded)
        return loaded.error();
    SSL_CTX *const handle = context->handle();
    SSL_CTX_set_alpn_select_cb(handle, chooseProtocol, nullptr);
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF); // tickets need no memory of ours
    constexpr unsigned char name[] = "gatehouse";
    SSL_CTX_set_session_id_context(handle, name, sizeof name - 1);
    return context;
}

Result<std::shared_ptr<TlsContext>> TlsContext::client(const QString &caFile,
                                                       const QString &certificateFile)
{
    const std::shared_ptr<TlsContext> context(new TlsContext(false));
    if (const auto loaded = context->loadAuthorities(caFile); !loaded)
        return loaded.error();
    if (!certificateFile.isEmpty()) {
        const auto loaded = context->loadCertificate(certificateFile, certificateFile);
        if (!loaded)
            return loaded.error();
    }
    SSL_CTX *const handle = context->handle();
    SSL_CTX_set_verify(handle, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_alpn_protos(handle, http11, httpLength);
    SSL_CTX_set_session_cache_mode(handle,
                                   SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL_STORE);
    SSL_CTX_sess_set_new_cb(handle, TlsChannel::keepSession);
    return context;
}

Result<void> TlsContext::loadCertificate(const QString &certificateFile, const QString &keyFile)
{
    if (auto found = requireFile(certificateFile, u"certificate"_s); !found)
        return found;
    if (auto found = requireFile(keyFile, u"key"_s); !found)
        return found;
    const QByteArray certificate = QFile::encodeName(certificateFile);
    if (SSL_CTX_use_certificate_chain_file(m_handle, certificate.constData()) != 1)
        return invalid(u"%1 holds no PEM certificate"_s.arg(certificateFile));
    const QByteArray key = QFile::encodeName(keyFile);
    if (SSL_CTX_use_PrivateKey_file(m_handle, key.constData(), SSL_FILETYPE_PEM) != 1) {
        const bool mismatch = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH
            || ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_TYPE_MISMATCH;
        return invalid(mismatch ? u"the key in %1 does not belong to the certificate in %2"_s.arg(
                           keyFile, certificateFile)
                                : u"%1 holds no PEM key without passphrase"_s.arg(keyFile));
    }
    if (SSL_CTX_check_private_key(m_handle) != 1)
        return invalid(u"the key in %1 does not belong to the certificate in %2"_s.arg(
            keyFile, certificateFile));
    m_certificate = TlsCertificate::fromX509(SSL_CTX_get0_certificate(m_handle));
    return {};
}

Result<void> TlsContext::loadAuthorities(const QString &caFile)
{
    if (caFile.isEmpty()) {
        if (SSL_CTX_set_default_verify_paths(m_handle) != 1)
            return invalid(u"the system's certificate authorities cannot be loaded"_s);
        return {};
    }
    if (auto found = requireFile(caFile, u"authority"_s); !found)
        return found;
    const QByteArray file = QFile::encodeName(caFile);
    if (SSL_CTX_load_verify_file(m_handle, file.constData()) != 1)
        return invalid(u"%1 holds no PEM certificate"_s.arg(caFile));
    return {};
}

QString TlsContext::warning(const Clock &clock) const
{
    if (!m_certificate)
        return {};
    const WallTime now = clock.wall();
    if (m_certificate->notAfter < now)
        return u"certificate has expired"_s;
    if (m_certificate->notBefore > now)
        return u"certificate is not yet valid"_s;
    return {};
}

} // namespace Gatehouse::Http
