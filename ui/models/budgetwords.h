// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Api {
struct Document;
}

namespace Gatehouse::Ui {

//! "per month" of "month", "rolling, 7d" of "7d".
QString budgetPeriodText(const QString &period);
//! "Team Research" of "team:research", by the names of \a document.
QString budgetScopeText(const QString &scope, const Api::Document &document);
//! The same for who knows the \a name already.
QString budgetScopeText(const QString &scope, const QString &name);

} // namespace Gatehouse::Ui
