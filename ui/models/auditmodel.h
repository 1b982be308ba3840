// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

namespace Gatehouse::Ui {

//! One change of the administration, as the audit log keeps it.
struct AuditRow {
    qint64 sequence = 0;
    QDateTime time;
    QString who;
    QString source;
    QString action; //!< "provider.update"
    QString object; //!< "providers.openai"
    QJsonValue before;
    QJsonValue after;
    QString hash;
};

//! "Provider changed"; the action's own word where there is no other.
QString auditActionWords(const QString &action);

//! Where a change was made from: "Desktop"; what is no such word stays.
QString auditSourceWords(const QString &source);
//! "Version 6" for "revision 6"; other objects as they are.
QString auditObjectWords(const QString &object);

//! The audit log, newest first, page by page; more is fetched as a person scrolls.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Sequence, Time, Who, Source, Action, Object, Hash, ColumnCount };

    explicit AuditModel(Api::AdminClient &client, QObject *parent = nullptr);

    //! What narrows the log: a text, a kind of action ("key"), a range of time.
    void setFilter(const QString &text, const QString &kind, const QString &range);
    //! The same as parameters of a question to the gateway.
    QUrlQuery query() const;
    void refresh();
    const AuditRow &record(int row) const { return m_rows.at(row); }

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &detail);

private:
    void ask(const QString &cursor);
    void take(const QJsonArray &items, bool isFirst);
    QString text(const AuditRow &row, int column) const;

    Api::AdminClient &m_client;
    QString m_text;
    QString m_kind;
    QString m_range;
    QList<AuditRow> m_rows;
    QString m_next;
    int m_question = 0; //!< answers to older ones are dropped
    bool m_isAsking = false;
};

} // namespace Gatehouse::Ui
