// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/officehours.h"

#include <QtCore/QDateTime>

#include <array>

namespace Gatehouse::Demo {

namespace {

constexpr std::array hours{0.10, 0.08, 0.07, 0.07, 0.08, 0.10, 0.16, 0.34, 0.66, 0.90, 1.00, 0.96,
                           0.72, 0.84, 0.98, 0.95, 0.86, 0.66, 0.42, 0.32, 0.27, 0.22, 0.17, 0.13};
constexpr double weekend = 0.40;
constexpr int saturday = 6;

} // namespace

double OfficeHours::load(WallTime time) const
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, m_zone);
    const auto hour = static_cast<size_t>(local.time().hour());
    const double part = local.time().minute() / 60.0;
    const double load = hours[hour] * (1 - part) + hours[(hour + 1) % hours.size()] * part;
    return local.date().dayOfWeek() >= saturday ? load * weekend : load;
}

} // namespace Gatehouse::Demo
