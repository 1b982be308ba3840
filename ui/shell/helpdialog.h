// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QListView;

namespace Gatehouse::Ui {

//! The help topics: names at the left, one text at the right.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    //! Begins with topic \a id, with the first one when there is none such.
    HelpDialog(const QString &id, QWidget *parent);

Q_SIGNALS:
    void shortcutsRequested();

private:
    void showTopic(int row);

    QListView *m_list;
    QLabel *m_title;
    QLabel *m_text;
};

} // namespace Gatehouse::Ui
