// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletext.h"

#include "core/base/csv.h"
#include "core/base/quantities.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! From the left.
QList<int> columnsOf(const QTableView &table, TableScope scope)
{
    const QHeaderView &header = *table.horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (scope == TableScope::All || !header.isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

//! The title where a column has no key.
QString keyOf(const QTableView &table, int column)
{
    const QVariant key = table.model()->headerData(column, Qt::Horizontal, CellRole::Id);
    return key.isValid() ? key.toString()
                         : table.model()->headerData(column, Qt::Horizontal).toString();
}

QString idOf(const QModelIndex &row)
{
    return row.siblingAtColumn(0).data(CellRole::Id).toString();
}

QByteArray numberText(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', 15) : QByteArray();
}

//! Empty for what is not a value of its own kind: the text of the cell says it then.
std::optional<QByteArray> valueText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QByteArray::number(value.toLongLong());
    case QMetaType::Double:
        return numberText(value.toDouble());
    case QMetaType::Bool:
        return value.toBool() ? "true"_ba : "false"_ba;
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate).toLatin1();
    case QMetaType::QDateTime:
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs).toLatin1();
    default:
        return value.canConvert<Money>() ? std::optional(value.value<Money>().toDecimal())
                                         : std::nullopt;
    }
}

//! Some row has a second line there.
bool hasDetails(const QAbstractItemModel &model, int column)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (!model.index(row, column).data(CellRole::Detail).toString().isEmpty())
            return true;
    return false;
}

QByteArray csvOf(const QModelIndex &cell)
{
    const QVariant value = cell.data(CellRole::Value);
    const QString text = cell.data().toString();
    if (text == Format::unknown())
        return {}; // not known, whatever it is sorted by
    if (const std::optional<QByteArray> machine = valueText(value))
        return *machine;
    if (value.typeId() == QMetaType::QString)
        return csvCell(value.toString());
    bool isNumber = false;
    if (cell.data(CellRole::Kind).toInt() == int(CellKind::Number))
        if (const double number = QLocale().toDouble(text, &isNumber); isNumber)
            return numberText(number);
    return csvCell(text);
}

} // namespace

QString rowsAsText(const QTableView &table, const QModelIndexList &rows)
{
    QStringList lines;
    const QList<int> columns = columnsOf(table, TableScope::Shown);
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QByteArray rowsAsJson(const QTableView &table, const QModelIndexList &rows)
{
    QJsonArray items;
    const QList<int> columns = columnsOf(table, TableScope::Shown);
    for (const QModelIndex &row : rows) {
        QJsonObject object;
        for (const int column : columns)
            object.insert(keyOf(table, column), row.siblingAtColumn(column).data().toString());
        if (const QString id = idOf(row); !id.isEmpty())
            object.insert(u"id"_s, id);
        items.append(object);
    }
    return QJsonDocument(items).toJson(QJsonDocument::Indented);
}

QByteArray tableAsCsv(const QTableView &table, TableScope scope)
{
    const QAbstractItemModel &model = *table.model();
    const QList<int> columns = columnsOf(table, scope);
    QByteArrayList head;
    QSet<int> detailed;
    for (const int column : columns) {
        head.append(csvCell(keyOf(table, column)));
        if (!hasDetails(model, column))
            continue;
        detailed.insert(column);
        head.append(csvCell(keyOf(table, column) + u"_detail"_s));
    }
    const bool hasIds =
        model.rowCount() > 0 && !idOf(model.index(0, 0)).isEmpty() && !head.contains("id"_ba);
    if (hasIds)
        head.prepend("id"_ba);
    QByteArray csv = head.join(',') + '\n';
    for (int row = 0; row < model.rowCount(); ++row) {
        if (scope == TableScope::Shown && table.isRowHidden(row))
            continue; // filtered
        QByteArrayList cells;
        if (hasIds)
            cells.append(csvCell(idOf(model.index(row, 0))));
        for (const int column : columns) {
            const QModelIndex cell = model.index(row, column);
            cells.append(csvOf(cell));
            if (detailed.contains(column))
                cells.append(csvCell(cell.data(CellRole::Detail).toString()));
        }
        csv += cells.join(',') + '\n';
    }
    return csv;
}

} // namespace Gatehouse::Ui
