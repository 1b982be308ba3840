// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/iothread.h"

#include "core/http/eventdispatcher.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QThread>

#include <utility>
#include <vector>
#include <mutex>
#include <semaphore>

namespace Gatehouse::Http {

namespace {

EpollDispatcher *currentEpoll()
{
#ifdef Q_OS_LINUX
    return EpollDispatcher::current();
#else
    return nullptr;
#endif
}

//! The tasks of one thread. Its mailbox is a QObject so that the loop can be woken portably.
class Mailbox final : public QObject
{
public:
    void post(std::function<void()> task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_tasks.push_back(std::move(task));
            if (m_tasks.size() > 1)
                return;
        }
        QCoreApplication::postEvent(this, new QEvent(QEvent::User)); // Qt owns posted events
    }

    void runAll()
    {
        std::vector<std::function<void()>> tasks;
        {
            const std::scoped_lock lock(m_mutex);
            tasks.swap(m_tasks);
        }
        for (const auto &task : tasks)
            task();
    }

protected:
    void customEvent(QEvent *) override { runAll(); }

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_tasks;
};

} // namespace

ThreadIo::ThreadIo(const Clock &clock, bool driveTimers)
    : m_timers(clock, driveTimers)
    , m_io{.clock = clock, .timers = m_timers, .epoll = currentEpoll()}
{
}

struct IoThread::Private final : public QThread {
    explicit Private(const Clock &theClock)
        : clock(theClock)
    {
    }

    void run() override
    {
        Mailbox box;
        ThreadIo context(clock);
        io = &context.io();
        {
            const std::scoped_lock lock(mutex);
            mailbox = &box;
        }
        started.release();
        exec();
        {
            const std::scoped_lock lock(mutex);
            mailbox = nullptr;
        }
        box.runAll();
        io = nullptr;
    }

    const Clock &clock;
    std::binary_semaphore started{0};
    IoContext *io = nullptr;
    std::mutex mutex; //!< guards the pointer, not the mailbox
    Mailbox *mailbox = nullptr;
};

IoThread::IoThread(const Clock &clock)
    : d(std::make_unique<Private>(clock))
{
}

IoThread::~IoThread()
{
    stop();
}

void IoThread::start(const QString &name)
{
    Q_ASSERT(!d->isRunning());
    d->setObjectName(name);
#ifdef Q_OS_LINUX
    d->setEventDispatcher(new EpollDispatcher); // the thread owns it
#endif
    d->start();
    d->started.acquire();
}

void IoThread::stop()
{
    post([this] { d->quit(); });
    d->wait();
}

bool IoThread::isRunning() const
{
    return d->isRunning();
}

void IoThread::post(std::function<void()> task)
{
    const std::scoped_lock lock(d->mutex);
    if (d->mailbox)
        d->mailbox->post(std::move(task));
}

void IoThread::call(std::function<void()> task)
{
    Q_ASSERT(QThread::currentThread() != d.get());
    std::binary_semaphore done{0};
    {
        const std::scoped_lock lock(d->mutex);
        if (!d->mailbox)
            return;
        d->mailbox->post([&done, &task] {
            task();
            done.release();
        });
    }
    done.acquire();
}

IoContext &IoThread::io()
{
    Q_ASSERT(d->io);
    return *d->io;
}

} // namespace Gatehouse::Http
