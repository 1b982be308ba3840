// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Ui {

//! A provider of the gateway's catalogue, or a server found on this computer.
struct KnownProvider {
    QString kind;
    QString name;
    QString dialect = QStringLiteral("openai");
    QString baseUrl = {};
    QStringList keyPrefixes = {};
    QStringList region = {};
    QString keyUrl = {}; //!< where a key is made
    QString engine = {}; //!< of local servers: "ollama"
    bool local = false;
    QStringList models = {}; //!< of a found server

    bool operator==(const KnownProvider &) const = default;
};

KnownProvider parseKnownProvider(const QJsonObject &object);

//! The catalogue \a known, then every other kind a provider can be of. Those have no address: it is
//! the kind's own, or follows from what the form asks.
QList<KnownProvider> withEveryKind(QList<KnownProvider> known);

//! Where the gateway keeps secrets.
struct SecretPlace {
    enum class State { Ready, Locked, PassphraseNeeded, Unavailable };

    State state = State::Unavailable;
    QString label;            //!< "GNOME Keyring"
    QString kind = {};        //!< "keychain", "vault", "session"
    bool needsChoice = false; //!< no keychain, and nobody said yet who may open the sealed file
};

SecretPlace parseSecretPlace(const QJsonObject &status);

//! The name of a store of secrets: of \a kind "vault" and "session" in this language, else as
//! \a told ("GNOME Keyring").
QString storeTitle(const QString &kind, const QString &told);

//! Why \a place ("GNOME Keyring") did not open, and what to do, for people.
QString unlockProblem(const Error &error, const QString &place);

//! The provider whose keys begin so, by the longest prefix; null when none does, or when \a chosen
//! is as good.
const KnownProvider *otherOwner(const QString &secret, const QList<KnownProvider> &known,
                                const KnownProvider &chosen);

//! "openai", or "openai-2" when that is taken.
QString freeName(const QString &wanted, const QStringList &taken);

} // namespace Gatehouse::Ui
