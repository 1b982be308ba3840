// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/providerrow.h"
#include "ui/models/providertrends.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimer>

namespace Gatehouse::Ui {

class SeriesColours;

//! The configured providers with how they do. Asked anew when the configuration or a provider's
//! health changes, and every few seconds while a screen shows them. Rows keep their place.
class ProvidersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Provider,
        Kind,
        Region,
        Data,
        Health,
        Trend,
        Models,
        InUse,
        Cost,
        Keys,
        LastSuccess,
        UsedBy,
        ColumnCount
    };

    ProvidersModel(Api::AdminClient &client, SeriesColours &colours, QObject *parent = nullptr);

    void refresh();
    //! Live numbers are asked for only while someone looks.
    void setWatched(bool watched);
    bool hasData() const { return m_hasData; }
    //! Why the last answer was none, empty when it was.
    const QString &problem() const { return m_problem; }
    const QList<ProviderRow> &providers() const { return m_providers; }
    //! Null when there is no such provider.
    const ProviderRow *find(const QString &id) const;
    int rowOf(const QString &id) const;
    int lockedKeys() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    //! An answer or the lack of one came in.
    void refreshed();

private:
    void take(const QJsonObject &answer);
    QString text(const ProviderRow &provider, int column) const;
    QString toolTip(const ProviderRow &provider, int column) const;
    QVariant sortValue(const ProviderRow &provider, int column) const;

    Api::AdminClient &m_client;
    SeriesColours &m_colours;
    QPointer<Api::AdminCall> m_call;
    QTimer m_timer;
    ProviderTrends m_trends;
    QList<ProviderRow> m_providers;
    QString m_problem;
    bool m_hasData = false;
};

} // namespace Gatehouse::Ui
