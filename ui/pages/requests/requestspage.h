// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/histogrammodel.h"
#include "ui/models/requestsmodel.h"
#include "ui/models/seriescolours.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace Gatehouse::Ui {

class ExportControl;
class FilterField;
class FilterLine;
class JobList;
class LiveControl;
class DetailPane;
class RequestHistogramView;
class RequestsEmpty;
class RequestsTable;
class StatePanel;

//! Requests as they come in, found by filter words, each with its whole story at the right.
class RequestsPage : public QWidget
{
    Q_OBJECT
    //! True after the first page of rows, or the reason why there is none, is shown.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    explicit RequestsPage(Api::AdminClient &client, QWidget *parent = nullptr);
    //! With the colours other pages give to providers.
    RequestsPage(Api::AdminClient &client, SeriesColours &colours, QWidget *parent = nullptr);
    ~RequestsPage() override;

    bool isReady() const { return m_ready; }
    QString filter() const { return m_model->filter(); }
    ExportControl &exportControl() { return *m_export; }
    //! Where exports show their progress besides this page; \a jobs must outlive it.
    void setJobs(JobList &jobs);

public Q_SLOTS:
    //! Filter words, as typed: "provider:anthropic status:error".
    void setFilter(const QString &filter);
    //! "1h", "24h", "7d", "30d", or empty for all time.
    void setRange(const QString &range);
    //! Opens the request with this id, among all stored ones.
    void openRequest(const QString &id);
    void refresh();

Q_SIGNALS:
    void readyChanged();
    void filterChanged(const QString &filter);
    //! The empty page offers these.
    void connectAppRequested();
    //! Watch what the request was about: "route:fast".
    void alertRequested(const QString &scope);
    //! What was done to the object behind the request.
    void auditRequested(const QString &object);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RequestsPage(Api::AdminClient &client, SeriesColours *colours, QWidget *parent);

    QLayout *makeToolbar();
    QWidget *makeHistogram();
    QWidget *makeTable();
    void connectModel();
    void connectFilter();
    void addShortcuts();

    void applyFilter();
    void showState();
    void showReady();
    void showSummary();
    void narrowTo(const QDateTime &from, const QDateTime &to);

    void fillRowMenu(QMenu *menu, const QModelIndex &index);
    void addToFilter(const QString &word);
    void cancelRequest(const QString &id);
    void showHistogram();

    void loadStatus();
    void takeStatus(const QJsonObject &status);

    Api::AdminClient &m_client;
    SeriesColours m_ownColours;
    RequestsModel *m_model;
    HistogramModel *m_histogram;
    ExportControl *m_export = nullptr;
    FilterLine *m_line = nullptr;
    FilterField *m_field = nullptr; //!< of the line
    QLabel *m_summary = nullptr;
    QPushButton *m_allTime = nullptr;
    LiveControl *m_live = nullptr;
    DetailPane *m_details = nullptr;
    RequestHistogramView *m_chart = nullptr;
    StatePanel *m_state = nullptr;
    RequestsEmpty *m_empty = nullptr;
    RequestsTable *m_table = nullptr;
    QString m_range;
    QString m_openWhenLoaded;
    QString m_baseUrl;
    QString m_missing; //!< why rows may be missing; empty when they are all there
    bool m_ready = false;
    bool m_waited = false; //!< long enough for a gateway that starts
};

} // namespace Gatehouse::Ui
