// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"
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

    Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    double textScale() const;
    void setTextScale(double scale);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    bool isSidebarFolded() const;
    void setSidebarFolded(bool folded);
    QString lastPage() const;
    void setLastPage(const QString &page);
    QString range() const;
    void setRange(const QString &range);
    std::optional<TableColumns> tableColumns(const QString &table) const;
    void setTableColumns(const QString &table, const TableColumns &columns);

private:
    QSettings m_settings;
};

} // namespace Gatehouse::Ui
