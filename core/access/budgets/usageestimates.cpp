// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/usageestimates.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

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
constexpr qint64 fewestBytes = 32; // shorter answers say little about the measure

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

qint64 UsageEstimates::usualPrompt(const QByteArray &model, qint64 estimate) const
{
    const auto known = learned(model);
    return known
        ? std::max<qint64>(whole(known->promptRatio.mean * static_cast<double>(estimate)), 1)
        : estimate;
}

double UsageEstimates::bytesPerToken(const QByteArray &model) const
{
    const auto known = learned(model);
    return known ? known->bytesPerToken : usualBytesPerToken;
}

void UsageEstimates::learn(const QByteArray &model, qint64 promptEstimate, const Usage &usage,
                           qint64 contentBytes)
{
    if (!usage.known || usage.estimated || usage.completionTokens <= 0)
        return;
    const auto answer = static_cast<double>(usage.completionTokens);
    const double ratio = static_cast<double>(usage.promptTokens)
        / static_cast<double>(std::max<qint64>(promptEstimate, 1));
    const qint64 written = usage.completionTokens - usage.reasoningTokens; // thoughts may be hidden
    const std::scoped_lock lock(m_mutex);
    auto found = m_models.find(model);
    if (found != m_models.end()) {
        found->output.add(answer);
        found->promptRatio.add(ratio);
    } else if (m_models.size() < mostModels) {
        found = m_models.insert(model, {{answer, answer / 2}, {ratio, ratio / 2}});
    } else {
        return;
    }
    if (contentBytes >= fewestBytes && written > 0)
        found->bytesPerToken += meanGain
            * (static_cast<double>(contentBytes) / static_cast<double>(written)
               - found->bytesPerToken);
}

QByteArray UsageEstimates::save() const
{
    QJsonObject models;
    const std::scoped_lock lock(m_mutex);
    for (auto it = m_models.begin(); it != m_models.end(); ++it)
        models.insert(QString::fromUtf8(it.key()),
                      QJsonArray{it->output.mean, it->output.deviation, it->promptRatio.mean,
                                 it->promptRatio.deviation, it->bytesPerToken});
    return QJsonDocument(models).toJson(QJsonDocument::Compact);
}

void UsageEstimates::load(const QByteArray &saved)
{
    const QJsonObject models = QJsonDocument::fromJson(saved).object();
    const std::scoped_lock lock(m_mutex);
    for (auto it = models.begin(); it != models.end() && m_models.size() < mostModels; ++it) {
        const QJsonArray values = it.value().toArray();
        const bool isSound = values.size() == 5
            && std::all_of(values.begin(), values.end(),
                           [](const QJsonValue &value) { return value.toDouble(-1) >= 0; });
        if (isSound)
            m_models.insert(it.key().toUtf8(),
                            {{values[0].toDouble(), values[1].toDouble()},
                             {values[2].toDouble(), values[3].toDouble()},
                             values[4].toDouble()});
    }
}

} // namespace Gatehouse::Access
