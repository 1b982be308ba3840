// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/usageestimates.h"

#include <algorithm>
#include <cmath>

namespace Gatehouse::Access {

namespace {

constexpr double meanGain = 1.0 / 8;
constexpr double deviationGain = 1.0 / 4;
constexpr double deviations = 4;
// Of a model nobody has asked yet: templates and tools that we do not see come on top.
constexpr qint64 unknownRatio = 4;
constexpr qint64 unknownExtra = 200;

qint64 whole(double value)
{
    return static_cast<qint64>(std::ceil(value));
}

} // namespace

double UsageEstimates::Average::upper() const
{
    return mean + deviations * deviation;
}

void UsageEstimates::Average::add(double sample)
{
    deviation += deviationGain * (std::abs(sample - mean) - deviation);
    mean += meanGain * (sample - mean);
}

std::optional<UsageEstimates::Learned> UsageEstimates::learned(const QByteArray &model) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_models.constFind(model);
    return found == m_models.constEnd() ? std::nullopt : std::optional(*found);
}

qint64 UsageEstimates::upperOutput(const QByteArray &model) const
{
    const auto known = learned(model);
    return known ? whole(known->output.upper()) : unknownOutput;
}

qint64 UsageEstimates::usualOutput(const QByteArray &model) const
{
    const auto known = learned(model);
    return known ? whole(known->output.mean) : unknownOutput / 4;
}

qint64 UsageEstimates::upperPrompt(const QByteArray &model, qint64 estimate) const
{
    const auto known = learned(model);
    return known ? whole(known->promptRatio.upper() * static_cast<double>(estimate))
                 : estimate * unknownRatio + unknownExtra;
}

void UsageEstimates::learn(const QByteArray &model, qint64 promptEstimate, qint64 prompt,
                           qint64 output)
{
    const auto answer = static_cast<double>(output);
    const double ratio =
        static_cast<double>(prompt) / static_cast<double>(std::max<qint64>(promptEstimate, 1));
    const std::scoped_lock lock(m_mutex);
    const auto found = m_models.find(model);
    if (found != m_models.end()) {
        found->output.add(answer);
        found->promptRatio.add(ratio);
    } else if (m_models.size() < mostModels) {
        m_models.insert(model, {{answer, answer / 2}, {ratio, ratio / 2}});
    }
}

} // namespace Gatehouse::Access
