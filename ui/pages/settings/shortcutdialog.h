// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QAction;
class QKeySequenceEdit;
class QPushButton;

namespace Gatehouse::Ui {

class FormField;
class Preferences;

//! Takes new keys for one command. Keys that another command has are refused by its name.
class ShortcutDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a actions: all that keys may not be taken from.
    ShortcutDialog(QAction &action, QList<QAction *> actions, Preferences &preferences,
                   QWidget *parent);
    ~ShortcutDialog() override;

private:
    void check();
    void save();
    void reset();

    QAction &m_action;
    QList<QAction *> m_actions;
    Preferences &m_preferences;
    QKeySequenceEdit *m_edit;
    FormField *m_field;
    QPushButton *m_save;
};

} // namespace Gatehouse::Ui
