// SPDX-License-Identifier: GPL-3.0-or-later
//! What an engine tells about itself: the admin API's status, problems, models and running
//! requests.
#include "app/node/engine.h"
#include "app/node/isotime.h"
#include "core/http/certificatemaker.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

QJsonObject problem(const QString &code, const QString &severity, const QString &title,
                    const QString &detail, const QString &action = {})
{
    return {{u"code"_s, code},
            {u"severity"_s, severity},
            {u"title"_s, title},
            {u"detail"_s, detail},
            {u"action"_s, action.isEmpty() ? QJsonValue() : QJsonValue(action)}};
}

} // namespace

QJsonObject Engine::statusJson() const
{
    const Config::Configuration &configuration = m_books->configuration();
    const QStringList addresses = m_gateway->addresses();
    const QStringList wanted = listenAddresses();
    const QString address = addresses.isEmpty() ? wanted.value(0) : addresses.first();
    // What clients meet now; newer settings wait for a restart of listening.
    const bool tls = m_gateway->isListening() && m_listening
        ? m_listening->tls.has_value()
        : configuration.document().gateway.tls.has_value();
    double rate = 0;
    if (m_finished.size() > 1)
        rate = static_cast<double>(m_finished.back() - m_finished.front())
            / static_cast<double>(m_finished.size() - 1);
    const QJsonArray problems = problemsJson();
    QString state = u"stopped"_s;
    if (m_isDraining)
        state = u"stopping"_s;
    else if (m_gateway->isListening())
        state = problems.isEmpty() ? u"running"_s : u"degraded"_s;
    const Secrets::StoreStatus &secrets = m_secrets->status();
    const Ledger::LedgerWriter::State ledger = m_ledger->state();
    const auto uptime =
        std::chrono::duration_cast<std::chrono::seconds>(m_clock.wall() - m_startedAt);
    return {
        {u"version"_s, QString::fromLatin1(GATEHOUSE_VERSION)},
        {u"state"_s, state},
        {u"revision"_s, configuration.revision()},
        {u"serving_revision"_s, m_publisher->servingRevision()}, // secrets are read in between
        {u"managed_by"_s,
         configuration.managedBy().isEmpty() ? QJsonValue()
                                             : QJsonValue(configuration.managedBy())},
        {u"overrides"_s, overridesJson()},
        {u"restart_needed"_s, needsRestart()},
        {u"listen"_s, QJsonArray::fromStringList(addresses)},
        {u"base_url"_s, QString((tls ? u"https://"_s : u"http://"_s) + address + u"/v1"_s)},
        {u"pid"_s, static_cast<qint64>(::getpid())},
        {u"started"_s, isoTime(m_startedAt)},
        {u"uptime_s"_s, static_cast<qint64>(uptime.count())},
        {u"in_flight"_s, m_gateway->running()},
        {u"waiting"_s, m_gateway->waiting()},
        {u"requests_per_second"_s, std::round(rate * 10) / 10},
        {u"time_zone"_s, QString::fromLatin1(timeZone().id())},
        {u"data_dir"_s, m_folder->path()},
        {u"demo"_s, m_options.demo},
        {u"secrets"_s,
         QJsonObject{{u"store"_s, Secrets::storeName(secrets.store)},
                     {u"label"_s, secrets.label},
                     {u"state"_s, Secrets::stateName(secrets.state)},
                     {u"detail"_s, secrets.detail},
                     {u"needs_choice"_s, secrets.needsChoice}}},
        {u"ledger"_s, QJsonObject{{u"waiting"_s, ledger.waiting}, {u"damaged"_s, ledger.damaged}}},
        {u"recording"_s, m_recording->json()},
        {u"problems"_s, problems}};
}

//! What the command line says instead of the configuration.
QJsonObject Engine::overridesJson() const
{
    QJsonObject overrides;
    if (!m_options.listen.isEmpty())
        overrides.insert(u"listen"_s, QJsonArray::fromStringList(m_options.listen));
    if (!m_options.adminListen.isEmpty())
        overrides.insert(u"admin_listen"_s, m_options.adminListen);
    return overrides;
}

QJsonObject Engine::adminAccessJson() const
{
    const QString tcp = m_admin->tcpAddress();
    if (tcp.isEmpty())
        return {{u"tcp"_s, QJsonValue()}, {u"token"_s, QJsonValue()}};
    const Result<QByteArray> token = adminToken();
    QJsonObject access{
        {u"tcp"_s, tcp},
        {u"token"_s, token ? QJsonValue(QString::fromLatin1(*token)) : QJsonValue()}};
    if (m_books->configuration().document().gateway.tls)
        if (const auto context = tlsContext())
            access.insert(u"fingerprint"_s, Http::fingerprintOf(**context));
    return access;
}

