// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/documentmerge.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString nameOf(const QJsonValue &item)
{
    const QString id = item["id"_L1].toString();
    return id.isEmpty() ? item["name"_L1].toString() : id;
}

bool isNamed(const QJsonArray &list)
{
    QStringList names;
    for (const QJsonValue &item : list) {
        const QString name = nameOf(item);
        if (name.isEmpty() || names.contains(name))
            return false;
        names.append(name);
    }
    return true;
}

QJsonValue find(const QJsonArray &list, const QString &name)
{
    const auto found = std::ranges::find_if(
        list, [&name](const QJsonValue &item) { return nameOf(item) == name; });
    return found == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*found);
}

QJsonValue merged(const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs);

//! Their order, then what is new of mine.
QJsonArray mergedList(const QJsonArray &base, const QJsonArray &mine, const QJsonArray &theirs)
{
    QJsonArray all;
    const auto take = [&](const QString &name) {
        const QJsonValue value = merged(find(base, name), find(mine, name), find(theirs, name));
        if (!value.isUndefined())
            all.append(value);
    };
    for (const QJsonValue &item : theirs)
        take(nameOf(item));
    for (const QJsonValue &item : mine) {
        if (find(theirs, nameOf(item)).isUndefined())
            take(nameOf(item));
    }
    return all;
}

QJsonValue merged(const QJsonValue &base, const QJsonValue &mine, const QJsonValue &theirs)
{
    if (mine == base)
        return theirs;
    if (theirs == base)
        return mine;
    if (mine.isObject() && theirs.isObject())
        return mergedDocument(base.toObject(), mine.toObject(), theirs.toObject());
    const QJsonArray lists[] = {base.toArray(), mine.toArray(), theirs.toArray()};
    if (mine.isArray() && theirs.isArray() && std::ranges::all_of(lists, isNamed))
        return mergedList(lists[0], lists[1], lists[2]);
    return mine;
}

} // namespace

QJsonObject mergedDocument(const QJsonObject &base, const QJsonObject &mine,
                           const QJsonObject &theirs)
{
    QJsonObject all = theirs;
    for (const QString &key : mine.keys() + base.keys()) {
        const QJsonValue value = merged(base.value(key), mine.value(key), theirs.value(key));
        if (value.isUndefined())
            all.remove(key);
        else
            all.insert(key, value);
    }
    return all;
}

} // namespace Gatehouse::Ui
