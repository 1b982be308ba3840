// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routegraph.h"

namespace Gatehouse::Ui {

//! The route with the target or fallback \a node \a by places further down; up when negative. It
//! stops at the ends.
Api::Route withMoved(Api::Route route, const RouteNode &node, int by);
//! The route with another weight of the target \a node, not below 0; as it was where weights decide
//! nothing.
Api::Route withWeight(Api::Route route, const RouteNode &node, int by);
//! The route with one more target, as heavy as the lightest that is not drained.
Api::Route withTarget(Api::Route route, const Api::ModelReference &target);
bool hasTarget(const Api::Route &route, const Api::ModelReference &target);
//! The route without the target, fallback or canary \a node.
Api::Route without(Api::Route route, const RouteNode &node);

} // namespace Gatehouse::Ui
