// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/eventlistmodel.h"
#include "ui/models/overviewmodel.h"
#include "ui/models/providerhealthmodel.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Banner;
class EventsCard;
class FirstRequestCard;
class KpiRow;
class LatencyCard;
class ProvidersCard;
class SpendCard;
class StatePanel;
class StatusModel;

//! Is it running, what does it cost, is it fast and reliable: one look. Six drawn states; the
//! property "ready" turns true after the first answer.
class OverviewPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    OverviewPage(Api::AdminClient &client, StatusModel &status, const Clock &clock,
                 SeriesColours &colours, QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    OverviewModel &model() { return m_model; }
    void setRange(const QString &range);
    void refresh();

Q_SIGNALS:
    void readyChanged();
    //! The models without a price.
    void pricesRequested();
    //! The rows behind a number, as a filter of the Requests page.
    void openRequests(const QString &filter);
    //! What an event is about: "provider" and "anthropic".
    void openObject(const QString &kind, const QString &object);
    void addProviderRequested();
    void connectAppRequested();
    void setupRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    //! Which cards stand side by side at the present width.
    struct Arrangement {
        int spendColumns = 0;
        int tableColumns = 0;
        bool narrow = false;

        bool operator==(const Arrangement &) const = default;
    };

    QWidget *buildContent();
    QWidget *buildEmpty();
    void connectModels();
    void arrange();
    void showHeadlines();
    void showCharts();
    void updateState();
    void setReady();
    QString staleText() const;
    //! Why the numbers miss some requests; empty when they are whole.
    QString missingText() const;

    Api::AdminClient &m_client;
    StatusModel &m_status;
    OverviewModel m_model;
    ProviderHealthModel m_providers;
    EventListModel m_events;
    StatePanel *m_panel = nullptr;
    QGridLayout *m_grid = nullptr;
    KpiRow *m_kpis;
    SpendCard *m_spend;
    LatencyCard *m_latency;
    ProvidersCard *m_providersCard;
    EventsCard *m_eventsCard;
    FirstRequestCard *m_firstRequest = nullptr;
    QWidget *m_finishSetup = nullptr;
    Banner *m_stopped;
    Arrangement m_arrangement;
    bool m_ready = false;
    bool m_waited = false; //!< long enough for a gateway that starts
};

} // namespace Gatehouse::Ui
