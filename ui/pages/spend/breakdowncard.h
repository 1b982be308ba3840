// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spendreport.h"
#include "ui/widgets/card.h"

#include <QtCore/QJsonObject>

class QLabel;

namespace Gatehouse::Ui {

class BreakdownChart;
class BreakdownControls;
class SeriesColours;

//! What was spent: the sum, what the month will come to, and the chart.
class BreakdownCard : public Card
{
    Q_OBJECT

public:
    struct Content {
        const SpendReport &report;
        const BreakdownControls &controls;
        QString by;
        QString caption;
        QJsonObject forecast;         //!< GET /forecast; empty: not known yet
        std::optional<qint64> budget; //!< nano-dollars a month
        std::optional<qint64> idle;   //!< nano-dollars of machines beside the requests
        bool lastUnfinished = false;
    };

    //! \a colours outlives the card.
    explicit BreakdownCard(SeriesColours &colours, QWidget *parent = nullptr);

    void setContent(const Content &content);
    BreakdownChart &chart() { return *m_chart; }
    const BreakdownChart &chart() const { return *m_chart; }
    //! What the month will come to, in a sentence.
    QString forecastText() const;
    //! What is expected is drawn into the chart.
    static bool drawsForecast(const Content &content);

private:
    void showSum(const Content &content);
    void showSaved(const Content &content);
    void showIdle(const Content &content);
    void showForecast(const Content &content);
    void showChart(const Content &content);

    QLabel *m_headline;
    QLabel *m_change;
    QLabel *m_expected;
    QLabel *m_saved;
    QLabel *m_idle;
    BreakdownChart *m_chart;
};

} // namespace Gatehouse::Ui
