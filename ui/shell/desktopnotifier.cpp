// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotifier.h"

#include "ui/shell/trayicon.h"

#ifdef GATEHOUSE_HAS_DBUS
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

#ifdef GATEHOUSE_HAS_DBUS
namespace {

const auto service = "org.freedesktop.Notifications"_L1;
const auto path = "/org/freedesktop/Notifications"_L1;

} // namespace
#endif

DesktopNotifier::DesktopNotifier(TrayIcon *tray, QObject *parent)
    : NotificationSink(parent)
    , m_tray(tray)
{
    if (tray)
        connect(tray, &TrayIcon::messageActivated, this, [this] { Q_EMIT activated(m_lastCause); });
#ifdef GATEHOUSE_HAS_DBUS
    // The old-style connection: QtDBus 6.4 offers no other for remote signals.
    QDBusConnection::sessionBus().connect(service, path, service, u"ActionInvoked"_s, this,
                                          SLOT(takeAction(uint, QString)));
#endif
}

void DesktopNotifier::show(const Notification &notification)
{
    if (hasService()) {
        send(notification);
    } else if (m_tray && m_tray->isAvailable()) {
        m_lastCause = notification.cause;
        m_tray->showMessage(notification.title, notification.text, notification.isBad);
    }
}

void DesktopNotifier::takeAction(uint id, const QString &)
{
    const QString cause = m_ids.key(id);
    if (!cause.isEmpty())
        Q_EMIT activated(cause);
}

#ifdef GATEHOUSE_HAS_DBUS
bool DesktopNotifier::hasService() const
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() && bus.interface()->isServiceRegistered(service);
}

void DesktopNotifier::send(const Notification &notification)
{
    constexpr int serverDecides = -1;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // Bodies may be read as markup.
    call << u"Gatehouse"_s << m_ids.value(notification.cause, 0U) << u"gatehouse"_s
         << notification.title << notification.text.toHtmlEscaped()
         << QStringList{u"default"_s, tr("Open")}
         << QVariantMap{{u"urgency"_s, QVariant::fromValue<uchar>(1)},
                        {u"desktop-entry"_s, u"gatehouse"_s}}
         << serverDecides;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, cause = notification.cause](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isValid())
                    m_ids.insert(cause, reply.value());
                done->deleteLater();
            });
}
#else
bool DesktopNotifier::hasService() const
{
    return false;
}

void DesktopNotifier::send(const Notification &) { }
#endif

} // namespace Gatehouse::Ui
