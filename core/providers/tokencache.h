// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/accesstoken.h"

#include <span>
#include <vector>

namespace Gatehouse::Providers {

//! Buys and renews the access tokens of all provider keys. Lives on the control thread; workers see
//! the cells only.
//!
//! A token is renewed five minutes before it expires (at half its life when it lives less than ten
//! minutes). One question per key is under way at a time, however many callers wait. Meanwhile, and
//! when it fails, the old token serves until it expires; a failure is tried again after 5, 10, 20 …
//! at most 60 seconds and told to the report.
class TokenCache
{
public:
    //! What came of a question: \a name as given to keep(). For alerts and the log.
    using Report = std::function<void(const QByteArray &name, const Result<void> &outcome)>;

    TokenCache(const Clock &clock, TokenExchange &exchange, Report report = {});
    ~TokenCache();
    TokenCache(const TokenCache &) = delete;
    TokenCache &operator=(const TokenCache &) = delete;

    //! The cell of \a name ("vertex/key-1"), made at the first call. With another \a fingerprint
    //! (a hash of what the grant is made from) it gets the new grant and an empty start; with the
    //! same one nothing changes, so that a publication keeps the tokens.
    std::shared_ptr<const TokenCell> keep(const QByteArray &name, const QByteArray &fingerprint,
                                          TokenGrant grant);
    //! Forgets the keys that are not among \a names; their cells live on unrenewed.
    void retain(std::span<const QByteArray> names);

    //! Starts what is due. Answers how long nothing will be; call it then, and after keep().
    std::chrono::milliseconds work();
    //! The provider refused the token (401): buys another with the next work(), whatever its age. A
    //! replacement that is refused too is left for 30 seconds, for then the fault lies elsewhere:
    //! a provider that refuses every token is asked for one twice a minute at most.
    void renew(const QByteArray &name);

private:
    struct Entry;

    void start(const std::shared_ptr<Entry> &entry);

    const Clock &m_clock;
    TokenExchange &m_exchange;
    std::shared_ptr<const Report> m_report;
    std::vector<std::shared_ptr<Entry>> m_entries;
};

} // namespace Gatehouse::Providers
