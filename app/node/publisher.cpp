// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/publisher.h"

#include "core/base/log.h"
#include "core/providers/sigv4.h"

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr std::chrono::minutes discoveryTime = 10min;
constexpr std::chrono::seconds firstRetry = 2s;
//! A provider's refusal of a token is noticed this soon.
constexpr std::chrono::milliseconds refusalTime = 1s;

QByteArray tokenName(const Config::Provider &provider, const Providers::Credential &key)
{
    return provider.id + '/' + key.keyId;
}

//! The secret may still be there: only its keeper does not give it.
bool isAway(ErrorCode code)
{
    return code == ErrorCode::Locked || code == ErrorCode::Timeout
        || code == ErrorCode::Unavailable;
}

} // namespace

//! The answers a publication waits for.
struct Publisher::Round {
    quint64 number = 0;
    std::shared_ptr<const Config::Snapshot> snapshot;
    std::shared_ptr<const Providers::CredentialSet> credentials;
    QHash<QString, Secrets::Secret> declared;
    QHash<QString, Secrets::Secret> read;
    int waiting = 1;
};

Publisher::Publisher(Parts parts)
    : m_parts(std::move(parts))
    , m_exchange(m_parts.clock, m_parts.upstream)
    , m_tokens(
          m_parts.clock, m_exchange,
          [this](const QByteArray &name, const Result<void> &outcome) { noteToken(name, outcome); })
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &Publisher::renewTokens);
    m_discovery.setInterval(firstRetry);
    connect(&m_discovery, &QTimer::timeout, this, &Publisher::discover);
    m_discovery.start();
}

Publisher::~Publisher() = default;

void Publisher::publish()
{
    const auto round = std::make_shared<Round>();
    round->number = ++m_round;
    round->snapshot = Config::Snapshot::compile(m_parts.configuration.document(),
                                                m_parts.configuration.revision(), m_discovered);
    for (const Api::DeclaredKey &key : m_parts.configuration.document().keys) {
        ++round->waiting;
        read(round, key.secret,
             [this, round, reference = key.secret](Result<Secrets::Secret> value) {
                 if (value)
                     round->declared.insert(reference, *value);
                 else
                     qCWarning(lcNode, "the key %s cannot be read: %s", qUtf8Printable(reference),
                               qUtf8Printable(value.error().detail));
                 finish(round);
             });
    }
    Providers::resolveCredentials(
        round->snapshot,
        [this, round](const QString &reference,
                      std::function<void(Result<Secrets::Secret>)> answer) {
            read(round, reference, std::move(answer));
        },
        [this, round](std::shared_ptr<const Providers::CredentialSet> credentials) {
            round->credentials = std::move(credentials);
            finish(round);
        },
        [this](const Config::Provider &provider, const Providers::Credential &key,
               Providers::TokenGrant grant) { return keepToken(provider, key, std::move(grant)); });
}

void Publisher::read(const std::shared_ptr<Round> &round, const QString &reference,
                     std::function<void(Result<Secrets::Secret>)> answer)
{
    m_parts.secrets.read(
        reference, this,
        [this, round, reference, answer = std::move(answer)](Result<Secrets::Secret> value) {
            const auto last = m_lastRead.constFind(reference);
            if (!value && isAway(value.error().code) && last != m_lastRead.constEnd())
                value = *last;
            if (value)
                round->read.insert(reference, *value);
            answer(std::move(value));
        });
}

void Publisher::finish(const std::shared_ptr<Round> &round)
{
    if (--round->waiting > 0 || round->number != m_round)
        return; // more answers are to come, or a newer publication has begun
    m_declaredSecrets = std::move(round->declared);
    m_lastRead = std::move(round->read);
    for (const auto &provider : round->snapshot->providers) {
        const auto &keys = round->credentials->of(*provider).keys;
        for (const Providers::Credential &key : keys) {
            if (key.problem && !key.problem->detail.isEmpty()
                && key.problem->code != ErrorCode::Unavailable)
                qCWarning(lcNode, "key %s of provider %s: %s", key.keyId.constData(),
                          provider->id.constData(), qUtf8Printable(key.problem->detail));
        }
        m_parts.live.provider(provider->id).unparkAll();
    }
    hand(round->snapshot, round->credentials);
    forgetTokens();
    renewTokens();
    discover();
}

