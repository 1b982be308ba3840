// SPDX-License-Identifier: GPL-3.0-or-later
//! What goes on while it serves.
#include "app/node/engine.h"
#include "core/base/log.h"
#include "core/ledger/requestjson.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr std::size_t rateWindow = 10; // seconds the rate is averaged over
constexpr int keyUseEvery = 5;         // ticks between writes of the keys' last use
constexpr int reportEvery = 60;        // ticks between looks for a month that has ended
constexpr int purgeEvery = 3600;       // ticks between looks for keys that were deleted long ago
constexpr int backupLookEvery = 30;    // ticks between looks whether a backup is due

} // namespace

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
        m_keyUse[row.keyId].add(row.time, row.formerSecret);
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
    m_prices->tick();
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

} // namespace Gatehouse::Node
