// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/reliabilitypage.h"

#include "ui/models/headroomrows.h"
#include "ui/models/reportstate.h"
#include "ui/pages/reliability/breakercard.h"
#include "ui/pages/reliability/errorcard.h"
#include "ui/pages/reliability/errortablecard.h"
#include "ui/pages/reliability/headroomcard.h"
#include "ui/pages/reliability/incidentcard.h"
#include "ui/pages/reliability/objectivegrid.h"
#include "ui/pages/reliability/rescuedcard.h"
#include "ui/pages/reliability/successcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtGui/QShortcut>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int margin = 24;
constexpr int bottomMargin = 16;
constexpr int gridColumns = 60;
constexpr int leftColumns = 31;
constexpr int sideBySideFrom = 820;
constexpr int wordsBesideFrom = 1000; // what errors mean needs a line

} // namespace

ReliabilityPage::ReliabilityPage(Api::AdminClient &client, const Clock &clock,
                                 SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_model(client, clock, u"/reliability"_s)
    , m_objectives(new ObjectiveGrid(client, this))
    , m_errorCard(new ErrorCard(this))
    , m_errorTableCard(new ErrorTableCard(this))
    , m_successCard(new SuccessCard(this))
    , m_rescuedCard(new RescuedCard(this))
    , m_breakerCard(new BreakerCard(client, this))
    , m_incidentCard(new IncidentCard(client, colours, this))
    , m_headroomCard(new HeadroomCard(this))
{
    setObjectName(u"page.reliability"_s);
    setAccessibleName(tr("Reliability"));
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(margin, 0, margin, bottomMargin);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(buildControls());
    m_panel = new StatePanel(buildContent(), this);
    m_empty =
        new EmptyState(u"shield-check"_s, tr("No requests in this range."),
                       tr("What fails, and what the gateway does about it, shows here."), this);
    m_panel->setEmpty(m_empty);
    insetLayout->addWidget(m_panel, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePageArea(inset, this));
    connectParts();
}

// --- building -----------------------------------------------------------------------------------

QWidget *ReliabilityPage::buildControls()
{
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, 20, 8);
    auto *pair = new QWidget(controls);
    auto *pairLayout = new QHBoxLayout(pair);
    pairLayout->setContentsMargins(0, 0, 0, 0);
    pairLayout->setSpacing(8);
    m_group = new QComboBox(pair);
    m_group->setObjectName(u"reliability.groupCombo"_s);
    m_group->setAccessibleName(tr("Group by"));
    m_group->addItem(tr("Route"), u"route"_s);
    m_group->addItem(tr("Provider"), u"provider"_s);
    m_group->addItem(tr("Model"), u"model"_s);
    QLabel *label = makeLabel(tr("Group by"), u"caption"_s, pair);
    label->setBuddy(m_group);
    pairLayout->addWidget(label);
    pairLayout->addWidget(m_group);
    flow->addWidget(pair);
    m_count = new SegmentedControl(controls);
    m_count->setObjectName(u"reliability.countControl"_s);
    m_count->setAccessibleName(tr("What is counted"));
    m_count->addSegment(u"requests"_s, tr("Requests"), tr("Count requests"));
    m_count->addSegment(u"attempts"_s, tr("Attempts"), tr("Count attempts"));
    m_count->setCurrent(u"requests"_s);
    flow->addWidget(m_count);
    m_mistakes = new QCheckBox(tr("Include caller mistakes"), controls);
    m_mistakes->setObjectName(u"reliability.mistakesCheck"_s);
    m_mistakes->setAccessibleName(m_mistakes->text());
    const int height = m_count->sizeHint().height(); // one line of centres
    m_mistakes->setMinimumHeight(height);
    flow->addWidget(m_mistakes);
    m_totals = makeLabel({}, u"muted"_s, controls);
    m_totals->setObjectName(u"reliability.totalsLabel"_s);
    m_totals->setMinimumHeight(height);
    flow->addWidget(m_totals);
    return controls;
}

QWidget *ReliabilityPage::buildContent()
{
    auto *content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    arrange();
    return content;
}

void ReliabilityPage::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &ReliabilityPage::showReport);
    connect(&m_model, &ReportModel::failed, this, &ReliabilityPage::updateState);
    connect(m_panel, &StatePanel::retryRequested, this, &ReliabilityPage::refresh);
    connect(&m_client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (kind == "breaker"_L1 && isVisible())
            m_model.refresh();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setParameter(u"by"_s, m_group->currentData().toString()); });
    connect(m_count, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { m_model.setParameter(u"count"_s, id); });
    connect(m_mistakes, &QCheckBox::toggled, this, [this](bool include) {
        m_model.setParameter(u"mistakes"_s, include ? u"1"_s : QString());
    });
    auto *seen = new QShortcut(QKeySequence(Qt::Key_A), this);
    seen->setContext(Qt::WidgetWithChildrenShortcut);
    connect(seen, &QShortcut::activated, m_incidentCard, &IncidentCard::acknowledge);
    connectCards();
}

