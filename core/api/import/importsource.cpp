// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/importsource.h"

#include "core/api/documents/fieldvalues.h"
#include "core/api/documents/validation.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

ImportSource::ImportSource(const QJsonValue &value, QString path, ImportReport &report)
    : m_object(value.toObject())
    , m_path(std::move(path))
    , m_report(report)
{
    if (!value.isObject() && !value.isUndefined() && !value.isNull())
        m_report.leftOut(m_path, u"It is no object, so nothing was read from it."_s);
}

QString ImportSource::path(const QString &key) const
{
    return joinPath(m_path, key);
}

bool ImportSource::has(const QString &key) const
{
    return m_object.contains(key) && !m_object.value(key).isNull();
}

QJsonValue ImportSource::take(const QString &key)
{
    m_taken.insert(key);
    return m_object.value(key);
}

QString ImportSource::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (!value.isString() && has(key))
        m_report.leftOut(path(key), u"It is no text."_s);
    return value.toString().trimmed();
}

std::optional<double> ImportSource::number(const QString &key)
{
    if (!has(key)) {
        m_taken.insert(key);
        return std::nullopt;
    }
    bool ok = false;
    const double number = text(key).toDouble(&ok);
    if (ok && std::isfinite(number) && number >= 0)
        return number;
    m_report.leftOut(path(key), u"It is no number of 0 or more."_s);
    return std::nullopt;
}

void ImportSource::leaveOut(const QString &key, const QString &why)
{
    m_taken.insert(key);
    if (has(key))
        m_report.leftOut(path(key), why);
}

void ImportSource::leaveOutRest(const QString &why)
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_taken.contains(it.key()))
            leaveOut(it.key(), why.isEmpty() ? u"It has no counterpart here."_s : why);
    }
}

QJsonObject objectOf(ImportSource &source, const QString &key, ImportReport &report)
{
    const QJsonValue value = source.take(key);
    if (source.has(key) && !value.isObject())
        report.leftOut(source.path(key), u"It is no object, so nothing was read from it."_s);
    return value.toObject();
}

QJsonValue withMerges(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &one : value.toArray())
            list.append(withMerges(one));
        return list;
    }
    if (!value.isObject())
        return value;
    constexpr auto mergeKey = "<<"_L1;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        object.insert(it.key(), withMerges(*it));
    const QJsonValue merged = object.value(mergeKey);
    if (!merged.isObject() && !merged.isArray())
        return object;
    object.remove(mergeKey);
    for (const QJsonValue &other : merged.isArray() ? merged.toArray() : QJsonArray{merged}) {
        const QJsonObject members = other.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            if (!object.contains(it.key()))
                object.insert(it.key(), *it);
        }
    }
    return object;
}

QString importedId(const QString &text)
{
    constexpr qsizetype longest = 60; // room for a number behind it
    QString id;
    for (const QChar c : text.toLower()) {
        const bool fits = isId(QStringView(&c, 1));
        if (fits || !id.endsWith(u'-'))
            id += fits ? c : QChar(u'-');
    }
    while (id.startsWith(u'-'))
        id.remove(0, 1);
    id = id.left(longest);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? u"unnamed"_s : id;
}

QString freeId(const QString &wish, const QStringList &taken)
{
    QString id = wish;
    for (int number = 2; taken.contains(id); ++number)
        id = u"%1-%2"_s.arg(wish).arg(number);
    return id;
}

std::chrono::milliseconds importedTime(double seconds)
{
    constexpr double day = 24 * 3'600'000.0;
    return std::chrono::milliseconds(qint64(std::clamp(std::round(seconds * 1000), 1.0, day)));
}

int importedCount(double number)
{
    constexpr double most = 2'000'000'000;
    return int(std::clamp(std::floor(number), 1.0, most));
}

} // namespace Gatehouse::Api
