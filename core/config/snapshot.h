// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/clock.h"
#include "core/config/rule.h"
#include "core/dialects/parameterset.h"
#include "core/dialects/quirks.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QTimeZone>

#include <memory>
#include <vector>

namespace Gatehouse::Config {

//! Address of a provider taken apart once.
struct Address {
    bool tls = true;
    QByteArray host; //!< lower case, no brackets
    quint16 port = 443;
    QByteArray basePath; //!< "/v1", no trailing slash, may be empty

    bool operator==(const Address &) const = default;
};

//! Nothing when \a url has no host. Ports default to 443 and 80.
std::optional<Address> parseAddress(const QString &url);

//! A provider, compiled. Plain data; live state (health, in flight) is kept by routing, by id.
struct Provider {
    int index = 0; //!< position in Snapshot::providers
    Api::Provider document;
    QByteArray id;
    const Dialects::Quirks *quirks = nullptr; //!< the ways of its dialect; never null
    Address address;
    std::optional<Address> proxy;
};

struct Target {
    const Provider *provider = nullptr;
    QByteArray model;  //!< as the provider calls it
    double weight = 1; //!< 0: takes nothing new
    std::vector<QByteArray> tags = {};
    qint64 contextTokens = 0; //!< most it takes, prompt and answer together; 0: not said
    bool pinned = false;      //!< an answer by another model than this one is an alert
};

//! A target on trial and how.
struct Canary {
    Api::Canary policy;
    Target target;
};

//! Where copies of some requests go.
struct Shadow {
    Api::Shadow policy;
    Target target;
    //! No route sends its callers to the target's provider: copies take nobody's place there.
    bool isAlone = true;
};

enum class Strategy { Priority, Weighted, LeastBusy, Fastest, Cheapest, Sticky, PrefixAffinity };

//! What keeps requests at one target.
enum class StickyBy { SessionOrKey, Session, Key, Team };

struct Route {
    QByteArray id;
    Strategy strategy = Strategy::Priority;
    std::vector<Target> targets; //!< those of paused providers too: a trace names them
    std::vector<const Route *> fallback;
    Api::RetryPolicy retry;
    std::optional<std::chrono::milliseconds> totalTime; //!< with all attempts
    bool retryConnect = true;
    bool retryTimeout = true;
    bool retryRateLimited = true;
    bool retryServerError = true;
    QStringList residency;
    std::vector<Rule> rules; //!< the first one that matches decides
    qint64 promptLimit = 0;  //!< tokens; larger requests are refused; 0: none
    StickyBy stickyBy = StickyBy::SessionOrKey;
    //! Where requests go from retiredFrom on; null: it stays in force.
    const Route *successor = nullptr;
    WallTime retiredFrom{};
    QByteArray farewell;   //!< header fields that tell callers of its end; empty: none is known
    QByteArray lastNotice; //!< a sentence for those who still ask
    Dialects::ParameterSet parameters; //!< forced, capped or removed in every request
    std::optional<Canary> canary;
    std::optional<Shadow> shadow;
    std::optional<std::chrono::milliseconds> maxWait; //!< for a place, then the next target
    std::optional<Api::Hedging> hedge;
    std::optional<Api::SlowStreamGuard> slowStream;
    bool direct = false; //!< made for "provider/model", not declared
};

//! One revision of the configuration, compiled, immutable, shared by every worker. Swapped whole;
//! an exchange ends on the snapshot it began with.
class Snapshot
{
public:
    //! \a document has passed its checks. \a discovered: models found at providers that list none
    //! themselves, by provider id.
    static std::shared_ptr<const Snapshot> compile(
        const Api::Document &document, qint64 revision,
        const QHash<QString, QStringList> &discovered = {});

    qint64 revision = 0;
    Api::Document document;
    std::vector<std::unique_ptr<const Provider>> providers;
    std::vector<std::unique_ptr<const Route>> routes;       //!< declared, in document order
    std::vector<std::unique_ptr<const Route>> directRoutes; //!< one per enabled provider model

    //! The route of a declared id or a "provider/model" name. For a provider whose models are not
    //! known (nothing listed, nothing discovered) any model name is accepted: see providerOf().
    const Route *route(QByteArrayView name) const;
    //! The provider of "provider/model", null when the prefix is no provider.
    const Provider *providerOf(QByteArrayView directName) const;
    const Provider *provider(QByteArrayView id) const;

    QTimeZone reportingZone; //!< that times of day are in; valid

    QHash<QByteArray, const Route *> routesByName;
    QHash<QByteArray, const Provider *> providersById;
};

} // namespace Gatehouse::Config
