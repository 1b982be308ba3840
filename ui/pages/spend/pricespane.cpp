// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/pricespane.h"

#include "ui/models/filterwords.h"
#include "ui/models/reportstate.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/spend/correcthourdialog.h"
#include "ui/pages/spend/isoday.h"
#include "ui/pages/spend/pricelistdialog.h"
#include "ui/pages/spend/recalculatedialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int filterWidth = 164;

QList<CellsModel::Column> tableColumns()
{
    return {{u"model"_s, PricesPane::tr("Model"), CellKind::TwoLine},
            {u"input"_s, PricesPane::tr("Input"), CellKind::Number},
            {u"output"_s, PricesPane::tr("Output"), CellKind::Number},
            {u"cache_read"_s, PricesPane::tr("Cache read"), CellKind::Number},
            {u"cache_write"_s, PricesPane::tr("Cache write"), CellKind::Number},
            {u"each"_s, PricesPane::tr("Other units"), CellKind::Text},
            {u"from"_s, PricesPane::tr("Valid from"), CellKind::Text},
            {u"source"_s, PricesPane::tr("Source"), CellKind::Pill},
            {u"version"_s, PricesPane::tr("Version"), CellKind::Text}};
}

CellsModel::Cell amount(const QJsonObject &price, QLatin1StringView key)
{
    const QJsonValue value = price.value(key);
    return CellsModel::moneyCell(value.isDouble() ? std::optional(value.toInteger())
                                                  : std::nullopt);
}

//! "$0.04 a picture, above 200,000 tokens others": what the columns have no place for.
QString otherUnits(const QJsonObject &price)
{
    QStringList parts;
    const auto add = [&](QLatin1StringView key, const QString &words) {
        const QJsonValue value = price.value(key);
        if (value.isDouble())
            parts.append(words.arg(Format::money(value.toInteger())));
    };
    add("image_nano_usd"_L1, PricesPane::tr("%1 a picture"));
    add("request_nano_usd"_L1, PricesPane::tr("%1 a request"));
    add("second_nano_usd"_L1, PricesPane::tr("%1 a second"));
    add("characters_nano_per_million"_L1, PricesPane::tr("%1 a million characters"));
    add("query_nano_usd"_L1, PricesPane::tr("%1 a search"));
    add("reasoning_nano_per_mtok"_L1, PricesPane::tr("%1 reasoning"));
    add("audio_input_nano_per_mtok"_L1, PricesPane::tr("%1 audio in"));
    add("audio_output_nano_per_mtok"_L1, PricesPane::tr("%1 audio out"));
    add("cache_write_hour_nano_per_mtok"_L1, PricesPane::tr("%1 cache write, 1 h"));
    add("batch_input_nano_per_mtok"_L1, PricesPane::tr("%1 in at batch rates"));
    add("batch_output_nano_per_mtok"_L1, PricesPane::tr("%1 out at batch rates"));
    if (price.value("hour_nano_usd"_L1).isDouble())
        parts.append(PricesPane::tr("%1 an hour, shared by %2")
                         .arg(Format::money(price.value("hour_nano_usd"_L1).toInteger()),
                              Format::count(price.value("places"_L1).toInteger())));
    for (const QJsonValue &tier : price.value("tiers"_L1).toArray())
        parts.append(PricesPane::tr("above %1 tokens %2 in, %3 out")
                         .arg(Format::count(tier["above"_L1].toInteger()),
                              amount(tier.toObject(), "input_nano_per_mtok"_L1).text,
                              amount(tier.toObject(), "output_nano_per_mtok"_L1).text));
    return parts.join(u" · "_s);
}

CellsModel::Cell sourceCell(const QJsonObject &price)
{
    const QString version = price.value("version"_L1).toString();
    const QString source = price.value("source"_L1).toString();
    const double discount = price.value("discount_percent"_L1).toDouble();
    if (discount > 0 || source == "contract"_L1)
        return {.text = discount > 0
                    ? PricesPane::tr("Contract, −%1 %").arg(QLocale().toString(discount, 'g', 6))
                    : PricesPane::tr("Contract"),
                .tone = Tone::Ok,
                .toolTip = version};
    if (source == "hourly"_L1)
        return {.text = PricesPane::tr("Hourly"), .tone = Tone::Accent, .toolTip = version};
    const bool isOwn = source == "own"_L1;
    return {.text = isOwn ? PricesPane::tr("Own") : PricesPane::tr("List"),
            .tone = isOwn ? Tone::Accent : Tone::Neutral,
            .toolTip = version};
}

