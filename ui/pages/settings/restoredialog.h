// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/upkeepmodel.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

//! What a backup holds and what restoring it would lose; a typed word lets it happen.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a revision: the one in force.
    RestoreDialog(const BackupContents &backup, qint64 revision, QWidget *parent);

    void showProblem(const QString &problem);
    void setBusy(bool busy);

Q_SIGNALS:
    void restoreRequested();

private:
    void check();

    QLineEdit *m_word;
    QLabel *m_problem;
    QPushButton *m_restore;
    bool m_busy = false;
};

} // namespace Gatehouse::Ui
