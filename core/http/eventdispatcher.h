// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractEventDispatcher>

#include <memory>

namespace Gatehouse::Http {

//! What a watched descriptor can tell; the values are those of poll(2) and epoll(7).
enum FdEvent : quint32 {
    FdReadable = 0x001,
    FdUrgent = 0x002,
    FdWritable = 0x004,
    FdError = 0x008,  //!< always told, asked for or not
    FdHangUp = 0x010, //!< always told, asked for or not
};

//! Hears about one descriptor, on the dispatcher's thread.
class FdHandler
{
public:
    virtual ~FdHandler() = default;
    //! \a events is a set of FdEvent. May be told of something that is already over: reading then
    //! gives EAGAIN.
    virtual void onFdEvents(quint32 events) = 0;
};

#ifdef Q_OS_LINUX

//! A Qt event dispatcher on epoll(7) and eventfd(2): the cost of a turn depends on the descriptors
//! that are ready, not on those that wait. Does all that Qt asks of a dispatcher, and offers
//! watch() for sockets that do without QSocketNotifier. Timers are exact whatever their type.
class EpollDispatcher final : public QAbstractEventDispatcher
{
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    //! The current thread's dispatcher if it is one of ours, else null.
    static EpollDispatcher *current();

    //! Level-triggered: \a handler hears of \a events until modify() or unwatch(). Watching a
    //! watched descriptor replaces its handler. Changes reach the kernel once per turn, so
    //! switching an event off and on again costs nothing. This thread only.
    void watch(int fd, quint32 events, FdHandler *handler);
    void modify(int fd, quint32 events);
    //! To be called before \a fd is closed. The handler hears nothing more, not even of events
    //! already fetched from the kernel.
    void unwatch(int fd);

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

#endif // Q_OS_LINUX

} // namespace Gatehouse::Http
