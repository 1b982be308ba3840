// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/fieldvalues.h"

#include "core/api/documents/values.h"
#include "core/base/quantities.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

//! A whole JSON number below 2^53, which JSON's doubles carry exactly.
std::optional<qint64> wholeNumber(const QJsonValue &json)
{
    constexpr double exactLimit = 9'007'199'254'740'992.0;
    const double number = json.toDouble(std::nan(""));
    if (!(std::abs(number) <= exactLimit) || number != std::floor(number))
        return std::nullopt;
    return json.toInteger();
}

QString limitText(const Field &field, double limit)
{
    switch (field.type) {
    case FieldType::Duration:
        return formatDuration(std::chrono::milliseconds(qint64(limit)));
    case FieldType::Size:
        return formatSize(qint64(limit));
    case FieldType::Dollars:
        return QString::number(limit / 1e9);
    case FieldType::Percent:
        return QLocale::c().toString(limit, 'g', QLocale::FloatingPointShortest) + u'%';
    case FieldType::WholeList:
    case FieldType::Text:
    case FieldType::Flag:
    case FieldType::Whole:
    case FieldType::Number:
    case FieldType::TextList:
    case FieldType::TextMap:
    case FieldType::Group:
    case FieldType::GroupList:
    case FieldType::Kept:
        break;
    }
    return QLocale::c().toString(limit, 'g', QLocale::FloatingPointShortest);
}

//! "a whole number from 1 to 64", without the sides that have no limit.
QString rangeText(const Field &field, const QString &noun)
{
    const bool bounded = field.minimum > std::numeric_limits<double>::lowest();
    const bool capped = field.maximum < std::numeric_limits<double>::max();
    if (bounded && capped)
        return u"%1 from %2 to %3"_s.arg(noun, limitText(field, field.minimum),
                                         limitText(field, field.maximum));
    if (bounded)
        return u"%1 of at least %2"_s.arg(noun, limitText(field, field.minimum));
    return capped ? u"%1 of at most %2"_s.arg(noun, limitText(field, field.maximum)) : noun;
}

//! The number of a text such as "2%" or "0.5 %".
std::optional<double> percentIn(const QJsonValue &json)
{
    const QString text = json.toString();
    if (!text.endsWith(u'%'))
        return std::nullopt;
    bool ok = false;
    const double percent = text.chopped(1).trimmed().toDouble(&ok);
    return ok && std::isfinite(percent) ? std::optional(percent) : std::nullopt;
}

QString quoted(const QStringList &words)
{
    QStringList out;
    for (const QString &word : words)
        out += u'"' + word + u'"';
    return out.join(", "_L1);
}

void checkRange(double value, const Place &place, const QString &noun)
{
    if (value < place.field.minimum || value > place.field.maximum)
        place.error(u"must be %1, not %2"_s.arg(rangeText(place.field, noun),
                                                limitText(place.field, value)));
}

void checkChoice(const QString &value, const Place &place)
{
    if (place.field.choices.isEmpty() || place.field.choices.contains(value))
        return;
    place.error(u"\"%1\" is not known%2; use one of %3"_s.arg(
        value, suggestion(value, place.field.choices), quoted(place.field.choices)));
}

void checkCharacters(const QString &value, const Place &place)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::any_of(value.begin(), value.end(), isControl))
        place.error(u"must not contain line breaks or other control characters"_s);
}

} // namespace

QString joinPath(const QString &path, const QString &key)
{
    if (path.isEmpty() || key.isEmpty())
        return path + key;
    return path + u'.' + key;
}

void Place::error(const QString &message) const
{
    findings.append({.severity = Severity::Error, .path = path, .message = message});
}

void Place::warning(const QString &message) const
{
    findings.append({.severity = Severity::Warning, .path = path, .message = message});
}

void readValue(const QJsonValue &json, QString &out, const Place &place)
{
    if (json.isString())
        out = json.toString();
    else
        place.error(u"must be a text; put it in quotes if it looks like a number or a flag"_s);
}

void readValue(const QJsonValue &json, bool &out, const Place &place)
{
    if (json.isBool())
        out = json.toBool();
    else
        place.error(u"must be true or false"_s);
}

