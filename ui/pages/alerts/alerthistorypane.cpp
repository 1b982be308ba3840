// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/alerthistorypane.h"

#include "ui/models/alertwords.h"
#include "ui/models/reportstate.h"
#include "ui/pages/alerts/noticescard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto widestTime = "2026-11-28T20:48:00.000Z"_L1;
constexpr int gap = 12;
constexpr int allColumnsFrom = 900;

QList<CellsModel::Column> tableColumns()
{
    return {{u"alert"_s, AlertHistoryPane::tr("Alert"), CellKind::TwoLine},
            {u"severity"_s, AlertHistoryPane::tr("Severity"), CellKind::Pill},
            {u"value"_s, AlertHistoryPane::tr("Worst value"), CellKind::Number},
            {u"fired"_s, AlertHistoryPane::tr("Fired"), CellKind::Text},
            {u"ended"_s, AlertHistoryPane::tr("Ended"), CellKind::Text},
            {u"acknowledged"_s, AlertHistoryPane::tr("Acknowledged by"), CellKind::Text}};
}

} // namespace

AlertHistoryPane::AlertHistoryPane(Api::AdminClient &client, const Clock &clock,
                                   const NoticeLog &notices, QWidget *parent)
    : QWidget(parent)
    , m_model(client, clock, u"/alerts/history"_s)
    , m_rows(tableColumns())
{
    setObjectName(u"alerts.history"_s);
    setAccessibleName(tr("History"));
    m_model.setParameter(u"limit"_s, u"500"_s);
    auto *card = new Card(tr("History"), this);
    card->setCaption(tr("The 500 newest"));
    card->setFlush();
    m_table = new TableView(card);
    m_table->setObjectName(u"alerts.historyTable"_s);
    m_table->setAccessibleName(tr("History"));
    m_table->setModel(&m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(Alert, QHeaderView::Stretch);
    m_table->setColumnCharacters(Severity, 9);
    m_table->setColumnText(Value, u"$88,888.88"_s);
    for (const int column : {Fired, Ended})
        m_table->setColumnText(column, timeText(widestTime));
    m_table->setColumnCharacters(Acknowledged, 12);
    card->content()->addWidget(m_table);
    m_states = new StatePanel(card, this);
    m_states->setEmpty(new EmptyState(u"bell"_s, tr("Nothing has fired yet."),
                                      tr("Budget and provider alerts are on."), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_states, 3);
    auto *told = new NoticesCard(notices, this);
    layout->addWidget(told, 2);
    connect(told, &NoticesCard::openRequested, this, &AlertHistoryPane::openRequested);
    connect(&m_model, &ReportModel::changed, this, &AlertHistoryPane::showHistory);
    connect(&m_model, &ReportModel::failed, this, &AlertHistoryPane::updateState);
    connect(&client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (isVisible() && kind == "alerts"_L1)
            m_model.refresh();
    });
    connect(m_states, &StatePanel::retryRequested, this, &AlertHistoryPane::refresh);
}

QString AlertHistoryPane::timeText(const QJsonValue &value) const
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return tr("%1, %2", "date, time")
        .arg(Format::dayAndMonth(time.toTimeZone(m_model.zone()).date()),
             Format::timeOfDay(time, m_model.zone()));
}

CellsModel::Row AlertHistoryPane::rowOf(const QJsonObject &alert) const
{
    const QString measure = alert.value("measure"_L1).toString();
    const QString object = alert.value("object_name"_L1).toString();
    const QString ended = timeText(alert.value("ended"_L1));
    const QJsonObject seen = alert.value("acknowledged"_L1).toObject();
    return {.id = alert.value("id"_L1).toString(),
            .cells = {{.text = alertName(alert.value("rule"_L1).toString(),
                                         alert.value("rule_name"_L1).toString()),
                       .detail = object.isEmpty() ? measureName(measure) : alertScope(object)},
                      severityCell(alert.value("severity"_L1).toString()),
                      {.text = alertValue(measure, alert.value("value"_L1).toDouble()),
                       .toolTip = alert.value("detail"_L1).toString()},
                      {.text = timeText(alert.value("started"_L1))},
                      {.text = ended.isEmpty() ? tr("still firing") : ended},
                      {.text = seen.isEmpty() ? Format::unknown() : seen.value("who"_L1).toString(),
                       .toolTip = timeText(seen.value("time"_L1))}}};
}

void AlertHistoryPane::showHistory()
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray())
        rows.append(rowOf(item.toObject()));
    m_rows.setRows(rows);
    updateState();
}

void AlertHistoryPane::updateState()
{
    if (showReportState(*m_states, m_model, m_rows.rowCount() == 0))
        Q_EMIT loaded();
}

void AlertHistoryPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void AlertHistoryPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void AlertHistoryPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnFits(Acknowledged, width() >= allColumnsFrom);
}

} // namespace Gatehouse::Ui
