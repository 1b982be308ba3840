// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetstore.h"
#include "core/access/keystore.h"
#include "core/access/limits/limitbook.h"
#include "core/access/people.h"
#include "core/admin/eventhub.h"
#include "core/admin/eventwords.h"
#include "core/admin/queryrunner.h"
#include "core/base/redaction.h"
#include "core/bodies/recorder.h"
#include "core/bodies/replay.h"
#include "core/config/configuration.h"
#include "core/http/upstream.h"
#include "core/ledger/audittrail.h"
#include "core/ledger/catalogue.h"
#include "core/ledger/machinecorrection.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/reliabilitybook.h"
#include "core/providers/capabilitybook.h"
#include "core/routing/livestate.h"
#include "core/secrets/secretstore.h"

#include <QtCore/QJsonArray>

namespace Gatehouse::Alerts {
class AlertDesk;
}

namespace Gatehouse::Admin {

//! A client's request that is only asked about.
struct ExplainQuestion {
    QString key; //!< empty: one that may call everything
    QByteArray path;
    QByteArray body;
    QJsonObject headers = {}; //!< name to value
    //! Stand in for the configuration's own: a draft is explained before it is published.
    std::optional<QList<Api::Route>> routes = {};
};

//! What is to be replayed under another configuration.
struct SimulateQuestion {
    Api::Document document; //!< has passed its checks
    Ledger::RequestFilter filter;
    WallTime from{};
    WallTime until{};
};

//! Replays of stored traffic as jobs: an id at once, the result later.
struct Simulations {
    //! {"id","state":"running","progress":0}; LimitExceeded while too many are running.
    std::function<Result<QJsonObject>(const SimulateQuestion &question)> start;
    //! {"id","state":"running"|"done"|"failed"|"cancelled","progress","result"?,"error"?}.
    std::function<Result<QJsonObject>(const QString &id)> show;
    std::function<Result<QJsonObject>(const QString &id)> cancel;
};

//! The list of prices that come after own ones.
struct PriceList {
    std::function<std::shared_ptr<const Ledger::Catalogue>()> current;
    //! {"version","models","source","taken_on","checked_on","can_undo"}.
    std::function<QJsonObject()> facts;
    std::function<Result<void>(const QByteArray &json, const QString &source)> take;
    std::function<Result<void>()> undo;
    //! Somebody looked at it and found it good.
    std::function<void()> confirm;
};

//! What machines paid by the hour cost, as it was agreed and as it was corrected afterwards.
struct MachinePrices {
    std::function<QList<Ledger::MachineTerms>()> agreed;
    std::function<QList<Ledger::MachineCorrection>()> corrections;
    //! Prices of the past are made anew; the rows of requests are not.
    std::function<Result<void>(const Ledger::MachineCorrection &correction)> correct;
};

//! What the admin API works on. Everything lives on the control thread; the functions reach what
//! belongs to the composition root.
struct Services {
    const Clock &clock;
    const Redactor &redactor;
    Config::Configuration &configuration;
    Access::KeyStore &keys;
    Access::People &people;
    Access::LimitBook &limits;
    Access::BudgetBook &budgets;
    Access::BudgetStore &budgetStore;
    Ledger::AuditTrail &audit;
    Ledger::ReliabilityBook &reliability;
    Secrets::SecretStore &secrets;
    Routing::LiveState &live;
    QueryRunner &queries;
    Http::UpstreamClient &upstream;
    EventHub &events;

    std::function<QTimeZone()> timeZone; //!< the reporting zone
    std::function<QJsonObject()> status;
    std::function<QJsonArray()> recentEvents; //!< newest first
    std::function<void()> startGateway;
    std::function<void(bool finishRunning)> stopGateway;
    //! The tables of keys and credentials must be built anew.
    std::function<void()> keysChanged;
    //! The keys in force.
    std::function<std::shared_ptr<const Access::KeyTable>()> keyTable;
    std::function<void()> secretsChanged;
    std::function<std::shared_ptr<const Ledger::PriceBook>()> prices;
    //! The decision for a client's request without sending anything: steps, candidates, plan.
    std::function<Result<QJsonObject>(const ExplainQuestion &question)> explain;
    //! Requests in progress, as GET /requests/running gives them.
    std::function<QJsonArray()> running;
    //! Ends a request in progress with an error; false when none has this id.
    std::function<bool(const QByteArray &id)> cancelRequest;
    //! Sends a recorded request once more, as its key; the answer comes later, on this thread.
    std::function<void(Bodies::Replay replay, Bodies::ReplayDone done)> replay = {};
    //! Every name a client may ask for, routes first.
    std::function<QJsonArray()> models;
    //! Models found at a provider that lists none itself.
    std::function<QStringList(const QString &provider)> discoveredModels;
    //! Takes what a provider lists now.
    std::function<void(const QString &provider, const QStringList &models)> modelsFound;
    //! Tells screens and the event list that something happened.
    std::function<void(const QString &kind, const QString &severity, const QString &title,
                       const QString &detail, const QString &object, const EventWords &words)>
        tell;
    //! A test found out something new about a provider's models.
    std::function<void()> capabilitiesChanged = {};
    //! Checks a provider's health now, whatever its policy; the answer comes later. False: there is
    //! nothing to ask with.
    std::function<bool(const QString &provider,
                       std::function<void(const Routing::HealthCheck &)> done)>
        checkProvider;
    //! What tests found out since the start.
    Providers::CapabilityBook capabilities = {};

    QString dataFolder;
    //! The folder that relative file names of the configuration start from.
    std::function<QString()> filesBase;
    //! Everything that was answered is in the books; waits for that, any thread.
    std::function<void()> flushLedger;
    //! Drops what retention lets go and gives the space back; the answer comes when that is done.
    std::function<void(std::function<void(Result<void>)>)> compactLedger;
    //! Moves the request log to a folder while requests go on; the answer comes when that is done.
    std::function<void(const QString &folder, std::function<void(Result<void>)>)> moveLedger = {};
    //! Ends this engine, running requests first, and begins anew in the same process.
    std::function<void()> restartEngine = {};
    //! {"schedule","next","last","problem"} of scheduled backups.
    std::function<QJsonObject()> backupSchedule = {};
    //! {"tcp": "127.0.0.1:4418", "token": …}; empty when TCP is off.
    std::function<QJsonObject()> adminAccess;
    //! Null where nothing is watched.
    Alerts::AlertDesk *alerts = nullptr;
    Simulations simulations = {};
    //! Null where nothing is ever recorded.
    Bodies::Recorder *recorder = nullptr;
    PriceList priceList = {};
    //! What machines paid by the hour cost, now and before, corrections included.
    std::function<QList<Ledger::MachineTerms>()> machineTerms = {};
    MachinePrices machinePrices = {};
    //! Rows have other costs than before: what counted them counts anew.
    std::function<void()> pricesRecalculated = {};
    //! The load of a self-hosted engine as it tells it itself, null for other providers.
    std::function<QJsonValue(const QString &provider)> engineLoad = {};
};

} // namespace Gatehouse::Admin
