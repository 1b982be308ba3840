// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "ui/pages/access/formdialog.h"

class QComboBox;

namespace Gatehouse::Ui {

//! Asks for the team that keys are moved to.
class TeamMoveDialog : public FormDialog
{
    Q_OBJECT

public:
    TeamMoveDialog(int keys, const QList<Api::Team> &teams, QWidget *parent = nullptr);

Q_SIGNALS:
    //! An empty id is no team.
    void chosen(const QString &team, const QString &name);

protected:
    void submit() override;

private:
    QComboBox *m_team;
};

} // namespace Gatehouse::Ui
