// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"
#include "core/gateway/published.h"
#include "core/providers/probe.h"
#include "core/providers/question.h"
#include "core/routing/livestate.h"

#include <functional>
#include <unordered_map>

namespace Gatehouse::Node {

//! Asks providers how they are where no traffic tells it: for the model list, or a model for one
//! token as long as the day's money lasts. The answers feed health and breakers: a target that is
//! down is asked every few seconds, so that it is back without a caller having to try. Control
//! thread.
class HealthProbes
{
public:
    //! Of what is down, or was at the last check.
    static constexpr std::chrono::seconds downInterval{5};
    static constexpr std::chrono::seconds patience{10};

    struct Parts {
        const Clock &clock;
        const Redactor &redactor;
        Routing::LiveState &live;
        Http::UpstreamClient &upstream;
    };
    explicit HealthProbes(const Parts &parts)
        : m_parts(parts)
    {
    }

    //! Once a second: begins what is due.
    void tick(const std::shared_ptr<const Gateway::Published> &published);
    //! Asks now, whatever the policy; \a done is called once, later. False: there is no such
    //! provider, or no key to ask with. A check under way answers for this one, too.
    using Done = std::function<void(const Routing::HealthCheck &)>;
    bool check(const std::shared_ptr<const Gateway::Published> &published, const QString &provider,
               Done done);

private:
    struct Watch;
    //! One provider's turn, with what must outlive it.
    struct Turn {
        std::shared_ptr<const Gateway::Published> published;
        const Config::Provider *provider = nullptr;
        QByteArray model; //!< asked for a token; empty: the provider's list of models
    };

    bool isDue(const Config::Provider &provider, Watch &watch) const;
    bool isIdle(const Config::Provider &provider) const;
    QByteArray modelToAsk(const Gateway::Published &published, const Config::Provider &provider,
                          Watch &watch) const;
    bool isPaid(const Gateway::Published &published, const Config::Provider &provider,
                const QByteArray &model, Watch &watch) const;
    bool begin(const std::shared_ptr<const Gateway::Published> &published,
               const Config::Provider &provider);
    bool ask(const Turn &turn, const Providers::Credential &key, Watch &watch);
    void take(const Turn &turn, const Providers::ProbeReply &reply, Watch &watch);
    Routing::HealthCheck judged(const Turn &turn, const Providers::ProbeReply &reply, Watch &watch,
                                bool &blamesTargets) const;
    void feed(const Turn &turn, const Routing::HealthCheck &check, bool blamesTargets) const;

    const Parts m_parts;
    std::unordered_map<std::string, std::shared_ptr<Watch>> m_watches; //!< by provider
};

} // namespace Gatehouse::Node