//! \a names: of providers.
CellsModel::Row rowOf(const QJsonObject &price, const SeriesColours &names)
{
    const QString model = price.value("model"_L1).toString();
    const QString provider = price.value("provider"_L1).toString();
    const double multiplier = price.value("multiplier"_L1).toDouble(1);
    const QDate from = QDate::fromString(price.value("from"_L1).toString(), Qt::ISODate);
    const QString other = otherUnits(price);
    const QString version = price.value("version"_L1).toString();
    return {.id = provider + u'/' + model,
            .cells = {{.text = model,
                       .detail = multiplier == 1
                           ? names.name(provider)
                           : PricesPane::tr("%1, times %2")
                                 .arg(names.name(provider), QLocale().toString(multiplier))},
                      amount(price, "input_nano_per_mtok"_L1),
                      amount(price, "output_nano_per_mtok"_L1),
                      amount(price, "cache_read_nano_per_mtok"_L1),
                      amount(price, "cache_write_nano_per_mtok"_L1),
                      {.text = other.isEmpty() ? Format::unknown() : other, .toolTip = other},
                      {.text = from.isValid() ? Format::day(from) : PricesPane::tr("Always")},
                      sourceCell(price),
                      {.text = version, .toolTip = version}}};
}

//! The day of the list, where its version is one.
//! Used, and nobody knows what it costs.
CellsModel::Row unpricedRow(const QString &provider, const QString &model, qint64 requests,
                            const SeriesColours &names)
{
    const CellsModel::Cell none{.text = Format::unknown(), .sort = -1};
    return {
        .id = provider + u'/' + model,
        .cells = {
            {.text = model.isEmpty() ? Format::unknown() : model, .detail = names.name(provider)},
            none,
            none,
            none,
            none,
            {.text = PricesPane::tr("%n requests in 30 days", nullptr,
                                    int(std::min<qint64>(requests, 2'000'000'000)))},
            none,
            {.text = PricesPane::tr("Unpriced"), .tone = Tone::Warn, .icon = u"triangle-alert"_s},
            none}};
}

} // namespace

PricesPane::PricesPane(Api::AdminClient &client, const Clock &clock, const SeriesColours &names,
                       QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_clock(clock)
    , m_names(names)
    , m_model(client, clock, u"/prices"_s)
    , m_usage(client, clock, u"/usage"_s)
    , m_machines(client, clock, u"/machines"_s)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.prices"_s);
    setAccessibleName(tr("Prices"));
    m_usage.setParameter(u"by"_s, u"provider,model"_s);
    m_usage.setRange(u"30d"_s);
    m_machines.setRange(u"30d"_s);
    buildTable();
    connect(&m_model, &ReportModel::changed, this, &PricesPane::showPrices);
    connect(&m_usage, &ReportModel::changed, this, &PricesPane::showPrices);
    connect(&m_machines, &ReportModel::changed, this, &PricesPane::showMachines);
    connect(&m_model, &ReportModel::failed, this, &PricesPane::updateState);
    connect(m_states, &StatePanel::retryRequested, this, &PricesPane::refresh);
    connect(m_filter, &QLineEdit::textChanged, this, &PricesPane::showPrices);
    connect(m_recalculate, &QPushButton::clicked, this, &PricesPane::recalculate);
    connect(m_check, &QPushButton::clicked, this, &PricesPane::checkBooks);
    connect(m_own, &QPushButton::clicked, this, &PricesPane::openPrices);
    connect(m_update, &QPushButton::clicked, this, &PricesPane::updateList);
    connect(m_undo, &QPushButton::clicked, this, &PricesPane::undoUpdate);
    connect(m_correct, &QPushButton::clicked, this, &PricesPane::correctHour);
    connect(m_table, &TableView::rowActivated, this, &PricesPane::openRow);
}

void PricesPane::buildTable()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(u"spend.prices.filterField"_s);
    m_filter->setAccessibleName(tr("Filter the prices"));
    m_filter->setPlaceholderText(tr("Model or provider"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(filterWidth);
    m_own = makeButton(tr("Own prices and list…"), {}, u"spend.prices.ownButton"_s, bar);
    m_recalculate =
        makeButton(tr("Recalculate the past…"), {}, u"spend.prices.recalculateButton"_s, bar);
    m_check = makeButton(tr("Check the books"), {}, u"spend.prices.checkButton"_s, bar);
    m_update = makeButton(tr("Update list…"), {}, u"spend.prices.updateButton"_s, bar);
    m_undo = makeButton(tr("Take the update back"), {}, u"spend.prices.undoUpdateButton"_s, bar);
    m_undo->hide();
    m_correct = makeButton(tr("Correct an hour…"), {}, u"spend.prices.correctHourButton"_s, bar);
    m_correct->hide();
    flow->addWidget(m_filter);
    for (QPushButton *button : {m_own, m_update, m_recalculate, m_correct, m_check, m_undo})
        flow->addWidget(button);
    m_result = makeLabel({}, u"muted"_s, this);
    m_result->setObjectName(u"spend.prices.checkResult"_s);
    m_result->setWordWrap(true);
    m_result->hide();
    auto *card = new Card(tr("Prices in dollars per million tokens"), this);
    card->setFlush();
    m_table = new TableView(card);
    m_table->setObjectName(u"spend.pricesTable"_s);
    m_table->setAccessibleName(tr("Prices"));
    m_table->setModel(&m_rows);
    for (const int column : {Input, Output, CacheRead, CacheWrite})
        m_table->setColumnText(column, u"$888.8888"_s);
    m_table->setColumnText(From, u"88. Mmmm 8888"_s);
    m_table->setColumnCharacters(Source, 14);
    m_table->setColumnCharacters(Each, 28);
    m_table->setColumnCharacters(Version, 20);
    m_table->setYielding(Model, 20,
                         {Source, Input, Output, Each, CacheRead, From, CacheWrite, Version});
    card->content()->addWidget(m_table);
    m_states = new StatePanel(card, this);
    m_states->setEmpty(new EmptyState(
        u"circle-dollar-sign"_s, tr("No prices yet."),
        tr("Prices are shown for the models that routes and providers offer."), this));
    m_list = makeLabel({}, u"caption"_s, this);
    m_list->setObjectName(u"spend.prices.listLabel"_s);
    m_list->setWordWrap(true);
    m_machineLines = makeLabel({}, u"muted"_s, this);
    m_machineLines->setObjectName(u"spend.prices.machinesLabel"_s);
    m_machineLines->setWordWrap(true);
    m_machineLines->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(bar);
    layout->addWidget(m_result);
    layout->addWidget(m_machineLines);
    layout->addWidget(m_states, 1);
    layout->addWidget(m_list);
}

void PricesPane::showPrices()
{
    const QString wanted = m_filter->text().trimmed();
    QList<CellsModel::Row> rows;
    const auto add = [&](CellsModel::Row row) {
        if (row.id.contains(wanted, Qt::CaseInsensitive))
            rows.append(std::move(row));
    };
    for (const QJsonValue &item : m_usage.data().value("items"_L1).toArray()) {
        if (const qint64 unpriced = item["unpriced"_L1].toInteger(); unpriced > 0)
            add(unpricedRow(item["provider"_L1].toString(), item["model"_L1].toString(), unpriced,
                            m_names));
    }
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray())
        add(rowOf(item.toObject(), m_names));
    m_rows.setRows(rows);
    const QJsonObject list = m_model.data().value("list"_L1).toObject();
    m_list->setText(tr("The list of %1 knows the prices of %2 models. Own prices come first.")
                        .arg(dayOfIso(list.value("version"_L1).toString()),
                             Format::count(list.value("models"_L1).toInteger())));
    m_list->setVisible(!list.isEmpty());
    m_undo->setVisible(list.value("can_undo"_L1).toBool());
    updateState();
}

void PricesPane::updateState()
{
    const bool isEmpty = m_rows.rowCount() == 0 && m_filter->text().trimmed().isEmpty();
    if (showReportState(*m_states, m_model, isEmpty))
        Q_EMIT loaded();
}

void PricesPane::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void PricesPane::refresh()
{
    m_model.refresh();
    m_usage.refresh();
    m_machines.refresh();
}

void PricesPane::setEditable(bool editable)
{
    for (QPushButton *button : {m_own, m_update, m_undo, m_recalculate, m_correct, m_check})
        button->setEnabled(editable);
}

void PricesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    m_usage.setActive(true);
    m_machines.setActive(true);
}

void PricesPane::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    m_usage.setActive(false);
    m_machines.setActive(false);
    QWidget::hideEvent(event);
}

//! The requests behind a price.
void PricesPane::openRow(const QModelIndex &index)
{
    const QString id = index.siblingAtColumn(Model).data(CellRole::Id).toString();
    Q_EMIT openRequests(filterWord(u"provider"_s, id.section(u'/', 0, 0)) + u' '
                        + filterWord(u"model"_s, id.section(u'/', 1)));
}

void PricesPane::recalculate()
{
    auto *dialog = new RecalculateDialog(m_client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecalculateDialog::recalculated, this, [this](qint64 requests) {
        refresh();
        Q_EMIT done(tr("%n requests were priced anew", nullptr,
                       int(std::min<qint64>(requests, 2'000'000'000))));
    });
    dialog->open();
}

void PricesPane::updateList()
{
    auto *dialog = new PriceListDialog(m_client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PriceListDialog::taken, this, [this](const QString &sentence) {
        refresh();
        Q_EMIT done(sentence);
    });
    dialog->open();
}

void PricesPane::undoUpdate()
{
    Api::AdminCall *call = m_client.post(u"/prices/update/undo"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *ended) {
        refresh();
        Q_EMIT done(ended->succeeded()
                        ? tr("Prices are of the list of %1 again")
                              .arg(ended->reply().body.value("version"_L1).toString())
                        : ended->error().detail);
    });
}

//! "gpu: 720 hours paid in 30 days, $864.00; requests $210.00, idle $654.00".
void PricesPane::showMachines()
{
    QStringList lines;
    for (const QJsonValue &item : m_machines.data().value("items"_L1).toArray())
        lines.append(tr("%1, by the hour: %2 hours paid in 30 days, %3. Booked by requests %4, "
                        "idle %5.")
                         .arg(m_names.name(item["provider"_L1].toString()),
                              QLocale().toString(item["hours_paid"_L1].toDouble(), 'f', 1),
                              Format::money(item["paid_nano_usd"_L1].toInteger()),
                              Format::money(item["booked_nano_usd"_L1].toInteger()),
                              Format::money(item["idle_nano_usd"_L1].toInteger())));
    m_machineLines->setText(lines.join(u'\n'));
    m_machineLines->setVisible(!lines.isEmpty());
    m_correct->setVisible(!m_machines.data().value("terms"_L1).toArray().isEmpty());
}

void PricesPane::correctHour()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count(), m_machines.zone()).date();
    auto *dialog = new CorrectHourDialog(m_client, m_machines.data(), m_names, today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CorrectHourDialog::corrected, this, [this](const QString &provider) {
        refresh();
        Q_EMIT done(tr("What an hour of %1 cost was corrected").arg(provider));
    });
    dialog->open();
}

void PricesPane::checkBooks()
{
    m_check->setEnabled(false);
    m_result->setText(tr("Comparing rows, sums, usage report and export…"));
    m_result->show();
    Api::AdminCall *call = m_client.post(u"/books/check"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *ended) {
        m_check->setEnabled(true);
        if (ended->succeeded())
            showCheck(ended->reply().body);
        else
            m_result->setText(ended->error().detail);
    });
}

void PricesPane::showCheck(const QJsonObject &report)
{
    if (report.value("ok"_L1).toBool()) {
        m_result->setText(tr("The books agree: %1 days, %2 requests, %3.")
                              .arg(Format::count(report.value("days"_L1).toInteger()),
                                   Format::count(report.value("requests"_L1).toInteger()),
                                   Format::money(report.value("cost_nano_usd"_L1).toInteger())));
        return;
    }
    const QJsonArray differences = report.value("differences"_L1).toArray();
    const QJsonValue first = differences.first();
    m_result->setText(tr("The books do not agree at %n places. The first: %1, %2.", nullptr,
                         int(differences.size()))
                          .arg(first["day"_L1].toString(), first["between"_L1].toString()));
}

} // namespace Gatehouse::Ui
