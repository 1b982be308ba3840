// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Ctl {

enum class OutputFormat { Table, Json, Csv };

//! One column of a table or CSV: where its value stands in a row ("error.code"), and its heading.
struct Column {
    QString key;
    QString heading;
};

//! Prints rows as table or CSV, or \a whole as JSON.
void printRows(OutputFormat format, const QJsonObject &whole, const QJsonArray &rows,
               const QList<Column> &columns);
//! Prints one object: "name  value" lines, one CSV row, or JSON.
void printObject(OutputFormat format, const QJsonObject &object);
void printJson(const QJsonObject &object);
void printLine(const QString &line);
void printError(const QString &line);

//! A value as a table shows it: money of "…_nano_usd" in dollars, lists joined by commas.
QString cellText(const QString &key, const QJsonValue &value);

} // namespace Gatehouse::Ctl
