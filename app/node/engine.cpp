// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/engine.h"

#include "app/node/isotime.h"
#include "app/node/logging.h"
#include "app/node/restoration.h"
#include "core/admin/routes/routes.h"
#include "core/base/log.h"
#include "core/config/loader.h"
#include "core/gateway/explain.h"
#include "core/ledger/requestjson.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr std::size_t rateWindow = 10; // seconds the rate is averaged over
constexpr int keyUseEvery = 5;         // ticks between writes of the keys' last use
constexpr int reportEvery = 60;        // ticks between looks for a month that has ended
constexpr int purgeEvery = 3600;       // ticks between looks for keys that were deleted long ago
constexpr int backupLookEvery = 30;    // ticks between looks whether a backup is due

Ledger::LedgerStore::Retention retentionOf(const Api::GatewaySettings &settings)
{
    return {.requestDays = settings.keepRequestDays,
            .requestBytes = settings.keepRequestBytes,
            .rollupDays = settings.keepRollupDays};
}

Responses::Retention responseRetentionOf(const Api::GatewaySettings &settings)
{
    return {.age = settings.keepResponses, .bytes = settings.keepResponseBytes};
}

//! What is left when everything that takes effect at once is put aside: the rest is read when the
//! gateway begins to listen.
Api::GatewaySettings listeningPart(Api::GatewaySettings settings)
{
    const Api::GatewaySettings usual;
    settings.adminListen = usual.adminListen;
    settings.drainTime = usual.drainTime;
    settings.recordBodies = usual.recordBodies;
    settings.reportingTimeZone = usual.reportingTimeZone;
    settings.weekStart = usual.weekStart;
    settings.logLevel = usual.logLevel;
    settings.keepRequestDays = usual.keepRequestDays;
    settings.keepRequestBytes = usual.keepRequestBytes;
    settings.keepRollupDays = usual.keepRollupDays;
    settings.keepResponses = usual.keepResponses;
    settings.keepResponseBytes = usual.keepResponseBytes;
    settings.refuseUnpriced = usual.refuseUnpriced;
    settings.currency = usual.currency;
    settings.currencyRate = usual.currencyRate;
    settings.currencyRateDate = usual.currencyRateDate;
    settings.currencyRateSource = usual.currencyRateSource;
    settings.reportFolder = usual.reportFolder;
    settings.backupSchedule = usual.backupSchedule;
    settings.backupHour = usual.backupHour;
    settings.backupFolder = usual.backupFolder;
    settings.backupKeep = usual.backupKeep;
    return settings;
}

} // namespace

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
    m_folder.reset();
}

// --- start --------------------------------------------------------------------------------------

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
        .bind = [this](const Api::Document &document, const Access::KeyTable &keys) {
            return m_spending->bind(document, keys, timeZone());
        }});
    connect(m_publisher.get(), &Publisher::published, this, &Engine::watchPublication);
    connect(m_secrets.get(), &Secrets::SecretStore::stateChanged, this,
            [this] { m_publisher->publish(); });
    m_books->configuration().onChanged = [this] {
        m_publisher->publish();
        m_events.send("revision", {{u"revision"_s, m_books->configuration().revision()}});
        applySettings();
    };
    m_queries =
        std::make_unique<Admin::QueryRunner>(m_folder->file(u"ledger.db"_s), timeZone(), m_clock);
    m_trials = std::make_unique<TrialKeeper>(TrialKeeper::Parts{
        m_clock, m_live, m_books->trials(), *m_queries, [this] { return timeZone(); }});
    openNightWatch();
    openBackups();
    m_responses = std::make_unique<Responses::ResponseStore>(
        m_folder->file(u"responses.db"_s),
        responseRetentionOf(m_books->configuration().document().gateway), m_clock);
    m_recording =
        std::make_unique<RecordingKeeper>(m_folder->file(u"bodies.db"_s), m_redactor, m_clock);
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
    qCInfo(lcNode, "sample data in %s", qUtf8Printable(m_folder->path()));
    return {};
}

