// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/requestdata.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

class SeriesColours;

//! The requests that pass a filter, newest first: pages of GET /requests read while scrolling down,
//! new ones from the event stream put in on top in batches, those still running above all.
//! At most maxRows rows are held; while live the model is never reset.
class RequestsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Time,
        Status,
        Route,
        Model,
        Provider,
        Attempts,
        Tokens,
        Cost,
        FirstToken,
        Total,
        Key,
        Team,
        Client,
        Streamed,
        Tags,
        RequestId,
        ColumnCount
    };
    enum class State { Loading, Ready, Failed };

    static constexpr int maxRows = 5'000;
    static constexpr int pageSize = 200;

    RequestsModel(Api::AdminClient &client, SeriesColours &colours, QObject *parent = nullptr);

    State state() const { return m_state; }
    //! Whether any page was ever read: what is shown stays when later ones fail.
    bool hasData() const { return m_loaded; }
    const Error &error() const { return m_error; }
    //! The rows are those of the gateway now: read, and followed since.
    bool isCurrent() const;

    const QString &filter() const { return m_filter; }
    const QString &range() const { return m_range; }
    //! Reads anew with the filter words \a filter in \a range (see timerange.h). A filter
    //! the gateway refuses ends in filterRefused() and leaves the rows and filter() as they are.
    void ask(const QString &filter, const QString &range);
    void refresh() { ask(m_filter, m_range); }

    //! Live rows come in at once; paused they wait.
    bool isLive() const { return m_live; }
    void setLive(bool live);
    //! Nobody sees the rows: live ones are not taken in, and read anew when somebody does.
    void setActive(bool active);
    //! How many new rows wait for the end of the pause.
    int waitingCount() const { return int(m_waiting.size()); }
    //! Older rows are there, but no more are held.
    bool isFull() const { return m_rows.size() >= maxRows; }

    SeriesColours &seriesColours() const { return m_colours; }
    int runningCount() const { return int(m_running.size()); }
    const RequestRow &request(int row) const;
    //! -1 when it is not among the rows.
    int rowOf(const QString &id) const;

    //! The stable name of a column: "time", "firstToken".
    static QString columnKey(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    //! A first page was read, or could not be; see state().
    void stateChanged();
    //! \a word of the filter is wrong; \a advice says what to write.
    void filterRefused(const QString &word, const QString &advice);
    void waitingChanged(int count);
    //! New rows were told, shown or not.
    void trafficSeen();

private:
    void takeFirstPage(Api::AdminCall *call, const QString &filter, const QString &range);
    void takeNextPage(Api::AdminCall *call);
    void takeEvent(const QString &kind, const QJsonObject &data);
    void setRunning(const QList<RequestRow> &running);
    void showWaiting();
    void askForNewest();
    void takeNewest(const QList<RequestRow> &rows);
    void prepend(QList<RequestRow> rows);
    void append(const QList<RequestRow> &rows);
    void trim();
    //! New requests may not belong to the rows shown.
    bool isNarrowed() const;
    QUrlQuery query(const QString &filter, const QString &range) const;

    double slowestMs() const;

    Api::AdminClient &m_client;
    SeriesColours &m_colours;
    QTimer m_batch;
    QTimer m_ageing;
    State m_state = State::Loading;
    Error m_error;
    QString m_filter;
    QString m_range;
    QString m_next;
    QList<RequestRow> m_running;
    QList<RequestRow> m_rows;
    QList<RequestRow> m_waiting; //!< newest first, not shown yet
    QSet<QString> m_ids;         //!< of m_rows and m_waiting
    QPointer<Api::AdminCall> m_firstPage;
    QPointer<Api::AdminCall> m_nextPage;
    QPointer<Api::AdminCall> m_newest;
    bool m_loaded = false;
    bool m_live = true;
    bool m_active = true;
    bool m_missed = false; //!< rows came while nobody saw them
};

} // namespace Gatehouse::Ui
