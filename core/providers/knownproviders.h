// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <span>

namespace Gatehouse::Providers {

//! A provider people know by name: what a form is filled with when it is chosen.
struct KnownProvider {
    QLatin1StringView kind; //!< "openai", "anthropic", "ollama"
    QLatin1StringView name;
    QLatin1StringView dialect;
    QLatin1StringView baseUrl;
    QLatin1StringView keyPrefix; //!< start of its keys, empty when they have no common one
    QLatin1StringView variable;  //!< environment variable its tools read the key from
    QLatin1StringView region;
    QLatin1StringView keyPage;        //!< where a key is made
    bool local = false;               //!< runs on this computer, needs no key
    QLatin1StringView engine = {};    //!< self-hosted engine, empty for clouds
    quint16 port = 0;                 //!< of a local server
    QLatin1StringView testModel = {}; //!< a small model for the test, empty: the first listed
};

//! Every provider that speaks a dialect the gateway has, clouds first.
std::span<const KnownProvider> knownProviders();

//! The provider whose keys begin like \a key, null when no prefix fits; the longest prefix wins.
const KnownProvider *recogniseKey(QStringView key);

} // namespace Gatehouse::Providers
