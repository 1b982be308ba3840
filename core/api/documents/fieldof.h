// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/fieldtable.h"

namespace Gatehouse::Api {

//! The field \a key of a table of the configuration; an empty one when it has none.
template <typename T>
Field fieldOf(const FieldTable<T> &table, QStringView key)
{
    for (const Field &field : table.fields())
        if (field.key == key)
            return field;
    return {};
}

} // namespace Gatehouse::Api
