// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestsmodel.h"

#include "ui/models/requestcell.h"
#include "ui/models/seriescolours.h"
#include "ui/models/timerange.h"
#include "ui/widgets/celldelegate.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto batchInterval = 100ms;
constexpr auto filteredBatchInterval = 1000ms; // the gateway decides what passes a filter
constexpr auto ageInterval = 1000ms;

constexpr double leastSlowestMs = 10'000; // a bar that is full at once says nothing

QList<RequestRow> parseRows(const QJsonObject &body)
{
    QList<RequestRow> rows;
    const QJsonArray items = body.value("items"_L1).toArray();
    rows.reserve(items.size());
    for (const QJsonValue &item : items)
        rows.append(parseRequestRow(item.toObject()));
    return rows;
}

} // namespace

RequestsModel::RequestsModel(Api::AdminClient &client, SeriesColours &colours, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_colours(colours)
    , m_range(u"24h"_s)
{
    m_batch.setSingleShot(true);
    connect(&m_batch, &QTimer::timeout, this, [this] {
        if (isNarrowed())
            askForNewest();
        else if (m_live)
            showWaiting();
    });
    connect(&m_ageing, &QTimer::timeout, this, [this] {
        Q_EMIT dataChanged(index(0, FirstToken), index(runningCount() - 1, Total),
                           {Qt::DisplayRole, CellRole::Share});
    });
    connect(&client, &Api::AdminClient::eventReceived, this, &RequestsModel::takeEvent);
}

bool RequestsModel::isCurrent() const
{
    return m_state == State::Ready && m_live && !m_firstPage
        && m_client.state() == Api::AdminClient::State::Connected;
}

bool RequestsModel::isNarrowed() const
{
    return !m_filter.isEmpty() || chosenSpan(m_range);
}

void RequestsModel::ask(const QString &filter, const QString &range)
{
    delete m_firstPage;
    m_firstPage = m_client.get(u"/requests"_s, query(filter, range));
    connect(m_firstPage, &Api::AdminCall::finished, this,
            [this, filter, range](Api::AdminCall *call) { takeFirstPage(call, filter, range); });
}

QUrlQuery RequestsModel::query(const QString &filter, const QString &range) const
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    addRange(query, range);
    if (!filter.isEmpty())
        query.addQueryItem(u"filter"_s, filter);
    return query;
}

void RequestsModel::takeFirstPage(Api::AdminCall *call, const QString &filter, const QString &range)
{
    m_firstPage.clear();
    if (m_client.isExpected(*call))
        return; // asked again when the connection stands, or fails
    if (!call->succeeded()) {
        m_error = call->error();
        if (call->reply().status == 400) {
            Q_EMIT filterRefused(m_error.path, m_error.detail);
            return;
        }
        m_state = State::Failed;
        Q_EMIT stateChanged();
        return;
    }
    delete m_nextPage;
    delete m_newest;
    m_filter = filter;
    m_range = range;
    m_state = State::Ready;
    m_loaded = true;
    beginResetModel();
    if (isNarrowed())
        m_running.clear();
    m_rows = parseRows(call->reply().body);
    m_next = call->reply().body.value("next"_L1).toString();
    m_waiting.clear();
    m_ids.clear();
    for (const RequestRow &row : std::as_const(m_rows))
        m_ids.insert(row.id);
    endResetModel();
    Q_EMIT stateChanged();
    Q_EMIT waitingChanged(0);
}

bool RequestsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_nextPage && !isFull();
}

void RequestsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    QUrlQuery next = query(m_filter, m_range);
    next.addQueryItem(u"cursor"_s, m_next);
    m_nextPage = m_client.get(u"/requests"_s, next);
    connect(m_nextPage, &Api::AdminCall::finished, this, &RequestsModel::takeNextPage);
}

void RequestsModel::takeNextPage(Api::AdminCall *call)
{
    m_nextPage.clear();
    if (!call->succeeded())
        return; // the view asks again when it is scrolled
    m_next = call->reply().body.value("next"_L1).toString();
    append(parseRows(call->reply().body));
}

