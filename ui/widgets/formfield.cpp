// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int markSize = 14;

void setReadOnly(QWidget *control, bool readOnly)
{
    if (auto *line = qobject_cast<QLineEdit *>(control))
        line->setReadOnly(readOnly);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(control))
        text->setReadOnly(readOnly);
    else
        control->setEnabled(!readOnly);
}

} // namespace

FormField::FormField(const QString &label, QWidget *control, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_label(makeLabel(label, u"strong"_s, this))
    , m_lockIcon(new QLabel(this))
    , m_lock(makeLabel({}, u"caption"_s, this))
    , m_help(makeLabel(help, u"caption"_s, this))
    , m_message(makeLabel({}, u"error"_s, this))
    , m_messageIcon(new QLabel(this))
    , m_line(new QHBoxLayout)
{
    setObjectName(u"%1.row"_s.arg(control->objectName()));
    m_label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    m_help->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"%1.message"_s.arg(control->objectName()));
    m_line->setSpacing(8);
    m_line->addWidget(control, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_label);
    top->addStretch(1);
    top->addWidget(m_lockIcon);
    top->addWidget(m_lock);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(6);
    bottom->addWidget(m_messageIcon, 0, Qt::AlignTop);
    bottom->addWidget(m_message, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(m_line);
    column->addLayout(bottom);
    column->addWidget(m_help);
    m_help->setVisible(!help.isEmpty());
    m_lockIcon->setPixmap(themeIcon(u"lock"_s, Ink::Caption).pixmap(markSize, markSize));
    m_lockIcon->hide();
    m_lock->hide();
    setProblem(Problem::None, {});
}

QString FormField::label() const
{
    return m_label->text();
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_control->setAccessibleName(label);
}

void FormField::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

QString FormField::message() const
{
    return m_message->text();
}

void FormField::setProblem(Problem problem, const QString &message)
{
    m_problem = message.isEmpty() ? Problem::None : problem;
    const bool isError = m_problem == Problem::Error;
    m_message->setText(message);
    m_message->setVisible(m_problem != Problem::None);
    m_messageIcon->setVisible(m_problem != Problem::None);
    m_messageIcon->setPixmap(
        themeIcon(isError ? u"circle-x"_s : u"triangle-alert"_s, isError ? Ink::Err : Ink::Warn)
            .pixmap(markSize, markSize));
    setStyleProperty(m_message, "tone", isError ? u"error"_s : u"warning"_s);
    setStyleProperty(m_control, "state",
                     m_problem == Problem::None ? QString()
                         : isError              ? u"error"_s
                                                : u"warning"_s);
    m_control->setAccessibleDescription(message.isEmpty() ? m_help->text() : message);
}

void FormField::setLocked(const QString &origin)
{
    m_lock->setText(origin);
    m_lock->setVisible(!origin.isEmpty());
    m_lockIcon->setVisible(!origin.isEmpty());
    setReadOnly(m_control, !origin.isEmpty());
}

void FormField::addBeside(QWidget *widget)
{
    m_line->addWidget(widget);
}

} // namespace Gatehouse::Ui
