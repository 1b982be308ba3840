// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/palettedelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int paletteWidth = 640;
constexpr int shownRows = 9;

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_field(new SearchField(this))
    , m_list(new QListView(this))
    , m_hint(makeLabel({}, u"caption"_s, this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Search or run a command"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("kind", u"palette"_s);
    m_field->setObjectName(u"palette.field"_s);
    m_list->setObjectName(u"palette.list"_s);
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(shownRows * PaletteDelegate::rowHeight());
    m_hint->setObjectName(u"palette.hintLabel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 9);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_hint);
    setFixedWidth(std::min(paletteWidth, parent->width() - 48));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    goBack();
}

void CommandPalette::setEntries(const QList<PaletteEntry> &entries, const QStringList &recent,
                                const std::function<PaletteEntry(const QString &)> &makeRequest)
{
    m_entries = entries;
    m_recent = recent;
    m_makeRequest = makeRequest;
    if (m_asking)
        return;
    const QString chosenId = m_list->currentIndex().data(Qt::UserRole).toString();
    const bool moved = m_list->currentIndex().row() > 0;
    m_model.setEntries(m_entries, m_recent, m_makeRequest);
    filter(m_field->text());
    // What was read meanwhile must not move the choice.
    for (int row = 0; moved && row < m_model.rowCount(); ++row)
        if (m_model.entry(row).id == chosenId)
            m_list->setCurrentIndex(m_model.index(row));
}

void CommandPalette::setTyped(const QString &text)
{
    m_field->setText(text);
}

void CommandPalette::showEvent(QShowEvent *event)
{
    const QWidget *window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 8)));
    m_field->setFocus();
    QDialog::showEvent(event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    return (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)))
        || QDialog::eventFilter(watched, event);
}

bool CommandPalette::handleKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Backspace:
        return m_field->text().isEmpty() && goBack();
    default:
        return false;
    }
}

void CommandPalette::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !goBack())
        QDialog::keyPressEvent(event);
}

void CommandPalette::filter(const QString &text)
{
    m_model.setTyped(text);
    m_list->setCurrentIndex(m_model.index(0));
}

void CommandPalette::run()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const PaletteEntry entry = m_model.entry(current.row());
    if (entry.choices) {
        ask(entry);
        return;
    }
    close();
    Q_EMIT chosen(entry.id);
    if (entry.run)
        entry.run();
}

void CommandPalette::ask(const PaletteEntry &entry)
{
    m_asking = true;
    m_model.setEntries(entry.choices(), {});
    m_field->clear();
    m_field->setPlaceholderText(entry.name);
    m_field->setAccessibleName(entry.name);
    m_hint->setText(tr("Enter chooses, Esc goes back"));
    filter({});
}

bool CommandPalette::goBack()
{
    const bool wasAsking = std::exchange(m_asking, false);
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_hint->setText(tr("> actions   # request   @ key or team   ? help"));
    if (!wasAsking)
        return false;
    m_model.setEntries(m_entries, m_recent, m_makeRequest);
    m_field->clear();
    filter({});
    return true;
}

} // namespace Gatehouse::Ui
