// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/shortcutdialog.h"

#include "ui/models/shortcuts.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keytext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QKeySequenceEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 420;

QString textOf(const QAction &action)
{
    return QString(action.text()).replace("&&"_L1, "\x01"_L1).remove(u'&').replace(u'\x01', u'&');
}

} // namespace

ShortcutDialog::ShortcutDialog(QAction &action, QList<QAction *> actions, Preferences &preferences,
                               QWidget *parent)
    : QDialog(parent)
    , m_action(action)
    , m_actions(std::move(actions))
    , m_preferences(preferences)
    , m_edit(new QKeySequenceEdit(action.shortcut()))
    , m_save(makeButton(tr("Save"), u"primary"_s, u"settings.shortcutDialog.saveButton"_s, this))
{
    setObjectName(u"settings.shortcutDialog"_s);
    setWindowTitle(tr("Change keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(textScaled(dialogWidth));
    m_edit->setObjectName(u"settings.shortcutDialog.keysEdit"_s);
    m_edit->setClearButtonEnabled(true);
    m_field = new FormField(tr("Keys for “%1”").arg(textOf(action)), m_edit,
                            tr("Press the keys. Cleared, the command has none."), this);
    if (auto *line = m_edit->findChild<QLineEdit *>()) {
        line->setObjectName(u"settings.shortcutDialog.keysField"_s);
        line->setAccessibleName(m_field->label());
        // In the words of the other screens; Qt's own need Qt's translations.
        const auto tell = [this, line] { line->setText(keyText(m_edit->keySequence())); };
        connect(m_edit, &QKeySequenceEdit::keySequenceChanged, line, tell);
        connect(m_edit, &QKeySequenceEdit::editingFinished, line, tell);
        tell();
    }
    QPushButton *usual =
        makeButton(tr("Usual keys"), {}, u"settings.shortcutDialog.resetButton"_s, this);
    usual->setEnabled(!Shortcuts::isUsual(action));
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"settings.shortcutDialog.cancelButton"_s, this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(usual);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addWidget(m_field);
    column->addLayout(buttons);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutDialog::check);
    connect(m_save, &QPushButton::clicked, this, &ShortcutDialog::save);
    connect(usual, &QPushButton::clicked, this, &ShortcutDialog::reset);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_edit->setFocus();
}

ShortcutDialog::~ShortcutDialog()
{
    m_edit->disconnect(this); // it tells its keys once more when it loses the focus
}

void ShortcutDialog::check()
{
    const QKeySequence keys = m_edit->keySequence();
    const QAction *other =
        keys.isEmpty() ? nullptr : Shortcuts::conflict(m_actions, m_action, keys);
    m_field->setProblem(other ? FormField::Problem::Error : FormField::Problem::None,
                        other
                            ? tr("“%1” has these keys. Give it others first, or press others here.")
                                  .arg(textOf(*other))
                            : QString());
}

void ShortcutDialog::save()
{
    check();
    if (m_field->problem() == FormField::Problem::Error)
        return m_edit->setFocus();
    Shortcuts::choose(m_action, m_edit->keySequence(), m_preferences);
    accept();
}

//! The usual keys may be another command's by now.
void ShortcutDialog::reset()
{
    const QList<QKeySequence> usual = Shortcuts::usual(m_action);
    m_edit->setKeySequence(usual.value(0));
    check();
    if (m_field->problem() == FormField::Problem::Error)
        return;
    Shortcuts::reset(m_action, m_preferences);
    accept();
}

} // namespace Gatehouse::Ui
