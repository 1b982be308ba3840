// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/ruleseditor.h"

#include "ui/pages/routes/conditiondialog.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

RulesEditor::RulesEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new RulesModel(this))
    , m_table(new TableView(this))
    , m_none(makeLabel(tr("None: every request goes to the targets."), u"caption"_s, this))
    , m_add(makeIconButton(u"plus"_s, tr("Add a condition"), u"routes.addConditionButton"_s, this))
    , m_edit(makeIconButton(u"pencil"_s, tr("Edit the condition"), u"routes.editConditionButton"_s,
                            this))
    , m_up(makeIconButton(u"arrow-up"_s, tr("Move the condition up"), u"routes.conditionUpButton"_s,
                          this))
    , m_down(makeIconButton(u"arrow-down"_s, tr("Move the condition down"),
                            u"routes.conditionDownButton"_s, this))
    , m_remove(makeIconButton(u"trash-2"_s, tr("Remove the condition"),
                              u"routes.removeConditionButton"_s, this))
{
    m_table->setObjectName(u"routes.conditionsTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFitsRows(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_field = new FormField(tr("Conditions"), m_table, {}, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addWidget(m_none);
    layout->addLayout(makeButtons());
    connect(m_table, &TableView::rowActivated, this,
            [this](const QModelIndex &index) { openDialog(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RulesEditor::showButtons);
    connect(m_model, &RulesModel::edited, this, &RulesEditor::showButtons);
    connect(m_model, &RulesModel::edited, this, &RulesEditor::edited);
    showButtons();
}

QLayout *RulesEditor::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QToolButton *button : {m_add, m_edit, m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    connect(m_add, &QToolButton::clicked, this, [this] { openDialog(-1); });
    connect(m_edit, &QToolButton::clicked, this,
            [this] { openDialog(m_table->currentIndex().row()); });
    connect(m_remove, &QToolButton::clicked, this, &RulesEditor::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    return buttons;
}

void RulesEditor::setRules(const QList<Api::RouteRule> &rules, const QStringList &routes)
{
    m_routes = routes;
    m_model->setRules(rules);
    m_table->updateGeometry();
    showButtons();
}

void RulesEditor::setLocked(const QString &origin)
{
    m_locked = !origin.isEmpty();
    m_field->setLocked(origin);
    m_table->setEnabled(true); // to be read and scrolled
    showButtons();
}

void RulesEditor::focusRule(int row)
{
    if (m_model->rowCount() == 0) {
        m_add->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
}

void RulesEditor::openDialog(int row)
{
    if (m_locked)
        return;
    auto *dialog = new ConditionDialog(m_routes, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (row >= 0)
        dialog->edit(m_model->rules().at(row));
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] {
        m_model->put(row, dialog->rule());
        focusRule(row < 0 ? m_model->rowCount() - 1 : row);
    });
    dialog->open();
}

void RulesEditor::removeCurrent()
{
    const int row = m_table->currentIndex().row();
    m_model->removeRule(row);
    focusRule(row);
}

void RulesEditor::moveCurrent(int by)
{
    if (m_model->move(m_table->currentIndex().row(), by))
        showButtons();
}

void RulesEditor::showButtons()
{
    const int row = m_table->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    m_table->setVisible(last >= 0);
    m_none->setVisible(last < 0);
    m_add->setEnabled(!m_locked);
    m_edit->setEnabled(!m_locked && row >= 0);
    m_up->setEnabled(!m_locked && row > 0);
    m_down->setEnabled(!m_locked && row >= 0 && row < last);
    m_remove->setEnabled(!m_locked && row >= 0);
}

bool RulesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || m_locked)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    const bool vertical = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (vertical && key->modifiers() & Qt::AltModifier) {
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Gatehouse::Ui
