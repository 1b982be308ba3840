// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QSettings>

namespace Gatehouse::Ui {

//! What this desktop remembers about its window. Never gateway settings, never secrets.
class Preferences : public QObject
{
    Q_OBJECT

public:
    //! What closing the window does.
    enum class CloseAction { Ask, Keep, Quit };
    Q_ENUM(CloseAction)

    //! The settings file of the user.
    Preferences();
    //! Another file, for tests and for --data-dir.
    explicit Preferences(const QString &file);

    Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    double textScale() const;
    void setTextScale(double scale);
    //! Remembered for each arrangement of screens; the one last used serves a new arrangement.
    QByteArray geometry(const QString &screens = {}) const;
    void setGeometry(const QByteArray &geometry, const QString &screens = {});
    bool isSidebarFolded() const;
    void setSidebarFolded(bool folded);
    QString lastPage() const;
    void setLastPage(const QString &page);
    QString range() const;
    void setRange(const QString &range);
    std::optional<TableColumns> tableColumns(const QString &table) const;
    void setTableColumns(const QString &table, const TableColumns &columns);
    //! "de", "zh_CN"; empty is the system's.
    QString language() const;
    void setLanguage(const QString &language);
    CloseAction closeAction() const;
    void setCloseAction(CloseAction action);
    bool isMenuBarShown() const;
    void setMenuBarShown(bool shown);
    //! What was chosen in the command palette, the last first.
    QStringList recentCommands() const;
    void addRecentCommand(const QString &id);

Q_SIGNALS:
    void languageChanged();
    void menuBarShownChanged(bool shown);

private:
    QSettings m_settings;
};

} // namespace Gatehouse::Ui
