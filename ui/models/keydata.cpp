// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keydata.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gatehouse::Ui", text);
}

QDateTime timeOf(const QJsonObject &object, QLatin1String field)
{
    return QDateTime::fromString(object.value(field).toString(), Qt::ISODateWithMs);
}

KeyRow::State parseState(const QString &text)
{
    static const QHash<QString, KeyRow::State> states{
        {u"expiring"_s, KeyRow::State::Expiring}, {u"expired"_s, KeyRow::State::Expired},
        {u"disabled"_s, KeyRow::State::Disabled}, {u"rotating"_s, KeyRow::State::Rotating},
        {u"deleted"_s, KeyRow::State::Deleted},
    };
    return states.value(text, KeyRow::State::Active);
}

QString rotatingText(const QDateTime &until, const QDateTime &now)
{
    if (!until.isValid())
        return tr("Rotating");
    const QDateTime local = until.toLocalTime();
    const bool today = local.date() == now.toLocalTime().date();
    return tr("Rotating until %1")
        .arg(today ? Format::timeOfDay(until, QTimeZone::systemTimeZone())
                   : Format::dayAndMonth(local.date()));
}

} // namespace

bool KeyRow::isUnusedSince(const QDateTime &moment) const
{
    const QDateTime last = lastUsed.isValid() ? lastUsed : created;
    return last.isValid() && last < moment;
}

KeyRow parseKeyRow(const QJsonObject &object)
{
    KeyRow key{.id = object.value("id"_L1).toString(),
               .name = object.value("name"_L1).toString(),
               .team = object.value("team"_L1).toString(),
               .prefix = object.value("prefix"_L1).toString(),
               .lastFour = object.value("last4"_L1).toString(),
               .state = parseState(object.value("state"_L1).toString()),
               .declared = object.value("declared"_L1).toBool(),
               .routes = {},
               .note = object.value("note"_L1).toString(),
               .tags = {},
               .created = timeOf(object, "created"_L1),
               .expires = timeOf(object, "expires"_L1),
               .lastUsed = timeOf(object, "last_used"_L1),
               .lastClient = object.value("last_client"_L1).toString(),
               .oldUntil = timeOf(object, "old_until"_L1),
               .restorableUntil = timeOf(object, "restorable_until"_L1),
               .requests = object.value("requests"_L1).toInteger(),
               .spentThisMonth = {}};
    for (const QJsonValue &route : object.value("routes"_L1).toArray())
        key.routes.append(route.toString());
    for (const QJsonValue &tag : object.value("tags"_L1).toArray())
        key.tags.append(tag.toString());
    return key;
}

QString shownKey(const KeyRow &key)
{
    return key.lastFour.isEmpty() ? key.prefix : u"%1…%2"_s.arg(key.prefix, key.lastFour);
}

QString stateText(const KeyRow &key, const QDateTime &now)
{
    switch (key.state) {
    case KeyRow::State::Active:
        return key.declared ? tr("Active, from file") : tr("Active");
    case KeyRow::State::Expiring:
        return tr("Expires %1").arg(Format::dayAndMonth(key.expires.toLocalTime().date()));
    case KeyRow::State::Expired:
        return tr("Expired");
    case KeyRow::State::Disabled:
        return tr("Disabled");
    case KeyRow::State::Rotating:
        return rotatingText(key.oldUntil, now);
    case KeyRow::State::Deleted:
        return key.restorableUntil.isValid()
            ? tr("Restore until %1")
                  .arg(Format::dayAndMonth(key.restorableUntil.toLocalTime().date()))
            : tr("Deleted");
    }
    return {};
}

Tone stateTone(KeyRow::State state)
{
    switch (state) {
    case KeyRow::State::Active:
        return Tone::Ok;
    case KeyRow::State::Expiring:
        return Tone::Warn;
    case KeyRow::State::Expired:
        return Tone::Err;
    case KeyRow::State::Rotating:
        return Tone::Info;
    case KeyRow::State::Disabled:
    case KeyRow::State::Deleted:
        break;
    }
    return Tone::Neutral;
}

QString stateIcon(const KeyRow &key)
{
    switch (key.state) {
    case KeyRow::State::Active:
        return key.declared ? u"lock"_s : u"check"_s;
    case KeyRow::State::Expiring:
        return u"clock"_s;
    case KeyRow::State::Expired:
        return u"circle-x"_s;
    case KeyRow::State::Rotating:
        return u"refresh-cw"_s;
    case KeyRow::State::Disabled:
        return u"circle-slash"_s;
    case KeyRow::State::Deleted:
        break;
    }
    return u"trash-2"_s;
}

QString routesText(const QStringList &routes)
{
    return routes.contains(u"*"_s) ? tr("All") : routes.join(u", "_s);
}

QString dayText(const QDateTime &time, const QString &otherwise)
{
    if (!time.isValid())
        return otherwise;
    const QDate day = time.toLocalTime().date();
    //: Day, short month and year, as QLocale::toString() reads it: "27 Oct 2027".
    return Format::wordLocale().toString(day, tr("d MMM yyyy"));
}

QString publicIdOfKey(const QString &text)
{
    static const QRegularExpression form(u"^\\s*gh-([a-z0-9]{8})-[A-Za-z0-9_-]{49}\\s*$"_s);
    return form.match(text).captured(1);
}

} // namespace Gatehouse::Ui
