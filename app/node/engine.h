// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/alertwatch.h"
#include "app/node/backupkeeper.h"
#include "app/node/books.h"
#include "app/node/breakerwatch.h"
#include "app/node/datafolder.h"
#include "app/node/demo.h"
#include "app/node/enginewatch.h"
#include "app/node/eventlog.h"
#include "app/node/healthprobes.h"
#include "app/node/nightwatch.h"
#include "app/node/nodeoptions.h"
#include "app/node/pricekeeper.h"
#include "app/node/problemdates.h"
#include "app/node/publisher.h"
#include "app/node/recordingkeeper.h"
#include "app/node/reportwriter.h"
#include "app/node/simulations.h"
#include "app/node/spendingkeeper.h"
#include "app/node/trialkeeper.h"
#include "core/admin/adminserver.h"
#include "core/admin/services.h"
#include "core/config/filewatcher.h"
#include "core/gateway/gateway.h"
#include "core/ledger/ledgerwriter.h"
#include "core/routing/capacitylearner.h"
#include "core/routing/peerwatch.h"
#include "core/secrets/secretredactor.h"

#include <QtCore/QDir>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>
#include <optional>

namespace Gatehouse::Node {

//! One engine: builds every room from the start-up options and ties them together. Lives on the
//! control thread (see EngineThread); nothing of it runs on the request path.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(NodeOptions options, const Clock &clock, Secrets::SecretRedactor &redactor,
           Http::IoContext &io);
    ~Engine() override;

    //! Opens the data folder and the books, loads the configuration and begins to serve. started()
    //! or failed() follows when that is known. Errors here: nothing was started.
    Result<void> start();
    //! Reads the managing file again.
    void reload();
    //! Stops accepting, lets running requests finish for the configured time; stopped() follows.
    void shutDown();

Q_SIGNALS:
    void started();
    void failed(const Gatehouse::Error &error);
    void stopped();
    //! Another engine is to take the place of this one, with the same options.
    void restartWanted();

private:
    // start
    Result<void> openLedger();
    void openSpending();
    Result<void> openAlerts();
    void openNightWatch();
    void openReports();
    Result<void> loadConfiguration();
    void serve();
    Result<void> openDemo();
    Result<void> listen();
    Result<void> listenOn(Gateway::GatewayOptions options);
    void openAdmin();
    void wireAdmin();
    Result<QJsonObject> explain(const Admin::ExplainQuestion &question) const;

    // running
    void applyFile(const QByteArray &text);
    void tick();
    void watchHealth();
    void tellBreaker(const BreakerWatch::Change &change);
    void tellKey(const BreakerWatch::Change &change);
    void recordPauses();
    void recordBreaker(const QString &provider, const QString &model, const QString &state);
    void closeBreakersOfBefore();
    void tellEngine(const EngineWatch::Event &event);
    void judgeCanaries();
    void haltCanary(const QString &route, const QString &why);
    void tellDrifts();
    std::vector<Telemetry::Gauge> gauges();
    void purgeKeys();
    void rowsWritten(const Ledger::Rows &rows);
    void tell(const QString &kind, const QString &severity, const QString &title,
              const QString &detail, const QString &object, const Admin::EventWords &words);
    void startGateway();
    void stopGateway(bool finishRunning);
    void watchPublication(const std::shared_ptr<const Gateway::Published> &published);

    void openPrices();
    void wirePrices();
    QJsonObject statusJson() const;
    QJsonArray problemsJson() const;
    void addRoutingProblems(QJsonArray &problems) const;
    QJsonArray modelsJson() const;
    QJsonArray runningJson();
    QTimeZone timeZone() const;
    Gateway::GatewayOptions gatewayOptions() const;
    QStringList listenAddresses() const;
    Result<QByteArray> adminToken() const;
    QDir filesBase() const;
    Result<std::shared_ptr<Http::TlsContext>> tlsContext() const;
    QJsonObject overridesJson() const;
    QJsonObject adminAccessJson() const;
    //! The settings in force differ from those the gateway listens with.
    bool needsRestart() const;
    void applySettings();
    void compactLedger(std::function<void(Result<void>)> done);
    void ledgerCompacted(const std::optional<Error> &problem);
    void openBackups();
    void moveLedger(const QString &folder, std::function<void(Result<void>)> done);
    void ledgerMoved(const std::optional<Error> &problem, const QString &old);
    void restart();

    const NodeOptions m_options;
    const Clock &m_clock;
    Secrets::SecretRedactor &m_redactor;
    Http::IoContext &m_io;
    const WallTime m_startedAt;

    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Demo> m_demo; //!< only on sample data
    std::unique_ptr<Books> m_books;
    std::unique_ptr<Ledger::LedgerWriter> m_ledger;
    std::unique_ptr<Secrets::SecretStore> m_secrets;
    Routing::LiveState m_live;
    std::unique_ptr<Http::UpstreamClient> m_upstream; //!< of the control thread: probes and tests
    std::unique_ptr<PriceKeeper> m_prices;
    std::unique_ptr<SpendingKeeper> m_spending;
    std::unique_ptr<EngineWatch> m_engines;
    std::unique_ptr<Publisher> m_publisher;
    std::unique_ptr<Responses::ResponseStore> m_responses;
    std::unique_ptr<RecordingKeeper> m_recording;
    std::unique_ptr<Gateway::Gateway> m_gateway;

    std::unique_ptr<AlertWatch> m_alerts;
    std::unique_ptr<Admin::QueryRunner> m_queries;
    std::unique_ptr<TrialKeeper> m_trials;
    std::unique_ptr<BackupKeeper> m_backups;
    std::unique_ptr<Simulations> m_simulations;
    std::unique_ptr<ReportWriter> m_reports;
    Admin::EventHub m_events;
    std::optional<Admin::Services> m_services;
    Admin::Router m_router;
    std::unique_ptr<Admin::AdminServer> m_admin;
    std::unique_ptr<Config::FileWatcher> m_watcher;

    EventLog m_log;
    QTimer m_ticker;
    std::deque<quint64> m_finished; //!< finished requests, one entry a second, newest last
    mutable ProblemDates m_problemDates; //!< notes what problemsJson() finds
    QJsonObject m_lastStatus;
    QHash<QByteArray, Access::KeyUse> m_keyUse; //!< since the last write
    QHash<QByteArray, int> m_health;      //!< last seen per provider, for events
    BreakerWatch m_breakers{m_live};
    QSet<QString> m_paused; //!< providers, as last seen
    std::unique_ptr<HealthProbes> m_probes;
    std::unique_ptr<NightWatch> m_night;
    Routing::PeerWatch m_peers;
    Routing::CapacityLearner m_capacities;
    int m_ticks = 0;

    std::optional<Api::GatewaySettings> m_listening; //!< what the gateway was started with
    std::vector<std::function<void(Result<void>)>> m_waitingForCompaction;
    std::function<void(Result<void>)> m_waitingForMove;
    std::optional<Error> m_listenProblem;
    std::optional<Error> m_fileProblem;
    QString m_restored;     //!< the backup that was put in place at this start
    QString m_damageReport; //!< what start found damaged and did about it
    bool m_wantsGateway = true;
    bool m_isDraining = false;
};

} // namespace Gatehouse::Node
