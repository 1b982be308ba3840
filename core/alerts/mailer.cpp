// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/mailer.h"

#include "core/http/addressrules.h"

#include <QtCore/QUrl>
#include <curl/curl.h>
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
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
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

void addServer(CURL *handle, const Mail &mail)
{
    curl_easy_setopt(handle, CURLOPT_URL, mail.server.toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!mail.caFile.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, mail.caFile.toLocal8Bit().constData());
    if (!mail.user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, mail.user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD,
                         mail.password.reveal().toByteArray().constData());
    }
}

void addLimits(CURL *handle, std::atomic<bool> &stopping)
{
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, totalSeconds);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, mayGoOn);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &stopping);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

QByteArray inBrackets(const QString &address)
{
    return '<' + address.toUtf8() + '>';
}

List recipients(const QStringList &to)
{
    List list;
    for (const QString &one : to)
        list.reset(curl_slist_append(list.release(), inBrackets(one).constData()));
    return list;
}

Outcome transfer(const Mail &mail, std::atomic<bool> &stopping)
{
    const Handle handle(curl_easy_init());
    if (!handle)
        return {false, true, u"no memory"_s};
    addServer(handle.get(), mail);
    addLimits(handle.get(), stopping);
    const List to = recipients(mail.to);
    Reader reader{mail.text};
    std::array<char, CURL_ERROR_SIZE> problem{};
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, inBrackets(mail.from).constData());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, readText);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &reader);
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, problem.data());
    const CURLcode code = curl_easy_perform(handle.get());
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK)
        return {true, false, u"taken by the mail server"_s};
    const char *const words = problem[0] ? problem.data() : curl_easy_strerror(code);
    return {false, mayEndOtherwise(code, status), QString::fromUtf8(words)};
}

} // namespace

Mailer::Mailer(QObject *parent)
    : QObject(parent)
{
    curl_global_init(CURL_GLOBAL_DEFAULT); // thread-safe since 7.84, and counted
    m_thread.setObjectName(u"mail"_s);
    m_worker.moveToThread(&m_thread);
}

Mailer::~Mailer()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
    curl_global_cleanup();
}

void Mailer::send(const Mail &mail, Outbox::Done done)
{
    if (!m_thread.isRunning())
        m_thread.start(); // most gateways send no mail
    QMetaObject::invokeMethod(
        &m_worker,
        [this, mail, done = std::move(done)] {
            const Outcome outcome = transfer(mail, m_stopping);
            QMetaObject::invokeMethod(
                this, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace Gatehouse::Alerts
