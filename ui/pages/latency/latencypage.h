// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/latencyrows.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QSortFilterProxyModel;

namespace Gatehouse::Ui {

class Card;
class ChartPanel;
class EmptyState;
class HeatMap;
class LineChart;
class SegmentedControl;
class SeriesColours;
class StackedBarChart;
class StatePanel;
class TableView;

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
    QWidget *buildControls();
    void buildPercentiles();
    void buildSpread();
    void buildPhases();
    void buildTable();
    void buildEmpty();
    void connectParts();
    void addShortcuts();
    void arrange();
    void showReport();
    void showPercentiles();
    void showLines();
    void showHeat();
    void showPhases();
    void updateState();
    void setReady();
    QCheckBox *addPercentile(const QString &id, QWidget *parent);
    bool isSpeed() const;
    QString percentileName(const QString &id) const;
    QString valueText(double value) const;
    QString axisText(double value) const;
    //! The words of a filter that the controls and the narrowing say.
    QString baseFilter() const;
    void openPoints(int first, int last);
    void openCell(int column, int row);
    QString filterOfRow(const QModelIndex &index) const;

    ReportModel m_model;
    SeriesColours &m_colours;
    LatencyRows m_rows;
    ReportTimes m_times;
    QComboBox *m_measure = nullptr;
    QComboBox *m_group = nullptr;
    SegmentedControl *m_streamed = nullptr;
    SegmentedControl *m_scale = nullptr;
    SegmentedControl *m_spreadView = nullptr;
    QCheckBox *m_excludeCache = nullptr;
    QList<QCheckBox *> m_percentiles;
    LineChart *m_percentileChart = nullptr;
    ChartPanel *m_percentilePanel = nullptr;
    LineChart *m_groupChart = nullptr;
    ChartPanel *m_groupPanel = nullptr;
    StackedBarChart *m_phaseChart = nullptr;
    ChartPanel *m_phasePanel = nullptr;
    HeatMap *m_heat = nullptr;
    Card *m_percentileCard = nullptr;
    Card *m_spreadCard = nullptr;
    Card *m_phaseCard = nullptr;
    Card *m_tableCard = nullptr;
    QLabel *m_narrowed = nullptr;
    QWidget *m_narrowedRow = nullptr;
    TableView *m_table = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    EmptyState *m_empty = nullptr;
    QGridLayout *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    StatePanel *m_panel = nullptr;
    QString m_filter; //!< what narrows, as words
    bool m_sideBySide = false;
    bool m_arranged = false;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
