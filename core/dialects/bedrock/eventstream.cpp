// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/eventstream.h"

namespace Gatehouse::Dialects {

bool EventStreamReader::feed(QByteArrayView in, const Take &take)
{
    Q_UNUSED(in);
    Q_UNUSED(take);
    m_failed = m_pending.size() > m_limit;
    return !m_failed;
}

} // namespace Gatehouse::Dialects
