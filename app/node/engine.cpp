// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/engine.h"

#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/base/json.h"
#include "core/base/log.h"
#include "core/config/loader.h"
#include "core/gateway/explain.h"
#include "core/ledger/requestjson.h"
#include "core/store/backup.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QThread>
#include <unistd.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr qint32 configApplicationId = 0x47544831; // "GTH1"
constexpr std::size_t rateWindow = 10;             // seconds the rate is averaged over
constexpr int keyUseEvery = 5;                     // ticks between writes of the keys' last use
constexpr std::chrono::milliseconds secretsPatience = 2s;
constexpr int backupsKept = 7;

QString isoTime(WallTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString storeName(Secrets::StoreKind kind)
{
    switch (kind) {
    case Secrets::StoreKind::Keychain:
        return u"keychain"_s;
    case Secrets::StoreKind::Vault:
        return u"vault"_s;
    case Secrets::StoreKind::Session:
        return u"session"_s;
    case Secrets::StoreKind::None:
        break;
    }
    return u"none"_s;
}

QString stateName(Secrets::StoreState state)
{
    switch (state) {
    case Secrets::StoreState::Ready:
        return u"ready"_s;
    case Secrets::StoreState::Locked:
        return u"locked"_s;
    case Secrets::StoreState::PassphraseNeeded:
        return u"passphrase_needed"_s;
    case Secrets::StoreState::Unavailable:
        break;
    }
    return u"unavailable"_s;
}

QJsonObject problem(const QString &code, const QString &severity, const QString &title,
                    const QString &detail, const QString &action = {})
{
    return {{u"code"_s, code},
            {u"severity"_s, severity},
            {u"title"_s, title},
            {u"detail"_s, detail},
            {u"action"_s, action.isEmpty() ? QJsonValue() : QJsonValue(action)}};
}

//! The newest copy in \a folder that is sound, put in the place of a damaged database.
QString restoreNewestBackup(const QString &folder, const QString &target)
{
    const QFileInfoList copies =
        QDir(folder).entryInfoList({u"gatehouse-*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &copy : copies) {
        if (!QFile::copy(copy.filePath(), target))
            continue;
        auto database = Store::Database::open(
            target, {.applicationId = configApplicationId, .mustExist = true});
        if (database && (*database)->quickCheck())
            return copy.fileName();
        QFile::remove(target);
    }
    return {};
}

} // namespace

//! gatehouse.db and everything kept in it.
struct Engine::Books {
    std::unique_ptr<Store::Database> database;
    std::unique_ptr<Ledger::AuditTrail> audit;
    std::unique_ptr<Config::RevisionStore> revisions;
    std::unique_ptr<Config::Configuration> configuration;
    Access::Pepper pepper{};
    std::optional<Access::KeyStore> keys;
};

Engine::Engine(NodeOptions options, const Clock &clock, Secrets::SecretRedactor &redactor,
               Http::IoContext &io)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_redactor(redactor)
    , m_io(io)
    , m_startedAt(clock.wall())
    , m_events(io)
{
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, &Engine::tick);
}

Engine::~Engine()
{
    m_admin.reset();
    if (m_gateway)
        m_gateway->stop();
    m_publisher.reset();
    m_upstream.reset();
    m_queries.reset();
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
    m_books = std::make_unique<Books>();
    if (auto opened = openConfigDatabase(); !opened)
        return opened;
    if (auto loaded = loadConfiguration(); !loaded)
        return loaded;
    if (auto opened = openLedger(); !opened)
        return opened;

    m_secrets = std::make_unique<Secrets::SecretStore>(
        Secrets::SecretStore::Options{.dataFolder = m_folder->path(), .redactor = &m_redactor},
        m_clock);
    m_secrets->start();
    m_upstream = std::make_unique<Http::UpstreamClient>(m_io, Http::UpstreamClient::Options{});
    m_publisher =
        std::make_unique<Publisher>(Publisher::Parts{.clock = m_clock,
                                                     .configuration = *m_books->configuration,
                                                     .keys = *m_books->keys,
                                                     .pepper = m_books->pepper,
                                                     .secrets = *m_secrets,
                                                     .live = m_live,
                                                     .upstream = *m_upstream});
    connect(m_publisher.get(), &Publisher::published, this, &Engine::watchPublication);
    connect(m_secrets.get(), &Secrets::SecretStore::stateChanged, this,
            [this] { m_publisher->publish(); });
    m_books->configuration->onChanged = [this] {
        m_publisher->publish();
        m_events.send("revision", {{u"revision"_s, m_books->configuration->revision()}});
        m_queries->setTimeZone(timeZone());
    };
    m_queries =
        std::make_unique<Admin::QueryRunner>(m_folder->file(u"ledger.db"_s), timeZone(), m_clock);
    m_gateway = std::make_unique<Gateway::Gateway>(m_clock, m_redactor);
    wireAdmin();
    m_publisher->publish(); // serve() follows with the first publication
    return {};
}

