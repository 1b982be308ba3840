// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/alertwatch.h"

#include "core/alerts/message.h"
#include "core/alerts/rehearsal.h"
#include "core/base/log.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QStorageInfo>
#include <QtCore/QSysInfo>
#include <QtNetwork/QSslCertificate>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Node {

namespace {

constexpr int lookAroundEvery = 30;   // ticks
constexpr int certificateEvery = 600; // ticks
constexpr int usualEvery = 600;       // ticks
constexpr int usualAfter = 5;         // ticks from the start
constexpr int mostTraffic = 200'000;  // requests of an hour that are read at a start
constexpr qint64 usualHours = 7 * 24;
constexpr auto silentAfter = 5s;
constexpr double earlyShare = 0.05; // of a period: too early to forecast its end

double dollarsOf(Money amount)
{
    return static_cast<double>(amount.nanoUsd) * 1e-9;
}

double daysUntil(WallTime time, WallTime now)
{
    return std::chrono::duration<double, std::ratio<86400>>(time - now).count();
}

//! The name of the one among \a all that is called \a id.
template <typename Item>
QString nameIn(const QList<Item> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &Item::id);
    return found == all.cend() || found->name.isEmpty() ? id : found->name;
}

//! What the event list tells of anyway, in words of its own.
bool isTold(const QString &measure)
{
    static const QStringList told{u"budget_used"_s,          u"provider_down"_s,
                                  u"breaker_open"_s,         u"unpriced_requests"_s,
                                  u"provider_key_refused"_s, u"model_drift"_s};
    return told.contains(measure);
}

} // namespace

AlertWatch::AlertWatch(Parts parts)
    : m_parts(std::move(parts))
    , m_desk(deskParts())
{
}

AlertWatch::~AlertWatch()
{
    *m_alive = false;
}

Alerts::AlertDesk::Parts AlertWatch::deskParts()
{
    return {
        .clock = m_parts.clock,
        .database = m_parts.books.database(),
        .upstream = m_parts.upstream,
        .gateway = QSysInfo::machineHostName(),
        .readSecret =
            [this](const QString &reference, Alerts::AlertDesk::SecretAnswer answer) {
                m_parts.secrets.read(reference, &m_parts.secrets, std::move(answer));
            },
        .read = [this](Alerts::Readings &readings) { read(readings); },
        .objective = [this](const Api::Scope &scope) { return objectiveOf(scope); },
        .nameOf = [this](const Api::Scope &scope) { return nameOf(scope); },
        .file = m_parts.file,
        .trafficWanted = [this] { askTraffic(); },
        .showOnDesktop =
            [this](const QJsonObject &message) { m_parts.events.send("notification", message); },
        .changed =
            [this] {
                m_parts.events.send("alerts", {{u"unseen"_s, m_desk.book().unseen()}});
            },
        .told = [this](const Alerts::Notice &notice) { told(notice); },
        .givenUp = [this](const Alerts::Delivery &delivery) { givenUp(delivery); },
    };
}

Result<void> AlertWatch::open()
{
    if (auto opened = m_desk.open(); !opened)
        return opened;
    lookAround();
    lookAtCertificate();
    return {};
}

void AlertWatch::configure()
{
    lookAtCertificate();
    m_desk.configure(m_parts.books.configuration().document(), m_parts.zone());
}

void AlertWatch::tick()
{
    ++m_ticks;
    if (std::exchange(m_wantsTraffic, false))
        askTraffic();
    if (m_ticks % lookAroundEvery == 0)
        lookAround();
    if (m_ticks % certificateEvery == 0)
        lookAtCertificate();
    if (m_ticks % usualEvery == usualAfter)
        askUsual();
    m_silence = m_parts.silence();
    m_desk.tick();
}

// --- readings -----------------------------------------------------------------------------------

void AlertWatch::read(Alerts::Readings &readings)
{
    readBudgets(readings);
    if (m_parts.published()) {
        readProviders(readings);
        readBreakers(readings);
        readKeys(readings);
    }
    readMachine(readings);
}

