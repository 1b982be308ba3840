// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/commitmentspane.h"

#include "core/base/quantities.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/filterwords.h"
#include "ui/models/reportstate.h"
#include "ui/pages/spend/contractdialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int chartHeight = 220;
constexpr int allColumnsFrom = 1120;
constexpr double nanoPerDollar = 1e9;

QList<CellsModel::Column> tableColumns()
{
    return {{u"contract"_s, CommitmentsPane::tr("Contract"), CellKind::TwoLine},
            {u"amount"_s, CommitmentsPane::tr("Amount"), CellKind::Number},
            {u"used"_s, CommitmentsPane::tr("Used"), CellKind::Meter},
            {u"terms"_s, CommitmentsPane::tr("Price"), CellKind::Text},
            {u"expected"_s, CommitmentsPane::tr("Expected at the end"), CellKind::Number},
            {u"until"_s, CommitmentsPane::tr("Until"), CellKind::Text},
            {u"state"_s, CommitmentsPane::tr("State"), CellKind::Pill}};
}

qint64 amount(const QJsonObject &contract, QLatin1StringView key)
{
    return contract.value(key).toInteger();
}

QDate date(const QJsonObject &contract, QLatin1StringView key)
{
    return QDate::fromString(contract.value(key).toString(), Qt::ISODate);
}

CellsModel::Cell stateCell(const QString &state)
{
    if (state == "behind"_L1)
        return {.text = CommitmentsPane::tr("Too slow"),
                .tone = Tone::Warn,
                .icon = u"triangle-alert"_s};
    if (state == "ahead"_L1)
        return {.text = CommitmentsPane::tr("Too fast"),
                .tone = Tone::Warn,
                .icon = u"triangle-alert"_s};
    if (state == "used_up"_L1)
        return {.text = CommitmentsPane::tr("Used up"), .tone = Tone::Err, .icon = u"circle-x"_s};
    if (state == "not_begun"_L1)
        return {.text = CommitmentsPane::tr("Not begun"), .tone = Tone::Neutral};
    if (state == "over"_L1)
        return {.text = CommitmentsPane::tr("Ended"), .tone = Tone::Neutral};
    return {.text = CommitmentsPane::tr("On track"), .tone = Tone::Ok, .icon = u"circle-check"_s};
}

QString longDate(const QDate &day)
{
    return Format::day(day);
}

//! "At this pace $1,200 stays unused".
QString sentenceOf(const QJsonObject &contract)
{
    const QString state = contract.value("state"_L1).toString();
    const QString unused = Format::moneyShort(amount(contract, "unused_nano_usd"_L1));
    const QDate usedUp = date(contract, "used_up_on"_L1);
    if (state == "not_begun"_L1)
        return CommitmentsPane::tr("It begins on %1.").arg(longDate(date(contract, "from"_L1)));
    if (state == "over"_L1)
        return amount(contract, "unused_nano_usd"_L1) > 0
            ? CommitmentsPane::tr("It has ended; %1 stayed unused.").arg(unused)
            : CommitmentsPane::tr("It has ended and was used up.");
    if (state == "used_up"_L1)
        return CommitmentsPane::tr("Used up on %1.").arg(longDate(usedUp));
    if (usedUp.isValid())
        return CommitmentsPane::tr("At this pace it is used up on %1.").arg(longDate(usedUp));
    return amount(contract, "unused_nano_usd"_L1) > 0
        ? CommitmentsPane::tr("At this pace %1 stays unused.").arg(unused)
        : CommitmentsPane::tr("At this pace it is used up at its end.");
}

QString termsOf(const QJsonObject &contract)
{
    const double multiplier = contract.value("price_multiplier"_L1).toDouble(1);
    const double discount = contract.value("discount_percent"_L1).toDouble();
    QString price = multiplier == 1.0
        ? CommitmentsPane::tr("List price")
        : CommitmentsPane::tr("List price × %1").arg(QLocale().toString(multiplier, 'g', 4));
    if (contract.value("own_prices"_L1).toInteger() > 0)
        price = CommitmentsPane::tr("Own prices");
    return discount > 0
        ? CommitmentsPane::tr("%1 − %2 %").arg(price, QLocale().toString(discount, 'g', 6))
        : price;
}

