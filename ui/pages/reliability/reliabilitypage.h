// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace Gatehouse::Ui {

class BreakerCard;
class EmptyState;
class ErrorCard;
class ErrorTableCard;
class HeadroomCard;
class IncidentCard;
class ObjectiveGrid;
class RescuedCard;
class SegmentedControl;
class SeriesColours;
class StatePanel;
class SuccessCard;

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
    void connectParts();
    void connectCards();
    void arrange();
    void showReport();
    void showTotals();
    void updateState();
    void setReady();
    void openErrors(const QString &kind, int first, int last);
    void follow(Api::AdminCall *call, const QString &text);

    Api::AdminClient &m_client;
    ReportModel m_model;
    ReportTimes m_times;
    ObjectiveGrid *m_objectives;
    ErrorCard *m_errorCard;
    ErrorTableCard *m_errorTableCard;
    SuccessCard *m_successCard;
    RescuedCard *m_rescuedCard;
    BreakerCard *m_breakerCard;
    IncidentCard *m_incidentCard;
    HeadroomCard *m_headroomCard;
    QComboBox *m_group = nullptr;
    SegmentedControl *m_count = nullptr;
    QCheckBox *m_mistakes = nullptr;
    QLabel *m_totals = nullptr;
    QGridLayout *m_grid = nullptr;
    StatePanel *m_panel = nullptr;
    EmptyState *m_empty = nullptr;
    int m_besides = -1; //!< pairs of cards that stand side by side
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
