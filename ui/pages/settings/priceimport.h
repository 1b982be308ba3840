// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/result.h"

#include <QtCore/QList>

namespace Gatehouse::Ui {

//! Reads own prices from a file. JSON: an array of objects as in the configuration's "prices", or
//! an object with such an array. CSV: a header line with the same names ("provider", "model",
//! "input_usd_per_mtok", …) in any order, separated by commas or semicolons. Amounts are dollars
//! with a dot. Errors name the line or entry.
Result<QList<Api::PriceOverride>> readPrices(const QByteArray &text, bool json);

//! \a own with \a imported on top: an entry of the same provider and model is replaced.
QList<Api::PriceOverride> mergePrices(QList<Api::PriceOverride> own,
                                      const QList<Api::PriceOverride> &imported);

} // namespace Gatehouse::Ui