Result<void> Engine::loadConfiguration()
{
    Config::Configuration &configuration = m_books->configuration();
    if (auto loaded = configuration.load(
            {.who = u"system"_s, .source = u"first start"_s, .reason = u"installation"_s});
        !loaded)
        return loaded;
    if (m_options.configFile.isEmpty())
        return {};
    const QString file = QFileInfo(m_options.configFile).absoluteFilePath();
    configuration.setManagedBy(file);
    const Result<Config::LoadedDocument> document = Config::loadFile(file);
    const bool servedBefore = configuration.revision() > 1;
    if (document && !Api::hasErrors(document->findings)) {
        const auto outcome = configuration.replace(
            document->document, {.who = u"file"_s, .source = file, .reason = {}}, true);
        if (outcome.error)
            return *outcome.error;
    } else {
        QStringList lines;
        if (!document)
            lines.append(document.error().detail);
        else
            for (const Api::Finding &finding : document->findings)
                lines.append(Config::describe(finding, file));
        const Error refused{ErrorCode::InvalidArgument, lines.join(u'\n')};
        if (!servedBefore)
            return refused;
        m_fileProblem = refused;
        qCCritical(lcNode, "the configuration file is refused, revision %lld goes on serving:\n%s",
                   static_cast<long long>(configuration.revision()),
                   qUtf8Printable(refused.detail));
    }
    m_watcher = std::make_unique<Config::FileWatcher>(file);
    connect(m_watcher.get(), &Config::FileWatcher::changed, this, &Engine::applyFile);
    connect(m_watcher.get(), &Config::FileWatcher::failed, this, [this](const QString &reason) {
        m_fileProblem = Error{ErrorCode::Io, reason};
    });
    return {};
}

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
        .flushLedger = [this] { m_ledger->flush(5s); },
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
        .dataFolder = m_folder->path(),
        .published = [this] { return m_publisher->current(); },
        .waiting = [this] { return qint64(m_gateway->waiting()); },
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
                          .flushLedger = [this] { m_ledger->flush(5s); },
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
            }});
}

void Engine::watchPublication(const std::shared_ptr<const Gateway::Published> &published)
{
    m_engines->look(published);
    m_recording->follow(published->snapshot->document, m_books->keys());
    if (m_gateway->isListening())
        m_gateway->publish(published);
    else if (!m_admin)
        serve();
}

//! The first publication is there: begins to listen and opens the admin API.
void Engine::serve()
{
    if (m_wantsGateway) {
        if (const auto listening = listen(); !listening) {
            m_listenProblem = listening.error();
            qCCritical(lcNode, "%s", qUtf8Printable(listening.error().detail));
            if (m_options.mustListen) {
                Q_EMIT failed(listening.error());
                return;
            }
        }
    }
    openAdmin();
}

Result<void> Engine::listen()
{
    Gateway::GatewayOptions options = gatewayOptions();
    if (m_books->configuration().document().gateway.tls) {
        auto context = tlsContext();
        if (!context)
            return context.error();
        options.tls = *std::move(context);
    }
    m_listenProblem.reset();
    m_listening = m_books->configuration().document().gateway;
    return listenOn(std::move(options));
}

//! On sample data any free port will do when the usual one is taken.
Result<void> Engine::listenOn(Gateway::GatewayOptions options)
{
    Result<void> listening = m_gateway->start(options, m_publisher->current());
    if (!m_demo)
        return listening;
    if (!listening && m_options.listen.isEmpty()) {
        m_gateway->stop();
        options.listen = {u"127.0.0.1:0"_s};
        listening = m_gateway->start(options, m_publisher->current());
    }
    if (listening)
        m_demo->startTraffic(m_gateway->addresses());
    return listening;
}

//! Relative file names start beside the configuration file, or in the data folder.
QDir Engine::filesBase() const
{
    return m_options.configFile.isEmpty() ? QDir(m_folder->path())
                                          : QFileInfo(m_options.configFile).absoluteDir();
}

Result<std::shared_ptr<Http::TlsContext>> Engine::tlsContext() const
{
    const Api::TlsFiles &tls = m_books->configuration().document().gateway.tls.value();
    return Http::TlsContext::server(filesBase().absoluteFilePath(tls.certificate),
                                    filesBase().absoluteFilePath(tls.key));
}

