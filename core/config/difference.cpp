// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/difference.h"

#include "core/api/documents/documentjson.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

namespace {

using Kind = Difference::Kind;

//! What a noun of a list is called: its id, or provider/model; empty when it has neither.
QString nameOf(const QJsonValue &item)
{
    const QString id = item["id"_L1].toString();
    if (!id.isEmpty())
        return id;
    const QString provider = item["provider"_L1].toString();
    return provider.isEmpty() ? QString() : QString(provider + u'/' + item["model"_L1].toString());
}

//! The names of all items, or nothing unless each has one and no two the same.
std::optional<QStringList> namesOf(const QJsonArray &items)
{
    QStringList names;
    QSet<QString> seen;
    for (const QJsonValue &item : items) {
        const QString name = nameOf(item);
        if (name.isEmpty() || seen.contains(name))
            return std::nullopt;
        seen.insert(name);
        names += name;
    }
    return names;
}

QString words(const QString &key)
{
    static const QHash<QString, QString> proper{{u"url"_s, u"URL"_s},
                                                {u"usd"_s, u"USD"_s},
                                                {u"tls"_s, u"TLS"_s},
                                                {u"mtok"_s, u"million tokens"_s}};
    QStringList parts = key.split(u'_');
    for (QString &part : parts)
        part = proper.value(part, part);
    return parts.join(u' ');
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

//! "providers" is "Provider".
QString singular(const QString &section)
{
    QString text = words(section);
    if (text.endsWith(u's'))
        text.chop(1);
    return capitalised(text);
}

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().isEmpty() ? u"nothing"_s : value.toString();
    if (value.isBool())
        return value.toBool() ? u"on"_s : u"off"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    const QJsonArray list = value.toArray();
    const bool isTexts = !list.isEmpty()
        && std::all_of(list.begin(), list.end(), [](const auto &item) { return item.isString(); });
    if (isTexts)
        return value.toVariant().toStringList().join(", "_L1);
    if (value.isUndefined() || value.isNull() || (value.isArray() && list.isEmpty()))
        return u"nothing"_s;
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(list) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

//! Where a comparison stands: its path, and the words for it.
struct Place {
    QString path;
    QStringList owners; //!< innermost first: "openai/gpt-4o", "fast"
    QStringList groups; //!< "timeouts"

    Place key(const QString &key) const { return {Api::joinPath(path, key), owners, groups}; }
    Place inside(const QString &key) const
    {
        return {Api::joinPath(path, key), owners, groups + QStringList{key}};
    }
    Place item(const QString &list, const QString &name) const
    {
        return {Api::joinPath(path, u"%1[%2]"_s.arg(list, name)), QStringList{name} + owners, {}};
    }
    QJsonObject words(const QString &form, const QString &field) const
    {
        return {{u"form"_s, form},
                {u"field"_s, field},
                {u"owners"_s, QJsonArray::fromStringList(owners)},
                {u"groups"_s, QJsonArray::fromStringList(groups)}};
    }
    //! " in timeouts of openai", " of openai/gpt-4o in fast".
    QString of() const
    {
        const QString owned =
            owners.isEmpty() ? QString() : QString(u" of "_s + owners.join(" in "_L1));
        QString grouped;
        for (const QString &group : groups)
            grouped += u" in "_s + Config::words(group);
        return grouped + owned;
    }
};

class Comparison
{
public:
    std::vector<Difference> run(const QJsonObject &before, const QJsonObject &after)
    {
        for (const QString &key : sections(before, after))
            compare(Place{}, key, before.value(key), after.value(key));
        return std::move(m_found);
    }

private:
    //! The sections in the order people write them, then the rest.
    static QStringList sections(const QJsonObject &before, const QJsonObject &after)
    {
        QStringList keys;
        const Api::Fields fields = Api::documentTable().fields();
        for (const Api::Field &field : fields) {
            if (before.contains(field.key) || after.contains(field.key))
                keys += field.key;
        }
        return keys;
    }

    void compare(const Place &place, const QString &key, const QJsonValue &before,
                 const QJsonValue &after);
    void compareObjects(const Place &place, const QJsonObject &before, const QJsonObject &after);
    //! Lists whose members have names.
    struct Named {
        QJsonArray items;
        QStringList names;
    };
    void compareLists(const Place &place, const QString &key, const Named &before,
                      const Named &after);
    void addMember(const Place &place, const QString &key, const QString &name,
                   const QJsonValue &before, const QJsonValue &after);
    void addValue(const Place &place, const QString &key, const QJsonValue &before,
                  const QJsonValue &after);

    std::vector<Difference> m_found;
};

void Comparison::compare(const Place &place, const QString &key, const QJsonValue &before,
                         const QJsonValue &after)
{
    if (before == after)
        return;
    const auto isList = [](const QJsonValue &value) {
        return value.isArray() || value.isUndefined();
    };
    if (before.isObject() && after.isObject()) {
        compareObjects(place.inside(key), before.toObject(), after.toObject());
        return;
    }
    if (isList(before) && isList(after)) {
        const auto oldNames = namesOf(before.toArray());
        const auto newNames = namesOf(after.toArray());
        if (oldNames && newNames) {
            compareLists(place, key, {before.toArray(), *oldNames}, {after.toArray(), *newNames});
            return;
        }
    }
    addValue(place, key, before, after);
}

void Comparison::compareObjects(const Place &place, const QJsonObject &before,
                                const QJsonObject &after)
{
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : keys)
        compare(place, key, before.value(key), after.value(key));
}

void Comparison::compareLists(const Place &place, const QString &key, const Named &before,
                              const Named &after)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < after.names.size(); ++i)
        places.insert(after.names[i], i);
    QStringList oldNames; // of what is in both
    for (qsizetype i = 0; i < before.names.size(); ++i) {
        const QString &name = before.names[i];
        const auto now = places.constFind(name);
        if (now == places.constEnd()) {
            addMember(place, key, name, before.items[i], QJsonValue::Undefined);
            continue;
        }
        compareObjects(place.item(key, name), before.items[i].toObject(),
                       after.items[*now].toObject());
        oldNames += name;
    }
    const QSet<QString> kept(oldNames.begin(), oldNames.end());
    QStringList newNames;
    for (qsizetype i = 0; i < after.names.size(); ++i) {
        if (kept.contains(after.names[i]))
            newNames += after.names[i];
        else
            addMember(place, key, after.names[i], QJsonValue::Undefined, after.items[i]);
    }
    if (oldNames == newNames)
        return;
    m_found.push_back(
        {place.key(key).path, Kind::Changed, QJsonArray::fromStringList(oldNames),
         QJsonArray::fromStringList(newNames),
         u"Order of %1%2 changed to %3"_s.arg(words(key), place.of(), newNames.join(", "_L1)),
         place.words(u"order"_s, key)});
}

