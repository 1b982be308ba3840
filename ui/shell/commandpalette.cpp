// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/widgets/celldelegate.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int paletteWidth = 640;
constexpr int shownRows = 8;
constexpr int rowHeight = 37;

QString nameOf(const QAction *action)
{
    const QString text = QString(action->text()).remove(u'&');
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? text : u"%1   %2"_s.arg(text, keys);
}

// "co ap" and "caa" both find "Connect an app": the letters in this order, with gaps.
QRegularExpression pattern(const QString &text)
{
    QStringList letters;
    for (const QChar c : text)
        if (!c.isSpace())
            letters.append(QRegularExpression::escape(QString(c)));
    return QRegularExpression(letters.join(u".*"_s), QRegularExpression::CaseInsensitiveOption);
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Search or run a command"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("kind", u"palette"_s);
    QStringList names;
    std::transform(actions.cbegin(), actions.cend(), std::back_inserter(names), nameOf);
    m_names.setStringList(names);
    m_matches.setSourceModel(&m_names);
    m_field->setObjectName(u"palette.field"_s);
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_list->setObjectName(u"palette.list"_s);
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setModel(&m_matches);
    m_list->setItemDelegate(new CellDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(shownRows * rowHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    setFixedWidth(std::min(paletteWidth, parent->width() - 48));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    filter({});
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
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::filter(const QString &text)
{
    m_matches.setFilterRegularExpression(pattern(text));
    m_list->setCurrentIndex(m_matches.index(0, 0));
}

void CommandPalette::run()
{
    const QModelIndex found = m_matches.mapToSource(m_list->currentIndex());
    if (!found.isValid())
        return;
    QAction *action = m_actions.at(found.row());
    close();
    action->trigger();
}

} // namespace Gatehouse::Ui
