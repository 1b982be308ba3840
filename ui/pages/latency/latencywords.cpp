// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/latencywords.h"

#include "ui/widgets/chartscale.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

LatencyWords::LatencyWords(const QJsonObject &report)
    : m_isSpeed(report.value("measure"_L1).toString() == "speed"_L1)
{
}

QString LatencyWords::unitKey() const
{
    return m_isSpeed ? u"tokens_per_second"_s : u"ms"_s;
}

//! Slow answers have a high time and a low speed.
QString LatencyWords::percentile(const QString &id) const
{
    if (!m_isSpeed)
        return id == "max"_L1 ? tr("max") : id;
    if (id == "p50"_L1)
        return tr("median");
    if (id == "p90"_L1)
        return tr("slowest 10 %");
    if (id == "p95"_L1)
        return tr("slowest 5 %");
    return id == "p99"_L1 ? tr("slowest 1 %") : tr("slowest");
}

QString LatencyWords::value(double value) const
{
    return m_isSpeed ? tr("%1 tokens/s").arg(Format::rate(value))
        : value < 10 ? tr("%1 ms").arg(QLocale().toString(value, 'g', 3))
                     : Format::duration(value);
}

QString LatencyWords::axis(double value) const
{
    return m_isSpeed ? Format::rate(value).remove(QLocale().decimalPoint() + u'0')
                     : durationAxisText(value);
}

} // namespace Gatehouse::Ui
