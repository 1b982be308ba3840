// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/field.h"
#include "core/api/findings.h"

#include <QtCore/QMap>

#include <chrono>
#include <optional>

namespace Gatehouse::Api {

//! Of a TextList that is a program and its arguments.
inline constexpr QStringView commandUnit = u"arguments";

//! Joins a path and a key: ("providers[1]", "base_url") is "providers[1].base_url"; an empty one
//! gives the other alone.
QString joinPath(const QString &path, const QString &key);

//! Where a value stands and whom to tell what is wrong with it.
struct Place {
    const Field &field;
    QString path;
    Findings &findings;

    void error(const QString &message) const;
    void warning(const QString &message) const;
};

//! One value of a document and its JSON form. readValue() leaves \a out alone and adds an Error
//! when the JSON has the wrong type or form; checkValue() tells what a well-formed value breaks:
//! required, range, choices.
void readValue(const QJsonValue &json, QString &out, const Place &place);
void readValue(const QJsonValue &json, bool &out, const Place &place);
void readValue(const QJsonValue &json, int &out, const Place &place);
void readValue(const QJsonValue &json, qint64 &out, const Place &place);
void readValue(const QJsonValue &json, double &out, const Place &place);
void readValue(const QJsonValue &json, std::chrono::milliseconds &out, const Place &place);
void readValue(const QJsonValue &json, std::optional<qint64> &out, const Place &place);
void readValue(const QJsonValue &json, QList<int> &out, const Place &place);
void readValue(const QJsonValue &json, QStringList &out, const Place &place);
void readValue(const QJsonValue &json, QMap<QString, QString> &out, const Place &place);

QJsonValue writeValue(const Field &field, const QString &value);
QJsonValue writeValue(const Field &field, bool value);
QJsonValue writeValue(const Field &field, int value);
QJsonValue writeValue(const Field &field, qint64 value);
QJsonValue writeValue(const Field &field, double value);
QJsonValue writeValue(const Field &field, std::chrono::milliseconds value);
QJsonValue writeValue(const Field &field, const std::optional<qint64> &value);
QJsonValue writeValue(const Field &field, const QList<int> &value);
QJsonValue writeValue(const Field &field, const QStringList &value);
QJsonValue writeValue(const Field &field, const QMap<QString, QString> &value);

void checkValue(const QString &value, const Place &place);
void checkValue(bool value, const Place &place);
void checkValue(int value, const Place &place);
void checkValue(qint64 value, const Place &place);
void checkValue(double value, const Place &place);
void checkValue(std::chrono::milliseconds value, const Place &place);
void checkValue(const std::optional<qint64> &value, const Place &place);
void checkValue(const QList<int> &value, const Place &place);
void checkValue(const QStringList &value, const Place &place);
void checkValue(const QMap<QString, QString> &value, const Place &place);

//! A value that may be absent.
template <typename V>
void readValue(const QJsonValue &json, std::optional<V> &out, const Place &place)
{
    const qsizetype before = place.findings.size();
    V value{};
    readValue(json, value, place);
    if (place.findings.size() == before)
        out = std::move(value);
}

template <typename V>
QJsonValue writeValue(const Field &field, const std::optional<V> &value)
{
    return value ? writeValue(field, *value) : QJsonValue(QJsonValue::Undefined);
}

template <typename V>
void checkValue(const std::optional<V> &value, const Place &place)
{
    if (value)
        checkValue(*value, place);
}

//! Shape of a Kept value, and the warning that nothing acts on it; an empty one is silent.
void checkKept(const QJsonValue &value, const Place &place);

} // namespace Gatehouse::Api