//! Which tier holds and what the next one needs; empty where a contract has none.
QString tierSentenceOf(const QJsonObject &contract)
{
    const QString volume = Format::moneyShort(amount(contract, "volume_nano_usd"_L1));
    const QJsonValue next = contract.value("next_tier_nano_usd"_L1);
    const QJsonValue reached = contract.value("tier_nano_usd"_L1);
    if (!next.isDouble() && !reached.isDouble())
        return {};
    const QString now = !reached.isDouble()
        ? CommitmentsPane::tr("Volume before discounts: %1, no tier reached.").arg(volume)
        : CommitmentsPane::tr("Volume before discounts: %1, tier of %2 reached.")
              .arg(volume, Format::moneyShort(reached.toInteger()));
    if (!next.isDouble())
        return now;
    const QDate on = date(contract, "next_tier_on"_L1);
    const QString needed = Format::moneyShort(next.toInteger());
    return now + u' '
        + (on.isValid()
               ? CommitmentsPane::tr("The next, %1, at this pace on %2.").arg(needed, longDate(on))
               : CommitmentsPane::tr("The next, %1, is not reached at this pace.").arg(needed));
}

} // namespace

CommitmentsPane::CommitmentsPane(Api::AdminClient &client, ConfigurationModel &configuration,
                                 const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_clock(clock)
    , m_model(client, clock, u"/commitments"_s)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.commitments"_s);
    setAccessibleName(tr("Commitments"));
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    m_new = makeButton(tr("New contract…"), u"primary"_s, u"spend.newContractButton"_s, bar);
    m_edit = makeButton(tr("Edit…"), {}, u"spend.editContractButton"_s, bar);
    m_delete = makeButton(tr("Delete"), {}, u"spend.deleteContractButton"_s, bar);
    for (QPushButton *button : {m_new, m_edit, m_delete})
        flow->addWidget(button);
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(gap);
    buildTable();
    buildChart();
    contentLayout->addWidget(m_tableCard);
    contentLayout->addWidget(m_chartCard);
    contentLayout->addStretch(1);
    QScrollArea *scroll = makePageArea(content, this);
    m_states = new StatePanel(scroll, this);
    m_states->setEmpty(new EmptyState(
        u"circle-dollar-sign"_s, tr("No contracts yet."),
        tr("A contract says what you have agreed to spend at a provider and until when."), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(bar);
    layout->addWidget(m_states, 1);
    connectParts();
    showButtons();
}

void CommitmentsPane::buildTable()
{
    m_tableCard = new Card(tr("Contracts"), this);
    m_tableCard->setFlush();
    m_table = new TableView(m_tableCard);
    m_table->setObjectName(u"spend.commitmentsTable"_s);
    m_table->setAccessibleName(tr("Contracts"));
    m_table->setModel(&m_rows);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(Contract, QHeaderView::Stretch);
    m_table->setColumnText(Amount, u"$888,888.88"_s);
    m_table->setColumnCharacters(Used, 18);
    m_table->setColumnCharacters(Terms, 18);
    m_table->setColumnCharacters(Expected, 18);
    m_table->setColumnText(Until, u"88. Mmmm 8888"_s);
    m_table->setColumnCharacters(State, 14);
    m_tableCard->content()->addWidget(m_table);
}

void CommitmentsPane::buildChart()
{
    m_chartCard = new Card(tr("Burn-down"), this);
    m_chartCard->setObjectName(u"spend.commitmentCard"_s);
    m_sentence = makeLabel({}, u"caption"_s, m_chartCard);
    m_sentence->setObjectName(u"spend.commitmentSentence"_s);
    const auto axis = [](double value) {
        return Format::moneyShort(qRound64(value * nanoPerDollar));
    };
    const auto tip = [](double value) { return Format::money(qRound64(value * nanoPerDollar)); };
    m_chart = new LineChart(axis, tip, this);
    m_chart->setUnitKey(u"left_usd"_s);
    m_panel = new ChartPanel(m_chart, u"spend.commitment"_s, this);
    m_panel->setTitle(tr("Burn-down"));
    m_panel->setBodyHeight(chartHeight);
    m_chartCard->addHeaderWidget(m_sentence);
    m_chartCard->addHeaderWidget(m_panel->dataToggle());
    m_chartCard->content()->addWidget(m_panel, 1);
}

void CommitmentsPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &CommitmentsPane::showContracts);
    connect(&m_model, &ReportModel::failed, this, &CommitmentsPane::updateState);
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        if (isVisible())
            m_model.refresh();
        showButtons();
    });
    connect(m_states, &StatePanel::retryRequested, this, &CommitmentsPane::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this,
            [this] { edit(current().value("id"_L1).toString()); });
    connect(m_delete, &QPushButton::clicked, this, &CommitmentsPane::remove);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showChart();
        showButtons();
    });
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        m_table->setCurrentIndex(index);
        const QJsonObject contract = current();
        Q_EMIT openRequests(filterWord(u"provider"_s, contract.value("provider"_L1).toString())
                            + u" since:%1 until:%2"_s.arg(
                                contract.value("from"_L1).toString(),
                                date(contract, "until"_L1).addDays(1).toString(Qt::ISODate)));
    });
}

