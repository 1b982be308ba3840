// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QtCore/QByteArray>
#include <QtCore/QSettings>

namespace Gatehouse::Ui {

//! What this desktop remembers about its window. Never gateway settings, never secrets.
class Preferences
{
public:
    //! The settings file of the user.
    Preferences();
    //! Another file, for tests and for --data-dir.
    explicit Preferences(const QString &file);

    //! What closing the window does: not asked yet, leave the gateway running, or end the program.
    enum class CloseAction { Ask, Keep, Quit };

    //! "de", "zh_CN", …; empty: the system's.
    QString language() const;
    void setLanguage(const QString &language);
    CloseAction closeAction() const;
    void setCloseAction(CloseAction action);
    //! The gateway begins to serve when the program starts.
    bool startsGateway() const;
    void setStartsGateway(bool starts);

    Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    double textScale() const;
    void setTextScale(double scale);
    bool highContrast() const;
    void setHighContrast(bool on);
    bool isCompact() const;
    void setCompact(bool compact);
    bool patternFills() const;
    void setPatternFills(bool on);
    //! Remembered for each arrangement of screens; the one last used serves a new arrangement.
    QByteArray geometry(const QString &screens = {}) const;
    void setGeometry(const QByteArray &geometry, const QString &screens = {});
    bool isSidebarFolded() const;
    void setSidebarFolded(bool folded);
    QString lastPage() const;
    void setLastPage(const QString &page);
    QString range() const;
    void setRange(const QString &range);
    bool isMenuBarShown() const;
    void setMenuBarShown(bool shown);
    //! What was chosen in the command palette, the last first.
    QStringList recentCommands() const;
    void addRecentCommand(const QString &id);
    //! Forgets size, place and sidebar of the window.
    void resetWindow();

private:
    QSettings m_settings;
};

} // namespace Gatehouse::Ui
