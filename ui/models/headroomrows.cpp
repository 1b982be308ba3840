// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/headroomrows.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double scarce = 0.1;
constexpr double low = 0.25;

struct HeadroomText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::HeadroomRows)
};

QString kindTitle(const QString &kind)
{
    if (kind == "requests"_L1)
        return HeadroomText::tr("Requests");
    if (kind == "tokens"_L1)
        return HeadroomText::tr("Tokens");
    if (kind == "input_tokens"_L1)
        return HeadroomText::tr("Input tokens");
    if (kind == "output_tokens"_L1)
        return HeadroomText::tr("Output tokens");
    return kind;
}

QString leftText(const Headroom &one)
{
    return one.limit
        ? HeadroomText::tr("%1 of %2").arg(Format::count(one.remaining), Format::count(*one.limit))
        : Format::count(one.remaining);
}

QString waitText(const Headroom &one, const QDateTime &now)
{
    if (!one.resets.isValid() || one.resets <= now)
        return {};
    return Format::duration(double(now.msecsTo(one.resets)));
}

Tone toneOf(const Headroom &one)
{
    if (!one.left)
        return Tone::Neutral;
    return *one.left <= scarce ? Tone::Err : *one.left <= low ? Tone::Warn : Tone::Ok;
}

} // namespace

QList<Headroom> parseHeadroom(const QJsonArray &rows)
{
    const auto time = [](const QJsonValue &value) {
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    };
    QList<Headroom> all;
    for (const QJsonValue &row : rows) {
        const QString label = row["label"_L1].toString();
        const QJsonValue limit = row["limit"_L1];
        const QJsonValue left = row["left"_L1];
        all.append({.provider = row["title"_L1].toString(),
                    .key = label.isEmpty() ? row["key"_L1].toString() : label,
                    .kind = row["kind"_L1].toString(),
                    .remaining = row["remaining"_L1].toInteger(),
                    .limit = limit.isDouble() ? std::optional(limit.toInteger()) : std::nullopt,
                    .left = left.isDouble() ? MaybeNumber(left.toDouble()) : std::nullopt,
                    .resets = time(row["resets"_L1]),
                    .seen = time(row["seen"_L1])});
    }
    return all;
}

QString headroomSentence(const Headroom &headroom, const QDateTime &now)
{
    const QString wait = waitText(headroom, now);
    const QString kind = kindTitle(headroom.kind);
    return wait.isEmpty()
        ? HeadroomText::tr("%1: %2 left").arg(kind, leftText(headroom))
        : HeadroomText::tr("%1: %2 left, full again in %3").arg(kind, leftText(headroom), wait);
}

QList<CellsModel::Column> headroomColumns()
{
    return {{u"provider"_s, HeadroomText::tr("Provider"), CellKind::Strong},
            {u"key"_s, HeadroomText::tr("Key"), CellKind::Text},
            {u"kind"_s, HeadroomText::tr("Limit of"), CellKind::Text},
            {u"left"_s, HeadroomText::tr("Left"), CellKind::Meter},
            {u"count"_s, HeadroomText::tr("Left of all"), CellKind::Number},
            {u"resets"_s, HeadroomText::tr("Full again in"), CellKind::Number},
            {u"seen"_s, HeadroomText::tr("Said"), CellKind::Number}};
}

QList<CellsModel::Row> headroomRows(QList<Headroom> all, const QDateTime &now)
{
    std::ranges::stable_sort(all, {}, [](const Headroom &one) { return one.left.value_or(2); });
    QList<CellsModel::Row> rows;
    for (const Headroom &one : std::as_const(all)) {
        const QString wait = waitText(one, now);
        rows.append({one.provider + u'/' + one.key + u'/' + one.kind,
                     {{.text = one.provider},
                      {.text = one.key},
                      {.text = kindTitle(one.kind)},
                      {.text = one.left ? Format::percent(*one.left) : Format::unknown(),
                       .tone = toneOf(one),
                       .sort = one.left.value_or(2),
                       .share = one.left.value_or(0)},
                      {.text = leftText(one), .sort = one.remaining},
                      {.text = wait.isEmpty() ? Format::unknown() : wait, .sort = one.resets},
                      {.text = Format::age(one.seen, now, QTimeZone::systemTimeZone()),
                       .sort = one.seen}}});
    }
    return rows;
}

} // namespace Gatehouse::Ui
