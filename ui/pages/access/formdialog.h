// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Gatehouse::Ui {

//! The frame of the dialogs of this page: title, fields, what went wrong, Cancel and the button
//! that does it.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    //! The parts are called "<area>.cancelButton", "<area>.problemLabel" and \a submitName.
    FormDialog(const QString &area, const QString &title, const QString &submitText,
               const QString &submitName, QWidget *parent = nullptr);

protected:
    //! The button was pressed.
    virtual void submit() = 0;

    const QString &area() const { return m_area; }
    QVBoxLayout *content() const { return m_content; }
    Form &form() { return m_form; }
    QPushButton *submitButton() const { return m_submit; }
    void setTitle(const QString &title);
    void setSubmitText(const QString &text);
    //! A row of the form under \a path.
    FormField *addField(const QString &path, const QString &label, QWidget *control,
                        const QString &help = {});
    //! Fields beside each other.
    void addLine(const QList<QWidget *> &fields, QVBoxLayout *into = nullptr);
    //! Findings under their fields; those without one under the fields, after \a sentence.
    void showFindings(const Api::Findings &findings, const QString &sentence);
    void showProblem(const QString &text);
    void hideProblem();

private:
    QLayout *makeButtons();

    QString m_area;
    Form m_form;
    QLabel *m_title;
    QVBoxLayout *m_content;
    QLabel *m_problem;
    QPushButton *m_submit = nullptr;
};

//! "eu, on-prem" as its words.
QStringList wordsOf(const QString &text);
Api::Finding errorAt(const QString &path, const QString &message);

} // namespace Gatehouse::Ui
