// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/resolver.h"

#include <QtCore/QHash>
#include <QtCore/QMutexLocker>
#include <QtCore/QObject>
#include <netdb.h>

#include <algorithm>
#include <cstring>
#include <thread>
#include <utility>
#include <vector>
#include <mutex>

namespace Gatehouse::Http {

using namespace Qt::StringLiterals;

//! Lives on the asking thread; the answer comes from another. The lock keeps the receiver alive
//! while the call to it is being posted.
struct Resolver::Lookup::Waiter {
    std::mutex mutex;
    std::unique_ptr<QObject> receiver = std::make_unique<QObject>();
    std::function<void(const Answer &)> done;

    static void tell(const std::shared_ptr<Waiter> &waiter, const Answer &answer)
    {
        const std::scoped_lock lock(waiter->mutex);
        if (!waiter->receiver)
            return;
        const auto call = [waiter, answer] { waiter->deliver(answer); };
        QMetaObject::invokeMethod(waiter->receiver.get(), call, Qt::QueuedConnection);
    }

    void deliver(const Answer &answer)
    {
        if (const auto call = std::exchange(done, nullptr))
            call(answer);
    }
};

struct Resolver::State {
    struct Entry {
        Addresses addresses; //!< of the last success, maybe none
        SteadyTime answeredAt;
        std::optional<Error> failure;
        SteadyTime failedAt;
        bool isAsking = false;
        std::vector<std::shared_ptr<Lookup::Waiter>> waiters;
    };

    State(const Clock &theClock, Source theSource)
        : clock(theClock)
        , source(std::move(theSource))
    {
    }

    mutable std::mutex mutex;
    const Clock &clock; //!< used only while not closed
    const Source source;
    QHash<QByteArray, Entry> entries;
    bool isClosed = false;

    std::optional<Answer> fromCache(const Entry &entry) const;
    void answered(const QByteArray &host, const Answer &answer);
};

namespace {

std::optional<QHostAddress> literal(const QByteArray &host)
{
    const QHostAddress address(QString::fromLatin1(host));
    return address.isNull() ? std::optional<QHostAddress>() : address;
}

} // namespace

//! Fresh, or a failure so new that asking again would only add load.
std::optional<Resolver::Answer> Resolver::State::fromCache(const Entry &entry) const
{
    const SteadyTime now = clock.steady();
    if (!entry.addresses.isEmpty() && now - entry.answeredAt < freshTime)
        return Answer(entry.addresses);
    if (!entry.failure || now - entry.failedAt >= negativeTime)
        return {};
    if (!entry.addresses.isEmpty() && now - entry.answeredAt < staleTime)
        return Answer(entry.addresses);
    return Answer(*entry.failure);
}

//! On the lookup's own thread.
void Resolver::State::answered(const QByteArray &host, const Answer &answer)
{
    const std::scoped_lock lock(mutex);
    if (isClosed)
        return;
    Entry &entry = entries[host];
    entry.isAsking = false;
    entry.failure.reset();
    if (answer) {
        entry.addresses = interleaved(*answer);
        entry.answeredAt = clock.steady();
    } else {
        entry.failure = answer.error();
        entry.failedAt = clock.steady();
    }
    const Answer told = fromCache(entry).value_or(answer);
    for (const auto &waiter : std::exchange(entry.waiters, {}))
        Lookup::Waiter::tell(waiter, told);
}

Resolver::Lookup::Lookup(std::shared_ptr<Waiter> waiter)
    : m_waiter(std::move(waiter))
{
}

Resolver::Lookup::~Lookup()
{
    std::unique_ptr<QObject> receiver; // destroyed after the lock is released
    const std::scoped_lock lock(m_waiter->mutex);
    m_waiter->done = nullptr;
    receiver = std::move(m_waiter->receiver);
}

Resolver::Resolver(const Clock &clock, Source source)
    : d(std::make_shared<State>(clock, std::move(source)))
{
}

Resolver::~Resolver()
{
    const std::scoped_lock lock(d->mutex);
    d->isClosed = true;
    d->entries.clear();
}

std::optional<Resolver::Addresses> Resolver::known(const QByteArray &host) const
{
    if (const auto address = literal(host))
        return Addresses{*address};
    const std::scoped_lock lock(d->mutex);
    const auto entry = d->entries.constFind(host);
    if (entry == d->entries.constEnd())
        return {};
    const auto answer = d->fromCache(*entry);
    return answer && *answer ? std::optional(**answer) : std::nullopt;
}

std::unique_ptr<Resolver::Lookup> Resolver::lookup(const QByteArray &host,
                                                   std::function<void(const Answer &)> done)
{
    const auto waiter = std::make_shared<Lookup::Waiter>();
    waiter->done = std::move(done);
    std::unique_ptr<Lookup> result(new Lookup(waiter)); // the constructor is private
    if (const auto address = literal(host)) {
        Lookup::Waiter::tell(waiter, Answer(Addresses{*address}));
        return result;
    }
    const std::scoped_lock lock(d->mutex);
    State::Entry &entry = d->entries[host];
    if (const auto answer = d->fromCache(entry)) {
        Lookup::Waiter::tell(waiter, *answer);
        return result;
    }
    entry.waiters.push_back(waiter);
    if (!std::exchange(entry.isAsking, true)) {
        // Detached: getaddrinfo(3) cannot be cancelled, and nobody shall wait for it at the end.
        std::thread([state = d, host] { state->answered(host, state->source(host)); }).detach();
    }
    return result;
}

Resolver::Answer Resolver::askSystem(const QByteArray &host)
{
    addrinfo hints = {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *list = nullptr;
    const int error = ::getaddrinfo(host.constData(), nullptr, &hints, &list);
    if (error != 0) {
        const ErrorCode code = error == EAI_NONAME ? ErrorCode::NotFound : ErrorCode::Unavailable;
        return Error{code,
                     u"cannot resolve %1: %2"_s.arg(QString::fromLatin1(host),
                                                    QString::fromLocal8Bit(::gai_strerror(error)))};
    }
    Addresses found;
    for (const addrinfo *one = list; one; one = one->ai_next) {
        const QHostAddress address(one->ai_addr);
        if (!address.isNull() && !found.contains(address))
            found.append(address);
    }
    ::freeaddrinfo(list);
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"%1 has no address"_s.arg(QString::fromLatin1(host))};
    return found;
}

Resolver::Addresses Resolver::interleaved(const Addresses &addresses)
{
    if (addresses.isEmpty())
        return {};
    Addresses first;
    Addresses second;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.first().protocol() ? first : second).append(address);
    Addresses result;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            result.append(first[i]);
        if (i < second.size())
            result.append(second[i]);
    }
    return result;
}

} // namespace Gatehouse::Http