void AlertWatch::readBudgets(Alerts::Readings &readings) const
{
    const WallTime now = m_parts.clock.wall();
    readings.answered += {u"budget_used"_s, u"budget_forecast"_s};
    for (const Access::BudgetReport &budget : m_parts.budgets.report()) {
        const double ceiling = dollarsOf(budget.limit + budget.raised);
        if (ceiling <= 0)
            continue;
        const QString id = QString::fromUtf8(budget.id);
        const double used = dollarsOf(budget.spent) * 100 / ceiling;
        // What is left and does not suffice for a request is as good as nothing.
        const double usedUp = budget.refuses ? std::max(used, 100.0) : used;
        Alerts::Reading reading{
            .measure = u"budget_used"_s,
            .object = id,
            .name = nameOf(budget.scope),
            .scopes = {u"gateway"_s, budget.scope.text(), QString(u"budget:"_s + id)},
            .period = budget.isRolling ? QString() : Alerts::isoText(budget.span.from),
            .value = usedUp,
            .detail =
                QString(budget.refuses ? u"$%1 of $%2; requests are refused"_s : u"$%1 of $%2"_s)
                    .arg(QString::number(dollarsOf(budget.spent), 'f', 2),
                         QString::number(ceiling, 'f', 2))};
        reading.scopes.removeDuplicates();
        readings.rows.push_back(reading);
        if (budget.isRolling)
            continue;
        const auto whole = static_cast<double>((budget.span.until - budget.span.from).count());
        const double passed = static_cast<double>((now - budget.span.from).count()) / whole;
        reading.measure = u"budget_forecast"_s;
        reading.value = passed < earlyShare ? std::nullopt : std::optional(used / passed);
        reading.detail = u"$%1 at the end of the period, of $%2"_s.arg(
            QString::number(dollarsOf(budget.spent) / std::max(passed, earlyShare), 'f', 2),
            QString::number(ceiling, 'f', 2));
        readings.rows.push_back(reading);
    }
}

void AlertWatch::readProviders(Alerts::Readings &readings) const
{
    const SteadyTime now = m_parts.clock.steady();
    const auto published = m_parts.published();
    readings.answered += {u"provider_down"_s};
    for (const auto &provider : published->snapshot->providers) {
        const Routing::HealthReport report = m_parts.live.health(*provider, now);
        readings.rows.push_back(
            {.measure = u"provider_down"_s,
             .object = provider->document.id,
             .name = nameOf({Api::Scope::Kind::Provider, provider->document.id}),
             .scopes = {u"gateway"_s, QString(u"provider:"_s + provider->document.id)},
             .value = report.health == Routing::Health::Down ? 1.0 : 0.0,
             .detail = report.source});
    }
}

//! Breakers that are closed are not listed, and well.
void AlertWatch::readBreakers(Alerts::Readings &readings) const
{
    using Routing::BreakerState;
    readings.answered += {u"breaker_open"_s, u"provider_key_refused"_s};
    for (const auto &row : m_parts.live.unsettled(m_parts.clock.steady())) {
        const QString provider = QString::fromUtf8(row.provider);
        const bool isOpen = row.report.state == BreakerState::Open
            || row.report.state == BreakerState::HalfOpen || row.report.state == BreakerState::Held;
        const bool isRefused = row.report.state == BreakerState::Misconfigured
            || row.report.cause == Routing::BreakerCause::NoMoney;
        const bool ofKey = !row.key.isEmpty();
        if (ofKey ? !isRefused : !isOpen)
            continue;
        const QString name = ofKey ? u"%1, key %2"_s.arg(provider, QString::fromUtf8(row.key))
                                   : u"%1/%2"_s.arg(provider, QString::fromUtf8(row.model));
        readings.rows.push_back({.measure = ofKey ? u"provider_key_refused"_s : u"breaker_open"_s,
                                 .object = name,
                                 .name = name,
                                 .scopes = {u"gateway"_s, QString(u"provider:"_s + provider)},
                                 .value = 1});
    }
}