Result<void> Engine::openConfigDatabase()
{
    const QString path = m_folder->file(u"gatehouse.db"_s);
    const QString backups = m_folder->file(u"backups"_s);
    const bool wasThere = QFile::exists(m_folder->file(u"pepper"_s));
    const Store::Database::Options options{.applicationId = configApplicationId,
                                           .mustExist = wasThere};
    auto database = Store::Database::open(path, options);
    if (database) {
        if (const auto sound = (*database)->quickCheck(); !sound)
            database = sound.error();
    }
    if (!database && database.error().code == ErrorCode::Corrupt) {
        const Error damage = database.error();
        database = Error{};
        QString aside;
        if (QFile::exists(path)) {
            const Result<QString> moved = Store::moveAside(path, m_clock.wall());
            if (!moved)
                return moved.error();
            aside = *moved;
        }
        const QString copy = restoreNewestBackup(backups, path);
        m_damageReport = copy.isEmpty()
            ? u"%1 There was no backup: the configuration and the created keys begin anew. The damaged file is kept as %2."_s
                  .arg(damage.detail, aside)
            : u"%1 The backup %2 was restored; later changes are lost. The damaged file is kept as %3."_s
                  .arg(damage.detail, copy, aside);
        qCCritical(lcNode, "%s", qUtf8Printable(m_damageReport));
        database = Store::Database::open(path, {.applicationId = configApplicationId});
    }
    if (!database)
        return database.error();
    m_books->database = *std::move(database);

    const Result<Access::Pepper> pepper = Access::loadPepper(m_folder->path());
    if (!pepper)
        return pepper.error();
    m_books->pepper = *pepper;
    m_books->audit = std::make_unique<Ledger::AuditTrail>(*m_books->database);
    if (auto made = m_books->audit->create(); !made)
        return made;
    auto keys = Access::KeyStore::open(*m_books->database, m_books->pepper, m_clock);
    if (!keys)
        return keys.error();
    m_books->keys = *std::move(keys);
    const auto audit = [this](const Config::Revision &revision,
                              const Api::Document &before) -> Result<void> {
        const auto record =
            m_books->audit->append({revision.who, revision.source, u"configuration.change"_s,
                                    u"revision %1"_s.arg(revision.number),
                                    QString::fromUtf8(compactJson(Api::toJson(before))),
                                    QString::fromUtf8(compactJson(Api::toJson(revision.document)))},
                                   m_clock.wall());
        return record ? Result<void>() : Result<void>(record.error());
    };
    m_books->revisions =
        std::make_unique<Config::RevisionStore>(*m_books->database, m_clock, audit);
    if (auto made = m_books->revisions->create(); !made)
        return made;
    m_books->configuration = std::make_unique<Config::Configuration>(*m_books->revisions);

    // One copy a day, made while the file is known to be sound.
    QDir().mkpath(backups);
    const QString today =
        QDir(backups).filePath(u"gatehouse-%1.db"_s.arg(isoTime(m_clock.wall()).left(10)));
    if (!QFile::exists(today)) {
        if (const auto made = Store::backup(*m_books->database, today); !made)
            qCWarning(lcNode, "no backup was made: %s", qUtf8Printable(made.error().detail));
        const QStringList copies =
            QDir(backups).entryList({u"gatehouse-*.db"_s}, QDir::Files, QDir::Name);
        for (qsizetype i = 0; i + backupsKept < copies.size(); ++i)
            QFile::remove(QDir(backups).filePath(copies[i]));
    }
    return {};
}

Result<void> Engine::loadConfiguration()
{
    Config::Configuration &configuration = *m_books->configuration;
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
    const Api::GatewaySettings &settings = m_books->configuration->document().gateway;
    Ledger::LedgerWriter::Options options;
    options.databasePath = m_folder->file(u"ledger.db"_s);
    options.journalFolder = m_folder->file(u"journal"_s);
    options.zone = timeZone();
    options.retention = {.requestDays = settings.keepRequestDays,
                         .requestBytes = settings.keepRequestBytes,
                         .rollupDays = settings.keepRollupDays};
    m_ledger = std::make_unique<Ledger::LedgerWriter>(options, m_clock);
    connect(m_ledger.get(), &Ledger::LedgerWriter::rowsWritten, this, &Engine::rowsWritten);
    if (auto started = m_ledger->start(); !started)
        return started;
    const QString damaged = m_ledger->state().damagedCopy;
    if (!damaged.isEmpty())
        m_damageReport +=
            u"The request ledger was damaged and begins anew; the damaged file is kept as %1."_s
                .arg(damaged);
    return {};
}

