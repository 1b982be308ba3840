// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/priceimport.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The cells of one line; quotes around a cell may hold separators, doubled quotes one quote.
QStringList cellsOf(const QString &line, QChar separator)
{
    QStringList cells(QString{});
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'"' && quoted && line.mid(i + 1, 1) == "\""_L1)
            cells.last() += line.at(i++);
        else if (c == u'"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    std::for_each(cells.begin(), cells.end(), [](QString &cell) { cell = cell.trimmed(); });
    return cells;
}

QJsonObject objectOf(const QStringList &names, const QStringList &cells)
{
    QJsonObject object;
    for (qsizetype i = 0; i < std::min(names.size(), cells.size()); ++i) {
        if (cells[i].isEmpty())
            continue;
        bool isNumber = false;
        const double number = cells[i].toDouble(&isNumber);
        const bool isPrice = names[i].contains("_usd"_L1);
        object.insert(names[i], isPrice && isNumber ? QJsonValue(number) : QJsonValue(cells[i]));
    }
    return object;
}

//! Every entry with where it stood: "line 3".
using Places = QList<std::pair<QString, QJsonObject>>;

Places placesOfCsv(const QByteArray &text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    const QChar separator = lines.first().contains(u';') ? u';' : u',';
    const QStringList names = cellsOf(lines.first(), separator);
    Places places;
    for (qsizetype i = 1; i < lines.size(); ++i)
        if (!lines[i].trimmed().isEmpty())
            places.append({u"line %1"_s.arg(i + 1), objectOf(names, cellsOf(lines[i], separator))});
    return places;
}

Result<Places> placesOfJson(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (document.isNull())
        return Error{ErrorCode::InvalidArgument, problem.errorString()};
    const QJsonArray entries =
        document.isArray() ? document.array() : document["prices"_L1].toArray();
    Places places;
    for (qsizetype i = 0; i < entries.size(); ++i)
        places.append({u"entry %1"_s.arg(i + 1), entries[i].toObject()});
    return places;
}

} // namespace

Result<QList<Api::PriceOverride>> readPrices(const QByteArray &text, bool json)
{
    const Result<Places> places = json ? placesOfJson(text) : Result<Places>(placesOfCsv(text));
    if (!places)
        return places.error();
    if (places->isEmpty())
        return Error{ErrorCode::InvalidArgument, u"there are no prices in this file"_s};
    QList<Api::PriceOverride> prices;
    for (const auto &[place, object] : *places) {
        Api::Findings findings;
        const Api::PriceOverride price = Api::priceFromJson(object, {}, findings);
        findings += Api::validate(price);
        const auto wrong =
            std::find_if(findings.begin(), findings.end(), [](const Api::Finding &finding) {
                return finding.severity == Api::Severity::Error;
            });
        if (wrong != findings.end())
            return Error{ErrorCode::InvalidArgument,
                         u"%1: %2: %3"_s.arg(place, wrong->path, wrong->message)};
        prices.append(price);
    }
    return prices;
}

QList<Api::PriceOverride> mergePrices(QList<Api::PriceOverride> own,
                                      const QList<Api::PriceOverride> &imported)
{
    for (const Api::PriceOverride &price : imported) {
        const auto same = std::find_if(own.begin(), own.end(), [&price](const auto &other) {
            return other.provider == price.provider && other.model == price.model
                && other.from == price.from;
        });
        if (same == own.end())
            own.append(price);
        else
            *same = price;
    }
    return own;
}

} // namespace Gatehouse::Ui
