// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/tlscontexts.h"

#include <QtCore/QMutexLocker>

#include <mutex>

namespace Gatehouse::Http {

Result<std::shared_ptr<TlsContext>> TlsContexts::client(const QString &caFile,
                                                        const QString &certificateFile)
{
    const std::scoped_lock lock(m_mutex);
    auto &known = m_clients[{caFile, certificateFile}];
    if (!known) {
        auto loaded = TlsContext::client(caFile, certificateFile);
        if (!loaded)
            return loaded;
        known = *loaded;
    }
    return known;
}

} // namespace Gatehouse::Http
