// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLabel;

namespace Gatehouse::Ui {

class ChartPanel;
class StackedBarChart;
class TeamSpend;

//! What one team spent day by day, and how much of its budget that is.
class TeamSpendCard : public Card
{
    Q_OBJECT

public:
    //! \a spend outlives the card.
    explicit TeamSpendCard(const TeamSpend &spend, QWidget *parent = nullptr);

    //! The team shown and what people call it; an empty id hides the card.
    void setTeam(const QString &id, const QString &name);

Q_SIGNALS:
    void openRequests(const QString &filter);

private:
    void show();
    void open(int first, int last);

    const TeamSpend &m_spend;
    QString m_team;
    QString m_name;
    QLabel *m_total;
    QLabel *m_budget;
    StackedBarChart *m_chart;
    ChartPanel *m_panel;
};

} // namespace Gatehouse::Ui
