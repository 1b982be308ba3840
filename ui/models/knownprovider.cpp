// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/knownprovider.h"

#include "core/api/documents/dialects.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The context of what is said of the place of secrets.
struct SecretPlaceText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::SecretPlaceText)
};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

qsizetype longestPrefix(const QString &secret, const KnownProvider &provider)
{
    qsizetype longest = 0;
    for (const QString &prefix : provider.keyPrefixes)
        if (!prefix.isEmpty() && secret.startsWith(prefix))
            longest = std::max(longest, prefix.size());
    return longest;
}

} // namespace

KnownProvider parseKnownProvider(const QJsonObject &object)
{
    return {
        .kind = object.value("kind"_L1).toString(),
        .name = object.value("name"_L1).toString(),
        .dialect = object.value("dialect"_L1).toString(u"openai"_s),
        .baseUrl = object.value("base_url"_L1).toString(),
        .keyPrefixes = strings(object.value("key_prefixes"_L1)),
        .region = strings(object.value("region"_L1)),
        .keyUrl = object.value("key_url"_L1).toString(),
        .engine = object.value("engine"_L1).toString(),
        .local = object.value("local"_L1).toBool(),
        .models = strings(object.value("models"_L1)),
    };
}

QList<KnownProvider> withEveryKind(QList<KnownProvider> known)
{
    const qsizetype told = known.size();
    for (const Api::DialectInfo &kind : Api::dialects()) {
        const bool isKnown =
            std::any_of(known.cbegin(), known.cbegin() + told, [&kind](const KnownProvider &one) {
                return one.kind == kind.name || one.name == kind.title;
            });
        if (!isKnown)
            known.append({.kind = kind.name,
                          .name = kind.title,
                          .dialect = kind.name,
                          .local = kind.baseUrl.startsWith("http://127.0.0.1"_L1)});
    }
    return known;
}

SecretPlace parseSecretPlace(const QJsonObject &status)
{
    static const QHash<QString, SecretPlace::State> states{
        {u"ready"_s, SecretPlace::State::Ready},
        {u"locked"_s, SecretPlace::State::Locked},
        {u"passphrase_needed"_s, SecretPlace::State::PassphraseNeeded},
    };
    const QJsonObject secrets = status.value("secrets"_L1).toObject();
    return {.state =
                states.value(secrets.value("state"_L1).toString(), SecretPlace::State::Unavailable),
            .label = storeTitle(secrets.value("store"_L1).toString(),
                                secrets.value("label"_L1).toString()),
            .kind = secrets.value("store"_L1).toString(),
            .needsChoice = secrets.value("needs_choice"_L1).toBool()};
}

QString storeTitle(const QString &kind, const QString &told)
{
    if (kind == "vault"_L1)
        return SecretPlaceText::tr("Sealed file");
    return kind == "session"_L1 ? SecretPlaceText::tr("This session only") : told;
}

QString unlockProblem(const Error &error, const QString &place)
{
    const QString name = place.isEmpty() ? SecretPlaceText::tr("The key store") : place;
    switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Unauthenticated:
    case ErrorCode::PermissionDenied:
        return SecretPlaceText::tr("This passphrase is not right. Try again.");
    case ErrorCode::Locked:
        return SecretPlaceText::tr("%1 is still locked. Unlock it with the program of your desktop "
                                   "that keeps passwords, then try again.")
            .arg(name);
    case ErrorCode::Timeout:
        return SecretPlaceText::tr("%1 has not answered yet. If it asks for a password, enter it, "
                                   "then try again.")
            .arg(name);
    default:
        return SecretPlaceText::tr("%1 could not be opened. %2").arg(name, error.detail);
    }
}

const KnownProvider *otherOwner(const QString &secret, const QList<KnownProvider> &known,
                                const KnownProvider &chosen)
{
    const KnownProvider *best = nullptr;
    qsizetype longest = longestPrefix(secret, chosen);
    for (const KnownProvider &provider : known) {
        const qsizetype length = longestPrefix(secret, provider);
        if (length <= longest || provider.kind == chosen.kind)
            continue;
        longest = length;
        best = &provider;
    }
    return best;
}

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace Gatehouse::Ui
