// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differencetext.h"

#include "ui/models/fieldlabels.h"

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
        {u"budgets"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Budget of %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Budget of %1 removed")}},
        {u"alerts"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Alert %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Alert %1 removed")}},
        {u"channels"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Channel %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Channel %1 removed")}},
        {u"contracts"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Contract %1 added"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Contract %1 removed")}},
        {u"rules"_s,
         {QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Condition %1 added to %2"),
          QT_TRANSLATE_NOOP("Gatehouse::Ui::DifferenceText", "Condition %1 removed from %2")}},
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
        where.append(fieldLabel(group.toString()));
    where += words.value("owners"_L1).toVariant().toStringList();
    const QString label = fieldLabel(words.value("field"_L1).toString());
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