void readValue(const QJsonValue &json, int &out, const Place &place)
{
    const auto whole = wholeNumber(json);
    if (whole && *whole >= std::numeric_limits<int>::min()
        && *whole <= std::numeric_limits<int>::max())
        out = static_cast<int>(*whole);
    else
        place.error(u"must be %1"_s.arg(rangeText(place.field, u"a whole number"_s)));
}

void readValue(const QJsonValue &json, qint64 &out, const Place &place)
{
    const auto bytes = json.isString() ? parseSize(json.toString()) : wholeNumber(json);
    if (bytes)
        out = *bytes;
    else
        place.error(u"must be a size such as \"64MiB\", \"500kB\" or a plain number of bytes"_s);
}

void readValue(const QJsonValue &json, double &out, const Place &place)
{
    if (json.isDouble() && std::isfinite(json.toDouble()))
        out = json.toDouble();
    else if (const auto percent = percentIn(json);
             percent && place.field.type == FieldType::Percent)
        out = *percent;
    else if (place.field.type == FieldType::Percent)
        place.error(u"must be a share such as \"2%\""_s);
    else
        place.error(u"must be %1"_s.arg(rangeText(place.field, u"a number"_s)));
}

void readValue(const QJsonValue &json, std::chrono::milliseconds &out, const Place &place)
{
    const QString text = json.isDouble()
        ? QString::number(json.toDouble(), 'f', QLocale::FloatingPointShortest) + u's'
        : json.toString();
    const auto duration = parseDuration(text);
    if (duration)
        out = *duration;
    else
        place.error(u"must be a duration such as \"200ms\", \"5s\", \"10m\" or \"1h\""_s);
}

void readValue(const QJsonValue &json, std::optional<qint64> &out, const Place &place)
{
    const QByteArray text = json.isDouble()
        ? QByteArray::number(json.toDouble(), 'g', QLocale::FloatingPointShortest)
        : json.toString().toUtf8();
    const auto nano = decimalToNano(text);
    if (nano)
        out = *nano;
    else
        place.error(u"must be an amount in dollars such as 0.15, not negative"_s);
}

void readValue(const QJsonValue &json, QList<int> &out, const Place &place)
{
    if (!json.isArray()) {
        place.error(u"must be a list of whole numbers, such as [80, 95]"_s);
        return;
    }
    QList<int> numbers;
    const QJsonArray items = json.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        int number = 0;
        readValue(items[i], number,
                  {place.field, u"%1[%2]"_s.arg(place.path).arg(i), place.findings});
        numbers += number;
    }
    out = numbers;
}

void readValue(const QJsonValue &json, QStringList &out, const Place &place)
{
    if (!json.isArray()) {
        place.error(u"must be a list of texts, such as [\"one\", \"two\"]"_s);
        return;
    }
    QStringList texts;
    const QJsonArray items = json.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        QString text;
        const Place item{place.field, u"%1[%2]"_s.arg(place.path).arg(i), place.findings};
        // Status codes (retry on 429) are natural to write as numbers.
        if (const auto whole = wholeNumber(items[i]); whole && !place.field.choices.isEmpty())
            text = QString::number(*whole);
        else
            readValue(items[i], text, item);
        texts += text;
    }
    out = texts;
}

void readValue(const QJsonValue &json, QMap<QString, QString> &out, const Place &place)
{
    if (!json.isObject()) {
        place.error(u"must be names with texts, such as {name: \"value\"}"_s);
        return;
    }
    QMap<QString, QString> texts;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Place item{place.field, joinPath(place.path, it.key()), place.findings};
        readValue(it.value(), texts[it.key()], item);
    }
    out = texts;
}

QJsonValue writeValue(const Field &, const QString &value)
{
    return value;
}
QJsonValue writeValue(const Field &, bool value)
{
    return value;
}
QJsonValue writeValue(const Field &, int value)
{
    return value;
}
QJsonValue writeValue(const Field &, qint64 value)
{
    return formatSize(value);
}
QJsonValue writeValue(const Field &field, double value)
{
    if (field.type == FieldType::Percent)
        return QString(QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest) + u'%');
    return value;
}
QJsonValue writeValue(const Field &, std::chrono::milliseconds value)
{
    return formatDuration(value);
}

