// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldtable.h"

namespace Gatehouse::Api {

//! What a route or a key says about recording: it narrows what the gateway says.
template <typename T>
BoundField<T> recordBodiesField()
{
    BoundField<T> bound =
        keep(&T::other, QStringLiteral("record_bodies"), KeptShape::Text,
             QStringLiteral("never, errors or all; narrows what the gateway says"));
    bound.field.choices = {QStringLiteral("never"), QStringLiteral("errors"),
                           QStringLiteral("all")};
    return bound;
}

} // namespace Gatehouse::Api
