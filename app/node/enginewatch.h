// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/powercommand.h"
#include "core/gateway/published.h"
#include "core/providers/enginemetrics.h"
#include "core/providers/probe.h"
#include "core/telemetry/metrics.h"

#include <QtCore/QJsonObject>

#include <map>

namespace Gatehouse::Node {

//! Watches the self-hosted engines: asks each for its load once a second, tells routing, starts and
//! stops those that have commands for it, and loads cold Ollama models that requests ask for.
//! Control thread; nothing here is on a request's way.
class EngineWatch
{
public:
    enum class Happening { Woken, Slept, WakeFailed, SleepFailed, LoadFailed };
    struct Event {
        Happening what = Happening::Woken;
        QString provider;
        QString name;   //!< for people
        QString detail; //!< English: why it failed; the model
    };
    struct Parts {
        const Clock &clock;
        Http::UpstreamClient &upstream;
        std::function<void(const Event &)> tell;
    };

    //! An engine that does not answer is asked less and less often, up to this.
    static constexpr std::chrono::seconds longestPause{16};
    //! After a failed waking the next one is not tried before.
    static constexpr std::chrono::seconds wakePause{10};

    explicit EngineWatch(Parts parts);
    ~EngineWatch();
    EngineWatch(const EngineWatch &) = delete;
    EngineWatch &operator=(const EngineWatch &) = delete;

    //! Once a second: asks, wakes, puts to sleep. Engines that are no longer configured are
    //! forgotten, and what ran for them ends.
    void look(const std::shared_ptr<const Gateway::Published> &published);

    //! {"state": "ready", "running": 2, "waiting": 0, "cache_usage": 0.31, "prefix_hit_rate": 0.8,
    //!  "loaded_models": […], "age_ms": 400}; what is not known is null. State: "unknown", "ready",
    //! "loading", "asleep", "waking", "unreachable". Null for a provider without an engine.
    QJsonValue json(const QString &provider) const;
    //! The same as metrics: gatehouse_engine_running{provider="gpu"} …
    std::vector<Telemetry::Gauge> gauges() const;

private:
    struct Watched;
    using EngineRow = std::pair<const QByteArray, std::unique_ptr<Watched>>;

    void lookAt(Watched &engine);
    void ask(Watched &engine);
    void answered(Watched &engine, const Providers::ProbeReply &reply);
    void keep(Watched &engine, const Providers::EngineReport &report);
    void missed(Watched &engine, bool isRefused);
    void keepWarmth(Watched &engine, const QStringList &loaded);
    void load(Watched &engine, const QByteArray &model);
    void power(Watched &engine);
    void wake(Watched &engine);
    void woken(Watched &engine);
    void wakeFailed(Watched &engine, const QString &why);
    void sleep(Watched &engine);
    void tell(const Watched &engine, Happening what, const QString &detail) const;
    bool isIdle(Watched &engine) const;
    std::optional<Http::UpstreamRequest> question(const Watched &engine, QByteArrayView method,
                                                  QByteArrayView path, QByteArray body) const;

    Parts m_parts;
    std::shared_ptr<const Gateway::Published> m_published;
    std::map<QByteArray, std::unique_ptr<Watched>> m_engines; //!< by provider
};

} // namespace Gatehouse::Node
