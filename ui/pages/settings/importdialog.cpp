// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/importdialog.h"

#include "ui/widgets/labels.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize usualSize(640, 440);

} // namespace

ImportDialog::ImportDialog(const QString &file, const QStringList &sentences, QWidget *parent)
    : QDialog(parent)
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_apply(makeButton(tr("Apply the configuration"), u"primary"_s,
                         u"settings.backup.applyImportButton"_s, this))
{
    const QString title = tr("Import %1").arg(QFileInfo(file).fileName());
    setObjectName(u"settings.backup.importDialog"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    auto *changes = new QPlainTextEdit(sentences.join(u'\n'), this);
    changes->setObjectName(u"settings.backup.differenceText"_s);
    changes->setAccessibleName(tr("What would change"));
    changes->setReadOnly(true);
    changes->setTabChangesFocus(true);
    m_problem->setObjectName(u"settings.backup.importDialogProblemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_apply->setEnabled(!sentences.isEmpty());
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"settings.backup.cancelImportButton"_s, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(title, u"dialogTitle"_s, this));
    QLabel *meaning = makeLabel(
        sentences.isEmpty() ? tr("This file says the same as the configuration in force.")
                            : tr("It replaces the whole configuration, as one revision that can be "
                                 "undone. These are the differences:"),
        u"muted"_s, this);
    meaning->setWordWrap(true);
    column->addWidget(meaning);
    column->addWidget(changes, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ImportDialog::applyRequested);
}

void ImportDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Gatehouse::Ui
