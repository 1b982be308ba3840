// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keysmodel.h"

#include "core/base/quantities.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto afterChange = 100ms;   // several keys changed at once are read once
constexpr auto afterTraffic = 5000ms; // spend and last use need not follow each request

QList<KeyRow> readKeys(Api::AdminCall *call)
{
    QList<KeyRow> keys;
    for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
        keys.append(parseKeyRow(item.toObject()));
    return keys;
}

CellKind kindOf(int column)
{
    switch (column) {
    case KeysModel::Name:
        return CellKind::Strong;
    case KeysModel::Key:
        return CellKind::Code;
    case KeysModel::KeyState:
        return CellKind::Pill;
    case KeysModel::Spent:
    case KeysModel::Rate:
        return CellKind::Number;
    case KeysModel::Budget:
        return CellKind::Meter;
    default:
        return CellKind::Text;
    }
}

double shareOf(const KeyStanding &standing)
{
    return standing.budget && *standing.budget > 0
        ? double(standing.spent) / double(*standing.budget)
        : 0;
}

Tone toneOf(const KeyStanding &standing)
{
    constexpr double close = 0.8;
    const double share = shareOf(standing);
    return share >= 1 ? Tone::Err : share >= close ? Tone::Warn : Tone::Accent;
}

} // namespace

KeysModel::KeysModel(Api::AdminClient &client, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &KeysModel::refresh);
    connect(&client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                const bool ofKeys =
                    kind == "event"_L1 && data.value("kind"_L1).toString() == "key"_L1;
                if (m_active && (ofKeys || kind == "revision"_L1))
                    m_soon.start(afterChange);
                else if (m_active && kind == "request"_L1 && !m_soon.isActive())
                    m_soon.start(afterTraffic);
            });
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected && m_active)
            refresh();
        else
            Q_EMIT changed();
    });
}

void KeysModel::setActive(bool active)
{
    if (active && !m_active)
        refresh();
    m_active = active;
}

void KeysModel::setManagedBy(const QString &file)
{
    m_managedBy = file;
}

QString KeysModel::declaredOrigin() const
{
    return m_managedBy.isEmpty() ? tr("Declared in the configuration")
                                 : tr("Declared in %1").arg(QFileInfo(m_managedBy).fileName());
}

QDateTime KeysModel::now() const
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(m_clock.wall());
    return QDateTime::fromMSecsSinceEpoch(since.time_since_epoch().count());
}

void KeysModel::refresh()
{
    m_soon.stop();
    m_answers = std::make_shared<Answers>();
    const QDate today = now().date();
    ask(u"/keys"_s, {}, [](Answers &answers, Api::AdminCall *call) {
        --answers.keysMissing;
        answers.keys = readKeys(call);
        if (!call->succeeded())
            answers.error = call->error();
    });
    ask(u"/keys"_s, QUrlQuery(u"deleted=1"_s), [](Answers &answers, Api::AdminCall *call) {
        --answers.keysMissing;
        answers.deleted = readKeys(call);
        if (!call->succeeded())
            answers.error = call->error();
    });
    const QString firstDay = QDate(today.year(), today.month(), 1).toString(Qt::ISODate);
    askSpend(u"key"_s, firstDay, &Answers::spentByKey);
    askSpend(u"team"_s, firstDay, &Answers::spentByTeam);
}

//! Keys and teams apart: the sums by key alone are the quick ones.
void KeysModel::askSpend(const QString &by, const QString &since,
                         QHash<QString, qint64> Answers::*sums)
{
    ask(u"/usage"_s, QUrlQuery(u"by=%1&since=%2&fields=cost"_s.arg(by, since)),
        [by, sums](Answers &answers, Api::AdminCall *call) {
            answers.spendKnown = answers.spendKnown && call->succeeded();
            const QJsonArray items = call->reply().body.value("items"_L1).toArray();
            for (const QJsonValue &item : items)
                (answers.*sums)[item[by].toString()] += item["cost_nano_usd"_L1].toInteger();
        });
}

