// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/simulatedproviders.h"

#include "core/demo/sampleoffice.h"
#include "core/demo/simulatedprovider.h"

namespace Gatehouse::Demo {

SimulatedProviders::SimulatedProviders(Http::IoContext &io, quint64 seed)
{
    for (const SampleProvider &sample : sampleProviders())
        m_providers.push_back(std::make_unique<SimulatedProvider>(io, sample, ++seed));
}

SimulatedProviders::~SimulatedProviders() = default;

Result<void> SimulatedProviders::listen()
{
    for (const auto &provider : m_providers) {
        if (auto listening = provider->listen(); !listening)
            return listening;
    }
    return {};
}

QHash<QString, quint16> SimulatedProviders::ports() const
{
    QHash<QString, quint16> all;
    for (const auto &provider : m_providers)
        all.insert(provider->id(), provider->port());
    return all;
}

} // namespace Gatehouse::Demo
