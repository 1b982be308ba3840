// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int markSize = 14;
constexpr int sideCharacters = 44;
constexpr int widestSide = 352; // large text leaves room for the words

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

FormField::FormField(const QString &label, QWidget *control, const QString &help, QWidget *parent,
                     Shape shape)
    : QWidget(parent)
    , m_control(control)
    , m_label(makeLabel(label, u"strong"_s, this))
    , m_lockIcon(new QLabel(this))
    , m_lock(makeLabel({}, u"caption"_s, this))
    , m_copyName(new CopyButton(tr("Copy setting name"), this))
    , m_help(makeLabel(help, u"caption"_s, this))
    , m_message(makeLabel({}, u"error"_s, this))
    , m_messageIcon(new QLabel(this))
    , m_line(new QHBoxLayout)
{
    setObjectName(u"%1.row"_s.arg(control->objectName()));
    m_label->setBuddy(control);
    // Labels in a row are equally high, also where one has only Latin letters.
    m_label->setMinimumHeight(
        m_label->fontMetrics().size(Qt::TextSingleLine, QLocale().nativeLanguageName()).height());
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    m_help->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"%1.message"_s.arg(control->objectName()));
    m_line->setSpacing(8);
    if (shape == Shape::Stacked)
        layOutStacked();
    else
        layOutBeside();
    m_help->setVisible(!help.isEmpty());
    m_lockIcon->setPixmap(themeIcon(u"lock"_s, Ink::Caption).pixmap(markSize, markSize));
    m_lockIcon->hide();
    m_lock->hide();
    m_copyName->setObjectName(u"%1.copyNameButton"_s.arg(control->objectName()));
    m_copyName->setCopyText({});
    m_copyName->hide();
    setProblem(Problem::None, {});
}

void FormField::layOutStacked()
{
    m_line->addWidget(m_control, 1);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_label);
    top->addStretch(1);
    top->addWidget(m_lockIcon);
    top->addWidget(m_lock);
    top->addWidget(m_copyName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(m_line);
    column->addLayout(problemLine());
    column->addWidget(m_help);
}

void FormField::layOutBeside()
{
    const bool isSmall = qobject_cast<QAbstractButton *>(m_control) != nullptr;
    if (isSmall)
        m_line->addStretch(1);
    m_line->addWidget(m_control, isSmall ? 0 : 1);
    auto *lock = new QHBoxLayout;
    lock->setSpacing(6);
    lock->addWidget(m_lockIcon);
    lock->addWidget(m_lock);
    lock->addWidget(m_copyName);
    lock->addStretch(1); // a line of hidden widgets alone would not let the row grow
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_label);
    words->addWidget(m_help);
    words->addLayout(lock);
    words->addStretch(1);
    auto *side = new QWidget(this);
    side->setFixedWidth(std::min(sideCharacters * fontMetrics().averageCharWidth(), widestSide));
    auto *value = new QVBoxLayout(side);
    value->setContentsMargins(0, 0, 0, 0);
    value->setSpacing(4);
    value->addLayout(m_line);
    value->addLayout(problemLine());
    value->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addLayout(words, 1);
    row->addWidget(side);
}

QHBoxLayout *FormField::problemLine()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_messageIcon, 0, Qt::AlignTop);
    line->addWidget(m_message, 1);
    return line;
}

QString FormField::help() const
{
    return m_help->text();
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
    m_copyName->setVisible(!origin.isEmpty() && m_copyName->isEnabled());
    setReadOnly(m_control, !origin.isEmpty());
}

void FormField::setSettingName(const QString &name)
{
    m_copyName->setCopyText(name);
    m_copyName->setAccessibleName(tr("Copy setting name %1").arg(name));
}

void FormField::addBeside(QWidget *widget)
{
    m_line->addWidget(widget);
}

void FormField::addBefore(QWidget *widget)
{
    m_line->insertWidget(m_line->indexOf(m_control), widget);
}

} // namespace Gatehouse::Ui
