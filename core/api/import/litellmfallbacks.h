// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importsource.h"

namespace Gatehouse::Api {

//! The ids of all routes of \a document.
QStringList routeIdsOf(const Document &document);

//! What LiteLLM does when a model fails, and the other names of models, for the routes that were
//! made of its models.
class LiteLlmFallbacks
{
public:
    //! All outlive it.
    struct Parts {
        ImportSource &router;
        ImportSource &settings;
        QHash<QString, QString> &ids; //!< of routes, by their names at LiteLLM
        ImportReport &report;
    };
    explicit LiteLlmFallbacks(Parts parts);

    void addFallbacks();
    //! Rules that send larger prompts elsewhere.
    void addContextFallbacks();
    //! Routes for the other names, once the originals are complete.
    void addAliases();

private:
    void readAliases();
    void addFallback(Route &from, const QString &name, const QString &path);
    void addEverywhere(const QString &name, const QString &path, QStringList &everywhere);
    void fallBackEverywhere(const QString &id, const QStringList &names);
    Route *route(const QString &name);
    bool leadsTo(const QString &from, const QString &to) const;

    Parts m_parts;
    QJsonObject m_aliases;
};

} // namespace Gatehouse::Api
