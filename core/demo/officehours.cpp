// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/officehours.h"

#include <QtCore/QDateTime>

#include <array>

namespace Gatehouse::Demo {

namespace {

constexpr std::array hours{0.00, 0.00, 0.00, 0.00, 0.00, 0.01, 0.04, 0.16, 0.52, 0.86, 1.00, 0.95,
                           0.62, 0.78, 0.97, 0.93, 0.80, 0.52, 0.27, 0.18, 0.13, 0.08, 0.04, 0.01};
constexpr double weekend = 0.3;
constexpr double aroundTheClock = 0.36;
constexpr int saturday = 6;

} // namespace

double OfficeHours::presence(WallTime time) const
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, m_zone);
    const auto hour = static_cast<size_t>(local.time().hour());
    const double part = local.time().minute() / 60.0;
    const double present = hours[hour] * (1 - part) + hours[(hour + 1) % hours.size()] * part;
    return local.date().dayOfWeek() >= saturday ? present * weekend : present;
}

double OfficeHours::load(WallTime time) const
{
    return aroundTheClock + (1 - aroundTheClock) * presence(time);
}

} // namespace Gatehouse::Demo
