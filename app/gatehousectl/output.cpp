// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehousectl/output.h"

#include "core/base/quantities.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

constexpr qsizetype widestCell = 60;

QJsonValue valueAt(const QJsonObject &row, const QString &key)
{
    QJsonValue value = row;
    for (const QString &part : key.split(u'.'))
        value = value.toObject().value(part);
    return value;
}

//! Text from outside never moves the terminal's cursor or starts a formula in a spreadsheet.
QString safe(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'?';
    }
    return text;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && u"=+-@"_s.contains(cell.front()) && !cell.at(cell.size() - 1).isDigit())
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n'))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell;
}

void printTable(const QList<Column> &columns, const QList<QStringList> &cells)
{
    QList<qsizetype> widths;
    for (qsizetype c = 0; c < columns.size(); ++c) {
        qsizetype width = columns[c].heading.size();
        for (const QStringList &row : cells)
            width = std::max(width, std::min(row[c].size(), widestCell));
        widths.append(width);
    }
    const auto line = [&widths](const QStringList &row) {
        QString text;
        for (qsizetype c = 0; c < row.size(); ++c) {
            const bool last = c + 1 == row.size();
            text += last ? row[c] : row[c].left(widths[c]).leftJustified(widths[c] + 2);
        }
        printLine(text);
    };
    QStringList headings;
    for (const Column &column : columns)
        headings.append(column.heading);
    line(headings);
    for (const QStringList &row : cells)
        line(row);
}

} // namespace

QString cellText(const QString &key, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return key.endsWith("cost_nano_usd"_L1) ? u"unpriced"_s : u"-"_s;
    if (key.endsWith("_nano_usd"_L1))
        return u'$' + QString::fromLatin1(Money{value.toInteger()}.toDecimal());
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(part.isString()
                             ? part.toString()
                             : QString::fromUtf8(
                                 QJsonDocument(part.toObject()).toJson(QJsonDocument::Compact)));
        return safe(parts.join(u", "_s));
    }
    if (value.isObject())
        return safe(
            QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    return safe(value.toString());
}

void printRows(OutputFormat format, const QJsonObject &whole, const QJsonArray &rows,
               const QList<Column> &columns)
{
    if (format == OutputFormat::Json) {
        printJson(whole);
        return;
    }
    QList<QStringList> cells;
    for (const QJsonValue &row : rows) {
        QStringList line;
        for (const Column &column : columns)
            line.append(cellText(column.key, valueAt(row.toObject(), column.key)));
        cells.append(line);
    }
    if (format == OutputFormat::Table) {
        if (cells.isEmpty())
            printLine(u"(none)"_s);
        else
            printTable(columns, cells);
        return;
    }
    QStringList names;
    for (const Column &column : columns)
        names.append(column.key);
    printLine(names.join(u','));
    for (const QStringList &row : std::as_const(cells)) {
        QStringList line;
        for (const QString &cell : row)
            line.append(csvCell(cell));
        printLine(line.join(u','));
    }
}

void printObject(OutputFormat format, const QJsonObject &object)
{
    if (format == OutputFormat::Json) {
        printJson(object);
        return;
    }
    qsizetype width = 0;
    for (const QString &key : object.keys())
        width = std::max(width, key.size());
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = cellText(it.key(), it.value());
        const QString csv = csvCell(it.key()) + u',' + csvCell(text);
        const QString line = it.key().leftJustified(width + 2) + text;
        printLine(format == OutputFormat::Csv ? csv : line);
    }
}

void printJson(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Indented);
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
}

void printLine(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
}

void printError(const QString &line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

} // namespace Gatehouse::Ctl
