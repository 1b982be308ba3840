// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routestrategies.h"

#include "ui/models/routelistmodel.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Strategy {
    QLatin1StringView id;
    const char *name;
    const char *sentence;
};

constexpr std::array strategies{
    Strategy{"priority"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "In order"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "The first target that works gets every request.")},
    Strategy{"weighted"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "By weight"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "Each target gets a share by its weight.")},
    Strategy{"least_busy"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "Least busy"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "The target with the fewest running requests for its weight.")},
    Strategy{"fastest"_L1,
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "Fastest first token"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "The target that has lately begun its answers soonest.")},
    Strategy{"cheapest"_L1,
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "Cheapest that fits"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "The target with the lowest price that can take the request.")},
    Strategy{
        "sticky"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "Sticky"),
        QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                          "A session, key or team stays at one target, shared out by weight.")},
    Strategy{"prefix_affinity"_L1,
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel", "Same beginning together"),
             QT_TRANSLATE_NOOP("Gatehouse::Ui::RouteListModel",
                               "Prompts that begin alike go to one target, where their beginning "
                               "may be cached.")},
};

const Strategy *find(const QString &id)
{
    const auto *found = std::find_if(strategies.begin(), strategies.end(),
                                     [&id](const Strategy &one) { return id == one.id; });
    return found == strategies.end() ? nullptr : found;
}

} // namespace

QString strategyName(const QString &strategy)
{
    const Strategy *known = find(strategy);
    return known ? RouteListModel::tr(known->name) : strategy;
}

QString strategySentence(const QString &strategy)
{
    const Strategy *known = find(strategy);
    return known ? RouteListModel::tr(known->sentence) : QString();
}

bool usesWeights(const QString &strategy)
{
    return strategy != "priority"_L1 && strategy != "fastest"_L1 && strategy != "cheapest"_L1;
}

bool sharesByWeight(const QString &strategy)
{
    return strategy == "weighted"_L1 || strategy == "sticky"_L1;
}

} // namespace Gatehouse::Ui
