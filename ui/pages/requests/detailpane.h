// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/requestsmodel.h"

class QModelIndex;
class QSplitter;

namespace Gatehouse::Ui {

class RequestDetailPanel;
class RequestsTable;

//! The details of one request beside its table: opened, moved along the rows, closed, and as
//! windows of their own.
class DetailPane : public QObject
{
    Q_OBJECT

public:
    //! Before the table, which must not hear first that a row goes.
    DetailPane(Api::AdminClient &client, RequestsModel &model, QWidget *page);

    //! Puts \a table and the details side by side.
    QSplitter *place(RequestsTable &table, QWidget *parent);
    void setBaseUrl(const QString &url);
    bool isOpen() const;

    void open(int row);
    //! Of the current row.
    void openCurrent();
    //! The same as a window that stays while the table goes on; as many as are wanted.
    void openWindow();
    void close();
    void move(int by);

Q_SIGNALS:
    //! Opened or closed.
    void shownChanged();
    void filterRequested(const QString &word);
    void cancelRequested(const QString &id);
    void alertRequested(const QString &scope);
    void auditRequested(const QString &object);
    //! Another request is to be shown.
    void openRequested(const QString &id);

private:
    void follow(RequestDetailPanel &panel);
    void followRunning();
    void followRow(const QModelIndex &current);

    Api::AdminClient &m_client;
    RequestsModel &m_model;
    QWidget *m_page;
    RequestDetailPanel *m_panel;
    RequestsTable *m_table = nullptr;
    QSplitter *m_splitter = nullptr;
    QString m_baseUrl;
    bool m_keeps = false; //!< the row of the details goes, they stay
};

} // namespace Gatehouse::Ui
