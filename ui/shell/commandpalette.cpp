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
#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int paletteWidth = 640;
constexpr int shownRows = 8;
constexpr int rowHeight = 37;

QString textOf(const QAction *action)
{
    static const QRegularExpression mnemonic(u"&(.)"_s); // "&&" is the character
    return QString(action->text()).replace(mnemonic, u"\\1"_s);
}

QString nameOf(const QAction *action)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? textOf(action) : u"%1   %2"_s.arg(textOf(action), keys);
}

bool hasLettersInOrder(const QString &text, const QString &letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        if (letter.isSpace())
            continue;
        at = text.indexOf(letter, at, Qt::CaseInsensitive) + 1;
        if (at == 0)
            return false;
    }
    return true;
}

// Smaller is better; none when it does not match.
std::optional<int> rank(const QAction *action, const QString &typed)
{
    const QString text = textOf(action);
    if (text.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (text.contains(typed, Qt::CaseInsensitive))
        return 1;
    return hasLettersInOrder(text, typed) ? std::optional(2) : std::nullopt;
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
    m_field->setObjectName(u"palette.field"_s);
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_list->setObjectName(u"palette.list"_s);
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setModel(&m_names);
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
    const QString typed = text.trimmed();
    m_found.clear();
    for (QAction *action : m_actions)
        if (rank(action, typed))
            m_found.append(action);
    std::stable_sort(m_found.begin(), m_found.end(), [&typed](QAction *a, QAction *b) {
        return *rank(a, typed) < *rank(b, typed);
    });
    QStringList names;
    std::transform(m_found.cbegin(), m_found.cend(), std::back_inserter(names), nameOf);
    m_names.setStringList(names);
    m_list->setCurrentIndex(m_names.index(0));
}

void CommandPalette::run()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    QAction *action = m_found.at(chosen.row());
    close();
    action->trigger();
}

} // namespace Gatehouse::Ui
