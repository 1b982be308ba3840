// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/unknownsettings.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! What names an item of a list: "openai", "openai/gpt-4o", "team:ops/month".
QString nameOf(const QJsonValue &item)
{
    QStringList parts;
    for (const QString &key : {u"id"_s, u"scope"_s, u"provider"_s, u"model"_s, u"period"_s})
        if (const QString part = item[key].toString(); !part.isEmpty())
            parts.append(key + u'=' + part);
    return parts.join(u'/');
}

//! Where \a item stands in \a list; -1 when its name is there twice, or not at all.
qsizetype placeOf(const QJsonValue &item, const QJsonArray &list)
{
    const QString name = nameOf(item);
    qsizetype place = -1;
    for (qsizetype index = 0; index < list.size(); ++index) {
        const bool isIt = name.isEmpty() ? list.at(index) == item : nameOf(list.at(index)) == name;
        if (isIt && place >= 0)
            return -1;
        if (isIt)
            place = index;
    }
    return place;
}

bool hasUnknown(const QJsonValue &known, const QJsonValue &raw)
{
    if (raw.isObject()) {
        const QJsonObject all = raw.toObject();
        const QStringList keys = all.keys();
        return std::ranges::any_of(keys, [&](const QString &key) {
            const QJsonValue read = known[key];
            return read.isUndefined() || hasUnknown(read, all.value(key));
        });
    }
    const QJsonArray list = raw.toArray();
    const QJsonArray read = known.toArray();
    for (qsizetype index = 0; index < list.size(); ++index)
        if (list.at(index).isObject() && hasUnknown(read.at(index), list.at(index)))
            return true;
    return false;
}

std::optional<QJsonValue> objectWithUnknown(const QJsonObject &known, const QJsonObject &raw,
                                            QJsonObject mine)
{
    for (auto setting = raw.begin(); setting != raw.end(); ++setting) {
        const QJsonValue read = known.value(setting.key());
        if (mine.contains(setting.key())) {
            const auto value = withUnknown(read, setting.value(), mine.value(setting.key()));
            if (!value)
                return std::nullopt;
            mine.insert(setting.key(), *value);
        } else if (read.isUndefined()) {
            mine.insert(setting.key(), setting.value());
        }
    }
    return QJsonValue(mine);
}

std::optional<QJsonValue> listWithUnknown(const QJsonArray &known, const QJsonArray &raw,
                                          QJsonArray mine)
{
    if (known.size() != raw.size())
        return std::nullopt;
    qsizetype kept = 0;
    for (qsizetype index = 0; index < mine.size(); ++index) {
        const qsizetype place = placeOf(mine.at(index), known);
        if (place < 0)
            continue; // new
        const auto item = withUnknown(known.at(place), raw.at(place), mine.at(index));
        if (!item)
            return std::nullopt;
        mine[index] = *item;
        ++kept;
    }
    // Items without a name that were changed look like new ones.
    const bool isNamed = std::ranges::all_of(known, [&known](const QJsonValue &item) {
        return !nameOf(item).isEmpty() && placeOf(item, known) >= 0;
    });
    return isNamed || kept == known.size() ? std::optional(QJsonValue(mine)) : std::nullopt;
}

} // namespace

std::optional<QJsonValue> withUnknown(const QJsonValue &known, const QJsonValue &raw,
                                      const QJsonValue &mine)
{
    if (!hasUnknown(known, raw))
        return mine;
    if (raw.isObject() && mine.isObject())
        return objectWithUnknown(known.toObject(), raw.toObject(), mine.toObject());
    if (raw.isArray() && mine.isArray())
        return listWithUnknown(known.toArray(), raw.toArray(), mine.toArray());
    return mine;
}

} // namespace Gatehouse::Ui
