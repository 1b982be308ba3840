// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldvalues.h"
#include "core/api/documents/values.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <functional>
#include <vector>

namespace Gatehouse::Api {

//! Whether writing leaves out what has its default value.
enum class Defaults { Omitted, Written };

//! A field bound to the struct that holds its value.
template <typename T>
struct BoundField {
    Field field;
    std::function<void(const QJsonValue &, T &, const Place &)> read;
    std::function<QJsonValue(const T &, Defaults)> write; //!< Undefined: nothing to write
    std::function<void(const T &, const Place &)> check;
};

//! The keys of one section or noun in the order they are written in a document. Immutable; the
//! tables are function-local constants.
template <typename T>
class FieldTable
{
public:
    FieldTable(std::initializer_list<BoundField<T>> fields)
        : m_fields(fields)
    {
        for (BoundField<T> &bound : m_fields)
            bound.field.defaultValue = bound.write(T{}, Defaults::Written);
    }

    //! Reads \a object over the defaults. Unknown keys and wrong types are Errors; a null value is
    //! as good as an absent one.
    T read(const QJsonObject &object, const QString &path, Findings &findings) const
    {
        T out;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const BoundField<T> *bound = find(it.key());
            if (!bound)
                findings.append(unknownKey(it.key(), path));
            else if (!it.value().isNull())
                bound->read(it.value(), out, {bound->field, joinPath(path, it.key()), findings});
        }
        return out;
    }

    QJsonObject write(const T &value, Defaults defaults = Defaults::Omitted) const
    {
        QJsonObject object;
        for (const BoundField<T> &bound : m_fields) {
            const QJsonValue json = bound.write(value, defaults);
            if (!json.isUndefined())
                object.insert(bound.field.key, json);
        }
        return object;
    }

    //! Required, range and choice of every field.
    void check(const T &value, const QString &path, Findings &findings) const
    {
        for (const BoundField<T> &bound : m_fields)
            bound.check(value, {bound.field, joinPath(path, bound.field.key), findings});
    }

    Fields fields() const
    {
        Fields out;
        for (const BoundField<T> &bound : m_fields)
            out.append(bound.field);
        return out;
    }

    //! The words allowed for \a key; empty when it takes any.
    QStringList choices(const QString &key) const
    {
        const BoundField<T> *bound = find(key);
        return bound ? bound->field.choices : QStringList();
    }

private:
    const BoundField<T> *find(const QString &key) const
    {
        const auto it = std::find_if(m_fields.begin(), m_fields.end(),
                                     [&](const auto &bound) { return bound.field.key == key; });
        return it == m_fields.end() ? nullptr : &*it;
    }

    Finding unknownKey(const QString &key, const QString &path) const
    {
        QStringList known;
        for (const BoundField<T> &bound : m_fields)
            known += bound.field.key;
        return {.severity = Severity::Error,
                .path = joinPath(path, key),
                .message = QStringLiteral("\"%1\" is not a known key%2; correct or remove it")
                               .arg(key, suggestion(key, known))};
    }

    std::vector<BoundField<T>> m_fields;
};

//! Binds a plain value.
template <typename T, typename V>
BoundField<T> bindValue(V T::*member, Field field)
{
    return {
        .field = field,
        .read = [member](const QJsonValue &json, T &out,
                         const Place &place) { readValue(json, out.*member, place); },
        .write =
            [member, field](const T &value, Defaults defaults) {
                static const T usual{};
                const bool omit = defaults == Defaults::Omitted && value.*member == usual.*member;
                return omit ? QJsonValue(QJsonValue::Undefined) : writeValue(field, value.*member);
            },
        .check = [member](const T &value, const Place &place) { checkValue(value.*member, place); },
    };
}

