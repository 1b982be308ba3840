// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/keyboardsection.h"

#include "ui/models/cellsmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keytext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

KeyboardSection::KeyboardSection(Actions actions, QWidget *parent)
    : SettingsSection(u"keyboard"_s, tr("Keyboard"), u"command"_s, parent)
    , m_actions(std::move(actions))
    , m_search(new SearchField(this))
    , m_shortcuts(new CellsModel({{u"command"_s, tr("Command"), CellKind::Strong},
                                  {u"keys"_s, tr("Keys"), CellKind::Code}},
                                 this))
    , m_table(new TableView(this))
{
    addGroup();
    m_search->setObjectName(rowName(u"searchField"));
    m_search->setPlaceholderText(tr("Search shortcuts"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_table->setObjectName(rowName(u"shortcutsTable"));
    m_table->setAccessibleName(tr("Shortcuts"));
    m_table->setModel(m_shortcuts);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnCharacters(1, 22);
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_table);
    addPart(part, tr("Keyboard shortcuts, keys, commands"));
    connect(m_search, &QLineEdit::textChanged, this, &KeyboardSection::refresh);
}

void KeyboardSection::refresh()
{
    QList<CellsModel::Row> rows;
    for (const QAction *action : m_actions()) {
        const QString keys = keyText(action->shortcut());
        const QString text = action->text().remove(u'&');
        const bool wanted = text.contains(m_search->text(), Qt::CaseInsensitive)
            || keys.contains(m_search->text(), Qt::CaseInsensitive);
        if (!keys.isEmpty() && wanted)
            rows.append({.id = action->objectName(), .cells = {{.text = text}, {.text = keys}}});
    }
    m_shortcuts->setRows(rows);
    m_table->updateGeometry();
}

} // namespace Gatehouse::Ui
