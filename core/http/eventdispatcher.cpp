// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/eventdispatcher.h"

#ifdef Q_OS_LINUX

#include "core/base/log.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Http {

using namespace std::chrono_literals;

static_assert(quint32(FdReadable) == quint32(EPOLLIN) && quint32(FdUrgent) == quint32(EPOLLPRI)
              && quint32(FdWritable) == quint32(EPOLLOUT) && quint32(FdError) == quint32(EPOLLERR)
              && quint32(FdHangUp) == quint32(EPOLLHUP));

namespace {

using Time = std::chrono::steady_clock::time_point;
using Wait = std::optional<std::chrono::nanoseconds>; // nothing: for as long as it takes

constexpr int eventsPerTurn = 128;
constexpr std::array<quint32, 3> notifierEvents = {FdReadable, FdWritable, FdUrgent};
constexpr quint64 wakeUpKey = ~quint64(0);

//! The interests in one descriptor: a handler of ours, or up to three notifiers of Qt.
struct Watch {
    FdHandler *handler = nullptr;
    std::unique_ptr<std::array<QSocketNotifier *, 3>> notifiers;
    quint32 wanted = 0;
    quint32 applied = 0;    //!< what the kernel was told
    quint32 generation = 0; //!< counts unwatch(), so that stale events are known
    bool isInKernel = false;
    bool isQueued = false;
};

struct QtTimer {
    QObject *object = nullptr;
    std::chrono::milliseconds interval{0};
    Qt::TimerType type = Qt::CoarseTimer;
    Time due;
    bool isFiring = false; //!< its event is being handled; not fired again before that is done
};

quint64 keyOf(int fd, quint32 generation)
{
    return (quint64(generation) << 32U) | quint32(fd);
}

timespec toTimespec(std::chrono::nanoseconds wait)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(wait);
    return {.tv_sec = seconds.count(), .tv_nsec = (wait - seconds).count()};
}

//! Exact where the kernel can (5.11), else rounded up to milliseconds.
int waitForEvents(int epoll, epoll_event *events, int count, Wait wait)
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 35)
    static std::atomic<bool> hasExactWait = true;
    if (wait && *wait > 0ns && hasExactWait.load(std::memory_order_relaxed)) {
        const timespec timeout = toTimespec(*wait);
        const int ready = ::epoll_pwait2(epoll, events, count, &timeout, nullptr);
        if (ready >= 0 || errno != ENOSYS)
            return ready;
        hasExactWait = false;
    }
#endif
    if (!wait)
        return ::epoll_wait(epoll, events, count, -1);
    const auto ms =
        std::chrono::ceil<std::chrono::milliseconds>(std::min(*wait, Wait(24h).value()));
    return ::epoll_wait(epoll, events, count, int(ms.count()));
}

} // namespace

struct EpollDispatcher::Private {
    //! Whether the thread needs the eventfd to notice something: only while it sleeps.
    enum WakeState { Awake, Sleeping, Woken };

    int epoll = -1;
    int wakeFd = -1;
    std::atomic<int> wakeState = Awake;
    std::atomic<bool> interrupted = false;

    std::vector<Watch> watches; //!< by descriptor
    std::vector<int> queued;    //!< descriptors whose interests changed in this turn

    std::unordered_map<int, QtTimer> timers;
    std::set<std::pair<Time, int>> timersByDue;

    Watch &watchOf(int fd);
    Watch *findWatch(int fd, quint32 generation);
    void setWanted(int fd, quint32 events);
    void forget(int fd);
    void applyQueued();
    void apply(int fd);

    int wait(QEventLoop::ProcessEventsFlags flags, Wait limit);
    int dispatch(const epoll_event &event);
    int activateNotifiers(int fd, quint32 generation, quint32 events);

    void removeTimer(std::unordered_map<int, QtTimer>::iterator timer);
    Wait untilNextTimer() const;
    int fireTimers();
    bool fireTimer(int id, Time now);
};

Watch &EpollDispatcher::Private::watchOf(int fd)
{
    if (size_t(fd) >= watches.size())
        watches.resize(std::max(size_t(fd) + 1, watches.size() * 2));
    return watches[size_t(fd)];
}

Watch *EpollDispatcher::Private::findWatch(int fd, quint32 generation)
{
    Watch *const watch = size_t(fd) < watches.size() ? &watches[size_t(fd)] : nullptr;
    return watch && watch->generation == generation ? watch : nullptr;
}

void EpollDispatcher::Private::setWanted(int fd, quint32 events)
{
    Watch &watch = watchOf(fd);
    watch.wanted = events;
    if (!watch.isQueued && (!watch.isInKernel || watch.applied != events)) {
        watch.isQueued = true;
        queued.push_back(fd);
    }
}