qint64 Publisher::servingRevision() const
{
    return m_current ? m_current->snapshot->revision : 0;
}

void Publisher::publishKeys()
{
    if (m_current)
        hand(m_current->snapshot, m_current->credentials);
}

void Publisher::publishPrices()
{
    m_hasNewPrices = true;
    publishKeys();
}

Ledger::PriceSources Publisher::priceSources(const Api::Document &document) const
{
    return m_parts.priceSources ? m_parts.priceSources(document) : Ledger::PriceSources();
}

std::shared_ptr<const Gateway::Published> Publisher::withRoutes(
    const QList<Api::Route> &routes) const
{
    Api::Document document = m_current->snapshot->document;
    document.routes = routes;
    auto draft = std::make_shared<Gateway::Published>();
    draft->snapshot =
        Config::Snapshot::compile(document, m_current->snapshot->revision, m_discovered);
    draft->keys = m_current->keys;
    draft->prices = m_current->prices;
    draft->routing = std::make_shared<const Routing::RoutingTable>(draft->snapshot, m_parts.live,
                                                                   knowledge(draft->prices));
    draft->budgets = m_current->budgets;
    draft->credentials = m_current->credentials;
    draft->bounds = m_current->bounds;
    draft->tokenizers = m_current->tokenizers;
    draft->providers = Providers::prepareAll(*draft->snapshot);
    return draft;
}

WhatIf::Compiled Publisher::compiled(const Api::Document &document) const
{
    const qint64 revision = m_current->snapshot->revision;
    WhatIf::Compiled compiled;
    compiled.snapshot = Config::Snapshot::compile(document, revision, m_discovered);
    compiled.prices = Ledger::PriceBook::compile(document, revision, m_parts.clock.wall(),
                                                 priceSources(document));
    compiled.live = std::make_shared<Routing::LiveState>();
    compiled.routing = std::make_shared<const Routing::RoutingTable>(
        compiled.snapshot, *compiled.live, knowledge(compiled.prices));
    const auto created = m_parts.keys.list();
    compiled.keys =
        Access::buildKeyTable(document, created.value_or({}), m_declaredSecrets, m_parts.pepper)
            .table;
    return compiled;
}

//! What is known of the models when a routing table is made.
Routing::ModelKnowledge Publisher::knowledge(std::shared_ptr<const Ledger::PriceBook> prices) const
{
    return {.prices = std::move(prices),
            .abilities = [this](const Config::Provider &provider,
                                const QByteArray &model) { return abilities(provider, model); },
            .end = [this](const Config::Provider &provider,
                          const QByteArray &model) { return endOf(provider, model); }};
}

//! The day on which the maker of a model withdraws it.
std::optional<WallTime> Publisher::endOf(const Config::Provider &provider,
                                         const QByteArray &model) const
{
    const QByteArray maker = Ledger::Catalogue::providerName(provider.document);
    if (maker.isEmpty())
        return {};
    const QString day = m_catalogue->models(maker).value(model).deprecated;
    const QDateTime begin = QDate::fromString(day, Qt::ISODate).startOfDay(QTimeZone::utc());
    if (!begin.isValid())
        return {};
    return WallTime(std::chrono::milliseconds(begin.toMSecsSinceEpoch()));
}