bool Engine::needsRestart() const
{
    if (!m_gateway->isListening() || !m_listening)
        return false;
    Api::GatewaySettings wanted = listeningPart(m_books->configuration().document().gateway);
    const Api::GatewaySettings present = listeningPart(*m_listening);
    if (!m_options.listen.isEmpty())
        wanted.listen = present.listen;
    return wanted != present;
}

//! Settings that need no restart, after every revision.
void Engine::applySettings()
{
    m_queries->setTimeZone(timeZone());
    m_alerts->configure();
    setLogLevel(m_books->configuration().document().gateway.logLevel);
    m_ledger->setRetention(retentionOf(m_books->configuration().document().gateway));
    m_responses->setRetention(responseRetentionOf(m_books->configuration().document().gateway));
    m_backups->follow();
}

Gateway::GatewayOptions Engine::gatewayOptions() const
{
    const Api::GatewaySettings &settings = m_books->configuration().document().gateway;
    Gateway::GatewayOptions options;
    options.listen = listenAddresses();
    options.journalFolder = m_folder->file(u"journal"_s);
    options.workers =
        settings.workers > 0 ? settings.workers : std::clamp(QThread::idealThreadCount(), 1, 4);
    options.maxConnections = settings.maxConnections;
    if (settings.maxConnectionsPerAddress > 0)
        options.maxConnectionsPerAddress = settings.maxConnectionsPerAddress;
    options.limits = Gateway::messageLimits(settings);
    options.responses = m_responses.get();
    options.recorder = &m_recording->recorder();
    return options;
}

QStringList Engine::listenAddresses() const
{
    return m_options.listen.isEmpty() ? m_books->configuration().document().gateway.listen
                                      : m_options.listen;
}

//! The token of the TCP side, made at first use and kept in a file only this user can read.
Result<QByteArray> Engine::adminToken() const
{
    QFile file(m_folder->file(u"admin.token"_s));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray token = file.readAll().trimmed();
        if (token.size() >= 32)
            return token;
        file.close();
    }
    const QByteArray token = "gha-" + randomToken(52);
    QSaveFile out(file.fileName());
    if (!out.open(QIODevice::WriteOnly)
        || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || out.write(token + '\n') < 0 || !out.commit())
        return Error{ErrorCode::Io,
                     u"%1 cannot be written: %2"_s.arg(out.fileName(), out.errorString())};
    return token;
}

void Engine::openAdmin()
{
    m_admin = std::make_unique<Admin::AdminServer>(m_io, m_router, m_events);
    Admin::AdminListen where;
    where.socket = m_folder->socketPath();
    const QString configured = m_books->configuration().document().gateway.adminListen;
    where.tcp = m_options.adminListen.isEmpty() ? configured : m_options.adminListen;
    if (!where.tcp.isEmpty()) {
        const Result<QByteArray> token = adminToken();
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        where.token = *token;
        where.people = &m_books->people();
    }
    const bool loopback = where.tcp.startsWith("127."_L1) || where.tcp.startsWith("[::1]"_L1)
        || where.tcp.startsWith("localhost:"_L1);
    if (!where.tcp.isEmpty() && !loopback) {
        if (!m_books->configuration().document().gateway.tls) {
            Q_EMIT failed(Error{
                ErrorCode::InvalidArgument,
                u"the admin API may leave this computer only with TLS; set gateway.tls or listen on 127.0.0.1"_s,
                u"gateway.admin_listen"_s});
            return;
        }
        auto context = tlsContext();
        if (!context) {
            Q_EMIT failed(context.error());
            return;
        }
        where.tls = *std::move(context);
        where.hostNames.append(where.tcp.section(u':', 0, -2));
    }
    Result<void> ready = m_admin->listen(where);
    if (ready) {
        const QString tcp = m_admin->tcpAddress();
        const QString url =
            tcp.isEmpty() ? QString() : (where.tls ? u"https://"_s : u"http://"_s) + tcp;
        ready = m_folder->announce(where.socket, url, QString::fromLatin1(where.token));
    }
    if (!ready) {
        Q_EMIT failed(ready.error());
        return;
    }
    closeBreakersOfBefore();
    m_ticker.start();
    tell(u"gateway"_s, u"info"_s, u"Gateway started"_s, m_gateway->addresses().join(u", "_s),
         u"gateway"_s, {.code = u"gateway_started"_s});
    if (!m_restored.isEmpty())
        tell(u"backup"_s, u"info"_s, u"Backup restored"_s, m_restored, m_restored,
             {.code = u"backup_restored"_s});
    qCInfo(lcNode, "serving on %s, revision %lld",
           qUtf8Printable(m_gateway->addresses().join(u", "_s)),
           static_cast<long long>(m_books->configuration().revision()));
    Q_EMIT started();
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
        .flushLedger = [this] { m_ledger->flush(5s); },
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

// --- running ------------------------------------------------------------------------------------

void Engine::applyFile(const QByteArray &text)
{
    const QString file = m_books->configuration().managedBy();
    const Result<Config::LoadedDocument> document =
        Config::loadDocument(text, Config::formatOf(file));
    QStringList lines;
    if (!document)
        lines.append(document.error().detail);
    else if (Api::hasErrors(document->findings))
        for (const Api::Finding &finding : document->findings)
            lines.append(Config::describe(finding, file));
    if (lines.isEmpty()) {
        const auto outcome = m_books->configuration().replace(
            document->document, {.who = u"file"_s, .source = file, .reason = {}}, true);
        if (outcome.error)
            lines.append(outcome.error->detail);
    }
    if (lines.isEmpty()) {
        m_fileProblem.reset();
        qCInfo(lcNode, "%s is in force as revision %lld", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration().revision()));
        return;
    }
    m_fileProblem = Error{ErrorCode::InvalidArgument, lines.join(u'\n')};
    qCCritical(lcNode, "%s is refused, revision %lld goes on serving:\n%s", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration().revision()),
               qUtf8Printable(m_fileProblem->detail));
    tell(u"revision"_s, u"error"_s, u"Configuration file refused"_s, lines.first(), file,
         {.code = u"file_refused"_s});
}

