// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/models/shortcuts.h"
#include "ui/shell/mainwindow.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

WindowActions::WindowActions(MainWindow &window, QMenuBar *bar)
    : QObject(&window)
    , m_window(window)
    , m_bar(bar)
{
    addMenus(bar);
    addGatewayActions();
    addEditActions();
    addViewActions();
    addGoActions();
    addHelpActions();
    m_window.installEventFilter(this);
}

void WindowActions::addMenus(QMenuBar *bar)
{
    bar->setObjectName(u"menubar"_s);
    bar->setAccessibleName(tr("Menu bar"));
    const QList<std::pair<Menu, QString>> menus{{Menu::Gateway, tr("&Gateway")},
                                                {Menu::Edit, tr("&Edit")},
                                                {Menu::View, tr("&View")},
                                                {Menu::Go, tr("G&o")},
                                                {Menu::Help, tr("&Help")}};
    for (const auto &[menu, title] : menus)
        m_menus.insert(int(menu), bar->addMenu(title));
    connect(bar, &QMenuBar::triggered, this, [this] { m_bar->setVisible(m_barWanted); });
    bar->hide();
}

QAction *WindowActions::add(Menu menu, const QString &name, const QString &text,
                            const QString &english, const QKeySequence &keys,
                            const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setProperty("english", english);
    setUsualKeys(*action, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    m_menus.value(int(menu))->addAction(action);
    m_window.addAction(action); // works while the menu bar is hidden
    return action;
}

//! What a person chose instead goes before them.
void WindowActions::setUsualKeys(QAction &action, const QList<QKeySequence> &keys) const
{
    Shortcuts::setUsual(action, keys);
    Shortcuts::restore(action, m_window.preferences());
}

QAction *WindowActions::addOwn(Menu menu, const char *name, const char *english,
                               const QKeySequence &keys, const std::function<void()> &run)
{
    return add(menu, u"action.%1"_s.arg(QLatin1StringView(name)), tr(english),
               QString::fromLatin1(english), keys, run);
}

QAction *WindowActions::find(const QString &name) const
{
    const auto found =
        std::find_if(m_actions.cbegin(), m_actions.cend(),
                     [&name](const QAction *action) { return action->objectName() == name; });
    return found == m_actions.cend() ? nullptr : *found;
}

QString WindowActions::plainText(const QAction &action)
{
    static const QRegularExpression mnemonic(u"&(.)"_s); // "&&" is the character
    return QString(action.text()).replace(mnemonic, u"\\1"_s);
}

void WindowActions::addGatewayActions()
{
    addOwn(Menu::Gateway, "toggleGateway", QT_TR_NOOP("Start the gateway"),
           Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { m_window.toggleGateway(); });
    addOwn(Menu::Gateway, "copyBaseUrl", QT_TR_NOOP("Copy base URL"), {},
           [this] { QGuiApplication::clipboard()->setText(m_window.status().status().baseUrl); });
    addOwn(Menu::Gateway, "closeWindow", QT_TR_NOOP("Close the window"), Qt::CTRL | Qt::Key_W,
           [this] { m_window.close(); });
    addOwn(Menu::Gateway, "quitProgram", QT_TR_NOOP("Quit"), Qt::CTRL | Qt::Key_Q,
           [this] { m_window.requestQuit(); });
}

void WindowActions::addEditActions()
{
    addOwn(Menu::Edit, "undoChange", QT_TR_NOOP("Undo the last change"), Qt::CTRL | Qt::Key_Z,
           [this] { m_window.undo(); });
    addOwn(Menu::Edit, "redoChange", QT_TR_NOOP("Redo the change"),
           Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_window.configuration().redo(); });
    addOwn(Menu::Edit, "newObject", QT_TR_NOOP("New on this page"), Qt::CTRL | Qt::Key_N,
           [this] { m_window.runPrimaryAction(); });
    QAction *filter = addOwn(Menu::Edit, "filterPage", QT_TR_NOOP("Filter this page"),
                             Qt::CTRL | Qt::Key_F, [this] { m_window.focusFilter(); });
    setUsualKeys(*filter, {Qt::CTRL | Qt::Key_F, Qt::Key_Slash});
}

