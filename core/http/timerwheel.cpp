// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/timerwheel.h"

#include <QtCore/QTimer>

#include <array>
#include <utility>

namespace Gatehouse::Http {

using namespace std::chrono_literals;

namespace {

constexpr auto tickLength = 20ms;
constexpr auto longWait = 1s;
constexpr size_t slotCount = 1024; // 20 s a turn; longer waits stay in their slot for more turns

} // namespace

struct TimerWheel::Private {
    const Clock &clock;
    SteadyTime origin = clock.steady();
    qint64 tick = 0; //!< everything due up to here has been fired
    int running = 0;
    std::array<Timer *, slotCount> slotHeads = {};
    Timer *firing = nullptr; //!< due and not called yet
    std::unique_ptr<QTimer> driver = {};

    qint64 currentTick() const { return (clock.steady() - origin) / tickLength; }
    Timer *&headOf(const Timer &timer) { return slotHeads[size_t(timer.m_dueTick) % slotCount]; }
    qint64 dueTick(std::chrono::milliseconds after);
    void insert(Timer &timer);
    void remove(Timer &timer);
    void collect(size_t slot);
    static void push(Timer *&head, Timer &timer);
    static void unlink(Timer *&head, Timer &timer);
};

//! A driven wheel with timers is never more than a tick behind, unless its thread stalls: for long
//! waits the last tick and one more will do, and the clock need not be read for each.
qint64 TimerWheel::Private::dueTick(std::chrono::milliseconds after)
{
    if (driver && running > 0 && after >= longWait)
        return tick + 1 + (after + tickLength - 1ms) / tickLength;
    if (running == 0)
        tick = currentTick();
    const SteadyTime due = clock.steady() + after;
    return std::max<qint64>((due - origin + tickLength - 1ns) / tickLength, tick + 1);
}

void TimerWheel::Private::push(Timer *&head, Timer &timer)
{
    timer.m_previous = nullptr;
    timer.m_next = head;
    if (head)
        head->m_previous = &timer;
    head = &timer;
}

void TimerWheel::Private::unlink(Timer *&head, Timer &timer)
{
    if (timer.m_previous)
        timer.m_previous->m_next = timer.m_next;
    else
        head = timer.m_next;
    if (timer.m_next)
        timer.m_next->m_previous = timer.m_previous;
    timer.m_previous = nullptr;
    timer.m_next = nullptr;
}

void TimerWheel::Private::insert(Timer &timer)
{
    push(headOf(timer), timer);
    ++running;
    if (driver && !driver->isActive())
        driver->start();
}

void TimerWheel::Private::remove(Timer &timer)
{
    unlink(firing == &timer ? firing : headOf(timer), timer);
    --running;
}

//! Moves what is due in \a slot to the firing list.
void TimerWheel::Private::collect(size_t slot)
{
    Timer *&head = slotHeads[slot];
    for (Timer *timer = head; timer;) {
        Timer *const next = timer->m_next;
        if (timer->m_dueTick <= tick) {
            unlink(head, *timer);
            push(firing, *timer);
        }
        timer = next;
    }
}

Timer::Timer(std::function<void()> onTimeout)
    : m_onTimeout(std::move(onTimeout))
{
}

Timer::~Timer()
{
    stop();
}

void Timer::start(TimerWheel &wheel, std::chrono::milliseconds after)
{
    TimerWheel::Private &d = *wheel.d;
    const qint64 dueTick = d.dueTick(std::max(after, 0ms));
    stop();
    m_wheel = &wheel;
    m_dueTick = dueTick;
    d.insert(*this);
}

void Timer::stop()
{
    if (m_wheel)
        std::exchange(m_wheel, nullptr)->d->remove(*this);
}

bool Timer::isRunning() const
{
    return m_wheel != nullptr;
}

TimerWheel::TimerWheel(const Clock &clock, bool drive)
    : d(std::make_unique<Private>(clock))
{
    if (!drive)
        return;
    d->driver = std::make_unique<QTimer>();
    d->driver->setTimerType(Qt::PreciseTimer);
    d->driver->setInterval(tickLength);
    QObject::connect(d->driver.get(), &QTimer::timeout, d->driver.get(), [this] { advance(); });
}

TimerWheel::~TimerWheel()
{
    const auto release = [](Timer *&head) {
        while (head)
            head->stop();
    };
    release(d->firing);
    for (Timer *&head : d->slotHeads)
        release(head);
}

void TimerWheel::advance()
{
    const qint64 now = d->currentTick();
    const qint64 first = std::max(d->tick + 1, now - qint64(slotCount) + 1);
    d->tick = std::max(d->tick, now);
    for (qint64 tick = now; tick >= first; --tick) // backwards, so that the earliest fires first
        d->collect(size_t(tick) % slotCount);
    while (Timer *const timer = d->firing) {
        timer->stop();
        const auto call = timer->m_onTimeout; // a copy: the timer may die in its own call
        call();
    }
    if (d->driver && d->running == 0)
        d->driver->stop();
}

int TimerWheel::runningTimers() const
{
    return d->running;
}

} // namespace Gatehouse::Http
