// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/widgets/statepanel.h"

namespace Gatehouse::Ui {

//! Shows on \a panel the state of \a model: loading, an error, empty, stale with its age, partial
//! with what is missing, ready. \a missing: what the page knows to be missing beside what the
//! report itself says. Returns whether something is shown that stays: data, or why there is none.
bool showReportState(StatePanel &panel, const ReportModel &model, bool isEmpty,
                     const QString &missing = {});

} // namespace Gatehouse::Ui
