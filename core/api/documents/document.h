// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/alerting.h"
#include "core/api/documents/provider.h"
#include "core/api/documents/route.h"
#include "core/api/documents/spending.h"

#include <QtCore/QJsonArray>

#include <optional>

namespace Gatehouse::Api {

struct TlsFiles {
    QString certificate;
    QString key;

    bool operator==(const TlsFiles &) const = default;
};

//! Whether and from where the gateway fetches images that requests name by address, for providers
//! that must be given their bytes.
struct ImageFetching {
    bool enabled = false;
    qint64 maxBytes = 10LL * 1024 * 1024;      //!< of one image
    std::chrono::milliseconds timeout{10'000}; //!< for one image, with all its redirections
    //! "files.example.com", "*.example.com", "files.example.com:8443"; empty: any public host.
    QStringList allowedHosts;
    //! Hosts of the own network, which may have private addresses and speak plain http.
    QStringList privateHosts;

    bool operator==(const ImageFetching &) const = default;
};

//! Section "gateway".
struct GatewaySettings {
    QStringList listen{QStringLiteral("127.0.0.1:4417")};
    QString adminListen; //!< empty: Unix socket only
    std::optional<TlsFiles> tls;
    qint64 bodyLimit = 64LL * 1024 * 1024;
    qint64 headLimit = 32 * 1024;
    int fieldLimit = 100;
    std::chrono::milliseconds headTime{10'000};
    std::chrono::milliseconds bodyTime{30'000};
    std::chrono::milliseconds idleTime{60'000};
    std::chrono::milliseconds drainTime{30'000};
    int maxConnections = 2000;
    int maxConnectionsPerAddress = 0; //!< 0: 100 for other computers, no own bound for this one
    int workers = 0;                  //!< 0: cores, at most 4
    bool reusePort = false;
    QString recordBodies = QStringLiteral("never");
    std::chrono::milliseconds keepBodies = std::chrono::days(7); //!< 0: none are kept
    qint64 keepBodyBytes = 512LL * 1024 * 1024;                  //!< bound of the same
    QString reportingTimeZone;                                   //!< IANA name; empty: the system's
    QString weekStart = QStringLiteral("monday");                //!< monday, saturday or sunday
    QString logLevel = QStringLiteral("info");                   //!< debug, info, warning or error
    int keepRequestDays = 90;
    qint64 keepRequestBytes = 0; //!< ledger size bound, 0 = none
    int keepRollupDays = 1095;
    std::chrono::milliseconds keepResponses = std::chrono::hours(30 * 24); //!< 0: none are kept
    bool refuseUnpriced = false; //!< of models without a price; else they pass with an alarm
    QString currency = QStringLiteral("USD"); //!< shown beside; budgets are in dollars
    double currencyRate = 1;                  //!< of it for a dollar
    QString currencyRateDate;                 //!< the day the rate is of; empty: not known
    QString currencyRateSource;               //!< who published it: "ECB"; empty: entered by hand
    QString reportFolder;                     //!< where monthly reports are written; empty: none
    qint64 keepResponseBytes = 2LL * 1024 * 1024 * 1024; //!< bound of the same, 0 = none
    ImageFetching fetchImages;
    QString backupSchedule = QStringLiteral("off"); //!< off, daily or weekly
    int backupHour = 3;   //!< of the reporting time zone; weekly: on the day the week starts
    QString backupFolder; //!< empty: "backups" in the data folder
    int backupKeep = 7;   //!< scheduled backups that stay

    bool operator==(const GatewaySettings &) const = default;
    //! The day that weeks of reports and budgets begin with.
    Qt::DayOfWeek firstDayOfWeek() const;
};

//! The limits a new key starts with where it names none; what is absent is no limit.
struct KeyLimits {
    std::optional<int> rpm; //!< requests in any minute
    std::optional<int> tpm; //!< tokens in any minute
    std::optional<int> maxInFlight;

    bool operator==(const KeyLimits &) const = default;
};

struct Team {
    QString id;
    QString name;
    QStringList routes;
    QStringList residency;
    QStringList targets = {}; //!< what its requests may use: "gpu/*"; empty: anything
    KeyLimits keyLimits = {};

    bool operator==(const Team &) const = default;
};

//! A key declared in the configuration; created keys live in the database (KeyEntry in
//! core/access).
struct DeclaredKey {
    QString id;
    QString team;
    QString secret; //!< reference
    QStringList routes{QStringLiteral("*")};
    QString expires;       //!< ISO date or date-time, empty = never
    QStringList tags = {}; //!< "project=search": what its requests are booked under
    bool disabled = false;
    QString owner = {};         //!< the person it belongs to
    QStringList residency = {}; //!< regions its requests never leave
    QStringList targets = {};   //!< what its requests may use: "gpu/*"; empty: anything
    QStringList addresses = {}; //!< client addresses and networks it works from; empty: any
    QString priority = {};      //!< interactive or batch; empty: interactive
    //! Accepted and kept, not acted on yet: record_bodies.
    QJsonObject other = {};

    bool operator==(const DeclaredKey &) const = default;
};

//! What a picture of one size and quality costs. Empty words stand for any.
struct PicturePrice {
    QString size;               //!< "1024x1024"
    QString quality;            //!< "hd"
    std::optional<qint64> each; //!< nano-dollars

    bool operator==(const PicturePrice &) const = default;
};

//! Prices above a prompt size: they hold for the whole request once its prompt exceeds \a above
//! tokens; what is absent costs the same as below.
struct TierPrice {
    qint64 above = 0; //!< prompt tokens
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> batchInput;
    std::optional<qint64> batchOutput;

    bool operator==(const TierPrice &) const = default;
};

//! Own price of a model at a provider, dollars per million tokens as nano-dollars. nullopt = not
//! given.
struct PriceOverride {
    QString provider;
    QString model; //!< "*" = every model of the provider
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> cacheWriteHour;
    std::optional<qint64> audioInput;
    std::optional<qint64> audioOutput;
    std::optional<qint64> imageInput;
    std::optional<qint64> request;     //!< per request, nano-dollars
    std::optional<qint64> image;       //!< per picture made
    QList<PicturePrice> pictures = {}; //!< the same by size and quality, where it depends on them
    std::optional<qint64> second;      //!< per second of sound heard
    std::optional<qint64> characters;  //!< per million characters read aloud
    std::optional<qint64> query;       //!< per search of a reranking
    QString from = {};                 //!< first day it holds; empty: always
    std::optional<qint64> reasoning = {};   //!< absent: the output price
    std::optional<qint64> batchInput = {};  //!< of requests at batch rates; absent: the ordinary
    std::optional<qint64> batchOutput = {}; //!< price
    std::optional<qint64> batchCacheRead = {};
    QList<TierPrice> tiers = {};

    bool operator==(const PriceOverride &) const = default;
};

//! The whole configuration.
struct Document {
    int version = 1;
    GatewaySettings gateway;
    QList<Provider> providers;
    QList<Route> routes;
    QList<Team> teams;
    QList<DeclaredKey> keys;
    QList<PriceOverride> prices;
    QList<Limit> limits;
    QList<Budget> budgets;
    QList<Contract> contracts;
    QList<AlertRule> alerts;
    QList<AlertChannel> channels;
    //! Accepted and kept, not acted on yet: guardrails, cluster.
    QJsonObject other;

    bool operator==(const Document &) const = default;
};

} // namespace Gatehouse::Api