void Comparison::addMember(const Place &place, const QString &key, const QString &name,
                           const QJsonValue &before, const QJsonValue &after)
{
    const bool added = before.isUndefined();
    const QString owner = place.owners.isEmpty()
        ? QString()
        : (added ? u" to %1"_s : u" from %1"_s).arg(place.owners.join(" in "_L1));
    QJsonObject told = place.words(added ? u"added"_s : u"removed"_s, key);
    told.insert(u"name"_s, name);
    m_found.push_back(
        {place.item(key, name).path, added ? Kind::Added : Kind::Removed, before, after,
         u"%1 %2 %3%4"_s.arg(singular(key), name, added ? u"added"_s : u"removed"_s, owner), told});
}

void Comparison::addValue(const Place &place, const QString &key, const QJsonValue &before,
                          const QJsonValue &after)
{
    Difference difference{place.key(key).path, Kind::Changed, before, after, {}};
    QString form = u"changed"_s;
    const QString subject = capitalised(words(key)) + place.of();
    if (before.isUndefined()) {
        form = u"set"_s;
        difference.kind = Kind::Added;
        difference.sentence = u"%1 set to %2"_s.arg(subject, shown(after));
    } else if (after.isUndefined()) {
        form = u"unset"_s;
        difference.kind = Kind::Removed;
        difference.sentence = u"%1 removed, was %2"_s.arg(subject, shown(before));
    } else if (after.isBool()) {
        form = u"turned"_s;
        difference.sentence = u"%1 turned %2"_s.arg(subject, shown(after));
    } else {
        difference.sentence =
            u"%1 changed from %2 to %3"_s.arg(subject, shown(before), shown(after));
    }
    difference.words = place.words(form, key);
    m_found.push_back(std::move(difference));
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return u"added"_s;
    case Kind::Removed:
        return u"removed"_s;
    case Kind::Changed:
        break;
    }
    return u"changed"_s;
}

