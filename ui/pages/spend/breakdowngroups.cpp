// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdowngroups.h"

#include "ui/models/filterwords.h"
#include "ui/pages/spend/breakdownpane.h"

#include <QtWidgets/QComboBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto tagPrefix = "tag:"_L1;

} // namespace

QList<BreakdownGroup> breakdownGroups()
{
    return {
        {u"provider"_s, BreakdownPane::tr("Provider")}, {u"model"_s, BreakdownPane::tr("Model")},
        {u"team"_s, BreakdownPane::tr("Team")},         {u"key"_s, BreakdownPane::tr("Key")},
        {u"route"_s, BreakdownPane::tr("Route")},       {u"person"_s, BreakdownPane::tr("Person")},
        {u"node"_s, BreakdownPane::tr("Gateway")},      {u"tag"_s, BreakdownPane::tr("All tags")}};
}

void addTagGroups(QComboBox *combo, const QStringList &tags)
{
    for (const QString &tag : tags) {
        const QString name = tag.section(u'=', 0, 0);
        const QString id = tagPrefix + name;
        if (!name.isEmpty() && combo->findData(id) < 0)
            combo->addItem(BreakdownPane::tr("Tag %1").arg(name), id);
    }
}

QString breakdownTableTitle(const QString &group)
{
    if (group == "model"_L1)
        return BreakdownPane::tr("By model");
    if (group == "team"_L1)
        return BreakdownPane::tr("By team");
    if (group == "key"_L1)
        return BreakdownPane::tr("By key");
    if (group == "route"_L1)
        return BreakdownPane::tr("By route");
    if (group == "person"_L1)
        return BreakdownPane::tr("By person");
    if (group == "node"_L1)
        return BreakdownPane::tr("By gateway");
    if (group == "tag"_L1)
        return BreakdownPane::tr("By tags");
    if (group.startsWith(tagPrefix))
        return BreakdownPane::tr("By the tag %1").arg(group.sliced(tagPrefix.size()));
    return BreakdownPane::tr("By provider");
}

QString breakdownGroupName(const QString &group, const QString &id, const QString &name)
{
    if (!id.isEmpty())
        return name;
    if (group == "team"_L1)
        return BreakdownPane::tr("No team");
    if (group == "provider"_L1)
        return BreakdownPane::tr("No provider");
    if (group == "person"_L1)
        return BreakdownPane::tr("Nobody's key");
    if (group.startsWith("tag"_L1))
        return BreakdownPane::tr("Without it");
    return BreakdownPane::tr("None");
}

QString breakdownFilter(const QString &group, const QString &id)
{
    if (group == "node"_L1)
        return {};
    if (group.startsWith(tagPrefix)) {
        const QString name = group.sliced(tagPrefix.size());
        return id.isEmpty() ? filterWord(u"no"_s, u"tag="_s + name)
                            : filterWord(u"tag"_s, QString(name + u'=' + id));
    }
    if (id.isEmpty())
        return filterWord(u"no"_s, group);
    if (group != "tag"_L1)
        return filterWord(group, id);
    QStringList words;
    for (const QString &tag : id.split(u',', Qt::SkipEmptyParts))
        words.append(filterWord(u"tag"_s, tag.trimmed()));
    return words.join(u' ');
}

} // namespace Gatehouse::Ui