void KeysModel::ask(const QString &path, const QUrlQuery &query,
                    const std::function<void(Answers &, Api::AdminCall *)> &read)
{
    connect(m_client.get(path, query), &Api::AdminCall::finished, this,
            [this, read, answers = m_answers](Api::AdminCall *call) {
                read(*answers, call);
                --answers->missing;
                const bool isFirstLook = !m_loaded && answers->keysMissing == 0 && !answers->error;
                if (answers == m_answers && (answers->missing == 0 || isFirstLook))
                    take(*answers);
            });
}

void KeysModel::take(const Answers &answers)
{
    const bool starting = m_client.state() == Api::AdminClient::State::Connecting && answers.error
        && answers.error->code == ErrorCode::Unavailable;
    if (starting)
        return; // read again once connected
    m_problem = answers.error ? answers.error->detail : QString();
    if (!answers.error) {
        m_loaded = true;
        m_spendComing = answers.missing > 0;
        m_spendKnown = answers.spendKnown && !m_spendComing;
        m_spentByTeam = answers.spentByTeam;
        QList<KeyRow> rows = answers.keys + answers.deleted;
        for (KeyRow &key : rows)
            key.spentThisMonth =
                m_spendKnown ? MaybeMoney(answers.spentByKey.value(key.id)) : std::nullopt;
        show(std::move(rows));
    }
    Q_EMIT changed();
}

//! Rows that stay keep their selection.
void KeysModel::show(QList<KeyRow> rows)
{
    const bool same = std::ranges::equal(rows, m_rows, {}, &KeyRow::id, &KeyRow::id);
    if (!same)
        beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const KeyRow *KeysModel::find(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &KeyRow::id);
    return found == m_rows.cend() ? nullptr : &*found;
}

QList<KeyRow> KeysModel::inForce() const
{
    QList<KeyRow> keys = m_rows;
    keys.removeIf([](const KeyRow &key) { return key.isDeleted(); });
    return keys;
}

