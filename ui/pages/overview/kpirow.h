// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

class QGridLayout;

namespace Gatehouse::Ui {

class KpiCard;
struct OverviewData;

//! The five headline numbers: spend today, spend this month, requests, success rate, time to first
//! token. In five columns, or three over two when it is narrow.
class KpiRow : public QWidget
{
    Q_OBJECT

public:
    explicit KpiRow(QWidget *parent = nullptr);

    void setOverview(const OverviewData &overview);
    void setStale(bool stale);
    void setNarrow(bool narrow);

Q_SIGNALS:
    //! The filter of the requests behind a number.
    void activated(const QString &filter);
    //! The models without a price.
    void pricesRequested();

private:
    KpiCard *addCard(const QString &title, const QString &name);
    QString filterOf(const KpiCard *card) const;
    void showSpend(const OverviewData &overview);
    void showMonth(const OverviewData &overview);
    void showRequests(const OverviewData &overview);
    void showSuccess(const OverviewData &overview);
    void showFirstToken(const OverviewData &overview);

    QGridLayout *m_layout;
    QList<KpiCard *> m_cards;
    KpiCard *m_spend;
    KpiCard *m_month;
    KpiCard *m_requests;
    KpiCard *m_success;
    KpiCard *m_firstToken;
    QDate m_today; //!< in the reporting zone
};

} // namespace Gatehouse::Ui
