// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/mailer.h"

#include "core/alerts/curllibrary.h"
#include "core/http/addressrules.h"

#include <QtCore/QUrl>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

constexpr long connectSeconds = 10;
constexpr long totalSeconds = 30;

struct Closer {
    const CurlLibrary *curl;
    void operator()(CURL *handle) const { curl->cleanUp(handle); }
    void operator()(curl_slist *list) const { curl->freeAll(list); }
};
using Handle = std::unique_ptr<CURL, Closer>;
using List = std::unique_ptr<curl_slist, Closer>;

//! What is left of the text to be sent.
struct Reader {
    QByteArrayView rest;
};

std::size_t readText(char *buffer, std::size_t size, std::size_t count, void *user)
{
    auto *reader = static_cast<Reader *>(user);
    const qsizetype length = std::min(static_cast<qsizetype>(size * count), reader->rest.size());
    std::memcpy(buffer, reader->rest.data(), static_cast<std::size_t>(length));
    reader->rest = reader->rest.sliced(length);
    return static_cast<std::size_t>(length);
}

curl_socket_t openSocket(void *, curlsocktype, curl_sockaddr *address)
{
    const QHostAddress host(&address->addr);
    if (!Http::isAddressAllowed(host, Http::AddressRule::AllowPrivate))
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int mayGoOn(void *stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<std::atomic<bool> *>(stopping) ? 1 : 0; // not 0 ends the transfer
}

//! Whether asking the same server again may end otherwise.
bool mayEndOtherwise(CURLcode code, long status)
{
    switch (code) {
    case CURLE_LOGIN_DENIED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return false;
    default:
        return status < 500; // RFC 5321 section 4.2.1: 5yz is permanent
    }
}

void addServer(const CurlLibrary &curl, CURL *handle, const Mail &mail)
{
    curl.setOption(handle, CURLOPT_URL, mail.server.toUtf8().constData());
    curl.setOption(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl.setOption(handle, CURLOPT_PROXY, "");
    curl.setOption(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl.setOption(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl.setOption(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl.setOption(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!mail.caFile.isEmpty())
        curl.setOption(handle, CURLOPT_CAINFO, mail.caFile.toLocal8Bit().constData());
    if (!mail.user.isEmpty()) {
        curl.setOption(handle, CURLOPT_USERNAME, mail.user.toUtf8().constData());
        curl.setOption(handle, CURLOPT_PASSWORD, mail.password.reveal().toByteArray().constData());
    }
}

void addLimits(const CurlLibrary &curl, CURL *handle, std::atomic<bool> &stopping)
{
    curl.setOption(handle, CURLOPT_NOSIGNAL, 1L);
    curl.setOption(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl.setOption(handle, CURLOPT_TIMEOUT, totalSeconds);
    curl.setOption(handle, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl.setOption(handle, CURLOPT_XFERINFOFUNCTION, mayGoOn);
    curl.setOption(handle, CURLOPT_XFERINFODATA, &stopping);
    curl.setOption(handle, CURLOPT_NOPROGRESS, 0L);
}

QByteArray inBrackets(const QString &address)
{
    return '<' + address.toUtf8() + '>';
}

List recipients(const CurlLibrary &curl, const QStringList &to)
{
    List list(nullptr, Closer{&curl});
    for (const QString &one : to)
        list.reset(curl.append(list.release(), inBrackets(one).constData()));
    return list;
}

Outcome transfer(const CurlLibrary &curl, const Mail &mail, std::atomic<bool> &stopping)
{
    const Handle handle(curl.init(), Closer{&curl});
    if (!handle)
        return {false, true, u"no memory"_s};
    addServer(curl, handle.get(), mail);
    addLimits(curl, handle.get(), stopping);
    const List to = recipients(curl, mail.to);
    Reader reader{mail.text};
    std::array<char, CURL_ERROR_SIZE> problem{};
    curl.setOption(handle.get(), CURLOPT_MAIL_FROM, inBrackets(mail.from).constData());
    curl.setOption(handle.get(), CURLOPT_MAIL_RCPT, to.get());
    curl.setOption(handle.get(), CURLOPT_UPLOAD, 1L);
    curl.setOption(handle.get(), CURLOPT_READFUNCTION, readText);
    curl.setOption(handle.get(), CURLOPT_READDATA, &reader);
    curl.setOption(handle.get(), CURLOPT_ERRORBUFFER, problem.data());
    const CURLcode code = curl.perform(handle.get());
    long status = 0;
    curl.information(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK)
        return {true, false, u"taken by the mail server"_s};
    const char *const words = problem[0] ? problem.data() : curl.words(code);
    return {false, mayEndOtherwise(code, status), QString::fromUtf8(words)};
}

Outcome noLibrary()
{
    return {false, false,
            u"mails are sent with libcurl, which this machine lacks: install libcurl4"_s};
}

} // namespace

Mailer::Mailer(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(u"mail"_s);
    m_worker.moveToThread(&m_thread);
}

Mailer::~Mailer()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

void Mailer::send(const Mail &mail, Outbox::Done done)
{
    if (!m_thread.isRunning())
        m_thread.start(); // most gateways send no mail
    QMetaObject::invokeMethod(
        &m_worker,
        [this, mail, done = std::move(done)] {
            const CurlLibrary *const curl = CurlLibrary::instance();
            const Outcome outcome = curl ? transfer(*curl, mail, m_stopping) : noLibrary();
            QMetaObject::invokeMethod(
                this, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace Gatehouse::Alerts
