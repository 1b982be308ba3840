// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/teammovedialog.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldWidth = 340;

} // namespace

TeamMoveDialog::TeamMoveDialog(int keys, const QList<Api::Team> &teams, QWidget *parent)
    : FormDialog(u"access.moveDialog"_s,
                 keys == 1 ? tr("Move one key") : tr("Move %n keys", nullptr, keys), tr("Move"),
                 u"access.moveDialog.moveButton"_s, parent)
    , m_team(new QComboBox(this))
{
    m_team->setObjectName(u"access.moveDialog.teamCombo"_s);
    m_team->setMinimumWidth(fieldWidth);
    for (const Api::Team &team : teams)
        m_team->addItem(team.name.isEmpty() ? team.id : team.name, team.id);
    m_team->addItem(tr("No team"), QString());
    content()->addWidget(
        addField(u"team"_s, tr("To the team"), m_team,
                 tr("From now on its rules, budget and limits hold. What was spent stays booked "
                    "where it was.")));
    m_team->setFocus();
}

void TeamMoveDialog::submit()
{
    Q_EMIT chosen(m_team->currentData().toString(), m_team->currentText());
    accept();
}

} // namespace Gatehouse::Ui
