// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/eventhub.h"

#include "core/base/json.h"
#include "core/http/ssewriter.h"

using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

constexpr std::chrono::milliseconds keepAliveTime = 15s;
constexpr qsizetype maxPending = 4 * 1024 * 1024;

} // namespace

EventHub::EventHub(Http::IoContext &io)
    : m_io(io)
    , m_keepAlive([this] { keepAlive(); })
{
}

void EventHub::subscribe(Http::ServerExchange &client)
{
    QByteArray hello;
    Http::appendSseComment(hello, "gatehouse");
    m_listeners.insert(&client);
    client.beginReply(200, "text/event-stream", "Cache-Control: no-store\r\n", hello);
    m_keepAlive.start(m_io.timers, keepAliveTime);
}

void EventHub::unsubscribe(Http::ServerExchange &client)
{
    m_listeners.erase(&client);
}

void EventHub::send(QByteArrayView kind, const QJsonObject &data)
{
    if (m_listeners.empty())
        return;
    QByteArray bytes;
    Http::appendSseEvent(bytes, kind, compactJson(data));
    write(bytes);
}

void EventHub::write(const QByteArray &bytes)
{
    const std::vector<Http::ServerExchange *> all(m_listeners.begin(), m_listeners.end());
    for (Http::ServerExchange *client : all) {
        if (client->pendingBytes() > maxPending) {
            m_listeners.erase(client);
            client->abortReply();
        } else {
            client->writePiece(bytes);
        }
    }
}

void EventHub::keepAlive()
{
    QByteArray bytes;
    Http::appendSseComment(bytes, {});
    write(bytes);
    if (!m_listeners.empty())
        m_keepAlive.start(m_io.timers, keepAliveTime);
}

void EventHub::closeAll()
{
    const std::vector<Http::ServerExchange *> all(m_listeners.begin(), m_listeners.end());
    m_listeners.clear();
    for (Http::ServerExchange *client : all)
        client->endReply();
}

} // namespace Gatehouse::Admin
