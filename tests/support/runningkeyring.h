// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef QT_DBUS_LIB
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>

namespace Gatehouse::Keyring {

//! A secret as org.freedesktop.Secret carries it: (oayays).
struct WireSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

inline QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

//! Says \a method of \a interface to the keyring of this session; an error message when it fails.
inline QDBusMessage say(const QString &interface, const QString &method,
                        const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                                       QStringLiteral("/org/freedesktop/secrets"),
                                                       interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

inline QDBusObjectPath loginCollection()
{
    return QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"));
}

inline bool lock()
{
    const QVariantList what{QVariant::fromValue(QList<QDBusObjectPath>{loginCollection()})};
    return say(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"), what)
               .type()
        == QDBusMessage::ReplyMessage;
}

//! What a person does with the keyring's own dialog, which no test can answer.
inline bool unlock(const QByteArray &password)
{
    qDBusRegisterMetaType<WireSecret>();
    const QDBusMessage session =
        say(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"),
            {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    if (session.arguments().size() < 2)
        return false;
    const WireSecret secret{.session = session.arguments().at(1).value<QDBusObjectPath>(),
                            .parameters = {},
                            .value = password,
                            .contentType = QStringLiteral("text/plain")};
    return say(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
               QStringLiteral("UnlockWithMasterPassword"),
               {QVariant::fromValue(loginCollection()), QVariant::fromValue(secret)})
               .type()
        == QDBusMessage::ReplyMessage;
}

} // namespace Gatehouse::Keyring

Q_DECLARE_METATYPE(Gatehouse::Keyring::WireSecret)

#else

namespace Gatehouse::Keyring {

inline bool lock()
{
    return false;
}

inline bool unlock(const QByteArray &)
{
    return false;
}

} // namespace Gatehouse::Keyring

#endif
