// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

//! Where the gateway keeps secrets.
struct SecretPlace {
    enum class State { Ready, Locked, PassphraseNeeded, Unavailable };

    State state = State::Unavailable;
    QString label; //!< "GNOME Keyring"
};

SecretPlace parseSecretPlace(const QJsonObject &status);

//! What the person chose so far and what the gateway made of it.
struct Setup {
    KnownProvider provider;
    QString secret;              //!< typed or pasted; wiped when it is stored
    QString environmentVariable; //!< holds the key instead
    QString providerId;          //!< of the saved provider, empty before
    QStringList models;          //!< its models, as it names them
    QString keyId;
    QString keyName;
    QString keySecret;
    QString baseUrl; //!< of the gateway: "http://127.0.0.1:4417/v1"
};

//! Without spaces, quotation marks and "Bearer " around it, as keys are pasted.
QString cleanedSecret(const QString &text);

//! The provider whose keys begin so, by the longest prefix; null when none does, or when \a chosen
//! is as good.
const KnownProvider *otherOwner(const QString &secret, const QList<KnownProvider> &known,
                                const KnownProvider &chosen);

//! "openai", or "openai-2" when that is taken.
QString freeName(const QString &wanted, const QStringList &taken);

//! The first that holds conversations; models for embeddings, speech and pictures do not. The first
//! of all when none looks like it, empty when there are none.
QString firstConversational(const QStringList &models);

//! The document of the chosen provider for the admin API; \a secretReference may be empty.
QJsonObject providerDocument(const Setup &setup, const QString &id, const QString &secretReference);

} // namespace Gatehouse::Ui