MaybeMoney KeysModel::teamSpend(const QString &team) const
{
    return m_spendKnown ? MaybeMoney(m_spentByTeam.value(team)) : std::nullopt;
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString KeysModel::text(const KeyRow &key, int column) const
{
    switch (column) {
    case Name:
        return key.name;
    case Team:
        return key.team.isEmpty() ? tr("No team") : key.team;
    case Key:
        return shownKey(key);
    case KeyState:
        return stateText(key, now());
    case Spent:
        return Format::money(key.spentThisMonth);
    case Budget:
        return key.standing.budget
            ? tr("%1 of %2")
                  .arg(Format::money(key.standing.spent), Format::money(key.standing.budget))
            : tr("No budget");
    case Binds:
        return key.standing.scope.isEmpty() ? tr("Nothing") : bindingText(key.standing);
    case Rate:
        return key.standing.rpm > 0 ? tr("%1 of %2")
                                          .arg(Format::count(qint64(key.standing.rpmUsed)),
                                               Format::count(qint64(key.standing.rpm)))
                                    : Format::unknown();
    case Owner:
        return key.owner.isEmpty() ? Format::unknown() : key.owner;
    case Routes:
        return routesText(key.routes);
    case LastUsed:
        return key.lastUsed.isValid()
            ? Format::age(key.lastUsed, now(), QTimeZone::systemTimeZone())
            : tr("Never");
    case Client:
        return key.lastClient.isEmpty() ? Format::unknown() : key.lastClient;
    case Expires:
        return dayText(key.expires, tr("Never"));
    case Created:
        return dayText(key.created, Format::unknown());
    case Tags:
        return key.tags.isEmpty() ? Format::unknown() : key.tags.join(u", "_s);
    default:
        return {};
    }
}

QString KeysModel::toolTip(const KeyRow &key, int column) const
{
    const auto full = [](const QDateTime &time) {
        return Format::wordLocale().toString(time.toLocalTime(), QLocale::LongFormat);
    };
    if (column == Name && !key.note.isEmpty())
        return key.note;
    if ((column == Key || column == KeyState) && key.declared)
        return declaredOrigin();
    if (column == KeyState && key.state == KeyRow::State::Rotating && key.oldUntil.isValid())
        return tr("The old secret is accepted until %1.").arg(full(key.oldUntil)) + u' '
            + (key.oldLastUsed.isValid()
                   ? tr("It was last used %1.").arg(full(key.oldLastUsed))
                   : tr("It has not been used since."));
    if (column == LastUsed && key.lastUsed.isValid())
        return full(key.lastUsed);
    if (column == Expires && key.expires.isValid())
        return full(key.expires);
    return text(key, column);
}

QVariant KeysModel::sortValue(const KeyRow &key, int column) const
{
    switch (column) {
    case KeyState:
        return int(key.state);
    case Spent:
        return key.spentThisMonth.value_or(-1);
    case Budget:
        return key.standing.budget ? shareOf(key.standing) : -1.0;
    case Rate:
        return key.standing.rpmUsed;
    case LastUsed:
        return key.lastUsed;
    case Expires: // keys without end come last
        return key.expires.isValid() ? key.expires.toMSecsSinceEpoch()
                                     : std::numeric_limits<qint64>::max();
    case Created:
        return key.created;
    default:
        return text(key, column).toLower();
    }
}

QVariant KeysModel::exportValue(const KeyRow &key, int column) const
{
    const auto time = [](const QDateTime &when) {
        return when.isValid() ? QVariant(when) : QVariant(QString());
    };
    switch (column) {
    case Spent:
        return key.spentThisMonth ? QVariant::fromValue(Money{*key.spentThisMonth}) : QVariant();
    case Budget:
        return key.standing.budget ? QVariant::fromValue(Money{*key.standing.budget})
                                   : QVariant(QString());
    case Rate:
        return key.standing.rpmUsed;
    case LastUsed:
        return time(key.lastUsed);
    case Expires:
        return time(key.expires);
    case Created:
        return time(key.created);
    default:
        return {};
    }
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyRow &key = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(key, column);
    case Qt::ToolTipRole:
        return toolTip(key, column);
    case Qt::TextAlignmentRole:
        return column == Spent || column == Rate ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                                 : QVariant();
    case CellRole::Id:
        return key.id;
    case CellRole::Kind:
        return int(kindOf(column));
    case CellRole::Share:
        return column == Budget && key.standing.budget ? QVariant(shareOf(key.standing))
                                                       : QVariant();
    case CellRole::Tone:
        if (column == Budget)
            return int(toneOf(key.standing));
        return column == KeyState ? QVariant(int(stateTone(key.state))) : QVariant();
    case CellRole::Icon:
        return column == KeyState ? QVariant(stateIcon(key)) : QVariant();
    case CellRole::Sort:
        return sortValue(key, column);
    case CellRole::Value:
        return exportValue(key, column);
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList ids{u"name"_s,   u"team"_s,    u"key"_s,   u"state"_s,   u"spent"_s,
                                 u"budget"_s, u"binds"_s,   u"rate"_s,  u"routes"_s,  u"lastUsed"_s,
                                 u"client"_s, u"expires"_s, u"owner"_s, u"created"_s, u"tags"_s};
    if (role == CellRole::Id)
        return ids.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Spent || section == Rate ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Name"),
                             tr("Team"),
                             tr("Key"),
                             tr("State"),
                             tr("This month"),
                             tr("Budget"),
                             tr("Limit that binds"),
                             tr("Requests/min"),
                             tr("Models"),
                             tr("Last used"),
                             tr("From"),
                             tr("Expires"),
                             tr("Owner"),
                             tr("Created"),
                             tr("Tags")};
    return titles.value(section);
}

} // namespace Gatehouse::Ui
