// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/alertrulespane.h"

#include "core/api/documents/documentjson.h"
#include "ui/models/alertwords.h"
#include "ui/models/reportstate.h"
#include "ui/pages/alerts/alerteditor.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto widestTime = "2026-11-28T20:48:00.000Z"_L1;
constexpr int gap = 12;
constexpr int allColumnsFrom = 1000;

QList<CellsModel::Column> tableColumns()
{
    return {{u"alert"_s, AlertRulesPane::tr("Alert"), CellKind::TwoLine},
            {u"scope"_s, AlertRulesPane::tr("Of what"), CellKind::Text},
            {u"state"_s, AlertRulesPane::tr("State"), CellKind::Pill},
            {u"value"_s, AlertRulesPane::tr("Now"), CellKind::Number},
            {u"since"_s, AlertRulesPane::tr("Since"), CellKind::Text},
            {u"channels"_s, AlertRulesPane::tr("Who is told"), CellKind::Text}};
}

//! The rule of a row, without what only tells how it stands.
Api::AlertRule ruleOf(const QJsonObject &row)
{
    QJsonObject known;
    for (const Api::Field &field : Api::alertRuleTable().fields()) {
        if (row.contains(field.key))
            known.insert(field.key, row.value(field.key));
    }
    Api::Findings findings;
    return Api::alertRuleTable().read(known, {}, findings);
}

QString pathOf(const QJsonObject &row, const QString &action)
{
    return u"/alerts/%1/%2"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(row.value("id"_L1).toString())), action);
}

QString timeText(const QString &iso, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid())
        return Format::unknown();
    return AlertRulesPane::tr("%1, %2", "date, time")
        .arg(Format::dayAndMonth(time.toTimeZone(zone).date()), Format::timeOfDay(time, zone));
}

QString channelsText(const QJsonArray &channels)
{
    QStringList names;
    for (const QJsonValue &channel : channels) {
        const QString id = channel.toString();
        names.append(id == "*"_L1             ? AlertRulesPane::tr("All channels")
                         : id == "desktop"_L1 ? AlertRulesPane::tr("Desktop")
                                              : id);
    }
    return names.isEmpty() ? AlertRulesPane::tr("Nobody") : names.join(u", "_s);
}

} // namespace

AlertRulesPane::AlertRulesPane(Api::AdminClient &client, ConfigurationModel &configuration,
                               const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_model(client, clock, u"/alerts"_s)
    , m_rows(tableColumns())
{
    setObjectName(u"alerts.rules"_s);
    setAccessibleName(tr("Rules"));
    build();
    connectParts();
    showButtons();
}

void AlertRulesPane::build()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    m_edit = makeButton(tr("Edit…"), {}, u"alerts.editButton"_s, bar);
    m_acknowledge = makeButton(tr("Acknowledge"), {}, u"alerts.acknowledgeButton"_s, bar);
    m_acknowledge->setToolTip(tr("Nobody is reminded of it any more (A)"));
    m_snooze = makeButton(tr("Snooze 1 hour"), {}, u"alerts.snoozeButton"_s, bar);
    m_snooze->setToolTip(tr("Nobody is told of it for an hour (Z)"));
    m_off = makeButton(tr("Switch off"), {}, u"alerts.offButton"_s, bar);
    m_remove = makeButton(tr("Delete"), {}, u"alerts.deleteButton"_s, bar);
    for (QPushButton *button : {m_edit, m_acknowledge, m_snooze, m_off, m_remove})
        flow->addWidget(button);
    m_summary = makeLabel({}, u"muted"_s, this);
    m_summary->setObjectName(u"alerts.summaryLabel"_s);
    auto *card = new Card(tr("Rules"), this);
    card->setFlush();
    m_table = new TableView(card);
    m_table->setObjectName(u"alerts.rulesTable"_s);
    m_table->setAccessibleName(tr("Rules"));
    m_table->setModel(&m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(Alert, QHeaderView::Stretch);
    m_table->setColumnCharacters(Scope, 16);
    m_table->setColumnCharacters(State, 17);
    m_table->setColumnText(Value, u"$88,888.88"_s);
    m_table->setColumnText(Since, timeText(widestTime, QTimeZone::utc()));
    m_table->setColumnCharacters(Channels, 18);
    card->content()->addWidget(m_table);
    m_states = new StatePanel(card, this);
    auto *empty = new EmptyState(u"bell"_s, tr("Nothing is watched."),
                                 tr("A rule tells people when something goes wrong."), this);
    m_new = empty->addAction(tr("New alert…"), u"alerts.newButton"_s);
    m_states->setEmpty(empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(bar);
    layout->addWidget(m_summary);
    layout->addWidget(m_states, 1);
}

void AlertRulesPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &AlertRulesPane::showRules);
    connect(&m_model, &ReportModel::failed, this, &AlertRulesPane::updateState);
    connect(&m_configuration, &ConfigurationModel::changed, this, &AlertRulesPane::updateState);
    connect(&m_client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (isVisible() && (kind == "alerts"_L1 || kind == "revision"_L1))
            m_model.refresh();
    });
    connect(m_states, &StatePanel::retryRequested, this, &AlertRulesPane::refresh);
    connect(m_new, &QPushButton::clicked, this, &AlertRulesPane::create);
    connect(m_edit, &QPushButton::clicked, this,
            [this] { edit(current().value("id"_L1).toString()); });
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertRulesPane::acknowledge);
    connect(m_snooze, &QPushButton::clicked, this, &AlertRulesPane::toggleSnooze);
    connect(m_off, &QPushButton::clicked, this, &AlertRulesPane::toggleOff);
    connect(m_remove, &QPushButton::clicked, this, &AlertRulesPane::remove);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        edit(index.siblingAtColumn(Alert).data(CellRole::Id).toString());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertRulesPane::showButtons);
}

