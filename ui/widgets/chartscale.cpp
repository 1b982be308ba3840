// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartscale.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Gatehouse::Ui {

AxisScale niceScale(double highest, int intervals)
{
    if (!(highest > 0))
        return {};
    const double magnitude = std::pow(10, std::floor(std::log10(highest / intervals)));
    constexpr std::array factors{1.0, 2.0, 5.0, 10.0, 20.0};
    for (const double factor : factors) {
        const double step = factor * magnitude;
        const double steps = std::ceil(highest / step - 1e-9);
        if (steps <= intervals)
            return {.top = std::max(1.0, steps) * step, .step = step};
    }
    return {.top = highest, .step = highest};
}

int labelStride(int count, int labels)
{
    constexpr std::array strides{1, 2, 3, 5, 7, 10, 14, 15, 20, 30};
    for (const int stride : strides)
        if ((count + stride - 1) / stride <= labels)
            return stride;
    return std::max(1, (count + labels - 1) / labels);
}

QList<QPointF> thinned(const QList<QPointF> &line, int most)
{
    if (line.size() <= most)
        return line;
    const qsizetype spans = std::max(1, most / 2);
    QList<QPointF> result;
    result.reserve(2 * spans);
    for (qsizetype span = 0; span < spans; ++span) {
        const auto first = line.cbegin() + line.size() * span / spans;
        const auto end = line.cbegin() + line.size() * (span + 1) / spans;
        const auto [low, high] =
            std::minmax_element(first, end, [](QPointF a, QPointF b) { return a.y() < b.y(); });
        result.append(std::min(low, high) == low ? *low : *high);
        if (low != high)
            result.append(std::max(low, high) == low ? *low : *high);
    }
    return result;
}

QString durationAxisText(double milliseconds)
{
    const QString text =
        QLocale().toString(milliseconds < 1000 ? milliseconds : milliseconds / 1000, 'g', 3);
    if (milliseconds == 0)
        return text;
    return milliseconds < 1000 ? QCoreApplication::translate("Format", "%1 ms").arg(text)
                               : QCoreApplication::translate("Format", "%1 s").arg(text);
}

} // namespace Gatehouse::Ui
