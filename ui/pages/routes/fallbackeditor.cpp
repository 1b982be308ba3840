// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/fallbackeditor.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtCore/QStringListModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

FallbackEditor::FallbackEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStringListModel(this))
    , m_list(new QListView(this))
    , m_choice(new QComboBox(this))
    , m_add(makeIconButton(u"plus"_s, tr("Add the chosen route as a fallback"),
                           u"routes.addFallbackButton"_s, this))
    , m_up(makeIconButton(u"arrow-up"_s, tr("Move the fallback up"), u"routes.fallbackUpButton"_s,
                          this))
    , m_down(makeIconButton(u"arrow-down"_s, tr("Move the fallback down"),
                            u"routes.fallbackDownButton"_s, this))
    , m_remove(makeIconButton(u"trash-2"_s, tr("Remove the fallback"),
                              u"routes.removeFallbackButton"_s, this))
{
    m_list->setObjectName(u"routes.fallbackList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CellDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_field = new FormField(tr("Fallback routes"), m_list,
                            tr("Tried in this order when no target of this route answers."), this);
    m_choice->setObjectName(u"routes.fallbackCombo"_s);
    m_choice->setPlaceholderText(tr("No other route"));
    m_choice->setAccessibleName(tr("Route to add as a fallback"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_choice, 1);
    for (QToolButton *button : {m_add, m_up, m_down, m_remove})
        line->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addLayout(line);
    connect(m_add, &QToolButton::clicked, this, &FallbackEditor::addChosen);
    connect(m_remove, &QToolButton::clicked, this, &FallbackEditor::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FallbackEditor::showButtons);
}

void FallbackEditor::setFallbacks(const QStringList &fallbacks, const QStringList &possible)
{
    if (m_model->stringList() != fallbacks)
        m_model->setStringList(fallbacks);
    if (m_possible != possible) {
        m_possible = possible;
        m_choice->clear();
        m_choice->addItems(possible);
        m_choice->setCurrentIndex(possible.isEmpty() ? -1 : 0);
    }
    int height = 4;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(height);
    m_list->setVisible(m_model->rowCount() > 0);
    showButtons();
}

QStringList FallbackEditor::fallbacks() const
{
    return m_model->stringList();
}

void FallbackEditor::setLocked(const QString &origin)
{
    m_locked = !origin.isEmpty();
    m_field->setLocked(origin);
    showButtons();
}

void FallbackEditor::focusFallback(int row)
{
    if (m_list->isHidden()) {
        m_choice->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->setCurrentIndex(m_model->index(std::max(0, row)));
}

void FallbackEditor::take(const QStringList &fallbacks, int current)
{
    m_model->setStringList(fallbacks);
    m_list->setCurrentIndex(m_model->index(current));
    showButtons();
    Q_EMIT edited();
}

void FallbackEditor::addChosen()
{
    if (m_choice->currentText().isEmpty())
        return;
    QStringList names = fallbacks();
    names.append(m_choice->currentText());
    take(names, int(names.size()) - 1);
}

void FallbackEditor::removeCurrent()
{
    QStringList names = fallbacks();
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= names.size())
        return;
    names.removeAt(row);
    take(names, std::min(row, int(names.size()) - 1));
    focusFallback(m_list->currentIndex().row());
}

void FallbackEditor::moveCurrent(int by)
{
    QStringList names = fallbacks();
    const int row = m_list->currentIndex().row();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= names.size())
        return;
    names.move(row, to);
    take(names, to);
}

void FallbackEditor::showButtons()
{
    const int row = m_list->currentIndex().row();
    m_choice->setEnabled(!m_locked && m_choice->count() > 0);
    m_add->setEnabled(m_choice->isEnabled());
    m_up->setEnabled(!m_locked && row > 0);
    m_down->setEnabled(!m_locked && row >= 0 && row < m_model->rowCount() - 1);
    m_remove->setEnabled(!m_locked && row >= 0);
}

bool FallbackEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || m_locked)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool vertical = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (key->key() == Qt::Key_Delete)
        removeCurrent();
    else if (vertical && key->modifiers() & Qt::AltModifier)
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace Gatehouse::Ui
