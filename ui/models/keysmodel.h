// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/models/keydata.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

//! Every key, with what it spent this month; deleted ones too while they can be restored. Keeps its
//! rows while a new answer is on its way, and follows the gateway's events while it is active.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Team,
        Key,
        KeyState,
        Spent,
        Budget,
        Binds,
        Rate,
        Routes,
        LastUsed,
        Client,
        Expires,
        Owner,
        Created,
        Tags,
        ColumnCount
    };

    KeysModel(Api::AdminClient &client, const Clock &clock, QObject *parent = nullptr);

    bool hasData() const { return m_loaded; }
    //! Why the last answer failed, empty when it did not.
    const QString &problem() const { return m_problem; }
    //! False when the keys were read and the books could not be.
    bool isSpendKnown() const { return m_spendKnown || m_spendComing; }
    const QList<KeyRow> &keys() const { return m_rows; }
    const KeyRow &key(int row) const { return m_rows.at(row); }
    const KeyRow *find(const QString &id) const;
    //! Keys that are not deleted.
    QList<KeyRow> inForce() const;
    //! What a team's keys spent this month; unknown when the books did not answer.
    MaybeMoney teamSpend(const QString &team) const;
    QDateTime now() const;
    //! Named beside declared keys: the configuration file, or empty.
    void setManagedBy(const QString &file);
    //! "Declared in gatehouse.yaml": where such a key is changed.
    QString declaredOrigin() const;
    //! Hidden pages do not follow.
    void setActive(bool active);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    //! Rows, or the reason why there are none, are new.
    void changed();

private:
    //! The answers a refresh waits for.
    struct Answers {
        int missing = 4;
        int keysMissing = 2; //!< of them those with keys
        QList<KeyRow> keys;
        QList<KeyRow> deleted;
        QHash<QString, qint64> spentByKey;
        QHash<QString, qint64> spentByTeam;
        bool spendKnown = true;
        std::optional<Error> error;
    };

    void ask(const QString &path, const QUrlQuery &query,
             const std::function<void(Answers &, Api::AdminCall *)> &read);
    void askSpend(const QString &by, const QString &since, QHash<QString, qint64> Answers::*sums);
    void take(const Answers &answers);
    void show(QList<KeyRow> rows);
    QString text(const KeyRow &key, int column) const;
    QString toolTip(const KeyRow &key, int column) const;
    QVariant sortValue(const KeyRow &key, int column) const;
    //! What the text does not say plainly.
    QVariant exportValue(const KeyRow &key, int column) const;

    Api::AdminClient &m_client;
    const Clock &m_clock;
    QList<KeyRow> m_rows;
    QHash<QString, qint64> m_spentByTeam;
    QString m_problem;
    QString m_managedBy;
    std::shared_ptr<Answers> m_answers; //!< of the refresh on its way
    QTimer m_soon;
    bool m_loaded = false;
    bool m_spendKnown = false;
    bool m_spendComing = false; //!< the keys are shown already, their sums are on the way
    bool m_active = true;
};

} // namespace Gatehouse::Ui
