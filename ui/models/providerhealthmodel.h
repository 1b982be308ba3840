// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overviewdata.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QAbstractTableModel>

namespace Gatehouse::Ui {

class SeriesColours;

//! The providers with how they do. Rows keep their place while the same providers come again.
class ProviderHealthModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Provider,
        Health,
        Success,
        Requests,
        FirstToken,
        P95,
        TokensPerSecond,
        SpendToday,
        ColumnCount
    };

    explicit ProviderHealthModel(SeriesColours &colours, QObject *parent = nullptr);

    //! As of \a now, in the gateway's reporting zone.
    void setProviders(const QList<ProviderHealth> &providers, const QDateTime &now,
                      const QTimeZone &zone);
    //! The day "spend today" is about.
    QDate today() const { return m_today; }
    const ProviderHealth &provider(int row) const { return m_providers.at(row); }
    //! Degraded or down.
    int failingCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ProviderHealth &provider, int column) const;
    QVariant sortValue(const ProviderHealth &provider, int column) const;
    QVariant accessibleText(const ProviderHealth &provider, int column) const;

    SeriesColours &m_colours;
    QList<ProviderHealth> m_providers;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
};

} // namespace Gatehouse::Ui
