// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <functional>
#include <memory>
#include <optional>

namespace Gatehouse::Http {

//! Finds the addresses of host names without blocking anyone: each name being looked up has a
//! thread of its own, and all who ask for it meanwhile share the answer. One for all workers; any
//! thread. IPv6 and IPv4 alternate in answers (RFC 8305 section 4).
class Resolver
{
public:
    using Addresses = QList<QHostAddress>;
    using Answer = Result<Addresses>;
    //! Asks the system, blocking. Tests pass their own.
    using Source = std::function<Answer(const QByteArray &host)>;

    static constexpr std::chrono::seconds freshTime{60};
    static constexpr std::chrono::seconds staleTime{300};  //!< used so long when DNS fails
    static constexpr std::chrono::seconds negativeTime{1}; //!< a failure is not asked again

    //! Somebody waits for an answer; destroying it cancels.
    class Lookup
    {
    public:
        ~Lookup();
        Lookup(const Lookup &) = delete;
        Lookup &operator=(const Lookup &) = delete;

    private:
        friend class Resolver;
        struct Waiter;
        explicit Lookup(std::shared_ptr<Waiter> waiter);
        std::shared_ptr<Waiter> m_waiter;
    };

    explicit Resolver(const Clock &clock, Source source = askSystem);
    //! Does not wait for lookups that are under way; nobody hears of them any more.
    ~Resolver();
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;

    //! What is known without asking: an address literal, or a fresh answer.
    std::optional<Addresses> known(const QByteArray &host) const;
    //! \a done is called once, later, on the calling thread, which needs an event loop.
    [[nodiscard]] std::unique_ptr<Lookup> lookup(const QByteArray &host,
                                                 std::function<void(const Answer &)> done);

    static Answer askSystem(const QByteArray &host);
    //! Alternates between the families, beginning with that of the first.
    static Addresses interleaved(const Addresses &addresses);

private:
    struct State;
    std::shared_ptr<State> d;
};

} // namespace Gatehouse::Http