void RequestsModel::append(const QList<RequestRow> &rows)
{
    QList<RequestRow> fresh;
    for (const RequestRow &row : rows)
        if (!m_ids.contains(row.id) && m_rows.size() + fresh.size() < maxRows)
            fresh.append(row);
    if (fresh.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (const RequestRow &row : std::as_const(fresh))
        m_ids.insert(row.id);
    m_rows.append(fresh);
    endInsertRows();
}

void RequestsModel::takeEvent(const QString &kind, const QJsonObject &data)
{
    const bool relevant = kind == "running"_L1 || kind == "request"_L1;
    if (relevant && !m_active && m_live) { // paused rows wait whoever looks
        m_missed = m_missed || kind == "request"_L1;
        return;
    }
    if (kind == "running"_L1) {
        QList<RequestRow> running = parseRows(data);
        for (RequestRow &row : running)
            row.running = true;
        // Nobody can say whether a request that still runs passes a filter.
        setRunning(isNarrowed() ? QList<RequestRow>() : running);
        return;
    }
    if (kind != "request"_L1 || !m_loaded)
        return;
    Q_EMIT trafficSeen();
    if (!isNarrowed())
        takeNewest(parseRows(data));
    else if (!m_batch.isActive())
        m_batch.start(filteredBatchInterval);
}

// Row by row, so that the current row and the scroll position stay where they are.
void RequestsModel::setRunning(const QList<RequestRow> &running)
{
    QHash<QString, RequestRow> fresh;
    for (const RequestRow &row : running)
        fresh.insert(row.id, row);
    for (int row = runningCount() - 1; row >= 0; --row) {
        if (fresh.contains(m_running.at(row).id)) {
            m_running[row] = fresh.take(m_running.at(row).id);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        beginRemoveRows({}, row, row);
        m_running.removeAt(row);
        endRemoveRows();
    }
    QList<RequestRow> started = fresh.values();
    std::sort(started.begin(), started.end(),
              [](const RequestRow &a, const RequestRow &b) { return a.time > b.time; });
    if (!started.isEmpty()) {
        beginInsertRows({}, 0, int(started.size()) - 1);
        m_running = started + m_running;
        endInsertRows();
    }
    if (m_running.isEmpty())
        m_ageing.stop();
    else if (!m_ageing.isActive())
        m_ageing.start(ageInterval);
}

// With a filter or a chosen span, only the gateway can say which of the new requests pass it.
void RequestsModel::askForNewest()
{
    if (m_newest)
        return;
    m_newest = m_client.get(u"/requests"_s, query(m_filter, m_range));
    connect(m_newest, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        m_newest.clear();
        if (call->succeeded())
            takeNewest(parseRows(call->reply().body));
    });
}

void RequestsModel::takeNewest(const QList<RequestRow> &rows)
{
    QList<RequestRow> fresh;
    for (const RequestRow &row : rows) {
        if (m_ids.contains(row.id))
            continue;
        m_ids.insert(row.id);
        fresh.append(row);
    }
    if (fresh.isEmpty())
        return;
    std::stable_sort(fresh.begin(), fresh.end(),
                     [](const RequestRow &a, const RequestRow &b) { return a.time > b.time; });
    m_waiting = fresh + m_waiting;
    while (m_waiting.size() > maxRows)
        m_ids.remove(m_waiting.takeLast().id);
    if (!m_live)
        Q_EMIT waitingChanged(waitingCount());
    else if (isNarrowed())
        showWaiting();
    else if (!m_batch.isActive())
        m_batch.start(batchInterval);
}

void RequestsModel::setActive(bool active)
{
    m_active = active;
    if (!active) {
        setRunning({});
        m_batch.stop();
        m_missed = m_missed || !m_waiting.isEmpty();
    } else if (std::exchange(m_missed, false) && m_live) {
        refresh();
    }
}

void RequestsModel::setLive(bool live)
{
    m_live = live;
    if (live)
        showWaiting();
}

void RequestsModel::showWaiting()
{
    if (m_waiting.isEmpty())
        return;
    prepend(std::exchange(m_waiting, {}));
    Q_EMIT waitingChanged(0);
}

void RequestsModel::prepend(QList<RequestRow> rows)
{
    const int first = runningCount();
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    rows.append(m_rows);
    m_rows = std::move(rows);
    endInsertRows();
    trim();
}

void RequestsModel::trim()
{
    if (m_rows.size() <= maxRows)
        return;
    beginRemoveRows({}, runningCount() + maxRows, rowCount() - 1);
    while (m_rows.size() > maxRows)
        m_ids.remove(m_rows.takeLast().id);
    endRemoveRows();
}

const RequestRow &RequestsModel::request(int row) const
{
    return row < runningCount() ? m_running.at(row) : m_rows.at(row - runningCount());
}

int RequestsModel::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (request(row).id == id)
            return row;
    return -1;
}

// Of the newest rows; what a bar of a running request is measured by.
double RequestsModel::slowestMs() const
{
    double slowest = leastSlowestMs;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_rows.size(), pageSize); ++i)
        slowest = std::max(slowest, m_rows.at(i).totalMs.value_or(0));
    return slowest;
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : runningCount() + int(m_rows.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RequestRow &row = request(index.row());
    const RequestCell cell(row, index.column(), row.running ? slowestMs() : 0);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Provider && !row.provider.isEmpty() ? m_colours.name(row.provider)
                                                                     : cell.text();
    case Qt::AccessibleTextRole:
        return index.column() == Provider ? data(index, Qt::DisplayRole).toString()
                                          : cell.accessibleText();
    case Qt::ToolTipRole:
        return cell.toolTip();
    case Qt::TextAlignmentRole:
        return RequestCell::isNumeric(index.column())
            ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case CellRole::Id:
        return row.id;
    case CellRole::Kind:
        return int(cell.kind());
    case CellRole::Share:
        return cell.share();
    case CellRole::Detail:
        return cell.detail();
    case CellRole::Tone:
        return cell.tone();
    case CellRole::Icon:
        return cell.icon();
    case CellRole::Series:
        return row.provider.isEmpty() ? -1 : m_colours.indexOf(row.provider);
    default:
        return {};
    }
}

QString RequestsModel::columnKey(int column)
{
    static const QStringList keys{u"time"_s,       u"status"_s,   u"route"_s,  u"model"_s,
                                  u"provider"_s,   u"attempts"_s, u"tokens"_s, u"cost"_s,
                                  u"firstToken"_s, u"total"_s,    u"key"_s,    u"team"_s,
                                  u"client"_s,     u"streamed"_s, u"tags"_s,   u"id"_s};
    return keys.value(column);
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == CellRole::Id)
        return columnKey(section);
    if (role == Qt::TextAlignmentRole)
        return int((RequestCell::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return requestColumnTitle(section);
}

} // namespace Gatehouse::Ui
