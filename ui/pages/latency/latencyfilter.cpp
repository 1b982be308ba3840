// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/latencyfilter.h"

#include "ui/models/filterwords.h"
#include "ui/models/latencyrows.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

QString LatencyFilter::base() const
{
    const QString measure = report.value("measure"_L1).toString();
    const QString streamed = report.value("streamed"_L1).toString();
    QStringList words;
    if (!narrowed.isEmpty())
        words.append(narrowed);
    words.append(u"status:ok"_s);
    if (streamed != "both"_L1)
        words.append(u"streamed:"_s + streamed);
    else if (measure == "first_token"_L1 || measure == "speed"_L1)
        words.append(u"streamed:yes"_s);
    return words.join(u' ');
}

QString LatencyFilter::ofPoints(int first, int last) const
{
    return base() + u' ' + times.filter(first, last);
}

QString LatencyFilter::ofCell(int column, int row) const
{
    if (row < 0)
        return ofPoints(column, column);
    const QJsonArray bounds = report.value("heat"_L1).toObject().value("bounds"_L1).toArray();
    const QString measure = report.value("measure"_L1).toString();
    const QString word = measure == "first_token"_L1 ? u"ttft"_s
        : measure == "gateway"_L1                    ? u"gateway"_s
        : measure == "speed"_L1                      ? u"speed"_s
                                                     : u"latency"_s;
    const auto bound = [&](int index) {
        const double value = bounds.at(index).toDouble();
        return (measure == "speed"_L1) ? QString::number(qRound64(value))
                                       : QString::number(value) + u"ms"_s;
    };
    return u"%1 %2>=%3 %2<%4 %5"_s.arg(base(), word, bound(row), bound(row + 1),
                                       times.filter(column, column));
}

QString LatencyFilter::ofRow(const QModelIndex &index) const
{
    const QString id = index.data(CellRole::Id).toString();
    const QString by = report.value("by"_L1).toString();
    const int column = index.column();
    QString filter = filterWord(by, id) + u" status:ok"_s;
    const QString streamed = report.value("streamed"_L1).toString();
    const bool ofStreams = column == LatencyRows::FirstTokenP50
        || column == LatencyRows::FirstTokenP95 || column == LatencyRows::Speed
        || column == LatencyRows::SpeedSlowest;
    if (ofStreams || streamed == "yes"_L1)
        filter += u" streamed:yes"_s;
    else if (streamed == "no"_L1)
        filter += u" streamed:no"_s;
    return filter + u' ' + times.filter(0, int(times.keys.size()) - 1);
}

} // namespace Gatehouse::Ui
