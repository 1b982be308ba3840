// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bodies/recorder.h"

#include <QtCore/QJsonValue>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Bodies {

std::optional<Mode> parseMode(QStringView word)
{
    if (word == "never"_L1)
        return Mode::Never;
    if (word == "errors"_L1)
        return Mode::Errors;
    if (word == "all"_L1)
        return Mode::All;
    return std::nullopt;
}

Mode Policy::of(const QByteArray &key, const QByteArray &route) const
{
    return std::min({gateway, routes.value(route, Mode::All), keys.value(key, Mode::All)});
}

Policy policyOf(const Api::Document &document)
{
    Policy policy{.gateway = parseMode(document.gateway.recordBodies).value_or(Mode::Never),
                  .routes = {},
                  .keys = {}};
    const auto wordOf = [](const QJsonObject &other) {
        return parseMode(other.value("record_bodies"_L1).toString());
    };
    for (const Api::Route &route : document.routes) {
        if (const auto mode = wordOf(route.other))
            policy.routes.insert(route.id.toUtf8(), *mode);
    }
    for (const Api::DeclaredKey &key : document.keys) {
        if (const auto mode = wordOf(key.other))
            policy.keys.insert(key.id.toUtf8(), *mode);
    }
    return policy;
}

Recorder::Recorder(BodyStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

void Recorder::offer(RecordedBody body, bool failed)
{
    if (takes(body, failed))
        m_store.save(std::move(body));
}

bool Recorder::takes(const RecordedBody &body, bool failed)
{
    const std::scoped_lock lock(m_mutex);
    forgetPast();
    const Mode mode = m_policy.of(body.key, body.route);
    if (m_session && m_policy.keys.value(body.key, Mode::All) != Mode::Never
        && (m_session->key.isEmpty() ? m_session->route == body.route
                                     : m_session->key == body.key)) {
        if (--m_session->left <= 0) {
            m_ended = std::exchange(m_session, std::nullopt);
            look();
        }
        return true;
    }
    return mode == Mode::All || (mode == Mode::Errors && failed);
}

void Recorder::setPolicy(Policy policy)
{
    const std::scoped_lock lock(m_mutex);
    m_policy = std::move(policy);
    look();
}

Policy Recorder::policy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_policy;
}

void Recorder::begin(Session session)
{
    const std::scoped_lock lock(m_mutex);
    m_session = std::move(session);
    look();
}

std::optional<Session> Recorder::session() const
{
    const std::scoped_lock lock(m_mutex);
    forgetPast();
    return m_session;
}

std::optional<Session> Recorder::end()
{
    const std::scoped_lock lock(m_mutex);
    auto ended = std::exchange(m_session, std::nullopt);
    look();
    return ended;
}

void Recorder::cut()
{
    const std::scoped_lock lock(m_mutex);
    if (m_session)
        m_ended = std::exchange(m_session, std::nullopt);
    look();
}

std::optional<Session> Recorder::takeEnded()
{
    const std::scoped_lock lock(m_mutex);
    forgetPast();
    return std::exchange(m_ended, std::nullopt);
}

void Recorder::forgetPast() const
{
    if (m_session && m_session->until <= m_clock.wall()) {
        m_ended = std::exchange(m_session, std::nullopt);
        look();
    }
}

void Recorder::look() const
{
    m_isOn.store(m_session.has_value() || m_policy.gateway != Mode::Never,
                 std::memory_order_relaxed);
}

} // namespace Gatehouse::Bodies