//! Leaves the kernel's set at once: the number may name another file a moment later.
void EpollDispatcher::Private::forget(int fd)
{
    Watch &watch = watchOf(fd);
    if (watch.isInKernel)
        ::epoll_ctl(epoll, EPOLL_CTL_DEL, fd, nullptr);
    watch.isInKernel = false;
    watch.handler = nullptr;
    watch.notifiers.reset();
    watch.wanted = 0;
    ++watch.generation;
}

void EpollDispatcher::Private::applyQueued()
{
    for (const int fd : queued) {
        Watch &watch = watches[size_t(fd)];
        watch.isQueued = false;
        const bool isWatched = watch.handler || watch.notifiers;
        if (isWatched && (!watch.isInKernel || watch.applied != watch.wanted))
            apply(fd);
    }
    queued.clear();
}

void EpollDispatcher::Private::apply(int fd)
{
    Watch &watch = watches[size_t(fd)];
    epoll_event event = {.events = watch.wanted, .data = {.u64 = keyOf(fd, watch.generation)}};
    const int first = watch.isInKernel ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    const int second = watch.isInKernel ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    // The second way heals descriptors that were closed, and their number reused, while watched.
    const bool done = ::epoll_ctl(epoll, first, fd, &event) == 0
        || ((errno == ENOENT || errno == EEXIST) && ::epoll_ctl(epoll, second, fd, &event) == 0);
    if (!done)
        qCWarning(lcHttp, "cannot watch descriptor %d: %s", fd, std::strerror(errno));
    watch.isInKernel = done;
    watch.applied = watch.wanted;
}

int EpollDispatcher::Private::wait(QEventLoop::ProcessEventsFlags flags, Wait limit)
{
    if (flags & QEventLoop::ExcludeSocketNotifiers) {
        pollfd only = {.fd = wakeFd, .events = POLLIN, .revents = 0};
        const timespec timeout = toTimespec(limit.value_or(0ns));
        const int ready = ::ppoll(&only, 1, limit ? &timeout : nullptr, nullptr);
        return ready > 0 ? dispatch({.events = EPOLLIN, .data = {.u64 = wakeUpKey}}) : 0;
    }
    applyQueued();
    std::array<epoll_event, eventsPerTurn> events; // NOLINT: filled by the kernel
    const int ready = waitForEvents(epoll, events.data(), eventsPerTurn, limit);
    int expected = Sleeping;
    wakeState.compare_exchange_strong(expected, Awake);
    int handled = 0;
    for (int i = 0; i < ready; ++i)
        handled += dispatch(events[size_t(i)]);
    return handled;
}

int EpollDispatcher::Private::dispatch(const epoll_event &event)
{
    if (event.data.u64 == wakeUpKey) {
        quint64 count = 0;
        const auto bytes = ::read(wakeFd, &count, sizeof count);
        wakeState = Awake; // whatever it was for is looked at before the next sleep
        return bytes > 0 ? 1 : 0;
    }
    const int fd = int(event.data.u64 & 0xffffffffU);
    const auto generation = quint32(event.data.u64 >> 32U);
    Watch *const watch = findWatch(fd, generation);
    if (!watch)
        return 0;
    if (!watch->handler)
        return activateNotifiers(fd, generation, event.events);
    watch->handler->onFdEvents(event.events);
    return 1;
}

//! Errors and hang-ups wake whatever notifier there is, as with Qt's own dispatcher.
int EpollDispatcher::Private::activateNotifiers(int fd, quint32 generation, quint32 events)
{
    int activated = 0;
    for (size_t type = 0; type < notifierEvents.size(); ++type) {
        if (!(events & (notifierEvents[type] | FdError | FdHangUp)))
            continue;
        Watch *const watch = findWatch(fd, generation); // anew: a slot may have changed everything
        QSocketNotifier *const notifier =
            watch && watch->notifiers ? watch->notifiers->at(type) : nullptr;
        if (!notifier)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        ++activated;
    }
    return activated;
}

void EpollDispatcher::Private::removeTimer(std::unordered_map<int, QtTimer>::iterator timer)
{
    timersByDue.erase({timer->second.due, timer->first});
    timers.erase(timer);
}

Wait EpollDispatcher::Private::untilNextTimer() const
{
    for (const auto &[due, id] : timersByDue) {
        if (!timers.at(id).isFiring)
            return std::max<std::chrono::nanoseconds>(due - std::chrono::steady_clock::now(), 0ns);
    }
    return {};
}

int EpollDispatcher::Private::fireTimers()
{
    if (timersByDue.empty())
        return 0;
    const Time now = std::chrono::steady_clock::now();
    std::vector<int> due;
    for (auto it = timersByDue.cbegin(); it != timersByDue.cend() && it->first <= now; ++it)
        due.push_back(it->second);
    int fired = 0;
    for (const int id : due)
        fired += fireTimer(id, now) ? 1 : 0;
    return fired;
}