// --- showing ------------------------------------------------------------------------------------

CellsModel::Row AlertRulesPane::rowOf(const QJsonObject &row) const
{
    const Api::AlertRule rule = ruleOf(row);
    const QJsonArray open = row.value("open"_L1).toArray();
    const QString of = alertScope(row.value("value_of"_L1).toString());
    const QJsonValue value = row.value("value"_L1);
    const QJsonObject snoozed = row.value("snoozed"_L1).toObject();
    CellsModel::Cell state = alertStateCell(row.value("state"_L1).toString());
    if (!snoozed.isEmpty())
        state.toolTip =
            tr("Until %1").arg(timeText(snoozed.value("until"_L1).toString(), m_model.zone()));
    return {.id = rule.id,
            .cells = {{.text = alertName(rule.id, rule.name), .detail = conditionText(rule)},
                      {.text = alertScope(rule.scope, m_configuration.document())},
                      state,
                      {.text = value.isNull() ? Format::unknown()
                                              : alertValue(rule.measure, value.toDouble()),
                       .toolTip = of},
                      {.text = open.isEmpty()
                           ? Format::unknown()
                           : timeText(row.value("since"_L1).toString(), m_model.zone())},
                      {.text = channelsText(row.value("channels"_L1).toArray())}}};
}

void AlertRulesPane::showRules()
{
    const QString chosen = current().value("id"_L1).toString();
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray())
        rows.append(rowOf(item.toObject()));
    // What needs somebody stands first.
    const auto rank = [this](const CellsModel::Row &row) {
        static const QStringList order{alertStateCell(u"firing"_s).text,
                                       alertStateCell(u"acknowledged"_s).text,
                                       alertStateCell(u"pending"_s).text};
        const qsizetype place = order.indexOf(row.cells.at(State).text);
        return place < 0 ? order.size() : place;
    };
    std::ranges::stable_sort(rows, {}, rank);
    m_rows.setRows(rows);
    select(chosen);
    showSummary();
    showButtons();
    updateState();
}

void AlertRulesPane::showSummary()
{
    const int firing = m_model.data().value("firing"_L1).toInt();
    m_summary->setText(firing == 0 ? tr("Budget and provider alerts are on. Nothing is firing.")
                                   : tr("%n alerts are firing.", nullptr, firing));
}

void AlertRulesPane::showButtons()
{
    const QJsonObject row = current();
    const bool chosen = m_editable && !row.isEmpty();
    const QString state = row.value("state"_L1).toString();
    const bool isOff = state == "off"_L1;
    const bool isMade = row.value("ready_made"_L1).toBool();
    const bool isWritten = row.value("written"_L1).toBool();
    const bool mayWrite = m_configuration.isLoaded();
    m_new->setEnabled(m_editable && mayWrite);
    m_edit->setEnabled(chosen && mayWrite);
    m_acknowledge->setEnabled(chosen && state == "firing"_L1);
    m_snooze->setEnabled(chosen && !isOff);
    m_snooze->setText(state == "snoozed"_L1 ? tr("End snooze") : tr("Snooze 1 hour"));
    m_off->setEnabled(chosen && mayWrite);
    m_off->setText(isOff ? tr("Switch on") : tr("Switch off"));
    m_remove->setEnabled(chosen && mayWrite && isWritten);
    m_remove->setText(isMade ? tr("Reset") : tr("Delete"));
    for (QPushButton *button : {m_snooze, m_off, m_remove})
        button->setAccessibleName(button->text());
}