void Engine::watchPublication(const std::shared_ptr<const Gateway::Published> &published)
{
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
    if (const auto &tls = m_books->configuration->document().gateway.tls) {
        const QDir base = m_options.configFile.isEmpty()
            ? QDir(m_folder->path())
            : QFileInfo(m_options.configFile).absoluteDir();
        auto context = Http::TlsContext::server(base.absoluteFilePath(tls->certificate),
                                                base.absoluteFilePath(tls->key));
        if (!context)
            return context.error();
        options.tls = *std::move(context);
    }
    m_listenProblem.reset();
    return m_gateway->start(options, m_publisher->current());
}

Gateway::GatewayOptions Engine::gatewayOptions() const
{
    const Api::GatewaySettings &settings = m_books->configuration->document().gateway;
    Gateway::GatewayOptions options;
    options.listen = listenAddresses();
    options.journalFolder = m_folder->file(u"journal"_s);
    options.workers =
        settings.workers > 0 ? settings.workers : std::clamp(QThread::idealThreadCount(), 1, 4);
    options.maxConnections = settings.maxConnections;
    if (settings.maxConnectionsPerAddress > 0)
        options.maxConnectionsPerAddress = settings.maxConnectionsPerAddress;
    options.limits = Gateway::messageLimits(settings);
    return options;
}

QStringList Engine::listenAddresses() const
{
    return m_options.listen.isEmpty() ? m_books->configuration->document().gateway.listen
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
    const QString configured = m_books->configuration->document().gateway.adminListen;
    where.tcp = m_options.adminListen.isEmpty() ? configured : m_options.adminListen;
    if (!where.tcp.isEmpty()) {
        const Result<QByteArray> token = adminToken();
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        where.token = *token;
    }
    const bool loopback = where.tcp.startsWith("127."_L1) || where.tcp.startsWith("[::1]"_L1)
        || where.tcp.startsWith("localhost:"_L1);
    if (!where.tcp.isEmpty() && !loopback) {
        const auto &tls = m_books->configuration->document().gateway.tls;
        if (!tls) {
            Q_EMIT failed(Error{
                ErrorCode::InvalidArgument,
                u"the admin API may leave this computer only with TLS; set gateway.tls or listen on 127.0.0.1"_s,
                u"gateway.admin_listen"_s});
            return;
        }
        auto context = Http::TlsContext::server(tls->certificate, tls->key);
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
    m_ticker.start();
    tell(u"gateway"_s, u"info"_s, u"Gateway started"_s, m_gateway->addresses().join(u", "_s),
         u"gateway"_s);
    qCInfo(lcNode, "serving on %s, revision %lld",
           qUtf8Printable(m_gateway->addresses().join(u", "_s)),
           static_cast<long long>(m_books->configuration->revision()));
    Q_EMIT started();
}

void Engine::wireAdmin()
{
    m_services.emplace(Admin::Services{
        .clock = m_clock,
        .redactor = m_redactor,
        .configuration = *m_books->configuration,
        .keys = *m_books->keys,
        .audit = *m_books->audit,
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
        .secretsChanged = [this] { m_publisher->publish(); },
        .prices = [this] { return m_publisher->current()->prices; },
        .explain =
            [this](const QString &key, const QByteArray &path, const QByteArray &body) {
                return Gateway::explain(*m_publisher->current(), m_clock, key.toUtf8(), path, body);
            },
        .models = [this] { return modelsJson(); },
        .discoveredModels =
            [this](const QString &provider) { return m_publisher->discoveredModels(provider); },
        .tell = [this](const QString &kind, const QString &severity, const QString &title,
                       const QString &detail,
                       const QString &object) { tell(kind, severity, title, detail, object); },
    });
    Admin::addAllRoutes(m_router, *m_services);
}

// --- running ------------------------------------------------------------------------------------

void Engine::applyFile(const QByteArray &text)
{
    const QString file = m_books->configuration->managedBy();
    const Result<Config::LoadedDocument> document =
        Config::loadDocument(text, Config::formatOf(file));
    QStringList lines;
    if (!document)
        lines.append(document.error().detail);
    else if (Api::hasErrors(document->findings))
        for (const Api::Finding &finding : document->findings)
            lines.append(Config::describe(finding, file));
    if (lines.isEmpty()) {
        const auto outcome = m_books->configuration->replace(
            document->document, {.who = u"file"_s, .source = file, .reason = {}}, true);
        if (outcome.error)
            lines.append(outcome.error->detail);
    }
    if (lines.isEmpty()) {
        m_fileProblem.reset();
        qCInfo(lcNode, "%s is in force as revision %lld", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration->revision()));
        return;
    }
    m_fileProblem = Error{ErrorCode::InvalidArgument, lines.join(u'\n')};
    qCCritical(lcNode, "%s is refused, revision %lld goes on serving:\n%s", qUtf8Printable(file),
               static_cast<long long>(m_books->configuration->revision()),
               qUtf8Printable(m_fileProblem->detail));
    tell(u"revision"_s, u"error"_s, u"Configuration file refused"_s, lines.first(), file);
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
             u"gateway"_s);
}

