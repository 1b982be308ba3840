// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/teamspend.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

TeamSpend::TeamSpend(Api::AdminClient &client, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_budgets(client, clock, u"/budgets"_s)
    , m_usage(client, clock, u"/usage"_s)
{
    m_usage.setRange(u"30d"_s);
    m_usage.setParameter(u"by"_s, u"day,team"_s);
    connect(&m_budgets, &ReportModel::changed, this, &TeamSpend::changed);
    connect(&m_usage, &ReportModel::changed, this, &TeamSpend::take);
}

void TeamSpend::take()
{
    m_report = readSpend(m_usage.data(), u"team"_s, {});
    Q_EMIT changed();
}

void TeamSpend::setActive(bool active)
{
    m_budgets.setActive(active);
    m_usage.setActive(active);
}

std::optional<TeamSpend::Budget> TeamSpend::budget(const QString &team) const
{
    std::optional<Budget> fullest;
    const QString scope = u"team:"_s + team;
    for (const QJsonValue &value : m_budgets.data().value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        if (item.value("scope"_L1).toString() != scope)
            continue;
        const double share = item.value("percent"_L1).toDouble() / 100;
        if (!fullest || share > fullest->share)
            fullest = Budget{.spent = item.value("spent_nano_usd"_L1).toInteger(),
                             .limit = item.value("limit_nano_usd"_L1).toInteger()
                                 + item.value("raised_nano_usd"_L1).toInteger(),
                             .share = share,
                             .period = item.value("period"_L1).toString(),
                             .state = item.value("state"_L1).toString()};
    }
    return fullest;
}

const SpendGroup *TeamSpend::group(const QString &team) const
{
    const auto found = std::ranges::find(m_report.groups, team, &SpendGroup::id);
    return found == m_report.groups.cend() ? nullptr : &*found;
}

} // namespace Gatehouse::Ui
