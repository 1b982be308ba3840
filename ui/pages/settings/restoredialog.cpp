// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/restoredialog.h"

#include "ui/widgets/dialogheight.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 560;
constexpr qsizetype mostLines = 8;
constexpr int linePadding = 14;

QString contents(const BackupContents &backup)
{
    return RestoreDialog::tr("Made %1 by Gatehouse %2: configuration revision %3, %Ln requests.",
                             nullptr, int(backup.requests))
        .arg(Format::moment(backup.time), backup.version, QLocale().toString(backup.revision));
}

QWidget *changeList(const QStringList &changes)
{
    auto *list = new QPlainTextEdit(changes.join(u'\n'));
    list->setObjectName(u"settings.backup.restoreDialog.changesText"_s);
    list->setAccessibleName(RestoreDialog::tr("What would change"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    const auto lines = std::min<qsizetype>(changes.size() + 1, mostLines);
    list->setFixedHeight(list->fontMetrics().lineSpacing() * int(lines) + linePadding);
    return list;
}

} // namespace

RestoreDialog::RestoreDialog(const BackupContents &backup, qint64 revision, QWidget *parent)
    : QDialog(parent)
    , m_word(new QLineEdit)
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_restore(makeButton(tr("Restore backup"), u"danger"_s,
                           u"settings.backup.restoreDialog.restoreButton"_s, this))
{
    const QString title = tr("Restore %1?").arg(QFileInfo(backup.path).fileName());
    setObjectName(u"settings.backup.restoreDialog"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(textScaled(dialogWidth));
    m_word->setObjectName(u"settings.backup.restoreDialog.wordField"_s);
    auto *word = new FormField(tr("Type “%1” to go on").arg(tr("restore")), m_word, {}, this);
    m_problem->setObjectName(u"settings.backup.restoreDialog.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"settings.backup.restoreDialog.cancelButton"_s, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    const auto add = [this, column](const QString &text, const QString &tone) {
        QLabel *label = makeLabel(text, tone, this);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    add(title, u"dialogTitle"_s);
    add(contents(backup), u"strong"_s);
    add(tr("It replaces the configuration (now revision %1), the created keys, the books of "
           "requests and the audit log. The gateway ends running requests and restarts at once. "
           "What is there now is kept in a folder beside it.")
            .arg(QLocale().toString(revision)),
        u"muted"_s);
    if (backup.requestsNow)
        add(tr("Requests in the books: %1 now, %2 afterwards.")
                .arg(QLocale().toString(*backup.requestsNow), QLocale().toString(backup.requests)),
            u"muted"_s);
    add(backup.changes.isEmpty() ? tr("The configuration stays as it is.")
                                 : tr("In the configuration this changes:"),
        u"muted"_s);
    if (!backup.changes.isEmpty())
        column->addWidget(changeList(backup.changes));
    column->addWidget(word);
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_restore);
    column->addLayout(buttons);
    cancel->setDefault(true);
    connect(m_word, &QLineEdit::textChanged, this, &RestoreDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::restoreRequested);
    check();
    m_word->setFocus();
    fitHeight(*this, minimumWidth());
}

void RestoreDialog::check()
{
    const bool typed = m_word->text().trimmed().compare(tr("restore"), Qt::CaseInsensitive) == 0;
    m_restore->setEnabled(typed && !m_busy);
}

void RestoreDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_restore->setText(busy ? tr("Checking the backup…") : tr("Restore backup"));
    check();
}

void RestoreDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Gatehouse::Ui
