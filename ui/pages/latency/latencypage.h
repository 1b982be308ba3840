// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/latencyrows.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class Card;
class EmptyState;
class LatencyControls;
class PercentileCard;
class PhaseCard;
class SeriesColours;
class SpreadCard;
class StatePanel;
class TableView;
struct LatencyFilter;

//! How long answers take: percentiles, heat map or lines per group, phases, and a table. Every
//! number opens the requests behind it.
class LatencyPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    //! \a clock and \a colours outlive the page.
    LatencyPage(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    ReportModel &model() { return m_model; }
    void setRange(const QString &range) { m_model.setRange(range); }
    //! Narrows to the provider, model and route that the filter names.
    void setFilter(const QString &filter);
    void refresh();

Q_SIGNALS:
    void readyChanged();
    void openRequests(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildContent();
    void buildTable();
    void buildEmpty();
    void connectParts();
    void addShortcuts();
    void arrange();
    void showReport();
    void updateState();
    void setReady();
    LatencyFilter filterOfReport() const;

    ReportModel m_model;
    LatencyRows m_rows;
    ReportTimes m_times;
    LatencyControls *m_controls;
    PercentileCard *m_percentiles;
    SpreadCard *m_spread;
    PhaseCard *m_phases;
    Card *m_tableCard = nullptr;
    TableView *m_table = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    EmptyState *m_empty = nullptr;
    QGridLayout *m_grid = nullptr;
    StatePanel *m_panel = nullptr;
    QString m_filter; //!< what narrows, as words
    bool m_sideBySide = false;
    bool m_arranged = false;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
