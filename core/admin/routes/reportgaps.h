// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"

namespace Gatehouse::Admin {

//! \a report with "missing": the problems by which requests are absent from the books and so from
//! every report, as GET /status gives them; none most of the time.
QJsonObject withGaps(const Services &services, QJsonObject report);

} // namespace Gatehouse::Admin
