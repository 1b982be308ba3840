// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/shell/windowactions.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/keytext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QAction>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogCharacters = 80;
constexpr int dialogLines = 32;
constexpr int keyCharacters = 22;

QString writtenKeys(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys.append(keyText(sequence));
    return keys.join(ShortcutsDialog::tr(" or "));
}

void addRow(QStandardItemModel &model, const QString &keys, const QString &what)
{
    auto *key = new QStandardItem(keys);
    key->setData(int(CellKind::Strong), CellRole::Kind);
    key->setData(keys, CellRole::Id);
    auto *text = new QStandardItem(what);
    text->setData(keys, CellRole::Id);
    model.appendRow({key, text});
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcuts.dialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QFontMetrics body(roleFont(FontRole::Body));
    resize(QSize(dialogCharacters * body.averageCharWidth(), dialogLines * body.lineSpacing())
               .boundedTo(parent->size() - QSize(48, 48)));
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    fill(*model, actions);
    auto *found = new QSortFilterProxyModel(this);
    found->setSourceModel(model);
    found->setFilterKeyColumn(-1);
    found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *search = new SearchField(this);
    search->setObjectName(u"shortcuts.search"_s);
    search->setAccessibleName(tr("Search shortcuts"));
    search->setPlaceholderText(tr("Search shortcuts"));
    auto *table = new TableView(this);
    table->setObjectName(u"shortcuts.table"_s);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setModel(found);
    table->setColumnCharacters(0, keyCharacters);
    table->horizontalHeader()->setStretchLastSection(true);
    QPushButton *close = makeButton(tr("Close"), {}, u"shortcuts.closeButton"_s, this);
    connect(search, &QLineEdit::textChanged, found, &QSortFilterProxyModel::setFilterFixedString);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(search);
    layout->addWidget(table, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    search->setFocus();
}

void ShortcutsDialog::fill(QStandardItemModel &model, const QList<QAction *> &actions) const
{
    for (const QAction *action : actions)
        if (!action->shortcut().isEmpty())
            addRow(model, writtenKeys(*action), WindowActions::plainText(*action));
    const QList<std::pair<QString, QString>> ofPages{
        {tr("Space"), tr("Pause or resume the live view")},
        {tr("Enter"), tr("Open the row")},
        {tr("Esc"), tr("Close the panel, then clear the filter")},
        {tr("Ctrl+E"), tr("Export what the page shows")},
        {tr("Ctrl+S"), tr("Save the form")},
        {tr("Ctrl+Enter"), tr("Main action of a form")},
        {tr("Ctrl+C"), tr("Copy the selected rows")},
        {tr("J / K"), tr("Next or previous request while its story is open")},
        {tr("Left / Right"), tr("Move through the points of a chart")},
        {tr("Alt"), tr("Show the menu bar")},
    };
    for (const auto &[keys, what] : ofPages)
        addRow(model, keys, what);
}

} // namespace Gatehouse::Ui
