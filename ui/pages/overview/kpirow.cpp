// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/kpirow.h"

#include "ui/models/overviewdata.h"
#include "ui/widgets/format.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/meter.h"

#include <QtWidgets/QGridLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int spendSeries = 0;
constexpr int firstTokenSeries = 1;
constexpr qint64 fewestSamples = 20; // a percentile of fewer says nothing

// Which way a change is good for the reader.
enum class Better { Lower, Neither };

void showDelta(KpiCard *card, double now, std::optional<double> before, Better better)
{
    if (!before || *before <= 0)
        return card->setDelta({});
    const double change = now / *before - 1;
    if (std::abs(change) < 0.005)
        return card->setDelta(KpiRow::tr("unchanged"));
    const bool up = change > 0;
    const QString size = Format::percent(std::abs(change));
    const Tone tone = better == Better::Neither ? Tone::Neutral : up ? Tone::Warn : Tone::Ok;
    card->setDelta(up ? KpiRow::tr("▲ %1").arg(size) : KpiRow::tr("▼ %1").arg(size), tone);
}

} // namespace

KpiRow::KpiRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_spend(addCard(tr("Spend today"), u"overview.kpi.spendToday"_s))
    , m_month(addCard(tr("Spend this month"), u"overview.kpi.spendMonth"_s))
    , m_requests(addCard(tr("Requests"), u"overview.kpi.requests"_s))
    , m_success(addCard(tr("Success rate"), u"overview.kpi.success"_s))
    , m_firstToken(addCard(tr("Time to first token"), u"overview.kpi.ttft"_s))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    setNarrow(false);
    connect(m_spend, &KpiCard::captionActivated, this, &KpiRow::pricesRequested);
}

KpiCard *KpiRow::addCard(const QString &title, const QString &name)
{
    auto *card = new KpiCard(title, this);
    card->setObjectName(name);
    m_cards.append(card);
    connect(card, &KpiCard::activated, this, [this, card] { Q_EMIT activated(filterOf(card)); });
    return card;
}

QString KpiRow::filterOf(const KpiCard *card) const
{
    if (card == m_success)
        return u"status:failed"_s;
    if (card == m_firstToken)
        return u"streamed:true"_s;
    const QDate since = card == m_month ? QDate(m_today.year(), m_today.month(), 1) : m_today;
    return u"since:%1"_s.arg(since.toString(Qt::ISODate));
}

void KpiRow::setNarrow(bool narrow)
{
    // Six columns: three cards of two over two cards of three.
    for (KpiCard *card : m_cards)
        m_layout->removeWidget(card);
    for (int i = 0; i < int(m_cards.size()); ++i) {
        if (!narrow)
            m_layout->addWidget(m_cards.at(i), 0, i);
        else if (i < 3)
            m_layout->addWidget(m_cards.at(i), 0, 2 * i, 1, 2);
        else
            m_layout->addWidget(m_cards.at(i), 1, 3 * (i - 3), 1, 3);
    }
    for (int column = 0; column < 6; ++column) {
        const bool used = narrow || column < int(m_cards.size());
        m_layout->setColumnStretch(column, used ? 1 : 0);
    }
}

void KpiRow::setStale(bool stale)
{
    for (KpiCard *card : m_cards)
        card->setStale(stale);
}

void KpiRow::setOverview(const OverviewData &overview)
{
    m_today = overview.now.toTimeZone(overview.zone).date();
    showSpend(overview);
    showMonth(overview);
    showRequests(overview);
    showSuccess(overview);
    showFirstToken(overview);
}

void KpiRow::showSpend(const OverviewData &overview)
{
    const auto &spend = overview.spend;
    m_spend->setNumber(Format::money(spend.today));
    showDelta(m_spend, double(spend.today),
              spend.yesterday ? std::optional(double(*spend.yesterday)) : std::nullopt,
              Better::Lower);
    m_spend->setSpark(spend.spark, spendSeries);
    m_spend->setCaption(spend.yesterday ? tr("vs. yesterday at this time") : tr("since midnight"));
    m_spend->setCaptionLink(spend.unpriced > 0
                                ? tr("%Ln requests are unpriced", nullptr, int(spend.unpriced))
                                : QString(),
                            u"overview.kpi.unpricedButton"_s);
}

