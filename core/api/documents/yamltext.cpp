// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/yamltext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

//! Words that a reader of YAML 1.1 or 1.2 takes for something else than text.
bool isSpecialWord(const QString &text)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s,
                                   u"off"_s,  u"null"_s,  u"y"_s,   u"n"_s};
    return words.contains(text.toLower());
}

//! Letters first and nothing that could be syntax or a number; all else stands in quotes.
QByteArray scalar(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z][A-Za-z0-9_./-]*$"_s);
    if (plain.match(text).hasMatch() && !isSpecialWord(text))
        return text.toUtf8();
    // A JSON string is a double-quoted one of YAML (1.2, section 1.3).
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QByteArray scalar(const QJsonValue &value)
{
    if (value.isString())
        return scalar(value.toString());
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QStringList orderedKeys(const QJsonObject &object, const QStringList &order)
{
    QStringList keys;
    for (const QString &key : order)
        if (object.contains(key))
            keys.append(key);
    for (const QString &key : object.keys())
        if (!keys.contains(key))
            keys.append(key);
    return keys;
}

bool isBlock(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty())
        || (value.isArray() && !value.toArray().isEmpty());
}

void write(QByteArray &out, const QJsonValue &value, const QByteArray &indent,
           const QStringList &order);

//! The first key comes without the indent where "- " stands before it already.
void writeObject(QByteArray &out, const QJsonObject &object, const QByteArray &indent,
                 const QStringList &order, bool isAfterDash)
{
    bool needsIndent = !isAfterDash;
    for (const QString &key : orderedKeys(object, order)) {
        const QJsonValue value = object.value(key);
        out += (needsIndent ? indent : QByteArray()) + scalar(key) + ':';
        needsIndent = true;
        if (isBlock(value)) {
            out += '\n';
            write(out, value, indent + "  ", order);
        } else {
            out += ' ' + scalar(value) + '\n';
        }
    }
}

void write(QByteArray &out, const QJsonValue &value, const QByteArray &indent,
           const QStringList &order)
{
    if (value.isObject())
        return writeObject(out, value.toObject(), indent, order, false);
    for (const QJsonValue &item : value.toArray()) {
        if (item.isObject() && isBlock(item)) {
            out += indent + "- ";
            writeObject(out, item.toObject(), indent + "  ", order, true);
        } else if (isBlock(item)) {
            out += indent + "-\n";
            write(out, item, indent + "  ", order);
        } else {
            out += indent + "- " + scalar(item) + '\n';
        }
    }
}

} // namespace

QByteArray yamlText(const QJsonObject &object, const QStringList &order)
{
    QByteArray out;
    write(out, object, {}, order);
    return out.isEmpty() ? QByteArray("{}\n") : out;
}

} // namespace Gatehouse::Api
