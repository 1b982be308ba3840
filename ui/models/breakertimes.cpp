// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/breakertimes.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The worst state from \a from up to \a to; \a at is the change in force, moved on. Times of one
//! form sort as texts.
BreakerLook worstBetween(const QJsonArray &changes, qsizetype &at, const QString &to)
{
    const auto look = [&changes](qsizetype index) {
        return index < 0 ? BreakerLook::Closed
                         : breakerLook(changes.at(index).toObject().value("state"_L1).toString());
    };
    BreakerLook worst = look(at);
    while (at + 1 < changes.size()
           && changes.at(at + 1).toObject().value("time"_L1).toString() < to)
        worst = std::max(worst, look(++at));
    return worst;
}

QList<BreakerLook> cellsOf(const QJsonObject &target, const QJsonArray &times, const QString &end)
{
    const QJsonArray changes = target.value("changes"_L1).toArray();
    const QJsonArray attempts = target.value("attempts"_L1).toArray();
    QList<BreakerLook> cells;
    qsizetype at = -1;
    for (qsizetype point = 0; point < times.size(); ++point) {
        const QString to = point + 1 < times.size() ? times.at(point + 1).toString() : end;
        const BreakerLook worst = worstBetween(changes, at, to);
        const bool quiet = attempts.at(point).toInteger() == 0;
        cells.append(worst == BreakerLook::Closed && quiet ? BreakerLook::Unknown : worst);
    }
    return cells;
}

} // namespace

QString breakerWord(BreakerLook look)
{
    switch (look) {
    case BreakerLook::Unknown:
        return QCoreApplication::translate("BreakerLook", "No data");
    case BreakerLook::Closed:
        return QCoreApplication::translate("BreakerLook", "Closed");
    case BreakerLook::HalfOpen:
        return QCoreApplication::translate("BreakerLook", "Half-open");
    case BreakerLook::Paused:
        return QCoreApplication::translate("BreakerLook", "Paused");
    case BreakerLook::Open:
        return QCoreApplication::translate("BreakerLook", "Open");
    case BreakerLook::Held:
        return QCoreApplication::translate("BreakerLook", "Held open");
    }
    return {};
}

BreakerLook breakerLook(const QString &state)
{
    return state == "half_open"_L1 ? BreakerLook::HalfOpen
        : state == "open"_L1       ? BreakerLook::Open
        : state == "held"_L1       ? BreakerLook::Held
        : state == "paused"_L1     ? BreakerLook::Paused
                                   : BreakerLook::Closed;
}

QList<BreakerTimes> parseBreakers(const QJsonObject &report)
{
    const QJsonArray times = report.value("series"_L1).toObject().value("times"_L1).toArray();
    QList<BreakerTimes> breakers;
    for (const QJsonValue &value : report.value("breakers"_L1).toArray()) {
        const QJsonObject target = value.toObject();
        breakers.append({.id = target.value("id"_L1).toString(),
                         .provider = target.value("provider"_L1).toString(),
                         .providerName = target.value("provider_name"_L1).toString(),
                         .model = target.value("model"_L1).toString(),
                         .now = breakerLook(target.value("state"_L1).toString()),
                         .cells = cellsOf(target, times, report.value("to"_L1).toString())});
    }
    return breakers;
}

} // namespace Gatehouse::Ui
