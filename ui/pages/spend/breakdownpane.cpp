// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownpane.h"

#include "ui/models/reportstate.h"
#include "ui/models/seriescolours.h"
#include "ui/models/timerange.h"
#include "ui/pages/spend/breakdownchart.h"
#include "ui/pages/spend/breakdowncontrols.h"
#include "ui/pages/spend/breakdownexport.h"
#include "ui/pages/spend/breakdowngroups.h"
#include "ui/pages/spend/breakdownrows.h"
#include "ui/pages/spend/breakdowntable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/statepanel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int leastMost = 100;   // groups that the gateway tells one by one …
constexpr int mostMost = 10'000; // … and when a person wants to see more
constexpr double nanoPerDollar = 1e9;

void askForFile(QWidget *parent, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, BreakdownPane::tr("Export the spending"));
    dialog->setObjectName(u"spend.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

BreakdownPane::BreakdownPane(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                             QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(client, clock, u"/usage"_s)
    , m_forecast(client, clock, u"/forecast"_s)
    , m_machines(client, clock, u"/machines"_s)
    , m_colours(colours)
    , m_controls(new BreakdownControls(client, this))
    , m_exports(new BreakdownExport(client, this))
{
    setObjectName(u"spend.breakdown"_s);
    setAccessibleName(tr("Breakdown"));
    m_chooseFile = [this](const QString &name, const std::function<void(const QString &)> &chosen) {
        askForFile(this, name, chosen);
    };
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(0, gap, 0, 0);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(m_controls);
    m_unpriced = new Banner(Tone::Warn, inset);
    m_unpriced->setObjectName(u"spend.unpricedBanner"_s);
    m_unpriced->setDismissable(false);
    m_unpriced->setAction(tr("Set prices"));
    m_unpriced->hide();
    insetLayout->addWidget(m_unpriced);
    m_partial = new Banner(Tone::Info, inset);
    m_partial->setObjectName(u"spend.partialBanner"_s);
    m_partial->setDismissable(false);
    m_partial->hide();
    insetLayout->addWidget(m_partial);
    m_states = new StatePanel(buildContent(), this);
    m_empty = new EmptyState(u"circle-dollar-sign"_s, tr("No spend in this range."),
                             tr("Choose a longer range at the top right."), this);
    m_states->setEmpty(m_empty);
    insetLayout->addWidget(m_states, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePageArea(inset, this));
    connectParts();
    ask();
}

// --- building -----------------------------------------------------------------------------------

QWidget *BreakdownPane::buildContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    m_card = new BreakdownCard(m_colours, content);
    m_table = new BreakdownTable(content);
    layout->addWidget(m_card);
    layout->addWidget(m_table);
    layout->addStretch(1);
    return content;
}

void BreakdownPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &BreakdownPane::showReport);
    connect(&m_model, &ReportModel::failed, this, &BreakdownPane::updateState);
    connect(m_states, &StatePanel::retryRequested, this, &BreakdownPane::refresh);
    connect(&m_forecast, &ReportModel::changed, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    connect(&m_machines, &ReportModel::changed, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    connect(m_controls, &BreakdownControls::questionChanged, this, &BreakdownPane::ask);
    connect(m_controls, &BreakdownControls::lookChanged, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    connect(m_controls, &BreakdownControls::exportRequested, this, &BreakdownPane::exportAs);
    connect(m_controls, &BreakdownControls::chargebackRequested, this,
            &BreakdownPane::chargebackRequested);
    connect(m_exports, &BreakdownExport::done, this, &BreakdownPane::done);
    connect(m_unpriced, &Banner::actionTriggered, this, &BreakdownPane::openPrices);
    connect(&m_card->chart(), &BreakdownChart::pointActivated, this, &BreakdownPane::openPoint);
    connect(&m_card->chart(), &BreakdownChart::requestsRequested, this,
            [this](int first, int last) { Q_EMIT openRequests(spanFilter(first, last)); });
    connect(m_table, &BreakdownTable::rowActivated, this, &BreakdownPane::openRow);
}

// --- asking -------------------------------------------------------------------------------------

QString BreakdownPane::time() const
{
    return m_controls->isHourly() ? u"hour"_s : u"day"_s;
}

void BreakdownPane::ask()
{
    QStringList groups{time(), m_controls->by()};
    if (!m_controls->then().isEmpty())
        groups.append(m_controls->then());
    if (groups.join(u',') != m_model.parameter(u"by"_s)) {
        m_most = leastMost;
        m_showsAll = false;
    }
    m_model.setParameter(u"compare"_s, u"previous"_s);
    m_model.setParameter(u"order"_s, m_controls->measure());
    m_model.setParameter(u"most"_s, QString::number(m_most));
    m_model.setParameter(u"by"_s, groups.join(u','));
}

void BreakdownPane::setRange(const QString &range)
{
    m_controls->setRange(range);
    m_model.setRange(range);
    m_machines.setRange(range);
}

// --- showing ------------------------------------------------------------------------------------

void BreakdownPane::showReport()
{
    // An answer may still be of the groups before.
    const QJsonObject first = m_model.data().value("items"_L1)[0].toObject();
    const QString by = m_controls->by();
    const QString then = m_controls->then();
    const bool isOfOthers = !first.isEmpty()
        && (!first.contains(by) || !first.contains(time())
            || (!then.isEmpty() && !first.contains(then)));
    if (isOfOthers)
        return;
    m_shownBy = by;
    m_shownThen = then;
    m_report =
        bucketed(readSpend(m_model.data(), by, then, m_controls->isHourly()), m_controls->bucket());
    m_card->setContent(content());
    showTable();
    showUnpriced();
    showPartial();
    updateState();
    Q_EMIT loaded();
}

BreakdownCard::Content BreakdownPane::content() const
{
    const QDateTime end = QDateTime::fromString(m_report.to, Qt::ISODateWithMs);
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    return {.report = m_report,
            .controls = *m_controls,
            .by = m_shownBy,
            .caption = rangeCaption(m_model.range()),
            .forecast = m_forecast.data(),
            .budget = m_budget,
            .idle = idle(),
            .lastUnfinished = end.toMSecsSinceEpoch() >= now.count() - 60'000};
}

//! What machines cost beside the requests; they are told by whole days, as longer reports are.
std::optional<qint64> BreakdownPane::idle() const
{
    const QJsonArray machines = m_machines.data().value("items"_L1).toArray();
    if (machines.isEmpty() || m_report.isHourly)
        return std::nullopt;
    qint64 sum = 0;
    for (const QJsonValue &machine : machines)
        sum += machine["idle_nano_usd"_L1].toInteger();
    return sum;
}

void BreakdownPane::showTable()
{
    m_table->setContent(m_report, {m_shownBy, m_shownThen, m_controls->measure()},
                        m_card->chart().colours(), idle(), m_showsAll);
}

void BreakdownPane::showUnpriced()
{
    const int requests = int(m_report.total.unpriced);
    m_unpriced->setVisible(requests > 0);
    m_unpriced->setText(tr("%Ln requests have no price.", nullptr, requests),
                        tr("%Ln models. Their cost is missing from every total.", nullptr,
                           int(m_report.unpricedModels)));
}

//! Tags stand in the rows alone, and there may be too many of them to wait for.
void BreakdownPane::showPartial()
{
    m_partial->setVisible(m_report.isPartial);
    if (!m_report.isPartial || m_report.starts.isEmpty())
        return;
    m_partial->setText(
        tr("Counted from %1 on only.").arg(Format::dayAndMonth(m_report.starts.first().date())),
        tr("Tags and hours are counted from each request, and there are too many of them in this "
           "range. Choose a shorter one to see all of it."));
}

void BreakdownPane::updateState()
{
    m_controls->setExportable(m_model.hasData() && m_report.total.requests > 0);
    const bool settled = showReportState(*m_states, m_model, m_report.total.requests == 0);
    if (settled && !m_model.hasData())
        Q_EMIT loaded();
}

// --- what numbers open --------------------------------------------------------------------------

QString BreakdownPane::spanFilter(int first, int last) const
{
    // A bucket ends where the next one begins; what is expected has no requests.
    const auto text = [this](const QDateTime &time) {
        return m_report.isHourly ? time.toUTC().toString(Qt::ISODateWithMs)
                                 : time.date().toString(Qt::ISODate);
    };
    const QList<QDateTime> &starts = m_report.starts;
    const QDateTime from = starts.value(std::min<qsizetype>(first, starts.size() - 1));
    QString until = m_report.to;
    if (last + 1 < starts.size())
        until = text(starts.at(last + 1));
    else if (!m_report.isHourly)
        until = QDateTime::fromString(m_report.to, Qt::ISODateWithMs)
                    .addMSecs(-1)
                    .toTimeZone(m_model.zone())
                    .date()
                    .addDays(1)
                    .toString(Qt::ISODate);
    return u"since:%1 until:%2"_s.arg(text(from), until);
}

//! The requests of the part of a bar that was meant, or of all of it.
void BreakdownPane::openPoint(int point)
{
    const std::optional<QString> group = m_card->chart().currentGroup();
    const QString filter = group ? breakdownFilter(m_shownBy, *group) : QString();
    const QString span = spanFilter(point, point);
    Q_EMIT openRequests(filter.isEmpty() ? span : QString(filter + u' ' + span));
}

void BreakdownPane::openRow(const QString &id)
{
    if (id == breakdownOtherId) {
        showMore();
        return;
    }
    const QString span = u"since:%1 until:%2"_s.arg(m_report.from, m_report.to);
    if (id == breakdownIdleId)
        return; // no requests
    const bool isOfAll = id == breakdownTotalId || id == breakdownAllId;
    Q_EMIT openRequests(isOfAll ? span : QString(id + u' ' + span));
}

//! First the groups that are here, then more from the gateway.
void BreakdownPane::showMore()
{
    if (std::exchange(m_showsAll, true)) {
        m_most = std::min(m_most * 10, mostMost);
        m_model.setParameter(u"most"_s, QString::number(m_most));
    } else {
        showTable();
    }
}

// --- exports ------------------------------------------------------------------------------------

void BreakdownPane::exportAs(const QString &extension)
{
    if (!m_model.hasData() || m_report.total.requests == 0)
        return;
    const QString from = m_report.starts.isEmpty()
        ? QString()
        : m_report.starts.first().date().toString(Qt::ISODate);
    m_chooseFile(u"spend-%1.%2"_s.arg(from, extension), [this, extension](const QString &path) {
        if (extension == "pdf"_L1) {
            writePdf(path);
            return;
        }
        QUrlQuery query;
        if (chosenSpan(m_model.range()))
            addRange(query, m_model.range());
        else
            query.addQueryItem(u"range"_s, m_model.range());
        query.addQueryItem(u"by"_s, m_model.parameter(u"by"_s));
        m_exports->writeRows(query, path);
    });
}

void BreakdownPane::writePdf(const QString &path)
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(now.count(), m_model.zone());
    BreakdownExport::Report report{.spend = m_report,
                                   .measure = m_controls->measure(),
                                   .names = {},
                                   .made = {},
                                   .forecast = {},
                                   .warnings = {},
                                   .expected = {},
                                   .table = m_table->rows()};
    for (const SpendGroup &group : std::as_const(m_report.groups))
        report.names.append(group.isOther() ? tr("Other")
                                            : breakdownGroupName(m_shownBy, group.id, group.name));
    const QLocale locale;
    if (!m_report.starts.isEmpty())
        report.made =
            tr("%1 to %2 (%3), made %4", "days, time zone, time")
                .arg(locale.toString(m_report.starts.first().date(), QLocale::ShortFormat),
                     locale.toString(m_report.starts.last().date(), QLocale::ShortFormat),
                     QString::fromUtf8(m_model.zone().id()),
                     locale.toString(made, QLocale::ShortFormat));
    if (BreakdownCard::drawsForecast(content())) {
        report.forecast = m_card->forecastText();
        for (const QJsonValue &day : m_forecast.data().value("rest"_L1).toArray())
            report.expected.append(double(day.toInteger()) / nanoPerDollar);
    }
    for (const Banner *banner : {m_unpriced, m_partial})
        if (!banner->isHidden())
            report.warnings.append(banner->text());
    m_exports->writeReport(report, path);
}

QDate BreakdownPane::today() const
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(now.count(), m_model.zone()).date();
}

void BreakdownPane::setBudget(std::optional<qint64> nano)
{
    if (nano == m_budget)
        return;
    m_budget = nano;
    if (m_model.hasData())
        m_card->setContent(content());
}

void BreakdownPane::refresh()
{
    m_model.refresh();
    m_forecast.refresh();
    m_machines.refresh();
}

// --- events -------------------------------------------------------------------------------------

void BreakdownPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    m_forecast.setActive(true);
    m_machines.setActive(true);
    if (!std::exchange(m_hasTags, true))
        m_controls->readTags();
}

void BreakdownPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
    m_forecast.setActive(false);
    m_machines.setActive(false);
}

} // namespace Gatehouse::Ui
