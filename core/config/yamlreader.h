// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/treebuilder.h"

namespace Gatehouse::Config {

//! Reads YAML 1.2 with the core schema: quoted texts stay texts, yes and no are texts, dates are
//! texts. Keys are texts, given once; tags are refused; an alias counts as everything it repeats.
//! Errors: InvalidArgument "line 7, column 3: …", LimitExceeded for a text that is too large.
Result<SourceTree> readYaml(const QByteArray &text, const ReadLimits &limits = {});

} // namespace Gatehouse::Config
