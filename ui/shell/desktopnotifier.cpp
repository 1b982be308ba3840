// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotifier.h"

#include "ui/shell/trayicon.h"

#ifdef GATEHOUSE_HAS_DBUS
#include <QtDBus/QDBusConnection>
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

//! Names of the freedesktop sound naming specification.
QVariantMap hintsOf(const Notification &notification)
{
    QVariantMap hints{{u"desktop-entry"_s, u"gatehouse"_s}};
    if (notification.sounds)
        hints.insert(u"sound-name"_s, notification.isBad ? u"dialog-warning"_s : u"message"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    return hints;
}

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
    if (!send(notification))
        showInTray(notification);
}

void DesktopNotifier::showInTray(const Notification &notification)
{
    if (!m_tray || !m_tray->isAvailable())
        return;
    m_lastCause = notification.cause;
    m_tray->showMessage(notification.title, notification.text, notification.isBad);
}

void DesktopNotifier::takeAction(uint id, const QString &)
{
    const QString cause = m_ids.key(id);
    if (!cause.isEmpty())
        Q_EMIT activated(cause);
}

#ifdef GATEHOUSE_HAS_DBUS
bool DesktopNotifier::send(const Notification &notification)
{
    constexpr int serverDecides = -1;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // Bodies may be read as markup.
    call << u"Gatehouse"_s << m_ids.value(notification.cause, 0U) << u"gatehouse"_s
         << notification.title << notification.text.toHtmlEscaped()
         << QStringList{u"default"_s, tr("Open")} << hintsOf(notification) << serverDecides;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this, notification](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<uint> reply = *done;
                if (reply.isValid())
                    m_ids.insert(notification.cause, reply.value());
                else
                    showInTray(notification); // this desktop has no such service
                done->deleteLater();
            });
    return true;
}
#else
bool DesktopNotifier::send(const Notification &)
{
    return false;
}
#endif

} // namespace Gatehouse::Ui
