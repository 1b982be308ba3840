// SPDX-License-Identifier: GPL-3.0-or-later
//! The parts that are opened at start, and what the admin API is given of them.
#include "app/node/engine.h"
#include "app/node/retention.h"
#include "core/admin/routes/routes.h"
#include "core/base/log.h"
#include "core/gateway/explain.h"
#include "core/reports/chargeback.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

Result<void> Engine::openLedger()
{
    const Api::GatewaySettings &settings = m_books->configuration().document().gateway;
    Ledger::LedgerWriter::Options options;
    options.databasePath = m_folder->file(u"ledger.db"_s);
    options.journalFolder = m_folder->file(u"journal"_s);
    options.zone = timeZone();
    options.retention = retentionOf(settings);
    m_ledger = std::make_unique<Ledger::LedgerWriter>(options, m_clock);
    connect(m_ledger.get(), &Ledger::LedgerWriter::rowsWritten, this, &Engine::rowsWritten);
    connect(m_ledger.get(), &Ledger::LedgerWriter::compacted, this, &Engine::ledgerCompacted);
    connect(m_ledger.get(), &Ledger::LedgerWriter::moved, this, &Engine::ledgerMoved);
    if (auto started = m_ledger->start(); !started)
        return started;
    const QString damaged = m_ledger->state().damagedCopy;
    if (!damaged.isEmpty())
        m_damageReport +=
            u"The request ledger was damaged and begins anew; the damaged file is kept as %1."_s
                .arg(damaged);
    return {};
}

void Engine::openSpending()
{
    m_spending = std::make_unique<SpendingKeeper>(SpendingKeeper::Parts{
        .clock = m_clock,
        .store = m_books->budgets(),
        .ledgerFile = m_folder->file(u"ledger.db"_s),
        .limitsFile = m_folder->file(u"limits.state"_s),
        .estimatesFile = m_folder->file(u"estimates.state"_s),
        .flushLedger = [this] { return m_ledger->flush(5s); },
        .tell =
            [this](const QString &kind, const QString &severity, const QString &title,
                   const QString &detail, const QString &object, const Admin::EventWords &words) {
                tell(kind, severity, title, detail, object, words);
            }});
}

Result<void> Engine::openAlerts()
{
    m_alerts = std::make_unique<AlertWatch>(AlertWatch::Parts{
        .clock = m_clock,
        .books = *m_books,
        .live = m_live,
        .budgets = m_spending->budgets(),
        .secrets = *m_secrets,
        .upstream = *m_upstream,
        .queries = *m_queries,
        .events = m_events,
        .prices = *m_prices,
        .dataFolder = m_folder->path(),
        .published = [this] { return m_publisher->current(); },
        .waiting = [this] { return qint64(m_gateway->waiting()); },
        .silence = [this] { return m_gateway->longestSilence(); },
        .auditProblem = [this] { return m_night ? m_night->auditProblem() : QString(); },
        .zone = [this] { return timeZone(); },
        .file = [this](const QString &name) { return filesBase().absoluteFilePath(name); },
        .tell =
            [this](const QString &kind, const QString &severity, const QString &title,
                   const QString &detail, const QString &object, const Admin::EventWords &words) {
                tell(kind, severity, title, detail, object, words);
            }});
    if (auto opened = m_alerts->open(); !opened)
        return opened;
    m_alerts->configure();
    return {};
}

void Engine::openNightWatch()
{
    m_night = std::make_unique<NightWatch>(
        NightWatch::Parts{.clock = m_clock,
                          .queries = *m_queries,
                          .dataFolder = m_folder->path(),
                          .zone = [this] { return timeZone(); },
                          .flushLedger = [this] { return m_ledger->flush(5s); },
                          .tell =
                              [this](const QString &kind, const QString &severity,
                                     const QString &title, const QString &detail,
                                     const QString &object, const Admin::EventWords &words) {
                                  tell(kind, severity, title, detail, object, words);
                              }},
        !m_restored.isEmpty());
}