//! Takes the nouns that are the same in both out of both lists: they are most of a large document,
//! and nothing is to be told of them. Where the order of the common ones changed all stay.
template <typename Noun>
void dropEqual(QList<Noun> &before, QList<Noun> &after)
{
    QHash<QStringView, const Noun *> earlier;
    for (const Noun &noun : std::as_const(before))
        earlier.insert(noun.id, &noun);
    QSet<QString> equal;
    const Noun *last = nullptr;
    for (const Noun &noun : std::as_const(after)) {
        const Noun *const old = earlier.value(noun.id, nullptr);
        if (!old)
            continue;
        if (old < last)
            return;
        last = old;
        if (*old == noun)
            equal.insert(noun.id);
    }
    if (equal.isEmpty())
        return;
    const auto isEqual = [&equal](const Noun &noun) { return equal.contains(noun.id); };
    before.removeIf(isEqual);
    after.removeIf(isEqual);
}

//! Moves what \a others do not have into a list of its own.
template <typename Noun>
QList<Noun> takeLone(QList<Noun> &nouns, const QSet<QString> &others)
{
    QList<Noun> lone;
    for (const Noun &noun : std::as_const(nouns)) {
        if (!others.contains(noun.id))
            lone += noun;
    }
    if (!lone.isEmpty())
        nouns.removeIf([&others](const Noun &noun) { return !others.contains(noun.id); });
    return lone;
}

template <typename Noun>
QSet<QString> idsOf(const QList<Noun> &nouns)
{
    QSet<QString> ids;
    for (const Noun &noun : nouns)
        ids.insert(noun.id);
    return ids;
}

//! A document to be compared: nouns that both have with all their values, for a default may be
//! what changed; those of one side as they are written, which of a large document is much less.
struct Side {
    Api::Document common;
    Api::Document lone; //!< providers, routes, teams and keys

    QJsonObject toJson() const
    {
        QJsonObject whole = Api::toJson(common, Api::Defaults::Written);
        const QJsonObject own = Api::toJson(lone);
        for (const auto &section : {"providers"_L1, "routes"_L1, "teams"_L1, "keys"_L1}) {
            const QJsonArray extra = own.value(section).toArray();
            QJsonArray nouns = whole.value(section).toArray();
            for (const QJsonValue &noun : extra)
                nouns.append(noun);
            if (!extra.isEmpty())
                whole.insert(section, nouns);
        }
        return whole;
    }
};

template <typename Noun>
void part(QList<Noun> Api::Document::*nouns, Side &before, Side &after)
{
    dropEqual(before.common.*nouns, after.common.*nouns);
    const QSet<QString> earlier = idsOf(before.common.*nouns);
    before.lone.*nouns = takeLone(before.common.*nouns, idsOf(after.common.*nouns));
    after.lone.*nouns = takeLone(after.common.*nouns, earlier);
}

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

} // namespace

std::vector<Difference> differences(const Api::Document &from, const Api::Document &to)
{
    Side before{from, {}};
    Side after{to, {}};
    part(&Api::Document::routes, before, after);
    part(&Api::Document::providers, before, after);
    part(&Api::Document::teams, before, after);
    part(&Api::Document::keys, before, after);
    return Comparison().run(before.toJson(), after.toJson());
}

QJsonArray toJson(const std::vector<Difference> &differences)
{
    QJsonArray items;
    for (const Difference &difference : differences)
        items.append(QJsonObject{{u"path"_s, difference.path},
                                 {u"kind"_s, kindName(difference.kind)},
                                 {u"before"_s, orNull(difference.before)},
                                 {u"after"_s, orNull(difference.after)},
                                 {u"sentence"_s, difference.sentence},
                                 {u"words"_s, difference.words}});
    return items;
}

QString summary(const std::vector<Difference> &differences, qsizetype limit)
{
    QString text;
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const QString &sentence = differences[i].sentence;
        if (i > 0 && text.size() + sentence.size() + 2 > limit)
            return u"%1; and %2 more"_s.arg(text).arg(differences.size() - i);
        text += i > 0 ? QString(u"; "_s + sentence) : sentence.left(limit);
    }
    return text;
}

} // namespace Gatehouse::Config