// --- showing ------------------------------------------------------------------------------------

CellsModel::Row CommitmentsPane::rowOf(const QJsonObject &contract) const
{
    const qint64 whole = std::max<qint64>(amount(contract, "amount_nano_usd"_L1), 1);
    const qint64 used = amount(contract, "used_nano_usd"_L1);
    const CellsModel::Cell state = stateCell(contract.value("state"_L1).toString());
    return {.id = contract.value("id"_L1).toString(),
            .cells = {
                {.text = contract.value("id"_L1).toString(),
                 .toolTip = contract.value("note"_L1).toString(),
                 .detail = m_configuration.providerName(contract.value("provider"_L1).toString())},
                {.text = Format::moneyShort(whole), .value = QVariant::fromValue(Money{whole})},
                {.text = Format::moneyShort(used),
                 .tone = state.tone == Tone::Ok ? Tone::Accent : state.tone,
                 .share = double(used) / double(whole),
                 .value = QVariant::fromValue(Money{used})},
                {.text = termsOf(contract), .toolTip = tierSentenceOf(contract)},
                {.text = Format::moneyShort(amount(contract, "expected_nano_usd"_L1)),
                 .toolTip = sentenceOf(contract),
                 .value = QVariant::fromValue(Money{amount(contract, "expected_nano_usd"_L1)})},
                {.text = longDate(date(contract, "until"_L1)), .value = date(contract, "until"_L1)},
                state,
            }};
}

void CommitmentsPane::showContracts()
{
    const QString chosen = current().value("id"_L1).toString();
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray())
        rows.append(rowOf(item.toObject()));
    m_rows.setRows(rows);
    if (!m_table->chooseRow(chosen) && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    m_table->updateGeometry();
    showChart();
    showButtons();
    updateState();
}

//! What is left from the first day to the last: so far, expected, and the straight line.
void CommitmentsPane::showChart()
{
    const QJsonObject contract = current();
    m_chartCard->setVisible(!contract.isEmpty());
    if (contract.isEmpty())
        return;
    const QDate from = date(contract, "from"_L1);
    const qint64 days = std::clamp<qint64>(from.daysTo(date(contract, "until"_L1)) + 1, 1, 1500);
    const double whole = double(amount(contract, "amount_nano_usd"_L1)) / nanoPerDollar;
    const double perDay = double(amount(contract, "per_day_nano_usd"_L1)) / nanoPerDollar;
    const QJsonArray used = contract.value("days"_L1).toArray();
    LineChartData lines{.times = {}, .keys = {}, .axisLabels = {}, .lines = {}};
    LineChartData::Line left{.id = u"left"_s, .name = tr("Still left"), .colour = 0};
    LineChartData::Line ahead{.id = u"expected"_s,
                              .name = tr("Expected"),
                              .colour = 0,
                              .style = LineChartData::Style::Dashed};
    LineChartData::Line straight{.id = u"straight"_s,
                                 .name = tr("Straight line"),
                                 .colour = -1,
                                 .style = LineChartData::Style::Thin};
    const double last =
        used.isEmpty() ? whole : whole - double(used.last().toInteger()) / nanoPerDollar;
    for (qint64 day = 0; day < days; ++day) {
        const QDate date = from.addDays(day);
        lines.times.append(Format::dayAndMonth(date));
        lines.keys.append(date.toString(Qt::ISODate));
        const bool isPast = day < used.size();
        left.values.append(isPast ? std::optional(
                               std::max(0.0, whole - double(used[day].toInteger()) / nanoPerDollar))
                                  : std::nullopt);
        ahead.values.append(day + 1 >= used.size() ? std::optional(
                                std::max(0.0, last - perDay * double(day + 1 - used.size())))
                                                   : std::nullopt);
        straight.values.append(whole * (1 - double(day + 1) / double(days)));
    }
    for (int label = 0; label < 5; ++label)
        lines.axisLabels.append(Format::dayAndMonth(from.addDays((days - 1) * label / 4)));
    lines.lines = {straight, ahead, left};
    lines.lastUnfinished = false;
    const auto money = [](double dollars) {
        return Format::moneyShort(qRound64(dollars * nanoPerDollar));
    };
    m_panel->setLegend({{.id = left.id,
                         .name = left.name,
                         .total = money(last),
                         .series = 0,
                         .shape = SwatchShape::Line},
                        {.id = ahead.id,
                         .name = ahead.name,
                         .total = money(ahead.values.last().value_or(0)),
                         .series = 0,
                         .shape = SwatchShape::Dashes},
                        {.id = straight.id,
                         .name = straight.name,
                         .total = {},
                         .series = -1,
                         .shape = SwatchShape::Line}});
    m_chart->setData(lines);
    m_chartCard->setTitle(tr("Left of “%1”").arg(contract.value("id"_L1).toString()));
    const QString tier = tierSentenceOf(contract);
    m_sentence->setText(tier.isEmpty() ? sentenceOf(contract)
                                       : QString(sentenceOf(contract) + u' ' + tier));
}