void AlertRulesPane::updateState()
{
    const QString &problem = m_configuration.problem();
    const QString missing = problem.isEmpty()
        ? QString()
        : tr("The configuration could not be read, so rules cannot be changed now. %1")
              .arg(problem);
    if (showReportState(*m_states, m_model, m_rows.rowCount() == 0, missing))
        Q_EMIT loaded();
}

void AlertRulesPane::select(const QString &id)
{
    m_table->chooseRow(id);
}

void AlertRulesPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

QJsonObject AlertRulesPane::current() const
{
    const QString id = m_table->currentIndex().siblingAtColumn(Alert).data(CellRole::Id).toString();
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray()) {
        if (item["id"_L1].toString() == id)
            return item.toObject();
    }
    return {};
}

// --- changing -----------------------------------------------------------------------------------

void AlertRulesPane::edit(const QString &id, const QString &scope)
{
    select(id);
    if (!m_configuration.isLoaded() || !m_editable)
        return;
    Api::AlertRule rule = id.isEmpty() ? Api::AlertRule() : ruleOf(current());
    if (!scope.isEmpty())
        rule.scope = scope;
    auto *editor = new AlertEditor(m_client, rule, m_configuration.document(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &AlertEditor::saved, this, [this, id](const Api::AlertRule &saved) {
        const QString name = alertName(saved.id, saved.name);
        save(saved,
             id.isEmpty() ? tr("Created the alert “%1”").arg(name)
                          : tr("Changed the alert “%1”").arg(name));
    });
    editor->open();
}

void AlertRulesPane::save(const Api::AlertRule &rule, const QString &sentence)
{
    Api::Document document = m_configuration.document();
    const auto own = std::ranges::find_if(
        document.alerts, [&rule](const Api::AlertRule &one) { return one.id == rule.id; });
    if (own == document.alerts.end())
        document.alerts.append(rule);
    else
        *own = rule;
    replace(document, sentence);
}

void AlertRulesPane::toggleOff()
{
    Api::AlertRule rule = ruleOf(current());
    rule.disabled = !rule.disabled;
    const QString name = alertName(rule.id, rule.name);
    save(rule,
         rule.disabled ? tr("Switched off the alert “%1”").arg(name)
                       : tr("Switched on the alert “%1”").arg(name));
}

void AlertRulesPane::remove()
{
    const QJsonObject row = current();
    const QString id = row.value("id"_L1).toString();
    const QString name = alertName(id, row.value("name"_L1).toString());
    Api::Document document = m_configuration.document();
    document.alerts.removeIf([&id](const Api::AlertRule &one) { return one.id == id; });
    replace(document,
            row.value("ready_made"_L1).toBool() ? tr("Reset the alert “%1”").arg(name)
                                                : tr("Deleted the alert “%1”").arg(name));
}

void AlertRulesPane::replace(const Api::Document &document, const QString &sentence)
{
    m_configuration.replace(
        document, sentence, this, [this](const std::optional<Refusal> &refusal) {
            if (refusal)
                Q_EMIT done(refusal->findings.isEmpty() ? refusal->error.detail
                                                        : refusal->findings.first().message);
            m_model.refresh();
        });
}

void AlertRulesPane::acknowledge()
{
    const QJsonObject row = current();
    if (m_acknowledge->isEnabled())
        send(m_client.post(pathOf(row, u"acknowledge"_s), {}),
             tr("Acknowledged “%1”")
                 .arg(alertName(row.value("id"_L1).toString(), row.value("name"_L1).toString())));
}

void AlertRulesPane::toggleSnooze()
{
    const QJsonObject row = current();
    if (!m_snooze->isEnabled())
        return;
    const QString name = alertName(row.value("id"_L1).toString(), row.value("name"_L1).toString());
    if (row.value("state"_L1).toString() == "snoozed"_L1)
        send(m_client.remove(pathOf(row, u"snooze"_s)), tr("“%1” is told of again").arg(name));
    else
        send(m_client.post(pathOf(row, u"snooze"_s), {{u"for"_s, u"1h"_s}}),
             tr("Nobody is told of “%1” for an hour").arg(name));
}

void AlertRulesPane::send(Api::AdminCall *call, const QString &text)
{
    connect(call, &Api::AdminCall::finished, this, [this, text](Api::AdminCall *answered) {
        Q_EMIT done(answered->succeeded() ? text : answered->error().detail);
        refresh();
    });
}

// --- events -------------------------------------------------------------------------------------

void AlertRulesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void AlertRulesPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void AlertRulesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnFits(Channels, width() >= allColumnsFrom);
}

} // namespace Gatehouse::Ui