void AlertWatch::readKeys(Alerts::Readings &readings) const
{
    const WallTime now = m_parts.clock.wall();
    readings.answered += {u"key_expires_days"_s};
    for (const Access::KeyEntry &key : m_parts.published()->keys->entries()) {
        if (!key.expires || key.disabled || *key.expires <= now)
            continue;
        const QString id = QString::fromUtf8(key.id);
        readings.rows.push_back({.measure = u"key_expires_days"_s,
                                 .object = id,
                                 .name = QString::fromUtf8(key.name.isEmpty() ? key.id : key.name),
                                 .scopes = {u"gateway"_s, QString(u"key:"_s + id),
                                            QString(u"team:"_s + QString::fromUtf8(key.team))},
                                 .period = Alerts::isoText(*key.expires),
                                 .value = daysUntil(*key.expires, now)});
    }
}

void AlertWatch::readMachine(Alerts::Readings &readings) const
{
    const auto add = [&readings](const QString &measure, std::optional<double> value,
                                 const QString &detail = {}) {
        readings.add(
            {.measure = measure, .scopes = {u"gateway"_s}, .value = value, .detail = detail});
    };
    readings.answered += {u"certificate_days"_s};
    if (m_certificateDays)
        add(u"certificate_days"_s, m_certificateDays);
    add(u"disk_free_percent"_s, m_diskFree, m_parts.dataFolder);
    add(u"node_silent"_s, m_silence >= silentAfter ? 1 : 0);
    const QString problem = m_parts.auditProblem();
    add(u"audit_broken"_s, problem.isEmpty() ? 0 : 1, problem);
    add(u"queue_waiting"_s, static_cast<double>(m_parts.waiting()));
    const QDate checked = m_parts.prices.checkedOn();
    const auto today = QDateTime::fromSecsSinceEpoch(
        std::chrono::floor<std::chrono::seconds>(m_parts.clock.wall()).time_since_epoch().count(),
        Qt::UTC);
    add(u"price_list_days"_s, static_cast<double>(checked.daysTo(today.date())),
        u"last looked at on %1"_s.arg(checked.toString(Qt::ISODate)));
}

double AlertWatch::objectiveOf(const Api::Scope &scope) const
{
    const QString kind = scope.text().section(u':', 0, 0);
    const auto chosen = std::ranges::find_if(m_objectives, [&](const Ledger::Objective &one) {
        return one.kind == kind && one.name == scope.name;
    });
    return chosen == m_objectives.end() ? Ledger::Objective::defaultTarget : chosen->target;
}

QString AlertWatch::nameOf(const Api::Scope &scope) const
{
    const Api::Document &document = m_parts.books.configuration().document();
    switch (scope.kind) {
    case Api::Scope::Kind::Team:
        return nameIn(document.teams, scope.name);
    case Api::Scope::Kind::Provider:
        return nameIn(document.providers, scope.name);
    case Api::Scope::Kind::Key: {
        const auto published = m_parts.published();
        const Access::KeyEntry *key =
            published ? published->keys->byId(scope.name.toUtf8()) : nullptr;
        return key && !key->name.isEmpty() ? QString::fromUtf8(key->name) : scope.name;
    }
    case Api::Scope::Kind::Route:
    case Api::Scope::Kind::Person:
    case Api::Scope::Kind::Budget:
        return scope.name;
    case Api::Scope::Kind::Gateway:
    case Api::Scope::Kind::Tag:
        break;
    }
    return scope.text();
}

// --- what changes slowly ------------------------------------------------------------------------

void AlertWatch::lookAround()
{
    const QStorageInfo disk(m_parts.dataFolder);
    if (disk.isValid() && disk.bytesTotal() > 0)
        m_diskFree = static_cast<double>(disk.bytesAvailable()) * 100
            / static_cast<double>(disk.bytesTotal());
    if (auto objectives = m_parts.books.reliability().objectives())
        m_objectives = *std::move(objectives);
}