QJsonArray Engine::problemsJson() const
{
    QJsonArray problems;
    if (m_listenProblem)
        problems.append(problem(u"cannot_listen"_s, u"error"_s, u"The gateway cannot listen"_s,
                                m_listenProblem->detail));
    if (m_fileProblem)
        problems.append(
            problem(u"file_refused"_s, u"error"_s,
                    u"The configuration file is refused; the last good revision serves"_s,
                    m_fileProblem->detail));
    if (!m_options.restoreProblem.isEmpty())
        problems.append(problem(u"restore_undone"_s, u"error"_s,
                                u"The backup was not restored; the books from before are in use"_s,
                                m_options.restoreProblem));
    if (!m_damageReport.isEmpty())
        problems.append(problem(u"database_damaged"_s, u"error"_s, u"A database was damaged"_s,
                                m_damageReport));
    const Secrets::StoreStatus &secrets = m_secrets->status();
    const bool needsSecrets = !m_secrets->list().isEmpty();
    if (needsSecrets
        && (secrets.state == Secrets::StoreState::Locked
            || secrets.state == Secrets::StoreState::PassphraseNeeded))
        problems.append(problem(u"secrets_locked"_s, u"warning"_s, u"The stored keys are locked"_s,
                                secrets.detail, u"unlock"_s));
    const Ledger::LedgerWriter::State ledger = m_ledger->state();
    if (ledger.problem)
        problems.append(problem(u"ledger"_s, u"error"_s,
                                u"Requests are not written to the books at present"_s,
                                ledger.problem->detail));
    if (m_gateway->lostRecords() > 0)
        problems.append(problem(u"records_lost"_s, u"error"_s,
                                u"The journal is full: requests are not booked"_s,
                                u"%1 records"_s.arg(m_gateway->lostRecords())));
    for (const Api::Finding &finding : m_publisher->keyFindings())
        problems.append(problem(u"key_not_in_force"_s, u"warning"_s,
                                u"A declared key is not in force"_s,
                                finding.path + u": "_s + finding.message));
    if (m_night) {
        for (const QJsonValue &found : m_night->problems())
            problems.append(found);
    }
    addRoutingProblems(problems);
    return m_problemDates.dated(problems, m_clock.wall());
}

//! Providers that are down, and routes none of whose targets can be used now.
void Engine::addRoutingProblems(QJsonArray &problems) const
{
    const auto &published = m_publisher->current();
    if (!published)
        return;
    QSet<QString> unusable;
    for (const auto &provider : published->snapshot->providers) {
        const Api::Provider &document = provider->document;
        const int health =
            m_health.value(provider->id, static_cast<int>(Routing::Health::NotTested));
        const bool down = health == static_cast<int>(Routing::Health::Down);
        if (down || document.paused)
            unusable.insert(document.id);
        const QString name = document.name.isEmpty() ? document.id : document.name;
        if (down) {
            QJsonObject told =
                problem(u"provider_down:"_s + document.id, u"warning"_s, u"%1 is down"_s.arg(name),
                        u"Its attempts fail; routes use their other targets"_s, u"show"_s);
            told.insert(u"name"_s, name);
            problems.append(told);
        }
    }
    const SteadyTime now = m_clock.steady();
    QSet<QString> open;
    for (const Routing::LiveState::BreakerRow &row : m_live.unsettled(now))
        if (row.key.isEmpty() && row.report.state != Routing::BreakerState::SlowStart)
            open.insert(QString::fromUtf8(row.provider + '/' + row.model));
    for (const Api::Route &route : m_books->configuration().document().routes) {
        const bool usable = std::ranges::any_of(route.targets, [&](const auto &target) {
            return !unusable.contains(target.provider)
                && !open.contains(QString(target.provider + u'/' + target.model));
        });
        if (!usable && !route.targets.isEmpty() && route.fallback.isEmpty())
            problems.append(problem(u"route_without_target:"_s + route.id, u"error"_s,
                                    u"Route %1 has no target that can be used"_s.arg(route.id),
                                    u"Every target is down, paused or passed over"_s, u"show"_s));
    }
}

QJsonArray Engine::modelsJson() const
{
    const auto &published = m_publisher->current();
    QJsonArray items;
    for (const auto &route : published->snapshot->routes)
        items.append(QJsonObject{{u"id"_s, QString::fromUtf8(route->id)},
                                 {u"provider"_s, QString()},
                                 {u"model"_s, QString()},
                                 {u"priced"_s, true}});
    for (const auto &route : published->snapshot->directRoutes) {
        const Config::Target &target = route->targets.front();
        const Ledger::Price *price = published->prices->find(target.provider->id, target.model);
        const auto nano = [price](std::optional<TokenPrice> Ledger::Price::*member) {
            return price && price->*member ? QJsonValue((price->*member)->nanoUsdPerMillion)
                                           : QJsonValue();
        };
        items.append(QJsonObject{{u"id"_s, QString::fromUtf8(route->id)},
                                 {u"provider"_s, QString::fromUtf8(target.provider->id)},
                                 {u"model"_s, QString::fromUtf8(target.model)},
                                 {u"priced"_s, price && (price->input || price->perRequest)},
                                 {u"input_nano_per_mtok"_s, nano(&Ledger::Price::input)},
                                 {u"output_nano_per_mtok"_s, nano(&Ledger::Price::output)}});
    }
    return items;
}

QJsonArray Engine::runningJson()
{
    QJsonArray items;
    for (const Gateway::RunningRequest &row : m_gateway->runningRequests())
        items.append(QJsonObject{{u"id"_s, QString::fromLatin1(row.id)},
                                 {u"time"_s, isoTime(row.time)},
                                 {u"route"_s, QString::fromUtf8(row.route)},
                                 {u"model_asked"_s, QString::fromUtf8(row.modelAsked)},
                                 {u"provider"_s, QString::fromUtf8(row.provider)},
                                 {u"model"_s, QString::fromUtf8(row.model)},
                                 {u"key_name"_s, QString::fromUtf8(row.keyName)},
                                 {u"streamed"_s, row.streamed}});
    return items;
}

} // namespace Gatehouse::Node
