// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/catalogue.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ledger {

//! What taking \a after in the place of \a before changes: {"before","after" (versions), "added",
//! "removed", "dearer", "cheaper", "changed" (counts), "items": [{"provider","model","change",
//! "fields": [{"name","before","after"}]}]}. Dearer: every price that differs is higher; changed:
//! some are higher, some lower, or a price is new or gone. At most \a most items, those of \a used
//! (names of the list) first.
QJsonObject catalogueDifference(const Catalogue &before, const Catalogue &after,
                                const QList<QByteArray> &used, qsizetype most = 2000);

} // namespace Gatehouse::Ledger
