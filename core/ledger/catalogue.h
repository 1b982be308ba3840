// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/provider.h"
#include "core/base/result.h"
#include "core/ledger/pricebook.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>

namespace Gatehouse::Ledger {

//! What the built-in list knows about one model.
struct CatalogueModel {
    Price price;
    qint64 context = 0;       //!< most prompt tokens, 0 = unknown
    qint64 maxOutput = 0;     //!< 0 = unknown
    QString mode;             //!< "chat", "embedding", …
    QStringList capabilities; //!< "vision" "tools" "json_schema" "reasoning"
    QString deprecated;       //!< ISO date of retirement, empty = none known
};

//! The built-in price list (resources/prices/catalogue.json, see packaging/make-catalogue.py).
class Catalogue
{
public:
    //! The list compiled into the program; the first call reads it, which takes about 3 ms.
    static std::shared_ptr<const Catalogue> builtIn();
    //! Reads \a json; entries of a wrong shape are passed over, prices that are no whole
    //! non-negative numbers count as unknown.
    static Catalogue parse(const QByteArray &json);
    //! A list from outside, read strictly: the error names the entry and its field.
    static Result<Catalogue> check(const QByteArray &json);
    QList<QByteArray> providers() const { return m_providers.keys(); }

    //! "2026-07-24"
    const QString &version() const { return m_version; }
    //! How many models have an entry, over all providers.
    qsizetype modelCount() const;
    //! Models of \a provider, a name of the list ("openai", "vertex_ai"); empty when unknown.
    const QHash<QByteArray, CatalogueModel> &models(const QByteArray &provider) const;

    //! The list's name for the company behind \a provider, from its address, or from its dialect
    //! when it has none. Empty for self-hosted engines and addresses we do not know: another
    //! company's prices would be a guess.
    static QByteArray providerName(const Api::Provider &provider);

private:
    QString m_version;
    QHash<QByteArray, QHash<QByteArray, CatalogueModel>> m_providers;
};

} // namespace Gatehouse::Ledger
