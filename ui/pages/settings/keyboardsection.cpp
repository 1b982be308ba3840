// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/keyboardsection.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/preferences.h"
#include "ui/models/shortcuts.h"
#include "ui/pages/settings/shortcutdialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keytext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString writtenKeys(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(keyText(sequence));
    return keys.join(KeyboardSection::tr(" or "));
}

} // namespace

KeyboardSection::KeyboardSection(Actions actions, Preferences &preferences, QWidget *parent)
    : SettingsSection(u"keyboard"_s, tr("Keyboard"), u"command"_s, parent)
    , m_actions(std::move(actions))
    , m_preferences(preferences)
    , m_search(new SearchField(this))
    , m_shortcuts(new CellsModel({{u"command"_s, tr("Command"), CellKind::Strong},
                                  {u"keys"_s, tr("Keys"), CellKind::Code},
                                  {u"changed"_s, tr("Changed"), CellKind::Text}},
                                 this))
    , m_table(new TableView(this))
    , m_change(makeButton(tr("Change keys…"), {}, rowName(u"changeButton"), this))
    , m_resetAll(makeButton(tr("Reset all"), {}, rowName(u"resetAllButton"), this))
{
    addGroup();
    addLetters();
    addGroup(tr("Shortcuts"));
    addTable();
}

void KeyboardSection::addLetters()
{
    auto *letters = new Switch(this);
    letters->setObjectName(rowName(u"lettersToggle"));
    letters->setChecked(m_preferences.hasLetterKeys());
    FormField *row = addRow(tr("Letters as shortcuts"), letters,
                            tr("N for new, T for test, E for explain and others that work alone, "
                               "while no text is being typed."));
    const auto set = [this](bool on) {
        m_preferences.setLetterKeys(on);
        refreshResets();
        Q_EMIT keysChanged();
    };
    connect(letters, &Switch::clicked, this, set);
    makeResettable(
        row, [this] { return m_preferences.hasLetterKeys(); },
        [letters, set] {
            letters->setChecked(true);
            set(true);
        });
}

void KeyboardSection::addTable()
{
    m_search->setObjectName(rowName(u"searchField"));
    m_search->setPlaceholderText(tr("Search shortcuts"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_table->setObjectName(rowName(u"shortcutsTable"));
    m_table->setAccessibleName(tr("Shortcuts"));
    m_table->setModel(m_shortcuts);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnCharacters(1, 22);
    m_table->setColumnText(2, tr("Changed"));
    auto *part = new QWidget(this);
    auto *buttons = new QWidget(part);
    auto *flow = new FlowLayout(buttons, 8, 8);
    flow->addWidget(m_change);
    flow->addWidget(m_resetAll);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(buttons);
    column->addWidget(m_table);
    addPart(part, tr("Keyboard shortcuts, keys, commands, change, reset"));
    connect(m_search, &QLineEdit::textChanged, this, &KeyboardSection::refresh);
    connect(m_table, &TableView::rowActivated, this, &KeyboardSection::changeCurrent);
    connect(m_change, &QPushButton::clicked, this, &KeyboardSection::changeCurrent);
    connect(m_resetAll, &QPushButton::clicked, this, &KeyboardSection::resetAll);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &KeyboardSection::showChange);
    showChange();
}

QAction *KeyboardSection::current() const
{
    const QString id = m_table->currentIndex().data(CellRole::Id).toString();
    const QList<QAction *> actions = m_actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&id](const QAction *action) {
        return action->objectName() == id;
    });
    return found == actions.cend() ? nullptr : *found;
}

void KeyboardSection::showChange()
{
    m_change->setEnabled(current());
}

void KeyboardSection::changeCurrent()
{
    QAction *action = current();
    if (!action)
        return;
    auto *dialog = new ShortcutDialog(*action, m_actions(), m_preferences, window());
    connect(dialog, &QDialog::accepted, this, [this] {
        refresh();
        Q_EMIT keysChanged();
    });
    dialog->open();
}

void KeyboardSection::resetAll()
{
    for (QAction *action : m_actions())
        Shortcuts::reset(*action, m_preferences);
    refresh();
    Q_EMIT keysChanged();
}

void KeyboardSection::refresh()
{
    const int row = m_table->currentIndex().row();
    QList<CellsModel::Row> rows;
    bool anyChanged = false;
    for (const QAction *action : m_actions()) {
        const QString keys = writtenKeys(*action);
        const QString text = action->text().remove(u'&');
        const bool changed = !Shortcuts::isUsual(*action);
        anyChanged = anyChanged || changed;
        if (text.contains(m_search->text(), Qt::CaseInsensitive)
            || keys.contains(m_search->text(), Qt::CaseInsensitive))
            rows.append({.id = action->objectName(),
                         .cells = {{.text = text},
                                   {.text = keys},
                                   {.text = changed ? tr("Yes") : QString()}}});
    }
    m_shortcuts->setRows(rows);
    m_resetAll->setEnabled(anyChanged);
    if (row >= 0 && row < rows.size())
        m_table->selectRow(row);
    m_table->updateGeometry();
    showChange();
}

} // namespace Gatehouse::Ui
