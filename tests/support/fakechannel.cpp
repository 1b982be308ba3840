// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakechannel.h"

#include <algorithm>
#include <utility>

namespace Gatehouse {

void FakeWire::receive(const QByteArray &bytes)
{
    if (listener && reading)
        listener->onData(bytes);
    else if (listener)
        unread.append(bytes);
}

void FakeWire::deliver()
{
    if (reading && !unread.isEmpty())
        receive(std::exchange(unread, {}));
}

void FakeWire::take(qsizetype size)
{
    const bool hadPending = pending() > 0;
    taken = std::min(taken + size, sent.size());
    if (listener && hadPending && pending() == 0)
        listener->onDrained();
}

void FakeWire::takeAll()
{
    room = std::numeric_limits<qsizetype>::max();
    take(pending());
}

void FakeWire::close(Http::ChannelEnd end)
{
    if (auto *const hearer = std::exchange(listener, nullptr))
        hearer->onClosed(end, {});
}

FakeChannel::FakeChannel(std::shared_ptr<FakeWire> wire)
    : m_wire(std::move(wire))
{
}

FakeChannel::~FakeChannel()
{
    m_wire->destroyed = true;
    m_wire->listener = nullptr;
}

void FakeChannel::write(std::initializer_list<QByteArrayView> parts)
{
    qsizetype size = 0;
    for (const QByteArrayView part : parts) {
        m_wire->sent.append(part);
        size += part.size();
    }
    m_wire->writes.push_back(size);
    const qsizetype taken = std::min(m_wire->room, m_wire->pending());
    m_wire->taken += taken;
    m_wire->room -= taken;
}

void FakeChannel::closeAfterWrite()
{
    m_wire->closing = true;
    m_wire->listener = nullptr;
}

void FakeChannel::abort()
{
    m_wire->aborted = true;
    m_wire->listener = nullptr;
}

int FakeChannel::descriptor() const
{
    return m_wire->aborted || (m_wire->closing && m_wire->pending() == 0) ? -1 : 99;
}

} // namespace Gatehouse
