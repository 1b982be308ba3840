// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <optional>

class QWidget;

namespace Gatehouse::Ui {

class Preferences;
class Sidebar;

//! Size and place of the window, its sidebar and the size of its text, as this desktop remembers
//! them for each arrangement of screens.
class WindowShape : public QObject
{
    Q_OBJECT

public:
    //! All must outlive it.
    WindowShape(QWidget &window, Sidebar &sidebar, Preferences &preferences,
                QObject *parent = nullptr);

    void restore();
    void remember();
    //! As at the first start.
    void reset();
    void toggleSidebar();
    //! Larger (1), smaller (-1) or normal (0) text: the new percentage, nothing at the ends.
    std::optional<int> changeTextSize(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateFold();

    QWidget &m_window;
    Sidebar &m_sidebar;
    Preferences &m_preferences;
};

} // namespace Gatehouse::Ui