void WindowActions::addViewActions()
{
    addOwn(Menu::View, "refreshPage", QT_TR_NOOP("Refresh this page"), Qt::Key_F5,
           [this] { m_window.refreshPage(); });
    addOwn(Menu::View, "chooseRange", QT_TR_NOOP("Choose a range of time"), {},
           [this] { m_window.openRangeDialog(); });
    addOwn(Menu::View, "foldSidebar", QT_TR_NOOP("Fold the sidebar"), Qt::CTRL | Qt::Key_B,
           [this] { m_window.toggleSidebar(); });
    QAction *larger = addOwn(Menu::View, "enlargeText", QT_TR_NOOP("Larger text"),
                             Qt::CTRL | Qt::Key_Equal, [this] { m_window.changeTextSize(1); });
    setUsualKeys(*larger, {Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus});
    addOwn(Menu::View, "reduceText", QT_TR_NOOP("Smaller text"), Qt::CTRL | Qt::Key_Minus,
           [this] { m_window.changeTextSize(-1); });
    addOwn(Menu::View, "resetText", QT_TR_NOOP("Normal text size"), Qt::CTRL | Qt::Key_0,
           [this] { m_window.changeTextSize(0); });
    addOwn(Menu::View, "toggleMenuBar", QT_TR_NOOP("Show or hide the menu bar"), {},
           [this] { m_window.setMenuBarShown(!m_barWanted); });
}

void WindowActions::addGoActions()
{
    addOwn(Menu::Go, "goBack", QT_TR_NOOP("Back"), Qt::ALT | Qt::Key_Left,
           [this] { m_window.goBack(); });
    addOwn(Menu::Go, "goForward", QT_TR_NOOP("Forward"), Qt::ALT | Qt::Key_Right,
           [this] { m_window.goForward(); });
    addOwn(Menu::Go, "nextArea", QT_TR_NOOP("Go to the next area"), Qt::Key_F6,
           [this] { m_window.focusNextArea(1); });
    addOwn(Menu::Go, "previousArea", QT_TR_NOOP("Go to the previous area"), Qt::SHIFT | Qt::Key_F6,
           [this] { m_window.focusNextArea(-1); });
    addOwn(Menu::Go, "openPalette", QT_TR_NOOP("Search or run a command"), Qt::CTRL | Qt::Key_K,
           [this] { m_window.openPalette(); });
}

void WindowActions::addHelpActions()
{
    addOwn(Menu::Help, "openHelp", QT_TR_NOOP("Help for this page"), Qt::Key_F1,
           [this] { m_window.openHelp(m_window.currentPage()); });
    addOwn(Menu::Help, "openShortcuts", QT_TR_NOOP("Keyboard shortcuts"), QKeySequence(u"?"_s),
           [this] { m_window.openShortcuts(); });
}

void WindowActions::setEditable(bool editable)
{
    for (const auto *name : {"action.newObject", "action.undoChange", "action.redoChange"})
        find(QString::fromLatin1(name))->setEnabled(editable);
}

void WindowActions::setServing(bool serving)
{
    QAction *action = find(u"action.toggleGateway"_s);
    action->setText(serving ? tr("Stop the gateway") : tr("Start the gateway"));
    action->setProperty("english", serving ? u"Stop the gateway"_s : u"Start the gateway"_s);
}

void WindowActions::setMenuBarWanted(bool wanted)
{
    m_barWanted = wanted;
    m_bar->setVisible(wanted);
}

void WindowActions::toggleMenuBar()
{
    if (m_barWanted)
        return;
    const bool shown = !m_bar->isVisible();
    m_bar->setVisible(shown);
    if (!shown)
        return;
    m_bar->setFocus(Qt::MenuBarFocusReason);
    m_bar->setActiveAction(m_bar->actions().constFirst());
}

bool WindowActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        m_altAlone = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
    } else if (event->type() == QEvent::KeyRelease
               && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt
               && std::exchange(m_altAlone, false)) {
        toggleMenuBar();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Gatehouse::Ui
