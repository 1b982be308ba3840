// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/engine.h"

#include "app/node/isotime.h"
#include "app/node/logging.h"
#include "app/node/restoration.h"
#include "app/node/retention.h"
#include "core/base/log.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

Engine::Engine(NodeOptions options, const Clock &clock, Secrets::SecretRedactor &redactor,
               Http::IoContext &io)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_io(io)
    , m_startedAt(clock.wall())
    , m_events(io)
    , m_wantsGateway(m_options.serve)
{
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, &Engine::tick);
}

Engine::~Engine()
{
    m_demo.reset();
    m_admin.reset();
    if (m_gateway)
        m_gateway->stop();
    m_responses.reset(); // writes what waits
    m_recording.reset(); // the same
    m_engines.reset();
    m_publisher.reset();
    m_probes.reset();
    m_queries.reset();
    m_trials.reset();
    m_alerts.reset();
    m_upstream.reset();
    m_reports.reset();
    m_simulations.reset();
    m_ledger.reset(); // writes what the journals still hold
    m_secrets.reset();
    m_books.reset();
    if (m_folder) // an orderly end, however far it came, is no crash
        forgetRestoredStart(m_folder->path());
    m_folder.reset();
}

Result<void> Engine::start()
{
    auto folder = DataFolder::open(m_options.dataFolder);
    if (!folder)
        return folder.error();
    m_folder = *std::move(folder);
    const Result<QString> restored = restoreStagedBackup(m_folder->path(), m_clock.wall());
    if (!restored)
        return restored.error();
    m_restored = *restored;
    if (auto begun = beginRestoredStart(m_folder->path()); !begun)
        return begun;
    if (auto opened = openDemo(); !opened)
        return opened;
    auto books = Books::open(*m_folder, m_clock);
    if (!books)
        return books.error();
    m_books = *std::move(books);
    m_damageReport = m_books->damageReport();
    if (auto loaded = loadConfiguration(); !loaded)
        return loaded;
    setLogLevel(m_books->configuration().document().gateway.logLevel);
    if (auto opened = openLedger(); !opened)
        return opened;

    Secrets::SecretStore::Options stores{.dataFolder = m_folder->path(), .redactor = &m_redactor};
    if (m_demo)
        stores.store = Secrets::StoreKind::Session; // sample data touches no keychain
    m_secrets = std::make_unique<Secrets::SecretStore>(stores, m_clock);
    m_secrets->start();
    if (m_demo)
        m_demo->keepSecrets(*m_secrets, this);
    m_upstream = std::make_unique<Http::UpstreamClient>(m_io, Http::UpstreamClient::Options{});
    openSpending();
    openPrices();
    m_probes = std::make_unique<HealthProbes>(HealthProbes::Parts{
        .clock = m_clock, .redactor = m_redactor, .live = m_live, .upstream = *m_upstream});
    m_engines = std::make_unique<EngineWatch>(EngineWatch::Parts{
        .clock = m_clock, .upstream = *m_upstream, .tell = [this](const EngineWatch::Event &event) {
            tellEngine(event);
        }});
    m_publisher = std::make_unique<Publisher>(Publisher::Parts{
        .clock = m_clock,
        .configuration = m_books->configuration(),
        .keys = m_books->keys(),
        .pepper = m_books->pepper(),
        .secrets = *m_secrets,
        .live = m_live,
        .upstream = *m_upstream,
        .bind =
            [this](const Api::Document &document, const Access::KeyTable &keys) {
                return m_spending->bind(document, keys, timeZone());
            },
        .priceSources =
            [this](const Api::Document &document) { return m_prices->sources(document); }});
    connect(m_publisher.get(), &Publisher::published, this, &Engine::watchPublication);
    connect(m_secrets.get(), &Secrets::SecretStore::stateChanged, this,
            [this] { m_publisher->publish(); });
    m_books->configuration().onChanged = [this] {
        m_prices->noteMachines();
        m_publisher->publish();
        m_events.send("revision", {{u"revision"_s, m_books->configuration().revision()}});
        applySettings();
    };
    m_queries =
        std::make_unique<Admin::QueryRunner>(m_folder->file(u"ledger.db"_s), timeZone(), m_clock);
    m_trials =
        std::make_unique<TrialKeeper>(TrialKeeper::Parts{.clock = m_clock,
                                                         .live = m_live,
                                                         .book = m_books->trials(),
                                                         .folder = m_folder->file(u"trials"_s),
                                                         .queries = *m_queries,
                                                         .zone = [this] { return timeZone(); }});
    openNightWatch();
    openBackups();
    m_responses = std::make_unique<Responses::ResponseStore>(
        m_folder->file(u"responses.db"_s),
        responseRetentionOf(m_books->configuration().document().gateway), m_clock);
    m_recording = std::make_unique<RecordingKeeper>(
        m_folder->file(u"bodies.db"_s), m_redactor, m_clock,
        bodyRetentionOf(m_books->configuration().document().gateway));
    m_gateway = std::make_unique<Gateway::Gateway>(m_clock, m_redactor);
    if (auto opened = openAlerts(); !opened)
        return opened;
    openReports();
    wireAdmin();
    m_publisher->publish(); // serve() follows with the first publication
    return {};
}

Result<void> Engine::openDemo()
{
    if (!m_options.demo)
        return {};
    auto demo = Demo::open(*m_folder, m_clock);
    if (!demo)
        return demo.error();
    m_demo = *std::move(demo);
    m_demo->tellPast(m_log);
    m_demo->primeHealth(m_live, m_clock.steady());
    m_demo->primeTrials(m_live, m_clock.steady());
    qCInfo(lcNode, "sample data in %s", qUtf8Printable(m_folder->path()));
    return {};
}

void Engine::shutDown()
{
    m_ticker.stop();
    if (m_demo)
        m_demo->stopTraffic();
    const auto patience = m_books ? m_books->configuration().document().gateway.drainTime : 0ms;
    const auto done = [this] {
        if (m_folder)
            m_folder->withdraw();
        if (m_spending)
            m_spending->save();
        if (m_trials)
            m_trials->save();
        if (m_ledger)
            m_ledger->flush(5s);
        Q_EMIT stopped();
    };
    if (m_gateway && m_gateway->isListening())
        m_gateway->drain(patience, done);
    else
        QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
}

} // namespace Gatehouse::Node