//! The same for a table to be served by: canaries and shadows that run go on.
Routing::ModelKnowledge Publisher::lasting(Routing::ModelKnowledge knowledge,
                                           const Config::Snapshot &snapshot) const
{
    QSet<QByteArray> tried;
    QSet<QByteArray> copied;
    for (const auto &route : snapshot.routes) {
        if (route->canary)
            tried.insert(route->id);
        if (route->shadow)
            copied.insert(route->id);
    }
    knowledge.canaries = &m_parts.live.canaries();
    knowledge.canaries->keepOnly(tried);
    knowledge.shadows = &m_parts.live.shadows();
    knowledge.shadows->keepOnly(copied);
    knowledge.now = m_parts.clock.steady();
    return knowledge;
}

//! What the built-in list says, and over it what a test has shown.
Routing::Abilities Publisher::abilities(const Config::Provider &provider,
                                        const QByteArray &model) const
{
    static const std::array tested{
        std::pair{u"tools"_s, Routing::Ability::Tools},
        std::pair{u"images"_s, Routing::Ability::Images},
        std::pair{u"structured_output"_s, Routing::Ability::Structured},
    };
    Routing::Abilities known = Routing::abilitiesOf(*m_catalogue, provider, model);
    for (const auto &[capability, ability] : tested) {
        const auto has = m_findings.has(provider.document, QString::fromUtf8(model), capability);
        if (has)
            known.set(ability, *has);
    }
    return known;
}

void Publisher::takeFindings(const Providers::CapabilityBook &findings)
{
    m_findings = findings;
    m_hasNewFindings = true;
    publishKeys(); // the rest stays as it is
}

//! Those of the models that can be called are ready before somebody needs them.
void Publisher::wantTokenizers(const Config::Snapshot &snapshot)
{
    for (const Api::Route &route : snapshot.document.routes) {
        for (const auto &target : route.targets) {
            if (const auto rule = Dialects::wordRuleOf(target.model.toUtf8()))
                m_tokenizers.want(*rule);
        }
    }
}

void Publisher::hand(std::shared_ptr<const Config::Snapshot> snapshot,
                     std::shared_ptr<const Providers::CredentialSet> credentials)
{
    const auto created = m_parts.keys.list();
    if (!created) {
        qCCritical(lcNode, "the created keys cannot be read: %s",
                   qUtf8Printable(created.error().detail));
        return;
    }
    Access::KeyTableBuild keys =
        Access::buildKeyTable(snapshot->document, *created, m_declaredSecrets, m_parts.pepper);
    for (const Api::Finding &finding : keys.findings)
        qCWarning(lcNode, "%s: %s", qUtf8Printable(finding.path), qUtf8Printable(finding.message));
    m_keyFindings = keys.findings;

    auto next = std::make_shared<Gateway::Published>();
    next->keys = std::move(keys.table);
    next->bounds = m_parts.bind(snapshot->document, *next->keys);
    next->budgets = [bounds = next->bounds, all = next->keys](
                        const Routing::RequestFacts &facts) -> std::optional<double> {
        const Access::KeyEntry *key = bounds ? all->byId(facts.keyId) : nullptr;
        return key ? std::optional(bounds->percentUsed(*key, facts.route)) : std::nullopt;
    };
    const bool sameDocument = m_current && m_current->snapshot == snapshot;
    const bool samePrices = sameDocument && !std::exchange(m_hasNewPrices, false);
    next->prices = samePrices
        ? m_current->prices
        : Ledger::PriceBook::compile(snapshot->document, snapshot->revision, m_parts.clock.wall(),
                                     priceSources(snapshot->document));
    const bool sameTable = samePrices && !std::exchange(m_hasNewFindings, false);
    next->routing = sameTable
        ? m_current->routing
        : std::make_shared<const Routing::RoutingTable>(
            snapshot, m_parts.live, lasting(knowledge(next->prices), *snapshot));
    next->providers = Providers::prepareAll(*snapshot);
    next->credentials = std::move(credentials);
    next->tokenizers = &m_tokenizers;
    wantTokenizers(*snapshot);
    next->snapshot = std::move(snapshot);
    m_current = std::move(next);
    Q_EMIT published(m_current);
}