void KpiRow::showMonth(const OverviewData &overview)
{
    const auto &spend = overview.spend;
    m_month->setNumber(Format::money(spend.month),
                       spend.budget ? tr("of %1").arg(Format::moneyShort(*spend.budget))
                                    : QString());
    if (!spend.budget || *spend.budget <= 0) {
        m_month->setDelta({});
        m_month->setSpark({}, spendSeries);
        m_month->setCaption(spend.forecast
                                ? tr("Forecast %1").arg(Format::moneyShort(*spend.forecast))
                                : tr("Forecast after 7 days of traffic"));
        return;
    }
    const double budget = double(*spend.budget);
    m_month->setDelta(Format::percent(double(spend.month) / budget));
    const bool over = spend.forecast.value_or(spend.month) > *spend.budget;
    m_month->showMeter()->setValue(double(spend.month) / budget,
                                   spend.forecast ? std::optional(double(*spend.forecast) / budget)
                                                  : std::nullopt);
    m_month->showMeter()->setFill(spend.month > *spend.budget ? Meter::Fill::Err
                                      : over                  ? Meter::Fill::Warn
                                                              : Meter::Fill::Series);
    if (!spend.forecast)
        m_month->setCaption(tr("Forecast after 7 days of traffic"));
    else if (over)
        m_month->setCaption(tr("Forecast %1, over budget by %2")
                                .arg(Format::moneyShort(*spend.forecast),
                                     Format::moneyShort(*spend.forecast - *spend.budget)));
    else
        m_month->setCaption(
            tr("Forecast %1, inside budget").arg(Format::moneyShort(*spend.forecast)));
}

void KpiRow::showRequests(const OverviewData &overview)
{
    const auto &requests = overview.requests;
    m_requests->setNumber(Format::countShort(requests.today), tr("today"));
    showDelta(m_requests, double(requests.today),
              requests.yesterday ? std::optional(double(*requests.yesterday)) : std::nullopt,
              Better::Neither);
    m_requests->setSpark(requests.spark, spendSeries);
    m_requests->setCaption(
        tr("%1 per second now, peak %2")
            .arg(Format::rate(requests.perSecond), Format::rate(requests.peakPerSecond)));
}

void KpiRow::showSuccess(const OverviewData &overview)
{
    const auto &success = overview.success;
    const bool met = success.rate.value_or(1) >= success.objective;
    m_success->setNumber(success.rate ? QLocale().toString(*success.rate * 100, 'f', 2)
                                      : Format::unknown(),
                         success.rate ? QLocale().percent() : QString());
    m_success->setDelta(
        success.objective > 0 ? tr("SLO %1").arg(Format::percent(success.objective, 1)) : QString(),
        met ? Tone::Ok : Tone::Err);
    m_success->showMeter()->setValue(success.budgetLeft.value_or(0));
    m_success->showMeter()->setFill(!met                                       ? Meter::Fill::Err
                                        : success.budgetLeft.value_or(1) < 0.2 ? Meter::Fill::Warn
                                                                               : Meter::Fill::Ok);
    m_success->setCaption(
        success.budgetLeft
            ? tr("%1 of the error budget left").arg(Format::percent(*success.budgetLeft))
            : tr("%1 answered, %2 failed")
                  .arg(Format::count(success.answered), Format::count(success.failed)));
    m_success->setToolTip(tr("%1 answered, %2 failed. Apart from these: %3 caller mistakes, "
                             "%4 cancelled by the caller.")
                              .arg(Format::count(success.answered), Format::count(success.failed),
                                   Format::count(success.callerMistakes),
                                   Format::count(success.cancelled)));
}

void KpiRow::showFirstToken(const OverviewData &overview)
{
    const auto &first = overview.firstToken;
    const bool known = first.p50Ms && first.samples >= fewestSamples;
    m_firstToken->setSpark(known ? first.spark : QList<double>(), firstTokenSeries);
    m_firstToken->setToolTip(tr("%n streamed requests in this range", nullptr, int(first.samples)));
    if (!known) {
        m_firstToken->setNumber(Format::unknown());
        m_firstToken->setDelta({});
        m_firstToken->setCaption(first.samples == 0
                                     ? tr("no streamed requests in this range")
                                     : tr("only %n samples", nullptr, int(first.samples)));
        return;
    }
    const bool milliseconds = *first.p50Ms < 1000;
    m_firstToken->setNumber(milliseconds ? Format::count(qRound64(*first.p50Ms))
                                         : QLocale().toString(*first.p50Ms / 1000, 'f', 2),
                            milliseconds ? tr("ms") : tr("s"));
    showDelta(m_firstToken, *first.p50Ms, first.previousP50Ms, Better::Lower);
    const QString p95 = Format::duration(first.p95Ms);
    m_firstToken->setCaption(
        first.tokensPerSecond
            ? tr("p95 %1, %2 tokens/s").arg(p95, Format::count(qRound64(*first.tokensPerSecond)))
            : tr("p95 %1").arg(p95));
}

} // namespace Gatehouse::Ui
