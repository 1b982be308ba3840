// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/services.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace Gatehouse::Admin {

//! The budgets in force whose present period counts what \a request cost, as GET /requests/{id}
//! tells of it: [{"id","scope","name","period"}] in the order of the configuration. "name" is what
//! people call the key, team or provider. Nothing for a request that cost nothing or is unpriced.
QJsonArray budgetsOf(const Services &services, const QJsonObject &request);

} // namespace Gatehouse::Admin
