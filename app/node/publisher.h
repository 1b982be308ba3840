// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keytablebuilder.h"
#include "core/config/configuration.h"
#include "core/gateway/published.h"
#include "core/providers/capabilitybook.h"
#include "core/providers/modellist.h"
#include "core/providers/probe.h"
#include "core/providers/tokencache.h"
#include "core/providers/tokenexchange.h"
#include "core/routing/routingtable.h"
#include "core/secrets/secretstore.h"
#include "core/whatif/world.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

namespace Gatehouse::Node {

//! Builds what the workers serve by, from the configuration, the created keys, the secrets and the
//! models found at providers, and hands it over whenever one of them changes. Control thread.
class Publisher : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const Clock &clock;
        Config::Configuration &configuration;
        Access::KeyStore &keys;
        const Access::Pepper &pepper;
        Secrets::SecretStore &secrets;
        Routing::LiveState &live;
        Http::UpstreamClient &upstream;
        //! Limits and budgets of a document for the keys in force.
        std::function<std::shared_ptr<const Access::Bounds>(const Api::Document &,
                                                            const Access::KeyTable &)>
            bind;
        //! What prices are compiled from beside the document; empty: the built-in list.
        std::function<Ledger::PriceSources(const Api::Document &)> priceSources = {};
    };
    explicit Publisher(Parts parts);
    ~Publisher() override;

    //! Everything anew: configuration, secrets, keys. published() follows, possibly later.
    void publish();
    //! Only the key table: at once, with the secrets read before.
    void publishKeys();
    //! Prices and what is chosen by them, made anew from the document in force.
    void publishPrices();

    std::shared_ptr<const Gateway::Published> current() const { return m_current; }
    //! What would be served if the configuration had these routes; nothing is published. The whole
    //! document with them has passed its checks.
    std::shared_ptr<const Gateway::Published> withRoutes(const QList<Api::Route> &routes) const;
    //! \a document with a live state of its own, for replaying traffic; nothing is published. It
    //! has passed its checks.
    WhatIf::Compiled compiled(const Api::Document &document) const;
    QStringList discoveredModels(const QString &provider) const
    {
        return m_discovered.value(provider);
    }
    //! Takes what a provider lists, whoever asked; published() follows when that is new.
    void learn(const QString &provider, const QStringList &models);
    //! What tests found out about models decides from now on where requests fit.
    void takeFindings(const Providers::CapabilityBook &findings);
    const Api::Findings &keyFindings() const { return m_keyFindings; }
    //! What was last handed to the workers; 0 before the first.
    qint64 servingRevision() const;

Q_SIGNALS:
    void published(std::shared_ptr<const Gatehouse::Gateway::Published> published);

private:
    struct Round; //!< one publication while its secrets are read

    //! What was read once stays in force while the place that keeps it is locked or away.
    void read(const std::shared_ptr<Round> &round, const QString &reference,
              std::function<void(Result<Secrets::Secret>)> answer);
    void finish(const std::shared_ptr<Round> &round);
    Routing::Abilities abilities(const Config::Provider &provider, const QByteArray &model) const;
    Routing::ModelKnowledge knowledge(std::shared_ptr<const Ledger::PriceBook> prices) const;
    std::optional<WallTime> endOf(const Config::Provider &provider, const QByteArray &model) const;
    Routing::ModelKnowledge lasting(Routing::ModelKnowledge knowledge,
                                    const Config::Snapshot &snapshot) const;
    void hand(std::shared_ptr<const Config::Snapshot> snapshot,
              std::shared_ptr<const Providers::CredentialSet> credentials);
    Ledger::PriceSources priceSources(const Api::Document &document) const;
    void discover();
    void wantTokenizers(const Config::Snapshot &snapshot);
    std::shared_ptr<const Providers::TokenCell> keepToken(const Config::Provider &provider,
                                                          const Providers::Credential &key,
                                                          Providers::TokenGrant grant);
    void forgetTokens();
    void renewTokens();
    void noteToken(const QByteArray &name, const Result<void> &outcome);

    Parts m_parts;
    quint64 m_round = 0;
    std::shared_ptr<const Gateway::Published> m_current;
    QHash<QString, Secrets::Secret> m_declaredSecrets;
    QHash<QString, Secrets::Secret> m_lastRead; //!< by reference, of the last publication
    QHash<QString, QStringList> m_discovered;
    Dialects::TokenizerShelf m_tokenizers;
    Providers::CapabilityBook m_findings;
    bool m_hasNewFindings = false;
    bool m_hasNewPrices = false;
    const std::shared_ptr<const Ledger::Catalogue> m_catalogue = Ledger::Catalogue::builtIn();
    Api::Findings m_keyFindings;
    std::vector<std::unique_ptr<Providers::Probe>> m_probes;
    QTimer m_discovery;
    Providers::HttpTokenExchange m_exchange;
    Providers::TokenCache m_tokens;
    QTimer m_renewal;
    bool m_hasTokens = false;
};

} // namespace Gatehouse::Node
