// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shortcuts.h"

#include "ui/models/preferences.h"

#include <QtGui/QAction>

#include <algorithm>

namespace Gatehouse::Ui::Shortcuts {

namespace {

constexpr auto usualProperty = "usualKeys";

} // namespace

void setUsual(QAction &action, const QList<QKeySequence> &keys)
{
    action.setProperty(usualProperty, QVariant::fromValue(keys));
    action.setShortcuts(keys);
}

QList<QKeySequence> usual(const QAction &action)
{
    return action.property(usualProperty).value<QList<QKeySequence>>();
}

bool isUsual(const QAction &action)
{
    return action.shortcuts() == usual(action);
}

void restore(QAction &action, const Preferences &preferences)
{
    if (const auto chosen = preferences.shortcut(action.objectName()))
        action.setShortcut(QKeySequence(*chosen, QKeySequence::PortableText));
    else
        action.setShortcuts(usual(action));
}

void choose(QAction &action, const QKeySequence &keys, Preferences &preferences)
{
    if (usual(action) == QList<QKeySequence>{keys})
        return reset(action, preferences);
    action.setShortcut(keys);
    preferences.setShortcut(action.objectName(), keys.toString(QKeySequence::PortableText));
}

void reset(QAction &action, Preferences &preferences)
{
    preferences.setShortcut(action.objectName(), std::nullopt);
    action.setShortcuts(usual(action));
}

const QAction *conflict(const QList<QAction *> &actions, const QAction &action,
                        const QKeySequence &keys)
{
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&](const QAction *other) {
        return other != &action && other->shortcuts().contains(keys);
    });
    return found == actions.cend() ? nullptr : *found;
}

} // namespace Gatehouse::Ui::Shortcuts
