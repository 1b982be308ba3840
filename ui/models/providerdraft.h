// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/provider.h"
#include "ui/models/knownprovider.h"
#include "ui/models/providerrow.h"

namespace Gatehouse::Ui {

//! A key while its provider is edited. A new value waits in \a value until the provider is saved;
//! then it goes to the key store and only its reference into the configuration.
struct DraftKey {
    Api::ProviderKey key;
    QString value = {};
    QString accessKey = {};    //!< Amazon: waits as value does
    QString sessionToken = {}; //!< Amazon: waits as value does
    QString fingerprint = {};
    QString state = {}; //!< as ProviderKeyRow, empty for a new one
    QDateTime lastUsed = {};

    //! Something is to be stored.
    bool waits() const
    {
        return !value.isEmpty() || !accessKey.isEmpty() || !sessionToken.isEmpty();
    }
    bool operator==(const DraftKey &) const = default;
};

//! A provider while it is edited.
struct ProviderDraft {
    Api::Provider provider; //!< its keys stand in \a keys
    QList<DraftKey> keys = {};

    bool operator==(const ProviderDraft &) const = default;

    //! With keys; one that waits has a reference that will do for checks.
    Api::Provider complete() const;
    QString name() const { return provider.name.isEmpty() ? provider.id : provider.name; }
};

//! What the configuration says, with what the gateway knows of the keys.
ProviderDraft draftOf(const Api::Provider &provider, const QList<ProviderKeyRow> &keys);
//! A new provider of a kind, with an id that is free.
ProviderDraft draftOf(const KnownProvider &known, const QStringList &takenIds);

//! What POST /providers/test takes: \a provider with \a key, whose parts may wait or be stored
//! already; without one its first stored key is used.
QJsonObject testBody(Api::Provider provider, const DraftKey *key);

//! A key as typed: a reference ("env:OPENAI_API_KEY") stays one, anything else is a value to store.
DraftKey draftKey(const QString &typed, const QString &label, const QList<DraftKey> &others);

//! One part of a key as typed: a reference goes to \a reference, anything else is returned to
//! store.
QString draftPart(const QString &typed, QString &reference);

//! "X-Team: research", one header a line.
QString headersText(const QMap<QString, QString> &headers);
QMap<QString, QString> parseHeaders(const QString &text);
//! "us, eu" with commas or spaces.
QStringList parseTags(const QString &text);

} // namespace Gatehouse::Ui
