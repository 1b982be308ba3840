// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/driftbook.h"

#include <utility>

namespace Gatehouse::Routing {

namespace {

//! Gemini writes "models/" before names, in answers as in questions.
QByteArrayView bare(QByteArrayView model)
{
    constexpr QByteArrayView prefix("models/");
    return model.startsWith(prefix) ? model.sliced(prefix.size()) : model;
}

} // namespace

void DriftBook::note(QByteArrayView provider, QByteArrayView asked, QByteArrayView answered,
                     SteadyTime now)
{
    const QByteArray target = provider.toByteArray() + '/' + asked.toByteArray();
    const std::scoped_lock lock(m_mutex);
    const auto [told, isNew] = m_told.try_emplace(target, now);
    if (!isNew && now - told->second < tellEvery)
        return;
    told->second = now;
    m_new.push_back({provider.toByteArray(), asked.toByteArray(), answered.toByteArray()});
}

std::vector<DriftBook::Drift> DriftBook::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_new, {});
}

bool isAnotherModel(QByteArrayView asked, QByteArrayView answered)
{
    return !answered.isEmpty() && bare(asked).compare(bare(answered), Qt::CaseInsensitive) != 0;
}

} // namespace Gatehouse::Routing
