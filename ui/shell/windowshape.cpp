// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowshape.h"

#include "ui/models/preferences.h"
#include "ui/shell/screensetup.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/theme.h"

#include <QtCore/QEvent>

#include <algorithm>
#include <array>

namespace Gatehouse::Ui {

namespace {

constexpr QSize smallestSize(1024, 640);
constexpr QSize usualSize(1440, 900);
constexpr int foldBelow = 1100;
constexpr std::array textPercents{85, 100, 115, 130, 150};

} // namespace

WindowShape::WindowShape(QWidget &window, Sidebar &sidebar, Preferences &preferences,
                         QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_sidebar(sidebar)
    , m_preferences(preferences)
{
    m_window.setMinimumSize(smallestSize);
    m_window.installEventFilter(this);
}

bool WindowShape::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        updateFold();
    return QObject::eventFilter(watched, event);
}

void WindowShape::restore()
{
    m_window.resize(usualSize);
    if (const QByteArray known = m_preferences.geometry(screenSetup()); !known.isEmpty())
        m_window.restoreGeometry(known);
    updateFold();
}

void WindowShape::remember()
{
    m_preferences.setGeometry(m_window.saveGeometry(), screenSetup());
}

void WindowShape::reset()
{
    m_preferences.resetWindow();
    m_window.showNormal();
    restore();
}

void WindowShape::toggleSidebar()
{
    m_preferences.setSidebarFolded(!m_sidebar.isFolded());
    m_sidebar.setFolded(!m_sidebar.isFolded());
}

void WindowShape::updateFold()
{
    const bool fold = m_window.width() < foldBelow || m_preferences.isSidebarFolded();
    if (fold != m_sidebar.isFolded())
        m_sidebar.setFolded(fold);
}

std::optional<int> WindowShape::changeTextSize(int step)
{
    Theme *theme = Theme::current();
    const int now = qRound(m_preferences.textScale() * 100);
    auto next = std::lower_bound(textPercents.cbegin(), textPercents.cend(), step == 0 ? 100 : now);
    if (step > 0 && next != textPercents.cend() && *next == now)
        ++next;
    if (step < 0 && next != textPercents.cbegin())
        --next;
    if (!theme || next == textPercents.cend())
        return std::nullopt;
    m_preferences.setTextScale(*next / 100.0);
    theme->setTextScale(*next / 100.0);
    return *next;
}

} // namespace Gatehouse::Ui
