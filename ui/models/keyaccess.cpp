// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keyaccess.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

bool allows(const QStringList &patterns, const QString &name)
{
    return std::ranges::any_of(patterns, [&name](const QString &pattern) {
        if (pattern.endsWith("/*"_L1))
            return name.size() >= pattern.size()
                && name.startsWith(QStringView(pattern).chopped(1));
        return pattern == "*"_L1 || pattern == name;
    });
}

KeyAccess accessOf(const KeyRow &key, const Api::Document &document, const QStringList &names)
{
    using Level = KeyAccess::Step::Level;
    KeyAccess access;
    access.callable = names;
    qsizetype binding = 0;
    const auto add = [&access, &binding](Level level, const QStringList &patterns) {
        const qsizetype before = access.callable.size();
        access.callable.removeIf([&](const QString &name) { return !allows(patterns, name); });
        if (access.callable.size() < before)
            binding = access.steps.size();
        access.steps.append({.level = level,
                             .allows = routesText(patterns),
                             .remaining = int(access.callable.size())});
    };
    const QStringList all{u"*"_s};
    add(Level::Gateway, all);
    if (!key.team.isEmpty()) {
        const auto team = std::ranges::find(document.teams, key.team, &Api::Team::id);
        access.teamMissing = team == document.teams.cend();
        if (!access.teamMissing)
            access.residency = team->residency;
        add(Level::Team,
            access.teamMissing           ? QStringList()
                : team->routes.isEmpty() ? all
                                         : team->routes);
    }
    add(Level::Key, key.routes);
    access.steps[binding].binds = true;
    return access;
}

} // namespace Gatehouse::Ui
