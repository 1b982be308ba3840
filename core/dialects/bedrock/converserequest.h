// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! The body of Converse and ConverseStream; the model stands in the path (bedrock/path.h).
Result<WrittenRequest> writeConverseRequest(const Request &request, const WriteOptions &options);

} // namespace Gatehouse::Dialects
