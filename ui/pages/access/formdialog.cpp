// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/formdialog.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

FormDialog::FormDialog(const QString &area, const QString &title, const QString &submitText,
                       const QString &submitName, QWidget *parent)
    : QDialog(parent)
    , m_area(area)
    , m_title(makeLabel(title, u"dialogTitle"_s, this))
    , m_content(new QVBoxLayout)
    , m_problem(makeLabel({}, u"error"_s, this))
{
    setObjectName(area);
    setWindowTitle(title);
    m_submit = makeButton(submitText, u"primary"_s, submitName, this);
    m_problem->setObjectName(u"%1.problemLabel"_s.arg(area));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetFixedSize); // grows and shrinks with its lists
    layout->addWidget(m_title);
    layout->addLayout(m_content, 1);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
}

QLayout *FormDialog::makeButtons()
{
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"%1.cancelButton"_s.arg(m_area), this);
    cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, [this] { submit(); });
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_submit);
    return layout;
}

void FormDialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void FormDialog::setSubmitText(const QString &text)
{
    m_submit->setText(text);
    m_submit->setAccessibleName(text);
}

FormField *FormDialog::addField(const QString &path, const QString &label, QWidget *control,
                                const QString &help)
{
    auto *field = new FormField(label, control, help, this);
    m_form.add(path, field);
    return field;
}

void FormDialog::addLine(const QList<QWidget *> &fields, QVBoxLayout *into)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    for (QWidget *field : fields)
        line->addWidget(field, 1, Qt::AlignTop);
    (into ? into : m_content)->addLayout(line);
}

void FormDialog::showFindings(const Api::Findings &findings, const QString &sentence)
{
    const Api::Findings homeless = m_form.show(findings);
    if (homeless.isEmpty())
        hideProblem();
    else
        showProblem(sentence.arg(homeless.constFirst().message));
}

void FormDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

void FormDialog::hideProblem()
{
    m_problem->hide();
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    return words;
}

Api::Finding errorAt(const QString &path, const QString &message)
{
    return {.severity = Api::Severity::Error, .path = path, .line = 0, .message = message};
}

} // namespace Gatehouse::Ui
