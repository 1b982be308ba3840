// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/spendingkeeper.h"

#include "core/base/log.h"
#include "core/ledger/spendsums.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr int saveEvery = 5; // ticks
constexpr int seedEvery = 10;
constexpr int learnedEvery = 300;

using Of = Ledger::SpendQuestion::Of;

Of columnOf(Api::Scope::Kind kind)
{
    switch (kind) {
    case Api::Scope::Kind::Team:
        return Of::Team;
    case Api::Scope::Kind::Key:
    case Api::Scope::Kind::Person:
        return Of::Key;
    case Api::Scope::Kind::Route:
        return Of::Route;
    case Api::Scope::Kind::Provider:
        return Of::Provider;
    case Api::Scope::Kind::Tag:
        return Of::Tag;
    case Api::Scope::Kind::Gateway:
    case Api::Scope::Kind::Budget:
        break;
    }
    return Of::Everything;
}

QString dollars(Money amount)
{
    return u'$' + QString::number(static_cast<double>(amount.nanoUsd) * 1e-9, 'f', 2);
}

} // namespace

SpendingKeeper::SpendingKeeper(Parts parts)
    : m_parts(std::move(parts))
    , m_limits(m_parts.clock)
    , m_budgets(m_parts.clock)
{
    load();
    if (auto pause = m_parts.store.pause())
        m_budgets.setPause(*std::move(pause));
    else
        qCCritical(lcNode, "the pause cannot be read: %s", qUtf8Printable(pause.error().detail));
}

void SpendingKeeper::load()
{
    QFile file(m_parts.limitsFile);
    if (file.open(QIODevice::ReadOnly))
        m_limits.load(file.readAll());
    QFile estimates(m_parts.estimatesFile);
    if (estimates.open(QIODevice::ReadOnly))
        m_budgets.estimates().load(estimates.readAll());
}

void SpendingKeeper::saveEstimates()
{
    QSaveFile file(m_parts.estimatesFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_budgets.estimates().save()) < 0
        || !file.commit())
        qCWarning(lcNode, "what was learned about models is not kept: %s",
                  qUtf8Printable(file.errorString()));
}

void SpendingKeeper::save()
{
    QSaveFile file(m_parts.limitsFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_limits.save()) < 0 || !file.commit())
        qCWarning(lcNode, "what limits have counted is not kept: %s",
                  qUtf8Printable(file.errorString()));
    saveEstimates();
}

std::shared_ptr<const Access::Bounds> SpendingKeeper::bind(const Api::Document &document,
                                                           const Access::KeyTable &keys,
                                                           const QTimeZone &zone)
{
    m_zone = zone;
    m_keysOf.clear();
    for (const Access::KeyEntry &key : keys.entries()) {
        if (!key.owner.isEmpty())
            m_keysOf[key.owner].append(key.id);
    }
    const auto adjustments = m_parts.store.adjustments(m_parts.clock.wall());
    if (!adjustments)
        qCCritical(lcNode, "raises of budgets cannot be read: %s",
                   qUtf8Printable(adjustments.error().detail));
    auto limits = m_limits.apply(document.limits);
    auto budgets =
        m_budgets.apply(document.budgets, zone, document.gateway.firstDayOfWeek(),
                        adjustments.value_or(QHash<QByteArray, Access::BudgetAdjustment>()));
    seed();
    return std::make_shared<const Access::Bounds>(
        Access::Bounds::Parts{m_limits, m_budgets, std::move(limits), std::move(budgets)}, keys);
}

//! Requests that end meanwhile are counted by the budget itself; which of them the ledger already
//! knew is asked of the same unchanging view.
void SpendingKeeper::seed()
{
    const std::vector<Access::BudgetState *> states = m_budgets.unseeded();
    if (states.empty())
        return;
    if (!m_parts.flushLedger()) {
        qCWarning(lcNode, "what budgets have spent is not all in the ledger yet");
        return; // asked again soon
    }
    const auto sums = Ledger::SpendSums::open(m_parts.ledgerFile, m_zone);
    if (!sums) {
        qCWarning(lcNode, "what budgets have spent cannot be read yet: %s",
                  qUtf8Printable(sums.error().detail));
        return;
    }
    const WallTime now = m_parts.clock.wall();
    for (Access::BudgetState *state : states) {
        Ledger::SpendQuestion question;
        question.of = columnOf(state->scope.kind);
        question.names = state->scope.kind == Api::Scope::Kind::Person
            ? m_keysOf.value(state->scope.name.toUtf8())
            : QList<QByteArray>{state->scope.name.toUtf8()};
        {
            const std::scoped_lock lock(state->mutex);
            question.from = state->countsFrom(now);
            if (state->isRolling())
                question.step = state->rolling().step();
        }
        const auto spent = (*sums)->ask(question);
        if (!spent) {
            qCWarning(lcNode, "budget %s: %s", state->name.constData(),
                      qUtf8Printable(spent.error().detail));
            continue;
        }
        std::vector<Access::BudgetState::Spent> parts;
        for (const Ledger::SpentAt &one : *spent)
            parts.push_back({one.time, one.cost});
        const std::scoped_lock lock(state->mutex);
        state->seed(
            parts, [&sums](const QByteArray &id) { return (*sums)->knows(id).value_or(false); },
            now);
    }
}

void SpendingKeeper::recount()
{
    m_budgets.recount();
    seed();
}

void SpendingKeeper::tick()
{
    for (const Access::BudgetEvent &event : m_budgets.takeEvents())
        tellOf(event);
    if (++m_ticks % saveEvery == 0 && !m_limits.report().empty())
        save();
    if (m_ticks % seedEvery == 0)
        seed();
    if (m_ticks % learnedEvery == 0)
        saveEstimates();
}

void SpendingKeeper::tellOf(const Access::BudgetEvent &event)
{
    const bool isOver = event.percent >= 100;
    const QString id = QString::fromUtf8(event.id);
    m_parts.tell(u"budget"_s, isOver ? u"error"_s : u"warning"_s,
                 u"%1 % of the budget of %2 are used"_s.arg(QString::number(event.percent),
                                                            QString::fromUtf8(event.scope)),
                 u"%1 of %2"_s.arg(dollars(event.spent), dollars(event.limit)), id,
                 {.code = isOver ? u"budget_used_up"_s : u"budget_threshold"_s,
                  .subject = QString::fromUtf8(event.scope),
                  .count = event.percent});
}

void SpendingKeeper::noteRows(const Ledger::Rows &rows)
{
    const qint64 day = m_parts.clock.wall().time_since_epoch() / std::chrono::days(1);
    if (day != std::exchange(m_day, day))
        m_unpriced.clear();
    for (const Ledger::RequestRecord &row : *rows) {
        if (!Ledger::isUnpriced(row))
            continue;
        const QByteArray model = row.provider + '/' + row.model;
        if (m_unpriced.contains(model))
            continue;
        m_unpriced.insert(model);
        m_parts.tell(u"budget"_s, u"warning"_s, u"%1 has no price"_s.arg(QString::fromUtf8(model)),
                     u"its requests are not counted by budgets"_s, QString::fromUtf8(model),
                     {.code = u"unpriced_traffic"_s, .subject = QString::fromUtf8(model)});
    }
}

} // namespace Gatehouse::Node
