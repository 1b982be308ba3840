// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/revisionsmodel.h"

#include "ui/models/differencetext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! In the person's language; of a version older than the parts in the gateway's English.
QString summaryOf(const QJsonObject &revision)
{
    const QStringList texts = differenceTexts(revision);
    const auto more = int(revision.value("changed"_L1).toInteger() - texts.size());
    if (texts.isEmpty())
        return revision.value("summary"_L1).toString();
    const QString listed = texts.join(u"; "_s);
    return more > 0 ? RevisionsModel::tr("%1; and %n more", nullptr, more).arg(listed) : listed;
}

const QString pageSize = u"100"_s;

} // namespace

RevisionsModel::RevisionsModel(Api::AdminClient &client, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
{
}

void RevisionsModel::refresh()
{
    ask({});
}

void RevisionsModel::loadMore()
{
    if (hasMore())
        ask(m_next);
}

void RevisionsModel::ask(const QString &cursor)
{
    QUrlQuery query{{u"limit"_s, pageSize}};
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    connect(m_client.get(u"/revisions"_s, query), &Api::AdminCall::finished, this,
            [this, cursor](Api::AdminCall *call) {
                if (!call->succeeded()) {
                    Q_EMIT failed(call->error().detail);
                    return;
                }
                beginResetModel();
                if (cursor.isEmpty())
                    m_rows.clear();
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    m_rows.append(
                        {.number = item["revision"_L1].toInteger(),
                         .time = QDateTime::fromString(item["time"_L1].toString(), Qt::ISODate),
                         .who = item["who"_L1].toString(),
                         .reason = item["reason"_L1].toString(),
                         .summary = summaryOf(item.toObject())});
                m_next = call->reply().body.value("next"_L1).toString();
                endResetModel();
                Q_EMIT loaded();
            });
}

void RevisionsModel::setCurrent(qint64 number)
{
    if (number == m_current)
        return;
    m_current = number;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RevisionsModel::askDifference(qint64 number)
{
    const QUrlQuery query{{u"from"_s, QString::number(number)}};
    connect(m_client.get(u"/revisions/diff"_s, query), &Api::AdminCall::finished, this,
            [this, number](Api::AdminCall *call) {
                QStringList sentences = differenceTexts(call->reply().body);
                if (!call->succeeded())
                    sentences.append(
                        tr("The difference could not be read: %1").arg(call->error().detail));
                Q_EMIT differenceRead(number, sentences);
            });
}

int RevisionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RevisionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RevisionsModel::text(const RevisionRow &row, int column) const
{
    switch (column) {
    case Number:
        return row.number == m_current ? tr("%1, in force").arg(row.number)
                                       : QString::number(row.number);
    case Time:
        return Format::age(row.time, QDateTime::currentDateTimeUtc(), QTimeZone::systemTimeZone());
    case Who:
        return row.who;
    case Summary:
        return row.summary;
    default:
        return row.reason;
    }
}

QVariant RevisionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RevisionRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time ? row.time.toUTC().toString(Qt::ISODate)
                                      : text(row, index.column());
    case CellRole::Id:
        return QString::number(row.number);
    case CellRole::Value:
        return index.column() == Number ? QVariant(row.number)
            : index.column() == Time    ? QVariant(row.time)
                                        : QVariant();
    case CellRole::Kind:
        return int(index.column() == Number        ? CellKind::Strong
                       : index.column() >= Summary ? CellKind::Sentence
                                                   : CellKind::Text);
    default:
        return {};
    }
}

QVariant RevisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    static const QStringList keys{u"number"_s, u"time"_s, u"who"_s, u"summary"_s, u"reason"_s};
    if (role == CellRole::Id)
        return keys.value(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Version");
    case Time:
        return tr("When");
    case Who:
        return tr("Who");
    case Summary:
        return tr("What changed");
    default:
        return tr("Why");
    }
}

} // namespace Gatehouse::Ui
