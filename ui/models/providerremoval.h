// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

namespace Gatehouse::Ui {

//! The routes that send requests to \a provider.
QStringList routesUsing(const Api::Document &document, const QString &provider);

//! Whether more than the provider itself has to go: routes or prices name it.
bool isNamedElsewhere(const Api::Document &document, const QString &provider);

//! \a document without \a provider and its prices. Routes send to \a replacement instead, under the
//! same model names; a target that is there already is not doubled.
Api::Document withoutProvider(const Api::Document &document, const QString &provider,
                              const QString &replacement);
//! The names of the routes that send requests to each model of \a provider.
QHash<QString, QStringList> aliasesOf(const Api::Document &document, const QString &provider);

} // namespace Gatehouse::Ui
