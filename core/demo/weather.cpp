// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/weather.h"

#include "core/demo/sampleoffice.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace std::chrono_literals;

namespace Gatehouse::Demo {

namespace {

constexpr double overloadedShare = 0.14;
constexpr double overloadedSlowness = 2.1;
constexpr auto outage = 40min;
constexpr auto presentSpell = 150min;
constexpr auto spell = 75min;

double ordinaryShare(QByteArrayView provider)
{
    const auto all = sampleProviders();
    const auto found =
        std::find_if(all.begin(), all.end(), [&provider](const SampleProvider &candidate) {
            return candidate.id == QLatin1StringView(provider.data(), provider.size());
        });
    return found == all.end() ? 0 : found->failureShare;
}

} // namespace

WallTime clockTime(WallTime now, const QTimeZone &zone, int daysAgo, int hour, int minute)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms, zone).date().addDays(-daysAgo);
    const QDateTime local(day, QTime(hour, minute), zone);
    return WallTime(std::chrono::milliseconds(local.toMSecsSinceEpoch()));
}

Weather::Weather(WallTime now, const QTimeZone &zone)
{
    const WallTime failed = clockTime(now, zone, 2, 10, 20);
    m_spells.push_back({"openai", failed, failed + outage, true});
    m_spells.push_back({"anthropic", now - presentSpell, now, false});
    for (const int daysAgo : {5, 11, 19}) {
        const WallTime from = clockTime(now, zone, daysAgo, 15, 5);
        m_spells.push_back({"anthropic", from, from + spell, false});
    }
}

const Weather::Spell *Weather::at(QByteArrayView provider, WallTime time) const
{
    const auto found = std::find_if(m_spells.begin(), m_spells.end(), [&](const Spell &one) {
        return one.provider == provider && one.from <= time && time < one.to;
    });
    return found == m_spells.end() ? nullptr : &*found;
}

bool Weather::isDown(QByteArrayView provider, WallTime time) const
{
    const Spell *spellThen = at(provider, time);
    return spellThen && spellThen->down;
}

double Weather::failureShare(QByteArrayView provider, WallTime time) const
{
    return at(provider, time) ? overloadedShare : ordinaryShare(provider);
}

double Weather::slowness(QByteArrayView provider, WallTime time) const
{
    return at(provider, time) ? overloadedSlowness : 1;
}

} // namespace Gatehouse::Demo