//! Binds a struct with a table of its own.
template <typename T, typename V>
BoundField<T> bindGroup(V T::*member, const FieldTable<V> &table, Field field)
{
    field.type = FieldType::Group;
    return {
        .field = field,
        .read =
            [member, &table](const QJsonValue &json, T &out, const Place &place) {
                if (json.isObject())
                    out.*member = table.read(json.toObject(), place.path, place.findings);
                else
                    place.error(QStringLiteral("must be an object with keys of its own"));
            },
        .write =
            [member, &table](const T &value, Defaults defaults) {
                const QJsonObject object = table.write(value.*member, defaults);
                return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
            },
        .check =
            [member, &table](const T &value, const Place &place) {
                table.check(value.*member, place.path, place.findings);
            },
    };
}

//! Binds a struct that may be absent altogether.
template <typename T, typename V>
BoundField<T> bindGroup(std::optional<V> T::*member, const FieldTable<V> &table, Field field)
{
    field.type = FieldType::Group;
    return {
        .field = field,
        .read =
            [member, &table](const QJsonValue &json, T &out, const Place &place) {
                if (json.isObject())
                    out.*member = table.read(json.toObject(), place.path, place.findings);
                else
                    place.error(QStringLiteral("must be an object with keys of its own"));
            },
        .write =
            [member, &table](const T &value, Defaults defaults) {
                return value.*member ? QJsonValue(table.write(*(value.*member), defaults))
                                     : QJsonValue(QJsonValue::Undefined);
            },
        .check =
            [member, &table](const T &value, const Place &place) {
                if (value.*member)
                    table.check(*(value.*member), place.path, place.findings);
            },
    };
}

//! Reads a list of objects, each by \a table.
template <typename V>
QList<V> readList(const QJsonValue &json, const FieldTable<V> &table, const Place &place)
{
    QList<V> out;
    if (!json.isArray()) {
        place.error(QStringLiteral("must be a list"));
        return out;
    }
    const QJsonArray items = json.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(place.path).arg(i);
        if (!items[i].isObject())
            place.findings.append({.severity = Severity::Error,
                                   .path = path,
                                   .message = QStringLiteral("must be an object with keys")});
        out.append(table.read(items[i].toObject(), path, place.findings));
    }
    return out;
}

//! Binds a list of structs. Their check is left to whoever validates the list, because it may know
//! more than the table does.
template <typename T, typename V>
BoundField<T> bindList(QList<V> T::*member, const FieldTable<V> &table, Field field)
{
    field.type = FieldType::GroupList;
    return {
        .field = field,
        .read = [member,
                 &table](const QJsonValue &json, T &out,
                         const Place &place) { out.*member = readList(json, table, place); },
        .write =
            [member, &table](const T &value, Defaults defaults) {
                QJsonArray items;
                for (const V &item : value.*member)
                    items.append(table.write(item, defaults));
                const bool omit = defaults == Defaults::Omitted && items.isEmpty();
                return omit ? QJsonValue(QJsonValue::Undefined) : QJsonValue(items);
            },
        .check = [](const T &, const Place &) {},
    };
}

//! Binds an object that has no table of its own.
template <typename T>
BoundField<T> bindObject(QJsonObject T::*member, Field field)
{
    field.type = FieldType::Group;
    return {
        .field = field,
        .read =
            [member](const QJsonValue &json, T &out, const Place &place) {
                if (json.isObject())
                    out.*member = json.toObject();
                else
                    place.error(QStringLiteral("must be an object with keys of its own"));
            },
        .write =
            [member](const T &value, Defaults) {
                return (value.*member).isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                                 : QJsonValue(value.*member);
            },
        .check = [](const T &, const Place &) {},
    };
}

//! A key that is known but not acted on: its value is kept verbatim in \a member.
template <typename T>
BoundField<T> keep(QJsonObject T::*member, const QString &key, KeptShape shape, const QString &help)
{
    return {
        .field = {.key = key, .type = FieldType::Kept, .help = help, .shape = shape},
        .read = [member, key](const QJsonValue &json, T &out,
                              const Place &) { (out.*member).insert(key, json); },
        .write = [member, key](const T &value, Defaults) { return (value.*member).value(key); },
        .check =
            [member, key](const T &value, const Place &place) {
                if ((value.*member).contains(key))
                    checkKept((value.*member).value(key), place);
            },
    };
}

} // namespace Gatehouse::Api
