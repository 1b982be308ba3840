// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! Shows what an imported configuration would change, before it does.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a sentences: the differences; empty: nothing would change.
    ImportDialog(const QString &file, const QStringList &sentences, QWidget *parent);

    void showProblem(const QString &problem);

Q_SIGNALS:
    void applyRequested();

private:
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace Gatehouse::Ui