//! What reads the books of the past: replays and the reports of months that have ended.
void Engine::openReports()
{
    m_simulations = std::make_unique<Simulations>(
        *m_queries,
        [this](const Api::Document &document) { return m_publisher->compiled(document); },
        [this] { return m_books->configuration().document(); });
    m_reports = std::make_unique<ReportWriter>(ReportWriter::Parts{
        .clock = m_clock,
        .queries = *m_queries,
        .folder =
            [this] {
                const QString &folder = m_books->configuration().document().gateway.reportFolder;
                return folder.isEmpty() ? QString() : filesBase().absoluteFilePath(folder);
            },
        .zone = [this] { return timeZone(); },
        .written =
            [this](const QString &file) {
                tell(u"report"_s, u"info"_s, u"Chargeback report written"_s, file, file,
                     {.code = u"report.written"_s, .subject = file});
            },
        .failed =
            [this](const QString &problem) {
                tell(u"report"_s, u"warning"_s, u"A chargeback report could not be written"_s,
                     problem, u"gateway.report_folder"_s, {.code = u"report.failed"_s});
            },
        .machines = [this] { return m_prices->machineTerms(); },
        .teamNames =
            [this] { return Reports::teamNames(m_books->configuration().document().teams); }});
}

void Engine::wireAdmin()
{
    m_services.emplace(Admin::Services{
        .clock = m_clock,
        .redactor = m_redactor,
        .configuration = m_books->configuration(),
        .keys = m_books->keys(),
        .people = m_books->people(),
        .limits = m_spending->limits(),
        .budgets = m_spending->budgets(),
        .budgetStore = m_books->budgets(),
        .audit = m_books->audit(),
        .reliability = m_books->reliability(),
        .secrets = *m_secrets,
        .live = m_live,
        .queries = *m_queries,
        .upstream = *m_upstream,
        .events = m_events,
        .timeZone = [this] { return timeZone(); },
        .status = [this] { return statusJson(); },
        .recentEvents = [this] { return m_log.newestFirst(); },
        .startGateway = [this] { startGateway(); },
        .stopGateway = [this](bool finishRunning) { stopGateway(finishRunning); },
        .keysChanged = [this] { m_publisher->publishKeys(); },
        .keyTable = [this] { return m_publisher->current()->keys; },
        .secretsChanged = [this] { m_publisher->publish(); },
        .prices = [this] { return m_publisher->current()->prices; },
        .explain = [this](const Admin::ExplainQuestion &question) { return explain(question); },
        .running = [this] { return runningJson(); },
        .cancelRequest = [this](const QByteArray &id) { return m_gateway->cancelRequest(id); },
        .replay =
            [this](Bodies::Replay replay, Bodies::ReplayDone done) {
                m_gateway->replay(std::move(replay), [this, done](Result<Bodies::Replayed> came) {
                    QMetaObject::invokeMethod(
                        this, [done, came = std::move(came)] { done(came); }, Qt::QueuedConnection);
                });
            },
        .models = [this] { return modelsJson(); },
        .discoveredModels =
            [this](const QString &provider) { return m_publisher->discoveredModels(provider); },
        .modelsFound = [this](const QString &provider,
                              const QStringList &models) { m_publisher->learn(provider, models); },
        .tell =
            [this](const QString &kind, const QString &severity, const QString &title,
                   const QString &detail, const QString &object, const Admin::EventWords &words) {
                tell(kind, severity, title, detail, object, words);
            },
        .checkProvider =
            [this](const QString &provider, HealthProbes::Done done) {
                return m_probes->check(m_publisher->current(), provider, std::move(done));
            },
        .dataFolder = m_folder->path(),
        .filesBase = [this] { return filesBase().path(); },
        .flushLedger = [this] { return m_ledger->flush(5s); },
        .compactLedger =
            [this](std::function<void(Result<void>)> done) { compactLedger(std::move(done)); },
        .moveLedger =
            [this](const QString &folder, std::function<void(Result<void>)> done) {
                moveLedger(folder, std::move(done));
            },
        .restartEngine = [this] { restart(); },
        .backupSchedule = [this] { return m_backups->json(); },
        .adminAccess = [this] { return adminAccessJson(); },
        .alerts = &m_alerts->desk(),
        .simulations = m_simulations->service(),
        .recorder = &m_recording->recorder(),
        .engineLoad = [this](const QString &provider) { return m_engines->json(provider); },
    });
    m_services->capabilitiesChanged = [this] {
        m_publisher->takeFindings(m_services->capabilities);
    };
    wirePrices();
    Admin::addAllRoutes(m_router, *m_services);
}

Result<QJsonObject> Engine::explain(const Admin::ExplainQuestion &question) const
{
    const auto published =
        question.routes ? m_publisher->withRoutes(*question.routes) : m_publisher->current();
    Gateway::ExplainRequest request{
        .keyId = question.key.toUtf8(), .path = question.path, .body = question.body};
    for (auto it = question.headers.begin(); it != question.headers.end(); ++it)
        request.headers.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());
    return Gateway::explain(*published, m_clock, std::move(request));
}

} // namespace Gatehouse::Node
