// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/settingssection.h"

class QAction;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class Preferences;
class TableView;

//! Every command of the window with its keys, to be changed.
class KeyboardSection : public SettingsSection
{
    Q_OBJECT

public:
    using Actions = std::function<QList<QAction *>()>;

    KeyboardSection(Actions actions, Preferences &preferences, QWidget *parent = nullptr);

    void refresh() override;

Q_SIGNALS:
    //! Keys, or whether letters alone are keys, are others now.
    void keysChanged();

private:
    void addLetters();
    void addTable();
    QAction *current() const;
    void changeCurrent();
    void resetAll();
    void showChange();

    Actions m_actions;
    Preferences &m_preferences;
    QLineEdit *m_search;
    CellsModel *m_shortcuts;
    TableView *m_table;
    QPushButton *m_change;
    QPushButton *m_resetAll;
};

} // namespace Gatehouse::Ui
