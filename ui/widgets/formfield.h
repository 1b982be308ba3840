// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;

namespace Gatehouse::Ui {

class CopyButton;

//! One row of a form: label, control, one line of help, and what is wrong with the value. The label
//! is the control's buddy and accessible name.
class FormField : public QWidget
{
    Q_OBJECT

public:
    enum class Problem { None, Warning, Error };
    //! Stacked: the control under its label, for forms. Beside: at the right end of the row, for
    //! long lists of settings.
    enum class Shape { Stacked, Beside };

    //! Takes \a control; its objectName is kept, the row is called "<objectName>.row".
    FormField(const QString &label, QWidget *control, const QString &help = {},
              QWidget *parent = nullptr, Shape shape = Shape::Stacked);

    QWidget *control() const { return m_control; }
    QString label() const;
    QString help() const;
    void setLabel(const QString &label);
    void setHelp(const QString &help);
    //! A message under the control, with icon and border; an empty one takes it away.
    void setProblem(Problem problem, const QString &message);
    Problem problem() const { return m_problem; }
    QString message() const;
    //! Read-only here, and where the value is set instead: "Set by gatehouse.yaml". Empty: free.
    void setLocked(const QString &origin);
    //! What it is called in the configuration ("gateway.listen"): can be copied while it is locked.
    void setSettingName(const QString &name);
    //! Beside the control: units, buttons.
    void addBeside(QWidget *widget);
    //! Between label and control.
    void addBefore(QWidget *widget);

private:
    void layOutStacked();
    void layOutBeside();
    QHBoxLayout *problemLine();

    QWidget *m_control;
    QLabel *m_label;
    QLabel *m_lockIcon;
    QLabel *m_lock;
    CopyButton *m_copyName;
    QLabel *m_help;
    QLabel *m_message;
    QLabel *m_messageIcon;
    QHBoxLayout *m_line;
    Problem m_problem = Problem::None;
};

} // namespace Gatehouse::Ui
