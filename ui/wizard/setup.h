// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/knownprovider.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ui {

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

//! The first that holds conversations; models for embeddings, speech and pictures do not. The first
//! of all when none looks like it, empty when there are none.
QString firstConversational(const QStringList &models);

//! The document of the chosen provider for the admin API; \a secretReference may be empty.
QJsonObject providerDocument(const Setup &setup, const QString &id, const QString &secretReference);

} // namespace Gatehouse::Ui
