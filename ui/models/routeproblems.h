// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"
#include "ui/models/routefacts.h"

namespace Gatehouse::Ui {

//! What a document's own check cannot know: targets whose provider is down or paused, models that a
//! provider does not have, models without a price, created
//! keys that name a route that is gone. Warnings by path ("routes[1].targets[0].model").
Api::Findings routeProblems(const Api::Document &document, const RouteFacts &facts);

//! Where a finding belongs: the route it is about and the field within it.
struct ProblemPlace {
    QString route; //!< empty when it is about something else
    QString field; //!< "targets[0].model"
};
ProblemPlace placeOf(const Api::Finding &finding, const Api::Document &document);

//! Errors first; what two checks say of the same place in the same words once.
Api::Findings merged(const Api::Findings &first, const Api::Findings &second);

} // namespace Gatehouse::Ui
