// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/outbox.h"

#include "core/alerts/log.h"
#include "core/base/json.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

Outbox::Outbox(Parts parts)
    : m_parts(std::move(parts))
{
}

Outbox::~Outbox()
{
    *m_alive = false;
    for (auto &[place, group] : m_groups)
        if (!group.notices.empty())
            makeDelivery(place.first, messageOf(std::move(group.notices)));
}

Result<void> Outbox::load()
{
    auto waiting = m_parts.store.waiting();
    if (!waiting)
        return waiting.error();
    for (Delivery &delivery : *waiting)
        m_sending.push_back({.delivery = std::move(delivery), .due = m_parts.clock.steady()});
    return {};
}

void Outbox::post(const QString &channel, const Notice &notice)
{
    m_groups[{channel, notice.alert.rule}].notices.push_back(notice);
}

QJsonObject Outbox::messageOf(std::vector<Notice> notices) const
{
    return messageJson(
        {.gateway = m_parts.gateway, .time = m_parts.clock.wall(), .notices = std::move(notices)});
}

Delivery Outbox::makeDelivery(const QString &channel, const QJsonObject &message)
{
    Delivery delivery{.channel = channel,
                      .time = m_parts.clock.wall(),
                      .summary = message.value("summary"_L1).toString(),
                      .body = compactJson(message)};
    const Result<qint64> id = m_parts.store.addDelivery(delivery);
    if (id)
        delivery.id = *id;
    else
        qCWarning(lcAlerts, "delivery log: %s", qUtf8Printable(id.error().detail));
    return delivery;
}

void Outbox::tick()
{
    const SteadyTime now = m_parts.clock.steady();
    std::map<QString, std::vector<Notice>> leaving; // by channel
    for (auto &[place, group] : m_groups) {
        if (group.notices.empty() || now < group.closed)
            continue;
        group.closed = now + groupedFor;
        std::ranges::move(std::exchange(group.notices, {}),
                          std::back_inserter(leaving[place.first]));
    }
    for (auto &[channel, notices] : leaving) {
        m_sending.push_back(
            {.delivery = makeDelivery(channel, messageOf(std::move(notices))), .due = now});
    }
    // By number: an attempt that ends at once takes its entry away.
    std::vector<qint64> due;
    for (const Sending &sending : m_sending) {
        if (!sending.isRunning && sending.due <= now)
            due.push_back(sending.delivery.id);
    }
    for (const qint64 id : due) {
        const auto found = std::ranges::find_if(
            m_sending, [id](const Sending &sending) { return sending.delivery.id == id; });
        if (found != m_sending.end())
            start(*found);
    }
}

void Outbox::start(Sending &sending)
{
    sending.isRunning = true;
    ++sending.delivery.attempts;
    const qint64 id = sending.delivery.id;
    const Delivery delivery = sending.delivery;
    m_parts.send(delivery, [this, id, alive = m_alive](const Outcome &outcome) {
        if (*alive)
            ended(id, outcome);
    });
}

void Outbox::ended(qint64 id, const Outcome &outcome)
{
    const auto found = std::ranges::find_if(
        m_sending, [id](const Sending &sending) { return sending.delivery.id == id; });
    if (found == m_sending.end())
        return;
    Delivery &delivery = found->delivery;
    delivery.detail = outcome.detail;
    const auto tries = static_cast<std::size_t>(delivery.attempts);
    if (!outcome.delivered && outcome.mayRetry && tries <= pauses.size()) {
        found->isRunning = false;
        found->due = m_parts.clock.steady() + pauses[tries - 1];
        keep(delivery);
        return;
    }
    delivery.state = outcome.delivered ? Delivery::State::Delivered : Delivery::State::Failed;
    delivery.ended = m_parts.clock.wall();
    keep(delivery);
    const Delivery over = delivery;
    m_sending.erase(found);
    if (!outcome.delivered)
        m_parts.givenUp(over);
}

void Outbox::sendNow(const QString &channel, const QJsonObject &message, Done done)
{
    Delivery delivery = makeDelivery(channel, message);
    delivery.attempts = 1;
    m_parts.send(delivery,
                 [this, delivery, done = std::move(done), alive = m_alive](const Outcome &outcome) {
                     if (!*alive)
                         return;
                     Delivery over = delivery;
                     over.state =
                         outcome.delivered ? Delivery::State::Delivered : Delivery::State::Failed;
                     over.detail = outcome.detail;
                     over.ended = m_parts.clock.wall();
                     keep(over);
                     done(outcome);
                 });
}

void Outbox::keep(const Delivery &delivery)
{
    if (const auto kept = m_parts.store.updateDelivery(delivery); !kept)
        qCWarning(lcAlerts, "delivery log: %s", qUtf8Printable(kept.error().detail));
}

} // namespace Gatehouse::Alerts