//! Checks again whether the timer is due: the events of others may have stopped or restarted it.
bool EpollDispatcher::Private::fireTimer(int id, Time now)
{
    const auto timer = timers.find(id);
    if (timer == timers.end() || timer->second.isFiring || timer->second.due > now)
        return false;
    QtTimer &fired = timer->second;
    timersByDue.erase({fired.due, id});
    fired.due += fired.interval;
    if (fired.due <= now)
        fired.due = now + fired.interval;
    timersByDue.emplace(fired.due, id);
    fired.isFiring = true;

    QTimerEvent event(id);
    QCoreApplication::sendEvent(fired.object, &event);
    if (const auto after = timers.find(id); after != timers.end())
        after->second.isFiring = false;
    return true;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , d(std::make_unique<Private>())
{
    d->epoll = ::epoll_create1(EPOLL_CLOEXEC);
    d->wakeFd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event = {.events = EPOLLIN, .data = {.u64 = wakeUpKey}};
    if (d->epoll < 0 || d->wakeFd < 0
        || ::epoll_ctl(d->epoll, EPOLL_CTL_ADD, d->wakeFd, &event) != 0)
        qFatal("cannot create an event loop: %s", std::strerror(errno));
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(d->wakeFd);
    ::close(d->epoll);
}

EpollDispatcher *EpollDispatcher::current()
{
    return dynamic_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
}

void EpollDispatcher::watch(int fd, quint32 events, FdHandler *handler)
{
    Q_ASSERT(fd >= 0 && handler);
    d->watchOf(fd).handler = handler;
    d->setWanted(fd, events);
}

void EpollDispatcher::modify(int fd, quint32 events)
{
    Q_ASSERT(d->watchOf(fd).handler);
    d->setWanted(fd, events);
}

void EpollDispatcher::unwatch(int fd)
{
    d->forget(fd);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    d->interrupted = false;
    // Before the posted events are sent: whatever is posted from now on keeps us from sleeping.
    // A wake-up since the last turn may mean that the loop was told to quit: do not sleep on it.
    const bool wasWoken = d->wakeState.exchange(Private::Awake) == Private::Woken;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    const bool withTimers = !(flags & QEventLoop::X11ExcludeTimers);
    int expected = Private::Awake;
    const bool maySleep = (flags & QEventLoop::WaitForMoreEvents) && !wasWoken && !d->interrupted
        && d->wakeState == Private::Awake;
    if (maySleep)
        Q_EMIT aboutToBlock();
    if (d->interrupted)
        return false;
    // A signal's receiver may have posted something, and so may any thread until the exchange.
    const bool sleeps =
        maySleep && d->wakeState.compare_exchange_strong(expected, Private::Sleeping);
    Wait limit = 0ns;
    if (sleeps)
        limit = withTimers ? d->untilNextTimer() : Wait();
    int handled = d->wait(flags, limit);
    expected = Private::Sleeping;
    d->wakeState.compare_exchange_strong(expected, Private::Awake);
    if (withTimers)
        handled += d->fireTimers();
    return handled > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    Watch &watch = d->watchOf(fd);
    if (!watch.notifiers)
        watch.notifiers = std::make_unique<std::array<QSocketNotifier *, 3>>();
    watch.notifiers->at(size_t(notifier->type())) = notifier;
    d->setWanted(fd, watch.wanted | notifierEvents.at(size_t(notifier->type())));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto type = size_t(notifier->type());
    Watch &watch = d->watchOf(fd);
    if (!watch.notifiers || watch.notifiers->at(type) != notifier)
        return;
    watch.notifiers->at(type) = nullptr;
    const quint32 left = watch.wanted & ~notifierEvents.at(type);
    if (left == 0)
        d->forget(fd);
    else
        d->setWanted(fd, left);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type,
                                    QObject *object)
{
    const std::chrono::milliseconds every(std::max<qint64>(interval, 0));
    const Time due = std::chrono::steady_clock::now() + every;
    d->timers.insert_or_assign(timerId, QtTimer{object, every, type, due});
    d->timersByDue.emplace(due, timerId);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto timer = d->timers.find(timerId);
    if (timer == d->timers.end())
        return false;
    d->removeTimer(timer);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    bool any = false;
    for (auto it = d->timers.begin(); it != d->timers.end();) {
        const auto timer = it++;
        if (timer->second.object != object)
            continue;
        d->removeTimer(timer);
        any = true;
    }
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (const auto &[id, timer] : d->timers) {
        if (timer.object == object)
            found.append(TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return found;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto timer = d->timers.find(timerId);
    if (timer == d->timers.end())
        return -1;
    const auto left = timer->second.due - std::chrono::steady_clock::now();
    return int(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), 0ms).count());
}

void EpollDispatcher::wakeUp()
{
    if (d->wakeState.exchange(Private::Woken) != Private::Sleeping)
        return; // it will look before it sleeps
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(d->wakeFd, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    d->interrupted = true;
    wakeUp();
}

} // namespace Gatehouse::Http

#endif // Q_OS_LINUX
