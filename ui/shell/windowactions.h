// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtGui/QKeySequence>

#include <functional>

class QAction;
class QMenu;
class QMenuBar;

namespace Gatehouse::Ui {

class MainWindow;

//! What a window can do whatever its page: every action once, for menus, keys and the palette. The
//! menu bar is hidden unless it is wanted; Alt shows it for one use.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    enum class Menu { Gateway, Edit, View, Go, Help };

    //! \a bar is the window's own.
    WindowActions(MainWindow &window, QMenuBar *bar);

    //! \a english is the text before translation; the palette finds the action by it as well.
    QAction *add(Menu menu, const QString &name, const QString &text, const QString &english,
                 const QKeySequence &keys, const std::function<void()> &run);
    //! Every action in the order of the menus.
    const QList<QAction *> &all() const { return m_actions; }
    QAction *find(const QString &name) const;
    //! The text without its mnemonic.
    static QString plainText(const QAction &action);
    //! Changes and new objects need a gateway that answers.
    void setEditable(bool editable);
    //! Writes what the switch would do now: "Stop the gateway".
    void setServing(bool serving);
    void setMenuBarWanted(bool wanted);
    void toggleMenuBar();

protected:
    //! Alt, pressed and released alone in the window, shows the menu bar.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addMenus(QMenuBar *bar);
    void addGatewayActions();
    void addEditActions();
    void addViewActions();
    void addGoActions();
    void addHelpActions();
    void setUsualKeys(QAction &action, const QList<QKeySequence> &keys) const;
    QAction *addOwn(Menu menu, const char *name, const char *english, const QKeySequence &keys,
                    const std::function<void()> &run);

    MainWindow &m_window;
    QMenuBar *m_bar;
    QHash<int, QMenu *> m_menus; //!< by Menu
    QList<QAction *> m_actions;
    bool m_barWanted = false;
    bool m_altAlone = false; //!< Alt went down and nothing else since
};

} // namespace Gatehouse::Ui
