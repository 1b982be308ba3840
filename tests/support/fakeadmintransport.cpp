// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

QByteArray nameOf(const FakeAdminTransport::Request &request)
{
    return request.method + ' ' + request.path.toUtf8();
}

} // namespace

void FakeAdminTransport::answer(const QByteArray &request, const QJsonObject &body, int status,
                                qint64 revision)
{
    m_answers.insert(request, {.status = status, .body = body, .revision = revision});
}

void FakeAdminTransport::releaseAnswers()
{
    m_holding = false;
    for (const Held &held : std::exchange(m_held, {}))
        if (held.call)
            held.call->complete(held.reply);
}

int FakeAdminTransport::countOf(const QByteArray &request) const
{
    return int(std::count_if(m_requests.cbegin(), m_requests.cend(),
                             [&request](const Request &sent) { return nameOf(sent) == request; }));
}

FakeAdminTransport::Request FakeAdminTransport::lastOf(const QByteArray &request) const
{
    const auto last =
        std::find_if(m_requests.crbegin(), m_requests.crend(),
                     [&request](const Request &sent) { return nameOf(sent) == request; });
    return last == m_requests.crend() ? Request() : *last;
}

void FakeAdminTransport::push(const QString &kind, const QJsonObject &data)
{
    Q_EMIT eventReceived(kind, data);
}

Api::AdminCall *FakeAdminTransport::send(const QByteArray &method, const QString &path,
                                         const QUrlQuery &query, const QJsonObject &body,
                                         qint64 ifMatch)
{
    m_requests.append(
        {.method = method, .path = path, .query = query, .body = body, .ifMatch = ifMatch});
    auto *call = new Api::AdminCall(this);
    const QByteArray name = nameOf(m_requests.constLast());
    const QByteArray withQuery = name + '?' + query.toString().toUtf8();
    const Api::AdminReply reply = replyTo(m_answers.contains(withQuery) ? withQuery : name);
    if (m_holding)
        m_held.append({.call = call, .reply = reply});
    else
        call->complete(reply);
    return call;
}

void FakeAdminTransport::startEvents()
{
    m_eventsStarted = true;
    if (m_reachable)
        QMetaObject::invokeMethod(this, &FakeAdminTransport::connectEvents, Qt::QueuedConnection);
}

QString FakeAdminTransport::displayAddress() const
{
    return u"a test"_s;
}

Api::AdminReply FakeAdminTransport::replyTo(const QByteArray &request) const
{
    if (!m_reachable)
        return {};
    if (const auto found = m_answers.constFind(request); found != m_answers.cend())
        return *found;
    const QJsonObject error{{"code"_L1, u"not_found"_s}, {"message"_L1, u"no such path"_s}};
    return {.status = 404, .body = {{"error"_L1, error}}, .revision = -1};
}

} // namespace Gatehouse
