// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differencetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The context of what is said of a difference.
struct DifferenceText {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::DifferenceText)
};

//! Fields people change most; others stand as the configuration calls them.
QString labelOf(const QString &field)
{
    static const QHash<QString, const char *> labels{
        {u"weight"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Weight")},
        {u"targets"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Targets")},
        {u"fallback"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Fallback")},
        {u"strategy"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Strategy")},
        {u"name"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Name")},
        {u"base_url"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Address")},
        {u"models"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Models")},
        {u"keys"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Keys")},
        {u"paused"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Paused")},
        {u"region"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Region")},
        {u"max_in_flight"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Requests at once")},
        {u"timeouts"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Timeouts")},
        {u"connect"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Time to connect")},
        {u"first_byte"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Time to the first byte")},
        {u"idle"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Time without data")},
        {u"total"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Time in all")},
        {u"queue"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Queue")},
        {u"max_waiting"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Waiting requests")},
        {u"max_wait"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Longest wait")},
        {u"personal_data"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Personal data")},
        {u"retention"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Retention note")},
        {u"price_multiplier"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Price multiplier")},
        {u"attempts"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Attempts")},
        {u"backoff"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Pause between attempts")},
        {u"residency"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Data region")},
        {u"routes"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Routes")},
        {u"team"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Team")},
        {u"tags"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Tags")},
        {u"disabled"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Disabled")},
        {u"secret"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Secret")},
        {u"label"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Label")},
        {u"listen"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Listen addresses")},
        {u"tls"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "TLS")},
        {u"reporting_time_zone"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Reporting time zone")},
        {u"log_level"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Log level")},
        {u"headers"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Headers")},
        {u"proxy"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Proxy")},
        {u"ca_file"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "CA file")},
        {u"dialect"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Kind")},
        {u"capabilities"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Abilities")},
        {u"gateway"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Gateway")},
        {u"input_usd_per_mtok"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Input price")},
        {u"output_usd_per_mtok"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Output price")},
        {u"expires"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Expiry")},
        {u"note"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Note")},
    };
    if (const char *label = labels.value(field, nullptr))
        return DifferenceText::tr(label);
    QString text = QString(field).replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

struct Membership {
    const char *added;
    const char *removed;
};

//! "Provider %1 added" and, of lists inside another noun, "Target %1 added to %2".
const Membership *membershipOf(const QString &list)
{
    static const QHash<QString, Membership> all{
        {u"providers"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Provider %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Provider %1 removed")}},
        {u"routes"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Route %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Route %1 removed")}},
        {u"teams"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Team %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Team %1 removed")}},
        {u"prices"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Price of %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Price of %1 removed")}},
        {u"targets"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Target %1 added to %2"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Target %1 removed from %2")}},
        {u"keys"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Key %1 added to %2"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Key %1 removed from %2")}},
    };
    const auto found = all.constFind(list);
    return found == all.cend() ? nullptr : &*found;
}

QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? DifferenceText::tr("on") : DifferenceText::tr("off");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    const QJsonArray list = value.toArray();
    if (value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && list.isEmpty()))
        return DifferenceText::tr("nothing");
    if (value.isString())
        return value.toString();
    if (value.isArray() && list.first().isString())
        return value.toVariant().toStringList().join(", "_L1);
    return QString::fromUtf8(
        (value.isArray() ? QJsonDocument(list) : QJsonDocument(value.toObject()))
            .toJson(QJsonDocument::Compact));
}

//! "Weight (openai/gpt-4o, fast)", "Time to connect (Timeouts, openai)".
QString subjectOf(const QJsonObject &words)
{
    QStringList where;
    for (const QJsonValue &group : words.value("groups"_L1).toArray())
        where.append(labelOf(group.toString()));
    where += words.value("owners"_L1).toVariant().toStringList();
    const QString label = labelOf(words.value("field"_L1).toString());
    //: what of whom: "Weight (openai/gpt-4o, fast)"
    return where.isEmpty() ? label : DifferenceText::tr("%1 (%2)").arg(label, where.join(", "_L1));
}

//! Empty when the list is not known here.
QString memberText(const QJsonObject &words, bool added)
{
    const Membership *form = membershipOf(words.value("field"_L1).toString());
    const QStringList owners = words.value("owners"_L1).toVariant().toStringList();
    if (!form)
        return {};
    const QString text = DifferenceText::tr(added ? form->added : form->removed);
    const QString name = words.value("name"_L1).toString();
    if (text.contains("%2"_L1))
        return owners.isEmpty() ? QString() : text.arg(name, owners.join(", "_L1));
    return text.arg(name);
}

QString valueText(const QString &form, const QString &subject, const QJsonObject &difference)
{
    const QJsonValue after = difference.value("after"_L1);
    const QString was = shown(difference.value("before"_L1));
    // A group of fields is told in full as JSON beside the sentence.
    const bool isShort = !after.isObject() && !after.isNull() && !after.isUndefined();
    if (form == "set"_L1 && !isShort)
        return DifferenceText::tr("%1 set").arg(subject);
    if (form == "set"_L1)
        return DifferenceText::tr("%1 set to %2").arg(subject, shown(after));
    if (form == "unset"_L1)
        return DifferenceText::tr("%1 removed, was %2").arg(subject, was);
    if (form == "turned"_L1)
        return after.toBool() ? DifferenceText::tr("%1 turned on").arg(subject)
                              : DifferenceText::tr("%1 turned off").arg(subject);
    if (form == "order"_L1)
        return DifferenceText::tr("Order of %1 changed to %2").arg(subject, shown(after));
    if (form == "changed"_L1)
        return DifferenceText::tr("%1 changed from %2 to %3").arg(subject, was, shown(after));
    return {};
}

QString textOf(const QJsonObject &difference)
{
    const QJsonObject words = difference.value("words"_L1).toObject();
    const QString form = words.value("form"_L1).toString();
    const bool isMember = form == "added"_L1 || form == "removed"_L1;
    const QString text = isMember ? memberText(words, form == "added"_L1)
                                  : valueText(form, subjectOf(words), difference);
    return text.isEmpty() ? difference.value("sentence"_L1).toString() : text;
}

} // namespace

QStringList differenceTexts(const QJsonObject &answer)
{
    QStringList texts;
    const bool hasParts = answer.contains("changes"_L1);
    for (const QJsonValue &line : answer.value(hasParts ? "changes"_L1 : "diff"_L1).toArray())
        texts.append(line.isString() ? line.toString() : textOf(line.toObject()));
    return texts;
}

} // namespace Gatehouse::Ui
