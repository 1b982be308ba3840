// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/jsonview.h"

namespace Gatehouse::Dialects {

//! Claude's Messages format on clouds that name the model in the path: the version moves from a
//! header field into the body.
inline constexpr QByteArrayView vertexMessagesVersion("vertex-2023-10-16");

enum class ModelMember { LeaveOut, Keep };

//! \a messages with "anthropic_version" set to \a version and, unless it is kept (counting tokens
//! on Vertex AI needs it), without "model". All other members stay as they were written. \a
//! messages is a sound object; anything else is given back as it is.
QByteArray cloudMessagesBody(JsonView messages, QByteArrayView version,
                             ModelMember model = ModelMember::LeaveOut);

} // namespace Gatehouse::Dialects
