// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/systemappearance.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

#ifdef GATEHOUSE_HAS_DBUS
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>
#endif

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto portalService = "org.freedesktop.portal.Desktop"_L1;
const auto portalPath = "/org/freedesktop/portal/desktop"_L1;
const auto settingsInterface = "org.freedesktop.portal.Settings"_L1;
const auto appearanceGroup = "org.freedesktop.appearance"_L1;
const auto schemeKey = "color-scheme"_L1;

// org.freedesktop.appearance color-scheme: 0 no preference, 1 dark, 2 light.
constexpr uint darkScheme = 1;

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_prefersDark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    askPortal();
}

#ifdef GATEHOUSE_HAS_DBUS
void SystemAppearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // The old-style connection: QtDBus 6.4 offers no other for remote signals.
    bus.connect(portalService, portalPath, settingsInterface, u"SettingChanged"_s, this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface, u"Read"_s);
    question << QString(appearanceGroup) << QString(schemeKey);
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid())
                    setScheme(reply.value().variant());
                done->deleteLater();
            });
}

void SystemAppearance::portalChanged(const QString &group, const QString &key,
                                     const QDBusVariant &value)
{
    if (group == appearanceGroup && key == schemeKey)
        setScheme(value.variant());
}

void SystemAppearance::setScheme(const QVariant &value)
{
    // Read() wraps its answer in a second variant.
    const QVariant inner =
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool dark = inner.toUInt() == darkScheme;
    if (dark == m_prefersDark)
        return;
    m_prefersDark = dark;
    Q_EMIT changed();
}
#else
void SystemAppearance::askPortal() { }

void SystemAppearance::portalChanged(const QString &, const QString &, const QDBusVariant &) { }

void SystemAppearance::setScheme(const QVariant &) { }
#endif

} // namespace Gatehouse::Ui
