// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/tokencache.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr auto renewedBefore = 5min;
constexpr auto firstPause = 5s;
constexpr auto longestPause = 60s;
constexpr std::chrono::milliseconds longestWait = 1h; //!< wall clocks may be set meanwhile

} // namespace

//! One key's token and when it is due. Kept alive by a question under way, which finds out by the
//! weak pointer that nobody wants the answer any more.
struct TokenCache::Entry {
    QByteArray name;
    QByteArray fingerprint;
    TokenGrant grant;
    std::shared_ptr<TokenCell> cell = std::make_shared<TokenCell>();
    std::optional<WallTime> due; //!< nothing: at once
    std::chrono::seconds pause = firstPause;
    bool isAsking = false;
    bool wasRefused = false; //!< what is asked for replaces a refused token

    void take(const Result<AccessToken> &answer, WallTime now);
};

void TokenCache::Entry::take(const Result<AccessToken> &answer, WallTime now)
{
    isAsking = false;
    if (!answer) {
        cell->publish({.token = cell->state()->token, .problem = answer.error()});
        due = now + pause;
        pause = std::min<std::chrono::seconds>(pause * 2, longestPause);
        return;
    }
    const auto life = answer->expires - now;
    due = life > 2 * renewedBefore ? answer->expires - renewedBefore : now + life / 2;
    pause = firstPause;
    AccessToken token = *answer;
    token.replacesRefused = std::exchange(wasRefused, false);
    cell->publish({.token = std::move(token), .problem = {}});
}

TokenCache::TokenCache(const Clock &clock, TokenExchange &exchange, Report report)
    : m_clock(clock)
    , m_exchange(exchange)
    , m_report(std::make_shared<const Report>(std::move(report)))
{
}

TokenCache::~TokenCache() = default;

std::shared_ptr<const TokenCell> TokenCache::keep(const QByteArray &name,
                                                  const QByteArray &fingerprint, TokenGrant grant)
{
    const auto found = std::ranges::find_if(
        m_entries, [&name](const std::shared_ptr<Entry> &entry) { return entry->name == name; });
    if (found != m_entries.end() && (*found)->fingerprint == fingerprint)
        return (*found)->cell;
    auto entry = std::make_shared<Entry>();
    entry->name = name;
    entry->fingerprint = fingerprint;
    entry->grant = std::move(grant);
    if (found != m_entries.end())
        *found = entry;
    else
        m_entries.push_back(entry);
    return entry->cell;
}

void TokenCache::retain(std::span<const QByteArray> names)
{
    std::erase_if(m_entries, [names](const std::shared_ptr<Entry> &entry) {
        return std::ranges::find(names, entry->name) == names.end();
    });
}

std::chrono::milliseconds TokenCache::work()
{
    const WallTime now = m_clock.wall();
    const std::vector<std::shared_ptr<Entry>> entries = m_entries; // a report may change the list
    for (const std::shared_ptr<Entry> &entry : entries) {
        if (entry->cell->takeRefusal())
            renew(entry->name);
        if (!entry->isAsking && (!entry->due || *entry->due <= now))
            start(entry);
    }
    std::chrono::milliseconds wait = longestWait;
    for (const std::shared_ptr<Entry> &entry : m_entries) {
        if (!entry->isAsking && entry->due)
            wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(*entry->due - now));
    }
    return std::max(wait, 0ms);
}

void TokenCache::renew(const QByteArray &name)
{
    for (const std::shared_ptr<Entry> &entry : m_entries) {
        // A failed renewal has its own pause.
        if (entry->name != name || entry->isAsking || !entry->cell->mayBeRenewed(m_clock.wall()))
            continue;
        entry->wasRefused = true;
        entry->due.reset();
    }
}

void TokenCache::start(const std::shared_ptr<Entry> &entry)
{
    const WallTime asked = m_clock.wall();
    entry->isAsking = true;
    const auto finish = [weak = std::weak_ptr(entry), report = m_report,
                         &clock = m_clock](const Result<AccessToken> &answer) {
        const std::shared_ptr<Entry> waiting = weak.lock();
        if (!waiting)
            return;
        waiting->take(answer, clock.wall());
        if (*report)
            (*report)(waiting->name, answer ? Result<void>() : Result<void>(answer.error()));
    };
    const Result<TokenRequest> request = entry->grant(asked);
    if (!request) {
        finish(request.error());
        return;
    }
    m_exchange.send(*request, [finish, asked](const TokenReply &reply) {
        finish(readTokenReply(reply, asked));
    });
}

} // namespace Gatehouse::Providers
