// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QDateTime>

namespace Gatehouse::Ui {

//! One version of the configuration.
struct RevisionRow {
    qint64 number = 0;
    QDateTime time;
    QString who;
    QString reason;
    QString summary;
};

//! The versions of the configuration, newest first, page by page.
class RevisionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Who, Summary, Reason, ColumnCount };

    explicit RevisionsModel(Api::AdminClient &client, QObject *parent = nullptr);

    //! The newest page anew.
    void refresh();
    void loadMore();
    bool hasMore() const { return !m_next.isEmpty(); }
    const RevisionRow &revision(int row) const { return m_rows.at(row); }
    //! The version in force is marked.
    void setCurrent(qint64 number);
    qint64 current() const { return m_current; }
    //! Asks what leads from \a number to the version in force; differenceRead() follows.
    void askDifference(qint64 number);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &detail);
    void differenceRead(qint64 number, const QStringList &sentences);

private:
    void ask(const QString &cursor);
    QString text(const RevisionRow &row, int column) const;

    Api::AdminClient &m_client;
    QList<RevisionRow> m_rows;
    QString m_next;
    qint64 m_current = -1;
};

} // namespace Gatehouse::Ui
