// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/settingssection.h"

class QAction;
class QLineEdit;

namespace Gatehouse::Ui {

class CellsModel;
class TableView;

//! Every command of the window with its keys.
class KeyboardSection : public SettingsSection
{
    Q_OBJECT

public:
    using Actions = std::function<QList<QAction *>()>;

    explicit KeyboardSection(Actions actions, QWidget *parent = nullptr);

    void refresh() override;

private:
    Actions m_actions;
    QLineEdit *m_search;
    CellsModel *m_shortcuts;
    TableView *m_table;
};

} // namespace Gatehouse::Ui
