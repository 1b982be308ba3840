// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routefacts.h"
#include "ui/widgets/tokens.h"

namespace Gatehouse::Ui {

class RoutesDraft;
class SeriesColours;

//! One box of a route's diagram, and one line of its outline.
struct RouteNode {
    enum class Kind { Name, Strategy, Target, Canary, Fallback };

    Kind kind = Kind::Name;
    int index = 0; //!< of the target or the fallback
    QString title = {};
    QString detail = {}; //!< region, number of targets
    QString state = {};  //!< health in a word, number of rules; empty for none
    Tone tone = Tone::Neutral;
    QString icon = {};
    int series = -2;                   //!< colour of the provider, -2 for none
    std::optional<double> share = {};  //!< of the requests, 0 … 1; none is unknown or not meant
    QString shareText = {};            //!< "67 %", "2nd"
    std::optional<double> weight = {}; //!< of a target; none where weights decide nothing
    std::optional<double> totalWeight = {}; //!< of all targets, where there is a weight
    bool refused = false;                   //!< never used: outside the allowed regions

    //! All of it in one sentence, for screen readers.
    QString sentence() const;
    bool operator==(const RouteNode &) const = default;
};

//! A route as boxes: its name, how it chooses, where it may go, and what comes after. A model asked
//! for directly has no strategy.
struct RouteGraph {
    enum class Shares { Planned, Measured };

    QList<RouteNode> nodes; //!< name, strategy, targets, canary, fallbacks

    QString summary() const;
    bool operator==(const RouteGraph &) const = default;
};

RouteGraph routeGraph(const Api::Route &route, const RoutesDraft &draft, const RouteFacts &facts,
                      const SeriesColours &colours, RouteGraph::Shares shares);
RouteGraph directGraph(const DirectModel &model, const RouteFacts &facts,
                       const SeriesColours &colours);

} // namespace Gatehouse::Ui
