// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providersmodel.h"

#include "ui/models/healthlook.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto refreshTime = 5s;
constexpr double nearlyFull = 0.9;
constexpr double nanoPerDollar = 1e9;

CellKind kindOf(int column)
{
    switch (column) {
    case ProvidersModel::Provider:
        return CellKind::Swatch;
    case ProvidersModel::Region:
    case ProvidersModel::Data:
    case ProvidersModel::Health:
        return CellKind::Pill;
    case ProvidersModel::Trend:
        return CellKind::Spark;
    case ProvidersModel::InUse:
    case ProvidersModel::Cost:
        return CellKind::Meter;
    case ProvidersModel::Models:
        return CellKind::Number;
    default:
        return CellKind::Text;
    }
}

QVariant toneOf(const ProviderRow &provider, int column)
{
    switch (column) {
    case ProvidersModel::Health:
        return int(provider.isDisputed() ? Tone::Warn : lookOf(provider.shownHealth()).tone);
    case ProvidersModel::InUse:
        return int(provider.maxInFlight > 0
                           && provider.inFlight >= nearlyFull * provider.maxInFlight
                       ? Tone::Warn
                       : Tone::Accent);
    case ProvidersModel::Keys:
        return provider.keysIn(u"active"_s) == 0 && !provider.keys.isEmpty()
            ? QVariant(int(Tone::Warn))
            : QVariant();
    case ProvidersModel::Region:
    case ProvidersModel::Data:
        return int(Tone::Neutral);
    default:
        return {};
    }
}

QVariant costShare(const ProviderTrends::Trend &trend)
{
    if (!trend.cost || trend.budget.value_or(0) <= 0)
        return {};
    return std::min(1.0, double(*trend.cost) / double(*trend.budget));
}

Tone costTone(const ProviderTrends::Trend &trend)
{
    const double share = costShare(trend).toDouble();
    return share >= 1 ? Tone::Err : share >= nearlyFull ? Tone::Warn : Tone::Accent;
}

QString columnKey(int column)
{
    static const QStringList keys{u"provider"_s,  u"kind"_s,  u"region"_s,      u"data"_s,
                                  u"health"_s,    u"trend"_s, u"models"_s,      u"inUse"_s,
                                  u"monthCost"_s, u"keys"_s,  u"lastSuccess"_s, u"usedBy"_s};
    return keys.value(column);
}

} // namespace

ProvidersModel::ProvidersModel(Api::AdminClient &client, SeriesColours &colours, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_colours(colours)
    , m_trends(client)
{
    connect(&m_trends, &ProviderTrends::changed, this, [this] {
        if (!m_providers.isEmpty())
            Q_EMIT dataChanged(index(0, Trend), index(rowCount() - 1, Cost));
    });
    m_timer.setInterval(refreshTime);
    connect(&m_timer, &QTimer::timeout, this, &ProvidersModel::refresh);
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                const bool told = kind == "event"_L1 && data.value("kind"_L1) == "provider"_L1;
                if (told || kind == "provider"_L1 || kind == "revision"_L1)
                    refresh();
            });
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected)
            refresh();
        else
            Q_EMIT refreshed();
    });
}

void ProvidersModel::setWatched(bool watched)
{
    if (watched == m_timer.isActive())
        return;
    if (!watched) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    refresh();
}

void ProvidersModel::refresh()
{
    delete m_call;
    m_call = m_client.get(u"/providers"_s);
    connect(m_call, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_call.clear();
        m_problem = call->succeeded() ? QString() : call->error().detail;
        if (call->succeeded()) {
            take(call->reply().body);
            m_trends.refresh();
        }
        Q_EMIT refreshed();
    });
}

void ProvidersModel::take(const QJsonObject &answer)
{
    QList<ProviderRow> providers;
    for (const QJsonValue &item : answer.value("items"_L1).toArray())
        providers.append(parseProviderRow(item.toObject()));
    m_hasData = true;
    const bool sameRows =
        std::equal(providers.cbegin(), providers.cend(), m_providers.cbegin(), m_providers.cend(),
                   [](const ProviderRow &a, const ProviderRow &b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_providers = providers;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < providers.size(); ++row) {
        if (m_providers.at(row) == providers.at(row))
            continue;
        m_providers[row] = providers.at(row);
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

const ProviderRow *ProvidersModel::find(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_providers.at(row);
}

int ProvidersModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_providers.cbegin(), m_providers.cend(),
                     [&id](const ProviderRow &provider) { return provider.id == id; });
    return found == m_providers.cend() ? -1 : int(found - m_providers.cbegin());
}

int ProvidersModel::lockedKeys() const
{
    int count = 0;
    for (const ProviderRow &provider : m_providers)
        count += provider.keysIn(u"locked"_s);
    return count;
}

int ProvidersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_providers.size());
}

int ProvidersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProvidersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProviderRow &provider = m_providers.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(provider, column);
    case Qt::AccessibleTextRole:
        return column == Health ? healthSentence(provider, QTimeZone::systemTimeZone())
            : column == Trend   ? toolTip(provider, column)
                                : text(provider, column);
    case Qt::ToolTipRole:
        return toolTip(provider, column);
    case Qt::TextAlignmentRole:
        return column == Models ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case CellRole::Sort:
        return sortValue(provider, column);
    case CellRole::Value:
        if (column == Trend && m_trends.trend(provider.id).success)
            return *m_trends.trend(provider.id).success;
        if (column == Cost && m_trends.trend(provider.id).cost)
            return double(*m_trends.trend(provider.id).cost) / nanoPerDollar;
        if (column == LastSuccess)
            return provider.lastSuccess.isValid() ? QVariant(provider.lastSuccess) : QVariant();
        return column == Models || column == InUse ? sortValue(provider, column) : QVariant();
    case CellRole::Id:
        return provider.id;
    case CellRole::Kind: // a pill around nothing would be a dot
        return int(text(provider, column).isEmpty() ? CellKind::Text : kindOf(column));
    case CellRole::Series:
        return m_colours.indexOf(provider.id);
    case CellRole::Tone:
        return column == Cost ? QVariant(int(costTone(m_trends.trend(provider.id))))
                              : toneOf(provider, column);
    case CellRole::Icon:
        if (column == Data)
            return u"shield-check"_s;
        return column == Health ? lookOf(provider.shownHealth()).icon : QVariant();
    case CellRole::Points:
        return column == Trend ? QVariant::fromValue(m_trends.trend(provider.id).medians)
                               : QVariant();
    case CellRole::Share:
        if (column == Cost)
            return costShare(m_trends.trend(provider.id));
        return column == InUse && provider.maxInFlight > 0
            ? QVariant(std::min(1.0, double(provider.inFlight) / provider.maxInFlight))
            : QVariant();
    default:
        return {};
    }
}

QString ProvidersModel::text(const ProviderRow &provider, int column) const
{
    switch (column) {
    case Provider:
        return provider.name;
    case Kind:
        return kindName(provider.dialect, provider.engine);
    case Region:
        return provider.region.join(u", "_s);
    case Data:
        return provider.personalData ? tr("Personal data") : QString();
    case Health: // a disagreement is seen without pointing at it
        return provider.isDisputed() ? tr("%1, disputed").arg(lookOf(provider.shownHealth()).word)
                                     : lookOf(provider.shownHealth()).word;
    case Trend: {
        const MaybeNumber success = m_trends.trend(provider.id).success;
        return success ? Format::percent(*success, 1) : Format::unknown();
    }
    case Models:
        return Format::count(qint64(provider.models.size()));
    case InUse:
        return provider.maxInFlight > 0
            ? tr("%1 of %2").arg(provider.inFlight).arg(provider.maxInFlight)
            : Format::count(qint64(provider.inFlight));
    case Cost: {
        const ProviderTrends::Trend trend = m_trends.trend(provider.id);
        const QString cost = Format::money(trend.cost);
        return trend.cost && trend.budget ? tr("%1 of %2").arg(cost, Format::money(*trend.budget))
                                          : cost;
    }
    case Keys:
        return keysSummary(provider);
    case LastSuccess:
        return provider.lastSuccess.isValid()
            ? Format::age(provider.lastSuccess, QDateTime::currentDateTimeUtc(),
                          QTimeZone::systemTimeZone())
            : Format::unknown();
    case UsedBy:
        return provider.usedBy.isEmpty()  ? tr("No route")
            : provider.usedBy.size() == 1 ? tr("1 route")
                                          : tr("%n routes", nullptr, int(provider.usedBy.size()));
    default:
        return {};
    }
}

//! Health from good to bad; no success comes before every one.
QVariant ProvidersModel::sortValue(const ProviderRow &provider, int column) const
{
    switch (column) {
    case Health:
        return int(provider.shownHealth());
    case Trend:
        return m_trends.trend(provider.id).success.value_or(-1);
    case Models:
        return int(provider.models.size());
    case InUse:
        return provider.inFlight;
    case Cost:
        return m_trends.trend(provider.id).cost.value_or(-1);
    case Keys:
        return provider.keysIn(u"active"_s);
    case LastSuccess:
        return provider.lastSuccess.isValid() ? provider.lastSuccess.toMSecsSinceEpoch() : 0;
    case UsedBy:
        return int(provider.usedBy.size());
    default:
        return text(provider, column);
    }
}

QString ProvidersModel::toolTip(const ProviderRow &provider, int column) const
{
    switch (column) {
    case Provider:
        return provider.id;
    case Health:
        return tr("%1. %2").arg(healthSentence(provider, QTimeZone::systemTimeZone()),
                                healthSource(provider, QDateTime::currentDateTimeUtc()));
    case Data:
        return dataSentence(provider);
    case Trend: {
        const ProviderTrends::Trend trend = m_trends.trend(provider.id);
        return trend.success ? tr("%1 of its requests succeeded. %2")
                                   .arg(Format::percent(*trend.success, 2), trend.sentence())
                             : trend.sentence();
    }
    case InUse:
        return provider.maxInFlight > 0
            ? tr("Requests being answered now, of the most allowed at a time")
            : tr("Requests being answered now. There is no limit.");
    case Cost:
        return m_trends.trend(provider.id).budget
            ? tr("Spent this month, of the budget of the provider for it")
            : tr("Spent this month. The provider has no budget for it.");
    case LastSuccess:
        return provider.lastSuccess.isValid() ? Format::wordLocale().toString(
                   provider.lastSuccess.toLocalTime(), tr("d MMM yyyy HH:mm:ss"))
                                              : tr("No answered request since the gateway started");
    case UsedBy:
        return provider.usedBy.join(u", "_s);
    default:
        return text(provider, column);
    }
}

QVariant ProvidersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == CellRole::Id)
        return columnKey(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Models ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Provider:
        return tr("Provider");
    case Kind:
        return tr("Kind");
    case Region:
        return tr("Region");
    case Data:
        return tr("Data");
    case Health:
        return tr("Health");
    case Trend:
        return tr("Last 24 h");
    case Models:
        return tr("Models");
    case InUse:
        return tr("In use");
    case Cost:
        return tr("This month");
    case Keys:
        return tr("Keys");
    case LastSuccess:
        return tr("Last success");
    case UsedBy:
        return tr("Used by");
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
