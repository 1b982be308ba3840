// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/passphrasedialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 420;

} // namespace

PassphraseDialog::PassphraseDialog(Purpose purpose, const QString &area, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_problem(makeLabel({}, u"error"_s, this))
{
    const bool isNew = purpose == Purpose::Create;
    const QString title = isNew ? tr("Keep secrets in a sealed file") : tr("Unlock the secrets");
    setObjectName(area + u".passphraseDialog"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_first->setObjectName(area + u".passphraseField"_s);
    m_second->setObjectName(area + u".repeatField"_s);
    for (QLineEdit *field : {m_first, m_second})
        field->setEchoMode(QLineEdit::Password);
    m_problem->setObjectName(area + u".passphraseProblemLabel"_s);
    m_problem->setWordWrap(true);
    QPushButton *cancel = makeButton(tr("Cancel"), {}, area + u".passphraseCancelButton"_s, this);
    QPushButton *accept = makeButton(isNew ? tr("Use the sealed file") : tr("Unlock"), u"primary"_s,
                                     area + u".passphraseAcceptButton"_s, this);
    accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *repeat = new FormField(tr("Repeat it"), m_second, {}, this);
    repeat->setVisible(isNew);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(title, u"dialogTitle"_s, this));
    column->addWidget(new FormField(
        tr("Passphrase"), m_first,
        isNew ? tr("Asked for whenever the gateway starts. It cannot be recovered.") : QString(),
        this));
    column->addWidget(repeat);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    m_problem->hide();
    fitHeight(*this, dialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &PassphraseDialog::submit);
}

void PassphraseDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PassphraseDialog::submit()
{
    if (m_first->text().isEmpty())
        return showProblem(tr("Enter a passphrase."));
    if (m_purpose == Purpose::Create && m_first->text() != m_second->text())
        return showProblem(tr("The two passphrases differ."));
    Q_EMIT entered(m_first->text());
}

} // namespace Gatehouse::Ui