//! Asks the providers that do not name their models which ones they have.
void Publisher::discover()
{
    if (!m_current)
        return;
    m_probes.clear();
    for (const auto &provider : m_current->snapshot->providers) {
        if (!provider->document.models.isEmpty() || provider->document.paused)
            continue;
        const auto &credentials = m_current->credentials->of(*provider);
        const WallTime now = m_parts.clock.wall();
        const auto usable =
            std::ranges::find_if(credentials.keys, [now](const Providers::Credential &key) {
                return !key.problemAt(now);
            });
        if (credentials.needsKey && usable == credentials.keys.end())
            continue;
        const Providers::Credential none{.keyId = {}, .value = {}, .problem = {}};
        const auto question = Providers::modelListQuestion(
            *provider, usable == credentials.keys.end() ? none : *usable, now);
        if (!question)
            continue;
        m_probes.push_back(std::make_unique<Providers::Probe>(
            m_parts.clock, m_parts.upstream, question->endpoint, question->request,
            [this, id = provider->document.id](const Providers::ProbeReply &reply) {
                const Result<QStringList> models =
                    reply.succeeded() ? Providers::readModelList(reply.body) : Error{};
                if (!models) { // perhaps it is only starting: asked again soon, then less often
                    m_discovery.start(std::min(m_discovery.intervalAsDuration() * 2,
                                               std::chrono::milliseconds(discoveryTime)));
                    return;
                }
                learn(id, *models);
            }));
    }
}

std::shared_ptr<const Providers::TokenCell> Publisher::keepToken(const Config::Provider &provider,
                                                                 const Providers::Credential &key,
                                                                 Providers::TokenGrant grant)
{
    // Token services are reached as the provider is: by its proxy, under its authorities.
    const Http::Endpoint way = Providers::prepare(provider).endpoint;
    const QByteArray print = Providers::sha256Hex(key.value.reveal()) + ' ' + way.proxyHost + ':'
        + QByteArray::number(way.proxyPort) + ' ' + way.caFile.toUtf8();
    return m_tokens.keep(
        tokenName(provider, key), print,
        [way, grant = std::move(grant)](WallTime now) -> Result<Providers::TokenRequest> {
            Result<Providers::TokenRequest> request = grant(now);
            if (request)
                request->way = way;
            return request;
        });
}

//! Those of providers and keys that are gone.
void Publisher::forgetTokens()
{
    std::vector<QByteArray> names;
    for (const auto &provider : m_current->snapshot->providers) {
        for (const Providers::Credential &key : m_current->credentials->of(*provider).keys) {
            if (key.token)
                names.push_back(tokenName(*provider, key));
        }
    }
    m_tokens.retain(names);
    m_hasTokens = !names.empty();
}

void Publisher::renewTokens()
{
    const std::chrono::milliseconds wait = m_tokens.work();
    if (m_hasTokens)
        m_renewal.start(std::min(wait, refusalTime));
}

//! A new token may be the cure for a key that was refused with the old one.
void Publisher::noteToken(const QByteArray &name, const Result<void> &outcome)
{
    const QByteArray provider = name.left(name.indexOf('/'));
    if (outcome)
        m_parts.live.provider(provider).unparkAll();
    else
        qCWarning(lcNode, "no access token for %s: %s", name.constData(),
                  qUtf8Printable(outcome.error().detail));
}

void Publisher::learn(const QString &provider, const QStringList &models)
{
    if (models == m_discovered.value(provider))
        return;
    m_discovery.start(discoveryTime);
    m_discovered.insert(provider, models);
    if (!m_current || m_current->snapshot->revision != m_parts.configuration.revision())
        return; // a newer publication is under way and takes them along
    // The snapshot is made anew with the models; secrets need not be read again.
    hand(Config::Snapshot::compile(m_parts.configuration.document(),
                                   m_parts.configuration.revision(), m_discovered),
         m_current->credentials);
}

} // namespace Gatehouse::Node
