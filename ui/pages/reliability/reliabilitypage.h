// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/models/incidentrows.h"
#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace Gatehouse::Ui {

class BreakerStrip;
class Card;
class ChartPanel;
class EmptyState;
class HeadroomCard;
class LineChart;
class ObjectiveCard;
class SegmentedControl;
class SeriesColours;
class StackedBarChart;
class StatePanel;
class TableView;

//! What fails and what is done about it: objectives with their error budgets, kinds of errors,
//! rescued requests, breakers over time, incidents. Every number opens the requests behind it.
class ReliabilityPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    //! \a clock and \a colours outlive the page.
    ReliabilityPage(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                    QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    ReportModel &model() { return m_model; }
    void setRange(const QString &range) { m_model.setRange(range); }
    void refresh();
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    void readyChanged();
    void openRequests(const QString &filter);
    //! Something was done: a sentence for a short message.
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildContent();
    QWidget *buildControls();
    void buildCharts();
    void buildErrors();
    void buildBreakers();
    void buildIncidents();
    void connectParts();
    void arrange();
    void arrangeObjectives();
    void showReport();
    void showObjectives();
    void showErrors();
    void showSuccess();
    void showRescued();
    void showTotals();
    void showBreakers();
    void showBreakerButtons();
    void updateState();
    void setReady();
    void openErrors(int first, int last);
    void openErrorRow(const QModelIndex &index);
    void openFailures(const QJsonObject &objective);
    void editObjective(const QString &id);
    void saveObjective(const QString &id, double target, int days);
    void resetObjective(const QString &id);
    void askBreaker(const QString &action);
    void changeBreaker(const QString &provider, const QString &model, const QString &action);
    void checkHealth();
    void acknowledge();
    QJsonObject objective(const QString &id) const;
    void follow(Api::AdminCall *call, const QString &text);
    bool countsAttempts() const;

    Api::AdminClient &m_client;
    ReportModel m_model;
    SeriesColours &m_colours;
    ReportTimes m_times;
    IncidentRows m_incidents;
    CellsModel m_errorRows;
    QComboBox *m_group = nullptr;
    SegmentedControl *m_count = nullptr;
    QCheckBox *m_mistakes = nullptr;
    QWidget *m_objectives = nullptr;
    QGridLayout *m_objectiveGrid = nullptr;
    QPushButton *m_allObjectives = nullptr;
    QMap<QString, ObjectiveCard *> m_cards;
    QStringList m_cardOrder;
    StackedBarChart *m_errorChart = nullptr;
    ChartPanel *m_errorPanel = nullptr;
    LineChart *m_successChart = nullptr;
    ChartPanel *m_successPanel = nullptr;
    StackedBarChart *m_rescuedChart = nullptr;
    ChartPanel *m_rescuedPanel = nullptr;
    TableView *m_errorTable = nullptr;
    QLabel *m_totals = nullptr;
    BreakerStrip *m_strip = nullptr;
    QPushButton *m_resetBreaker = nullptr;
    QPushButton *m_holdBreaker = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_acknowledge = nullptr;
    TableView *m_incidentTable = nullptr;
    Card *m_errorCard = nullptr;
    Card *m_errorTableCard = nullptr;
    Card *m_successCard = nullptr;
    Card *m_rescuedCard = nullptr;
    Card *m_breakerCard = nullptr;
    Card *m_incidentCard = nullptr;
    HeadroomCard *m_headroomCard = nullptr;
    QLabel *m_quiet = nullptr;
    QLabel *m_noIncidents = nullptr;
    QGridLayout *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    StatePanel *m_panel = nullptr;
    EmptyState *m_empty = nullptr;
    int m_objectiveColumns = 0;
    bool m_showsAll = false;
    bool m_sideBySide = false;
    bool m_arranged = false;
    bool m_editable = true;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
