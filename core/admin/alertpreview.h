// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/budgets/budgetbook.h"
#include "core/api/documents/alerting.h"
#include "core/ledger/ledgerreader.h"

namespace Gatehouse::Admin {

//! What a rule that is being written is compared with.
struct AlertPreviewQuestion {
    static constexpr int days = 7;

    Api::AlertRule rule;
    WallTime now{};
    double objective = 0.995;
    std::vector<Access::BudgetReport> budgets = {}; //!< all that there are
    QTimeZone zone = QTimeZone::utc();
    Qt::DayOfWeek weekStart = Qt::Monday;
    QHash<QString, QStringList> keysOf = {}; //!< of each person: the books know keys
};

//! When \a question's rule would have fired in the last days, as far as the books tell; nothing
//! where they do not. {"basis": "traffic" or "budgets", "times": [iso…], "value": now or null,
//! "detail"}. For the thread of the questions.
Result<std::optional<QJsonObject>> previewAlert(Ledger::LedgerReader &reader,
                                                const AlertPreviewQuestion &question);

} // namespace Gatehouse::Admin
