// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/tlscontext.h"


#include <map>
#include <memory>
#include <utility>
#include <mutex>

namespace Gatehouse::Http {

//! TLS settings of clients by their files, each read once (which blocks) and then shared with its
//! session tickets. A file that cannot be read is tried again next time. Any thread.
class TlsContexts
{
public:
    //! See TlsContext::client().
    Result<std::shared_ptr<TlsContext>> client(const QString &caFile,
                                               const QString &certificateFile);

private:
    std::mutex m_mutex;
    std::map<std::pair<QString, QString>, std::shared_ptr<TlsContext>> m_clients;
};

} // namespace Gatehouse::Http
