// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

class QComboBox;

namespace Gatehouse::Ui {

//! What spending can be grouped by: the names of GET /usage and what people call them.
struct BreakdownGroup {
    QString id; //!< "team", "tag:project"
    QString title;
};

//! Groups that every gateway has.
QList<BreakdownGroup> breakdownGroups();
//! Adds a group for each name of a tag out of "project=search" that \a combo does not have yet.
void addTagGroups(QComboBox *combo, const QStringList &tags);

//! "By team".
QString breakdownTableTitle(const QString &group);
//! What people call a group, also the requests without one.
QString breakdownGroupName(const QString &group, const QString &id, const QString &name);
//! The filter of the requests of one group, also of those without one; empty: of all.
QString breakdownFilter(const QString &group, const QString &id);

} // namespace Gatehouse::Ui
