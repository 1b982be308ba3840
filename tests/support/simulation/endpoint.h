// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/classify.h"
#include "tests/support/simulation/timeline.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <deque>
#include <list>
#include <memory>
#include <optional>

namespace Gatehouse::Simulation {

using namespace std::chrono_literals;

//! What goes wrong with an endpoint for a while.
struct Fault {
    enum class Kind {
        Refuse,      //!< no connection
        Hang,        //!< takes requests and never answers
        RateLimit,   //!< 429 with retryAfter
        ServerError, //!< 500
        Slow,        //!< everything takes factor times as long
        Die,         //!< at once: answers under way break, new requests are refused
    };
    Kind kind = Kind::Refuse;
    Duration from{0}; //!< since the beginning
    Duration until = 24h;
    double share = 1; //!< of the requests
    double factor = 10;
    Duration retryAfter = 1s;
};

//! A provider's server as requests meet it.
struct EndpointModel {
    QByteArray id;
    int capacity = 0;               //!< works on so many at once, more wait inside; 0: any number
    Duration firstToken = 200ms;    //!< median, of an empty prompt
    Duration perPromptToken = 0us;  //!< on top, for each token not found in its prefix cache
    Duration service = 2s;          //!< median, from the first token to the last
    double spread = 0.3;            //!< see spreadOut()
    std::size_t cachedSessions = 0; //!< its prefix cache has room for so many, newest used first
    std::vector<Fault> faults = {};
    bool tellsLoad = false; //!< its load is read every second

    // as configured
    double weight = 1;
    int maxInFlight = 0;
    Duration firstByteLimit = 10s;
    bool isFallback = false; //!< stands on the route's fallback route
    QStringList region = {};
};

//! The server itself: works, queues, remembers prefixes.
class Endpoint
{
public:
    struct Answer {
        std::optional<Dialects::FailureClass> failure;
        std::optional<std::chrono::milliseconds> retryAfter = {};
    };
    //! One call. Destroying it is the caller's leaving.
    struct Call {
        ~Call();

        Endpoint *endpoint = nullptr;
        int promptTokens = 0;
        QByteArray session;
        std::function<void()> onFirstToken;
        std::function<void(const Answer &)> onEnd; //!< once, later; may destroy the call
        bool isWorkedOn = false;
        std::shared_ptr<bool> isAlive = std::make_shared<bool>(true);
    };

    Endpoint(EndpointModel model, Timeline &timeline, quint64 seed);

    const EndpointModel &model() const { return m_model; }
    //! \a patience: what the caller gives the first byte, at most firstByteLimit.
    std::unique_ptr<Call> call(int promptTokens, const QByteArray &session, Duration patience,
                               std::function<void()> onFirstToken,
                               std::function<void(const Answer &)> onEnd);
    int running() const { return m_running; }
    int waiting() const { return static_cast<int>(m_queue.size()); }
    //! Requests whose session was found in the prefix cache, and all that had one.
    int cacheHits() const { return m_cacheHits; }
    int cacheQueries() const { return m_cacheQueries; }

private:
    std::optional<Fault> faultNow();
    void work(Call &call);
    void fail(Call &call, Duration wait, const Answer &answer);
    void leave(Call &call);
    void takeNext();
    void breakAll();
    bool findsPrefix(const QByteArray &session);

    const EndpointModel m_model;
    Timeline &m_timeline;
    Routing::Random m_random;
    int m_running = 0;
    std::list<Call *> m_working;
    std::deque<Call *> m_queue;
    std::list<QByteArray> m_cache; //!< sessions, newest first
    int m_cacheHits = 0;
    int m_cacheQueries = 0;
};

} // namespace Gatehouse::Simulation
