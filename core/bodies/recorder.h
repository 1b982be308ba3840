// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/bodies/bodystore.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <atomic>
#include <optional>

namespace Gatehouse::Bodies {

//! From the narrowest to the widest.
enum class Mode { Never, Errors, All };
//! "never", "errors", "all"; nothing for anything else, the empty word included.
std::optional<Mode> parseMode(QStringView word);

//! What the configuration says: the gateway's word, which a route or a key can only narrow.
struct Policy {
    Mode gateway = Mode::Never;
    QHash<QByteArray, Mode> routes;
    QHash<QByteArray, Mode> keys;

    Mode of(const QByteArray &key, const QByteArray &route) const;
    bool operator==(const Policy &) const = default;
};
Policy policyOf(const Api::Document &document);

//! Recording for a while, of one key or one route, whatever the configuration says; but a key that
//! is never to be recorded is not. It ends by itself.
struct Session {
    QByteArray key;   //!< one of the two
    QByteArray route; //!< is empty
    int left = 50;
    WallTime until{};

    bool operator==(const Session &) const = default;
};

//! Decides which requests are recorded, and hands them to the store. While nothing is recorded a
//! request costs one atomic read. Thread-safe.
class Recorder
{
public:
    Recorder(BodyStore &store, const Clock &clock);

    bool isOn() const { return m_isOn.load(std::memory_order_relaxed); }
    //! Takes \a body where it is wanted: \a failed is what Mode::Errors asks for.
    void offer(RecordedBody body, bool failed);

    void setPolicy(Policy policy);
    Policy policy() const;
    void begin(Session session);
    //! Nothing when none runs (any more).
    std::optional<Session> session() const;
    //! The one that ended.
    std::optional<Session> end();
    //! Ends the one that runs; takeEnded() tells of it.
    void cut();
    //! One that has ended by itself since the last call.
    std::optional<Session> takeEnded();

    BodyStore &store() const { return m_store; }

private:
    bool takes(const RecordedBody &body, bool failed);
    void forgetPast() const;
    void look() const;

    BodyStore &m_store;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    Policy m_policy;
    mutable std::optional<Session> m_session;
    mutable std::optional<Session> m_ended;
    mutable std::atomic<bool> m_isOn = false;
};

} // namespace Gatehouse::Bodies
