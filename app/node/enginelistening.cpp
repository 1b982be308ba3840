// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the engine listens: the gateway's addresses and the admin API.
#include "app/node/engine.h"
#include "app/node/logging.h"
#include "core/base/log.h"
#include "core/http/certificatemaker.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QThread>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

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
    settings.keepBodies = usual.keepBodies;
    settings.keepBodyBytes = usual.keepBodyBytes;
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
        const QString host = where.tcp.section(u':', 0, -2);
        where.hostNames.append(host);
        if (host == "0.0.0.0"_L1 || host == "[::]"_L1)
            for (const QString &name : Http::namesOfThisComputer())
                where.hostNames.append(name.toLower());
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

} // namespace Gatehouse::Node