void Engine::reload()
{
    if (m_watcher)
        m_watcher->reload();
}

void Engine::startGateway()
{
    m_wantsGateway = true;
    if (m_gateway->isListening() || m_isDraining)
        return;
    m_gateway->stop();
    if (const auto listening = listen(); !listening)
        m_listenProblem = listening.error();
    else
        tell(u"gateway"_s, u"info"_s, u"Gateway started"_s, m_gateway->addresses().join(u", "_s),
             u"gateway"_s, {.code = u"gateway_started"_s});
}

void Engine::stopGateway(bool finishRunning)
{
    m_wantsGateway = false;
    if (!m_gateway->isListening())
        return;
    m_isDraining = true;
    const auto patience =
        finishRunning ? m_books->configuration().document().gateway.drainTime : 0ms;
    m_gateway->drain(patience, [this] {
        m_gateway->stop();
        m_isDraining = false;
        tell(u"gateway"_s, u"info"_s, u"Gateway stopped"_s, {}, u"gateway"_s,
             {.code = u"gateway_stopped"_s});
        if (m_wantsGateway)
            startGateway();
    });
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

void Engine::tell(const QString &kind, const QString &severity, const QString &title,
                  const QString &detail, const QString &object, const Admin::EventWords &words)
{
    m_events.send("event", m_log.add(m_clock.wall(), kind, severity, title, detail, object, words));
}

void Engine::rowsWritten(const Ledger::Rows &rows)
{
    for (const Ledger::RequestRecord &row : *rows) {
        if (row.isCopy())
            continue; // nobody's request
        WallTime &last = m_keyUse[row.keyId];
        last = std::max(last, row.time);
    }
    m_spending->noteRows(rows);
    m_alerts->noteRows(rows);
    if (!m_events.hasListeners())
        return;
    QJsonArray items;
    for (const Ledger::RequestRecord &row : *rows) {
        if (!row.isCopy())
            items.append(Ledger::rowJson(row));
    }
    m_events.send("request", {{u"items"_s, items}});
}

//! Deleted keys can be restored for a while; afterwards they are gone.
void Engine::purgeKeys()
{
    const Result<qint64> purged = m_books->keys().purge();
    if (!purged)
        qCWarning(lcNode, "deleted keys stay: %s", qUtf8Printable(purged.error().detail));
    else if (*purged > 0)
        qCInfo(lcNode, "%lld deleted keys are past restoring", static_cast<long long>(*purged));
}

//! Once a second: rates, status for screens, last use of keys, health changes.
void Engine::tick()
{
    m_finished.push_back(m_gateway->finished());
    if (m_finished.size() > rateWindow + 1)
        m_finished.pop_front();
    if (++m_ticks % keyUseEvery == 0 && !m_keyUse.isEmpty()) {
        if (const auto written = m_books->keys().recordUse(std::exchange(m_keyUse, {})); !written)
            qCWarning(lcNode, "last use of keys: %s", qUtf8Printable(written.error().detail));
    }
    m_spending->tick();
    if (m_recording->tick(m_books->audit()))
        tell(u"recording"_s, u"info"_s, u"Recording of bodies has ended"_s, {}, {},
             {.code = u"recording_ended"_s});
    m_night->tick();
    if (m_ticks % purgeEvery == 1)
        purgeKeys();
    if (m_ticks % backupLookEvery == 1)
        m_backups->look();
    if (m_ticks % reportEvery == 1)
        m_reports->look();
    if (const auto &published = m_publisher->current()) {
        for (const auto &provider : published->snapshot->providers) {
            const Routing::HealthReport report = m_live.health(*provider, m_clock.steady());
            const int before =
                m_health.value(provider->id, static_cast<int>(Routing::Health::NotTested));
            const int now = static_cast<int>(report.health);
            m_health.insert(provider->id, now);
            const bool bad = report.health == Routing::Health::Degraded
                || report.health == Routing::Health::Down;
            const bool wasBad = before == static_cast<int>(Routing::Health::Degraded)
                || before == static_cast<int>(Routing::Health::Down);
            const QString name =
                provider->document.name.isEmpty() ? provider->document.id : provider->document.name;
            if (now != before && (bad || (wasBad && report.health == Routing::Health::Healthy)))
                tell(u"provider"_s, bad ? u"warning"_s : u"info"_s,
                     u"%1 is %2"_s.arg(name,
                                       QString::fromLatin1(Routing::healthName(report.health))),
                     report.source, provider->document.id,
                     {.code = QString(u"provider_"
                                      + QString::fromLatin1(Routing::healthName(report.health))),
                      .subject = name,
                      .detailCode = report.isFromCheck ? u"check"_s : u"traffic"_s,
                      .count = qint64(report.recent.attempts())});
        }
    }
    watchHealth();
    if (const auto published = m_publisher->current()) {
        m_engines->look(published);
        m_gateway->setGauges(gauges());
    }
    m_trials->tick();
    judgeCanaries();
    tellDrifts();
    m_alerts->tick();
    if (!m_events.hasListeners())
        return;
    const QJsonObject status = statusJson();
    if (status != m_lastStatus) {
        m_lastStatus = status;
        m_events.send("status", status);
    }
    m_events.send("running", {{u"items"_s, runningJson()}});
}

void Engine::tellEngine(const EngineWatch::Event &event)
{
    using Happening = EngineWatch::Happening;
    struct Words {
        QString code;
        QString title;
        bool isBad = false;
    };
    const auto words = [&event]() -> Words {
        switch (event.what) {
        case Happening::Woken:
            return {u"engine_woken"_s, u"The engine of %1 is awake"_s, false};
        case Happening::Slept:
            return {u"engine_slept"_s, u"The engine of %1 sleeps"_s, false};
        case Happening::WakeFailed:
            return {u"engine_wake_failed"_s, u"The engine of %1 cannot be woken"_s, true};
        case Happening::SleepFailed:
            return {u"engine_sleep_failed"_s, u"The engine of %1 cannot be put to sleep"_s, true};
        case Happening::LoadFailed:
            return {u"model_load_failed"_s, u"A model of %1 cannot be loaded"_s, true};
        }
        Q_UNREACHABLE();
    }();
    tell(u"engine"_s, words.isBad ? u"warning"_s : u"info"_s, words.title.arg(event.name),
         event.detail, event.provider, {.code = words.code, .subject = event.name});
}

QTimeZone Engine::timeZone() const
{
    const QString name = m_books->configuration().document().gateway.reportingTimeZone;
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace Gatehouse::Node
