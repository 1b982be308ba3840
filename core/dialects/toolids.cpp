// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/toolids.h"

namespace Gatehouse::Dialects {

QByteArray packToolId(QByteArrayView id, QByteArrayView signature)
{
    Q_UNUSED(signature);
    return id.toByteArray();
}

ToolId unpackToolId(QByteArrayView id)
{
    return {id.toByteArray(), {}};
}

QByteArray plainToolId(QByteArrayView id)
{
    return unpackToolId(id).id;
}

} // namespace Gatehouse::Dialects