QJsonValue writeValue(const Field &, const std::optional<qint64> &value)
{
    // The nearest double prints as the same decimal: amounts have at most 15 significant digits.
    return value ? QJsonValue(Money{*value}.toDecimal().toDouble()) : QJsonValue::Undefined;
}

QJsonValue writeValue(const Field &, const QList<int> &value)
{
    QJsonArray numbers;
    for (const int number : value)
        numbers.append(number);
    return numbers;
}

QJsonValue writeValue(const Field &, const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue writeValue(const Field &, const QMap<QString, QString> &value)
{
    QJsonObject object;
    for (auto it = value.begin(); it != value.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

void checkValue(const QString &value, const Place &place)
{
    if (value.isEmpty()) {
        if (place.field.required)
            place.error(u"is missing; %1"_s.arg(place.field.help));
        return;
    }
    checkCharacters(value, place);
    checkChoice(value, place);
}

void checkValue(bool, const Place &) { }

void checkValue(int value, const Place &place)
{
    checkRange(value, place, u"a whole number"_s);
}

void checkValue(qint64 value, const Place &place)
{
    checkRange(double(value), place, u"a size"_s);
}

void checkValue(double value, const Place &place)
{
    checkRange(value, place, u"a number"_s);
}

void checkValue(std::chrono::milliseconds value, const Place &place)
{
    checkRange(double(value.count()), place, u"a duration"_s);
}

void checkValue(const std::optional<qint64> &value, const Place &place)
{
    if (value)
        checkRange(double(*value), place, u"an amount"_s);
}

void checkValue(const QList<int> &value, const Place &place)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const Place item{place.field, u"%1[%2]"_s.arg(place.path).arg(i), place.findings};
        checkValue(value[i], item);
        if (value.indexOf(value[i]) < i)
            item.error(u"%1 is listed twice; remove one"_s.arg(value[i]));
    }
}

void checkValue(const QStringList &value, const Place &place)
{
    if (place.field.unit == commandUnit)
        return; // an argument may be anything, also nothing, and come twice
    for (qsizetype i = 0; i < value.size(); ++i) {
        const Place item{place.field, u"%1[%2]"_s.arg(place.path).arg(i), place.findings};
        if (value[i].isEmpty())
            item.error(u"is empty; remove it or write a text"_s);
        else if (value.indexOf(value[i]) < i)
            item.error(u"\"%1\" is listed twice; remove one"_s.arg(value[i]));
        else
            checkChoice(value[i], item);
        checkCharacters(value[i], item);
    }
    if (value.isEmpty() && place.field.required)
        place.error(u"is empty; %1"_s.arg(place.field.help));
}

void checkValue(const QMap<QString, QString> &value, const Place &place)
{
    for (auto it = value.begin(); it != value.end(); ++it)
        checkCharacters(it.value(), {place.field, joinPath(place.path, it.key()), place.findings});
}

void checkKept(const QJsonValue &value, const Place &place)
{
    const bool fits = (place.field.shape == KeptShape::Object && value.isObject())
        || (place.field.shape == KeptShape::List && value.isArray())
        || (place.field.shape == KeptShape::Text && value.isString());
    if (!fits) {
        static const QMap<KeptShape, QString> names{{KeptShape::Object, u"an object"_s},
                                                    {KeptShape::List, u"a list"_s},
                                                    {KeptShape::Text, u"a text"_s}};
        place.error(u"must be %1"_s.arg(names.value(place.field.shape)));
        return;
    }
    if (!place.field.choices.isEmpty()) { // kept as a text, and acted on
        checkChoice(value.toString(), place);
        return;
    }
    const bool empty =
        value.toArray().isEmpty() && value.toObject().isEmpty() && value.toString().isEmpty();
    if (!empty)
        place.warning(
            u"\"%1\" is accepted but not acted on in this version"_s.arg(place.field.key));
}

} // namespace Gatehouse::Api