void ReliabilityPage::connectCards()
{
    connect(m_errorCard, &ErrorCard::pointsActivated, this, &ReliabilityPage::openErrors);
    connect(m_errorTableCard, &ErrorTableCard::kindActivated, this,
            [this](const QString &kind) { openErrors(kind, 0, int(m_times.keys.size()) - 1); });
    connect(m_successCard, &SuccessCard::pointsActivated, this,
            [this](int first, int last) { Q_EMIT openRequests(m_times.filter(first, last)); });
    connect(m_rescuedCard, &RescuedCard::pointsActivated, this, [this](int first, int last) {
        Q_EMIT openRequests(u"status:ok attempts>1 %1"_s.arg(m_times.filter(first, last)));
    });
    connect(m_objectives, &ObjectiveGrid::openRequests, this, &ReliabilityPage::openRequests);
    connect(m_breakerCard, &BreakerCard::openRequests, this, &ReliabilityPage::openRequests);
    connect(m_incidentCard, &IncidentCard::openRequests, this, &ReliabilityPage::openRequests);
    connect(m_objectives, &ObjectiveGrid::changeAsked, this, &ReliabilityPage::follow);
    connect(m_breakerCard, &BreakerCard::changeAsked, this, &ReliabilityPage::follow);
    connect(m_incidentCard, &IncidentCard::changeAsked, this, &ReliabilityPage::follow);
    connect(m_breakerCard, &BreakerCard::done, this, [this](const QString &text) {
        Q_EMIT done(text);
        m_model.refresh();
    });
}

void ReliabilityPage::arrange()
{
    m_objectives->arrange(width() - 2 * margin);
    const int room = width() - 2 * margin;
    const int besides =
        int(room >= textScaled(sideBySideFrom)) + int(room >= textScaled(wordsBesideFrom));
    if (besides == m_besides)
        return;
    m_besides = besides;
    const QList<QWidget *> parts{m_objectives,  m_errorCard,   m_errorTableCard, m_successCard,
                                 m_rescuedCard, m_breakerCard, m_incidentCard,   m_headroomCard};
    for (QWidget *part : parts)
        m_grid->removeWidget(part);
    int row = 0;
    const auto addWide = [this, &row](QWidget *part) {
        m_grid->addWidget(part, row++, 0, 1, gridColumns);
    };
    const auto addPair = [&](QWidget *first, QWidget *second, bool beside) {
        const int left = beside ? leftColumns : gridColumns;
        const int rest = beside ? gridColumns - left : gridColumns;
        m_grid->addWidget(first, row, 0, 1, left);
        m_grid->addWidget(second, beside ? row : ++row, beside ? left : 0, 1, rest);
        ++row;
    };
    addWide(m_objectives);
    addPair(m_errorCard, m_errorTableCard, besides > 1);
    addWide(m_incidentCard);
    addWide(m_breakerCard);
    addWide(m_headroomCard);
    addPair(m_successCard, m_rescuedCard, besides > 0);
    m_grid->setRowStretch(row, 1);
}

// --- showing ------------------------------------------------------------------------------------

void ReliabilityPage::showReport()
{
    const QJsonObject &report = m_model.data();
    m_times = reportTimes(report, m_model.zone());
    const QString caption = rangeCaption(m_model.range());
    for (Card *card : QList<Card *>{m_errorCard, m_successCard, m_breakerCard, m_incidentCard})
        card->setCaption(caption);
    m_objectives->setObjectives(report.value("objectives"_L1).toArray());
    m_errorCard->setReport(report, m_times);
    m_errorTableCard->setErrors(report.value("errors"_L1).toArray());
    m_successCard->setReport(report, m_times);
    m_rescuedCard->setReport(report, m_times);
    m_breakerCard->setReport(report, m_times);
    m_incidentCard->setReport(report, m_model.zone());
    m_headroomCard->setHeadroom(parseHeadroom(report.value("headroom"_L1).toArray()),
                                QDateTime::currentDateTimeUtc());
    showTotals();
    updateState();
}

void ReliabilityPage::showTotals()
{
    const QJsonObject totals = m_model.data().value("totals"_L1).toObject();
    const auto count = [&totals](QLatin1StringView name) { return totals.value(name).toInt(); };
    m_totals->setText(
        //: attempts, retries, fallbacks, rescued, hedged, each with its number
        tr("%1, %2, %3, %4, %5")
            .arg(tr("%Ln attempts", nullptr, count("attempts"_L1)),
                 tr("%Ln retries", nullptr, count("retries"_L1)),
                 tr("%Ln fallbacks", nullptr, count("fallbacks"_L1)),
                 tr("%Ln rescued", nullptr, count("rescued"_L1)),
                 tr("%Ln hedged", nullptr, count("hedged"_L1))));
}

void ReliabilityPage::setEditable(bool editable)
{
    m_breakerCard->setEditable(editable);
    m_incidentCard->setEditable(editable);
}

void ReliabilityPage::updateState()
{
    const QJsonObject &report = m_model.data();
    const bool nothing = report.value("totals"_L1).toObject().value("requests"_L1).toInteger() == 0
        && report.value("objectives"_L1).toArray().isEmpty();
    if (showReportState(*m_panel, m_model, nothing))
        setReady();
}

void ReliabilityPage::setReady()
{
    if (m_ready)
        return;
    m_ready = true;
    Q_EMIT readyChanged();
}

// --- what numbers open --------------------------------------------------------------------------

//! No kind is every kind.
void ReliabilityPage::openErrors(const QString &kind, int first, int last)
{
    const bool attempts = m_model.data().value("count"_L1).toString() == "attempts"_L1;
    const QString word = attempts ? u"attempt:"_s : u"status:"_s;
    const QString all = attempts ? u"failed"_s : u"error"_s;
    Q_EMIT openRequests(
        u"%1%2 %3"_s.arg(word, kind.isEmpty() ? all : kind, m_times.filter(first, last)));
}

// --- what a person does -------------------------------------------------------------------------

void ReliabilityPage::follow(Api::AdminCall *call, const QString &text)
{
    connect(call, &Api::AdminCall::finished, this, [this, text](Api::AdminCall *answered) {
        Q_EMIT done(answered->succeeded() ? text : answered->error().detail);
        m_model.refresh();
    });
}

// --- events -------------------------------------------------------------------------------------

void ReliabilityPage::refresh()
{
    m_model.refresh();
}

void ReliabilityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void ReliabilityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void ReliabilityPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace Gatehouse::Ui
