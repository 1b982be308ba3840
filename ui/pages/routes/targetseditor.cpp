// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/targetseditor.h"

#include "ui/models/routestrategies.h"
#include "ui/pages/routes/targetdelegate.h"
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

namespace {

constexpr int providerCharacters = 8;

} // namespace

TargetsEditor::TargetsEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new TargetsModel(this))
    , m_table(new TableView(this))
    , m_delegate(new TargetDelegate(m_table))
    , m_hint(makeLabel({}, u"caption"_s, this))
    , m_add(makeIconButton(u"plus"_s, tr("Add a target"), u"routes.addTargetButton"_s, this))
    , m_up(
          makeIconButton(u"arrow-up"_s, tr("Move the target up"), u"routes.targetUpButton"_s, this))
    , m_down(makeIconButton(u"arrow-down"_s, tr("Move the target down"),
                            u"routes.targetDownButton"_s, this))
    , m_remove(makeIconButton(u"trash-2"_s, tr("Remove the target"), u"routes.removeTargetButton"_s,
                              this))
{
    m_table->setObjectName(u"routes.targetsTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setFitsRows(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setColumnCharacters(TargetsModel::Provider, providerCharacters);
    m_table->setColumnText(TargetsModel::Weight, u"1,000"_s);
    m_table->setColumnText(TargetsModel::Share, u"100 %"_s);
    m_field = new FormField(tr("Targets"), m_table, {}, this);
    m_hint->setObjectName(u"routes.weightsHint"_s);
    m_hint->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QToolButton *button : {m_add, m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    layout->addWidget(m_hint);
    connect(m_add, &QToolButton::clicked, this, &TargetsEditor::addTarget);
    connect(m_remove, &QToolButton::clicked, this, &TargetsEditor::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        if (!m_table->isPersistentEditorOpen(index)) // Enter of an open editor comes here too
            m_table->edit(index);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TargetsEditor::showButtons);
    connect(m_model, &TargetsModel::edited, this, &TargetsEditor::edited);
}

void TargetsEditor::setRoute(const Api::Route &route, const RouteFacts &facts,
                             const QStringList &providers)
{
    m_providers = providers;
    m_delegate->setProviders(providers);
    m_model->setRoute(route, facts);
    m_table->setColumnHidden(TargetsModel::Weight, !usesWeights(route.strategy));
    m_table->setColumnHidden(TargetsModel::Share, !sharesByWeight(route.strategy));
    m_hint->setText(m_model->weightsHint());
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_table->updateGeometry();
    fitColumns();
    showButtons();
}

void TargetsEditor::setLocked(const QString &origin)
{
    m_locked = !origin.isEmpty();
    m_model->setEditable(!m_locked);
    m_field->setLocked(origin);
    m_table->setEnabled(true); // to be read and scrolled
    showButtons();
}

void TargetsEditor::focusTarget(int row, int column)
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, column));
}

void TargetsEditor::addTarget()
{
    const QString provider = m_providers.size() == 1 ? m_providers.first() : QString();
    m_model->append({.provider = provider, .model = {}});
    const int row = m_model->rowCount() - 1;
    focusTarget(row, provider.isEmpty() ? TargetsModel::Provider : TargetsModel::Model);
    m_table->edit(m_table->currentIndex());
}

void TargetsEditor::removeCurrent()
{
    const int row = m_table->currentIndex().row();
    m_model->removeTarget(row);
    focusTarget(std::min(row, m_model->rowCount() - 1));
}

void TargetsEditor::moveCurrent(int by)
{
    if (m_model->move(m_table->currentIndex().row(), by))
        showButtons();
}

void TargetsEditor::showButtons()
{
    const int row = m_table->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    m_add->setEnabled(!m_locked);
    m_up->setEnabled(!m_locked && row > 0);
    m_down->setEnabled(!m_locked && row >= 0 && row < last);
    m_remove->setEnabled(!m_locked && row >= 0);
}

// The model's name takes what the others leave.
void TargetsEditor::fitColumns()
{
    int others = 0;
    for (int column = 0; column < TargetsModel::ColumnCount; ++column)
        if (column != TargetsModel::Model && !m_table->isColumnHidden(column))
            others += m_table->columnWidth(column);
    m_table->setColumnWidth(TargetsModel::Model,
                            std::max(80, m_table->viewport()->width() - others));
}

bool TargetsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
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
