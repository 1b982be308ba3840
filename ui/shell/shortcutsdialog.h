// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QAction;
class QStandardItemModel;

namespace Gatehouse::Ui {

//! Every key of the window and of its pages, with a search.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent);

private:
    void fill(QStandardItemModel &model, const QList<QAction *> &actions) const;
};

} // namespace Gatehouse::Ui