void Engine::stopGateway(bool finishRunning)
{
    m_wantsGateway = false;
    if (!m_gateway->isListening())
        return;
    m_isDraining = true;
    const auto patience =
        finishRunning ? m_books->configuration->document().gateway.drainTime : 0ms;
    m_gateway->drain(patience, [this] {
        m_gateway->stop();
        m_isDraining = false;
        tell(u"gateway"_s, u"info"_s, u"Gateway stopped"_s, {}, u"gateway"_s);
        if (m_wantsGateway)
            startGateway();
    });
}

void Engine::shutDown()
{
    m_ticker.stop();
    const auto patience = m_books ? m_books->configuration->document().gateway.drainTime : 0ms;
    const auto done = [this] {
        if (m_folder)
            m_folder->withdraw();
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
                  const QString &detail, const QString &object)
{
    m_events.send("event", m_log.add(m_clock.wall(), kind, severity, title, detail, object));
}

void Engine::rowsWritten(const std::vector<Ledger::RequestRecord> &rows)
{
    for (const Ledger::RequestRecord &row : rows) {
        WallTime &last = m_keyUse[row.keyId];
        last = std::max(last, row.time);
    }
    if (!m_events.hasListeners())
        return;
    QJsonArray items;
    for (const Ledger::RequestRecord &row : rows)
        items.append(Ledger::rowJson(row));
    m_events.send("request", {{u"items"_s, items}});
}

//! Once a second: rates, status for screens, last use of keys, health changes.
void Engine::tick()
{
    m_finished.push_back(m_gateway->finished());
    if (m_finished.size() > rateWindow + 1)
        m_finished.pop_front();
    if (++m_ticks % keyUseEvery == 0 && !m_keyUse.isEmpty()) {
        if (const auto written = m_books->keys->recordUse(std::exchange(m_keyUse, {})); !written)
            qCWarning(lcNode, "last use of keys: %s", qUtf8Printable(written.error().detail));
    }
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
                     report.source, provider->document.id);
        }
    }
    if (!m_events.hasListeners())
        return;
    const QJsonObject status = statusJson();
    if (status != m_lastStatus) {
        m_lastStatus = status;
        m_events.send("status", status);
    }
    m_events.send("running", {{u"items"_s, runningJson()}});
}

QTimeZone Engine::timeZone() const
{
    const QString name = m_books->configuration->document().gateway.reportingTimeZone;
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QJsonObject Engine::statusJson() const
{
    const Config::Configuration &configuration = *m_books->configuration;
    const QStringList addresses = m_gateway->addresses();
    const QStringList wanted = listenAddresses();
    const QString address = addresses.isEmpty() ? wanted.value(0) : addresses.first();
    const bool tls = configuration.document().gateway.tls.has_value();
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
        {u"managed_by"_s,
         configuration.managedBy().isEmpty() ? QJsonValue()
                                             : QJsonValue(configuration.managedBy())},
        {u"listen"_s, QJsonArray::fromStringList(addresses)},
        {u"base_url"_s, QString((tls ? u"https://"_s : u"http://"_s) + address + u"/v1"_s)},
        {u"pid"_s, static_cast<qint64>(::getpid())},
        {u"started"_s, isoTime(m_startedAt)},
        {u"uptime_s"_s, static_cast<qint64>(uptime.count())},
        {u"in_flight"_s, m_gateway->running()},
        {u"requests_per_second"_s, std::round(rate * 10) / 10},
        {u"time_zone"_s, QString::fromLatin1(timeZone().id())},
        {u"data_dir"_s, m_folder->path()},
        {u"demo"_s, false},
        {u"secrets"_s,
         QJsonObject{{u"store"_s, storeName(secrets.store)},
                     {u"label"_s, secrets.label},
                     {u"state"_s, stateName(secrets.state)},
                     {u"detail"_s, secrets.detail}}},
        {u"ledger"_s, QJsonObject{{u"waiting"_s, ledger.waiting}, {u"damaged"_s, ledger.damaged}}},
        {u"problems"_s, problems}};
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
    return problems;
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
