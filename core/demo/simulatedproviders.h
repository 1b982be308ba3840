// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/iocontext.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <memory>
#include <vector>

namespace Gatehouse::Demo {

class SimulatedProvider;

//! The sample office's providers: one HTTP server each on 127.0.0.1, with a port of the system's
//! choice, that answer chat and messages requests at a believable pace and fail now and then. They
//! call nobody. One thread, that of \a io.
class SimulatedProviders
{
public:
    //! \a seed: of their mishaps and words.
    SimulatedProviders(Http::IoContext &io, quint64 seed);
    ~SimulatedProviders();

    Result<void> listen();
    //! By provider id.
    QHash<QString, quint16> ports() const;

private:
    std::vector<std::unique_ptr<SimulatedProvider>> m_providers;
};

} // namespace Gatehouse::Demo
