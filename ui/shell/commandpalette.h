// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringListModel>
#include <QtWidgets/QDialog>

class QAction;
class QLineEdit;
class QListView;

namespace Gatehouse::Ui {

//! Finds and runs any action of the window: by its beginning first, then by words inside, then by
//! letters in this order ("caa" is "Connect an app").
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void filter(const QString &text);
    void run();

    QList<QAction *> m_actions;
    QStringListModel m_names;
    QList<QAction *> m_found;
    QLineEdit *m_field;
    QListView *m_list;
};

} // namespace Gatehouse::Ui