void CommitmentsPane::showButtons()
{
    const bool chosen = m_editable && placeOf(current().value("id"_L1).toString()) >= 0;
    m_new->setEnabled(m_editable && m_configuration.isLoaded()
                      && !m_configuration.document().providers.isEmpty());
    m_edit->setEnabled(chosen);
    m_delete->setEnabled(chosen);
}

void CommitmentsPane::updateState()
{
    if (showReportState(*m_states, m_model, m_rows.rowCount() == 0))
        Q_EMIT loaded();
}

QJsonObject CommitmentsPane::current() const
{
    const QString id = m_table->currentIndex().data(CellRole::Id).toString();
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray()) {
        if (item["id"_L1].toString() == id)
            return item.toObject();
    }
    return {};
}

void CommitmentsPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

QDate CommitmentsPane::today() const
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC).toTimeZone(m_model.zone()).date();
}

// --- changing -----------------------------------------------------------------------------------

qsizetype CommitmentsPane::placeOf(const QString &id) const
{
    const QList<Api::Contract> &contracts = m_configuration.document().contracts;
    for (qsizetype i = 0; i < contracts.size(); ++i) {
        if (contracts.at(i).id == id)
            return i;
    }
    return -1;
}

void CommitmentsPane::edit(const QString &id)
{
    const Api::Document &document = m_configuration.document();
    const qsizetype place = placeOf(id);
    auto *dialog = new ContractDialog(place < 0 ? Api::Contract() : document.contracts.at(place),
                                      document, today(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContractDialog::saved, this,
            [this, id](const Api::Contract &contract) { save(id, contract); });
    dialog->open();
}

void CommitmentsPane::save(const QString &id, const Api::Contract &contract)
{
    Api::Document document = m_configuration.document();
    const qsizetype place = placeOf(id);
    if (place < 0)
        document.contracts.append(contract);
    else
        document.contracts[place] = contract;
    m_configuration.replace(document,
                            place < 0 ? tr("Created the contract “%1”").arg(contract.id)
                                      : tr("Changed the contract “%1”").arg(contract.id),
                            this, [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->findings.isEmpty()
                                                    ? refusal->error.detail
                                                    : refusal->findings.first().message);
                                m_model.refresh();
                            });
}

void CommitmentsPane::remove()
{
    const qsizetype place = placeOf(current().value("id"_L1).toString());
    if (place < 0)
        return;
    Api::Document document = m_configuration.document();
    const QString name = document.contracts.at(place).id;
    document.contracts.removeAt(place);
    m_configuration.replace(document, tr("Deleted the contract “%1”").arg(name), this,
                            [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->error.detail);
                                m_model.refresh();
                            });
}

// --- events -------------------------------------------------------------------------------------

void CommitmentsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void CommitmentsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void CommitmentsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->setColumnFits(Terms, width() >= allColumnsFrom);
}

} // namespace Gatehouse::Ui
