// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/treebuilder.h"

namespace Gatehouse::Config {

//! Reads strict JSON (RFC 8259): no comments, no trailing commas, no key twice.
//! Errors: InvalidArgument "line 7, column 3: …", LimitExceeded for a text that is too large.
Result<SourceTree> readJson(const QByteArray &text, const ReadLimits &limits = {});

} // namespace Gatehouse::Config