void AlertWatch::lookAtCertificate()
{
    m_certificateDays.reset();
    const auto &tls = m_parts.books.configuration().document().gateway.tls;
    if (!tls)
        return;
    QFile file(m_parts.file(tls->certificate));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QSslCertificate certificate(&file, QSsl::Pem);
    if (certificate.isNull())
        return;
    const WallTime end{std::chrono::milliseconds(certificate.expiryDate().toMSecsSinceEpoch())};
    m_certificateDays = daysUntil(end, m_parts.clock.wall());
}

void AlertWatch::askTraffic()
{
    const qint64 since = Ledger::toUs(m_parts.clock.wall() - std::chrono::hours(1));
    const auto found = std::make_shared<std::vector<Ledger::Traffic>>();
    m_parts.queries.ask(
        [since, found](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            auto recent = reader.recentTraffic(since, mostTraffic);
            if (!recent)
                return recent.error();
            *found = *std::move(recent);
            return QJsonObject();
        },
        [this, found, alive = m_alive](const Result<QJsonObject> &answer) {
            if (!*alive)
                return;
            m_wantsTraffic = !answer; // at a first start the ledger is only being made
            if (answer)
                m_desk.noteTraffic(*found);
        });
}

void AlertWatch::askUsual()
{
    const qint64 now =
        std::chrono::floor<std::chrono::hours>(m_parts.clock.wall()).time_since_epoch().count();
    for (const Api::Scope &scope : m_desk.spikeScopes()) {
        m_parts.queries.ask(
            [scope, now](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
                const auto hours = reader.hourFigures(scope, now - usualHours, now);
                if (!hours)
                    return hours.error();
                const auto usual = Alerts::usualHour(*hours);
                return QJsonObject{{u"usual"_s, usual ? QJsonValue(usual->nanoUsd) : QJsonValue()}};
            },
            [this, scope, alive = m_alive](const Result<QJsonObject> &answer) {
                if (!*alive || !answer)
                    return;
                const QJsonValue usual = answer->value("usual"_L1);
                m_desk.traffic().setUsual(scope.text(),
                                          usual.isNull() ? std::nullopt
                                                         : std::optional(Money{usual.toInteger()}));
            });
    }
}

// --- telling ------------------------------------------------------------------------------------

void AlertWatch::told(const Alerts::Notice &notice) const
{
    if (isTold(notice.alert.measure) || notice.what == Alerts::Notice::What::Reminder)
        return;
    const bool isOver = notice.what == Alerts::Notice::What::Recovered;
    const QString &own = notice.alert.severity;
    const QString severity = isOver ? u"info"_s : own == "critical"_L1 ? u"error"_s : own;
    m_parts.tell(u"alert"_s, severity, Alerts::noticeText(notice), notice.alert.detail,
                 notice.alert.rule,
                 {.code = isOver ? u"alert_over"_s : u"alert_fired"_s,
                  .subject = notice.alert.name.isEmpty()
                      ? notice.alert.ruleName
                      : u"%1: %2"_s.arg(notice.alert.ruleName, notice.alert.name),
                  .detailCode = u"measured:%1"_s.arg(notice.alert.measure),
                  .count = qint64(std::floor(notice.alert.value * 1000))}); // in thousandths
}

void AlertWatch::givenUp(const Alerts::Delivery &delivery) const
{
    qCWarning(lcNode, "channel %s: %s", qUtf8Printable(delivery.channel),
              qUtf8Printable(delivery.detail));
    m_parts.tell(u"alert"_s, u"error"_s,
                 u"Alerts do not arrive through channel %1"_s.arg(delivery.channel),
                 delivery.detail, delivery.channel,
                 {.code = u"channel_failed"_s, .subject = delivery.channel});
}

} // namespace Gatehouse::Node
