// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/invoicepane.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/filterwords.h"
#include "ui/pages/spend/isoday.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QDate>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int paneGap = 12;
constexpr int allColumnsFrom = 1000;
constexpr qint64 mostBytes = 32 * 1024 * 1024;

QList<CellsModel::Column> tableColumns()
{
    return {{u"model"_s, InvoicePane::tr("Model"), CellKind::TwoLine},
            {u"invoice"_s, InvoicePane::tr("Invoice"), CellKind::Number},
            {u"books"_s, InvoicePane::tr("Books"), CellKind::Number},
            {u"gap"_s, InvoicePane::tr("Gap"), CellKind::Number},
            {u"tokens_invoice"_s, InvoicePane::tr("Tokens, invoice"), CellKind::Number},
            {u"tokens_books"_s, InvoicePane::tr("Tokens, books"), CellKind::Number},
            {u"state"_s, InvoicePane::tr("State"), CellKind::Pill}};
}

CellsModel::Cell stateCell(const QString &state)
{
    if (state == "match"_L1)
        return {.text = InvoicePane::tr("Match"), .tone = Tone::Ok, .icon = u"circle-check"_s};
    if (state == "more"_L1)
        return {.text = InvoicePane::tr("Invoice has more"),
                .tone = Tone::Warn,
                .icon = u"triangle-alert"_s};
    if (state == "less"_L1)
        return {.text = InvoicePane::tr("Invoice has less"),
                .tone = Tone::Warn,
                .icon = u"triangle-alert"_s};
    return {.text = state == "not_booked"_L1 ? InvoicePane::tr("Not in the books")
                                             : InvoicePane::tr("Not on the invoice"),
            .tone = Tone::Err,
            .icon = u"circle-x"_s};
}

QString formText(const QString &form)
{
    if (form == "openai_usage"_L1)
        return InvoicePane::tr("usage export of OpenAI");
    if (form == "openai_costs"_L1)
        return InvoicePane::tr("cost export of OpenAI");
    if (form == "anthropic_usage"_L1)
        return InvoicePane::tr("usage export of Anthropic");
    if (form == "anthropic_costs"_L1)
        return InvoicePane::tr("cost export of Anthropic");
    return InvoicePane::tr("table of usage");
}

std::optional<qint64> maybe(const QJsonObject &item, QLatin1StringView key)
{
    const QJsonValue value = item.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<qint64> tokens(const QJsonObject &item, const QString &side)
{
    const QJsonValue in = item.value(QString(side + u"_tokens_in"_s));
    const QJsonValue out = item.value(QString(side + u"_tokens_out"_s));
    return in.isDouble() ? std::optional(in.toInteger() + out.toInteger()) : std::nullopt;
}

QString countShort(std::optional<qint64> value)
{
    return value ? Format::countShort(*value) : Format::unknown();
}

QString gapText(std::optional<qint64> gap)
{
    if (!gap)
        return Format::unknown();
    const QString text = Format::money(std::abs(*gap));
    if (text.startsWith(u'<')) // less than is shown of money has no side
        return text;
    return *gap > 0 ? QString(u'+' + text) : *gap < 0 ? QString(QChar(0x2212) + text) : text;
}

CellsModel::Cell gapCell(std::optional<qint64> gap)
{
    CellsModel::Cell cell = CellsModel::moneyCell(gap);
    cell.text = gapText(gap);
    return cell;
}

void askForFile(QWidget *parent, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, InvoicePane::tr("Choose the usage file"), {},
                                   InvoicePane::tr("CSV files (*.csv);;All files (*)"));
    dialog->setObjectName(u"spend.invoiceFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

std::optional<qint64> price(const QJsonObject &suggestion, QLatin1StringView key)
{
    return maybe(suggestion, key);
}

} // namespace

InvoicePane::InvoicePane(Api::AdminClient &client, ConfigurationModel &configuration,
                         QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.invoice"_s);
    setAccessibleName(tr("Invoice check"));
    m_chooseFile = [this](const std::function<void(const QString &)> &chosen) {
        askForFile(this, chosen);
    };
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    QLabel *label = makeLabel(tr("Provider"), u"caption"_s, bar);
    m_provider = new QComboBox(bar);
    m_provider->setObjectName(u"spend.invoiceProviderCombo"_s);
    m_provider->setAccessibleName(tr("Provider"));
    label->setBuddy(m_provider);
    label->setMinimumHeight(m_provider->sizeHint().height());
    m_import =
        makeButton(tr("Check a usage file…"), u"primary"_s, u"spend.invoiceImportButton"_s, bar);
    m_by = new SegmentedControl(bar);
    m_by->setObjectName(u"spend.invoiceBy"_s);
    m_by->addSegment(u"models"_s, tr("By model"));
    m_by->addSegment(u"days"_s, tr("By day"));
    m_by->setCurrent(u"models"_s);
    m_take = makeButton(tr("Use the invoice's price"), {}, u"spend.invoicePriceButton"_s, bar);
    m_take->setToolTip(tr("Makes an own price of the model, scaled so that the books meet the "
                          "invoice. It can be taken back."));
    for (QWidget *widget : QList<QWidget *>{label, m_provider, m_import, m_by, m_take})
        flow->addWidget(widget);
    m_problem = new Banner(Tone::Err, this);
    m_problem->setObjectName(u"spend.invoiceProblem"_s);
    m_problem->setDismissable(false);
    m_problem->hide();
    buildTable();
    m_empty = new EmptyState(
        u"circle-dollar-sign"_s, tr("Does the invoice match?"),
        tr("Choose the usage or cost export (CSV) of OpenAI or Anthropic, or a table with the "
           "columns date, model, input_tokens, output_tokens and cost. Days are UTC days, as "
           "providers count them."),
        this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, paneGap, 0, 0);
    layout->setSpacing(paneGap);
    layout->addWidget(bar);
    layout->addWidget(m_problem);
    layout->addWidget(m_card, 1);
    layout->addWidget(m_empty, 1);
    connectParts();
    fillProviders();
    showRows();
}

void InvoicePane::buildTable()
{
    m_card = new Card(tr("Invoice and books"), this);
    m_card->setFlush();
    m_summary = makeLabel({}, u"caption"_s, m_card);
    m_summary->setObjectName(u"spend.invoiceSummary"_s);
    m_card->addHeaderWidget(m_summary);
    m_table = new TableView(m_card);
    m_table->setObjectName(u"spend.invoiceTable"_s);
    m_table->setAccessibleName(tr("Invoice and books"));
    m_table->setModel(&m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(Model, QHeaderView::Stretch);
    for (const int column : {Invoice, Books, Gap})
        m_table->setColumnText(column, u"+$88,888.88"_s);
    for (const int column : {TokensInvoice, TokensBooks})
        m_table->setColumnCharacters(column, 14);
    m_table->setColumnCharacters(State, 20);
    m_card->content()->addWidget(m_table);
}

void InvoicePane::connectParts()
{
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        fillProviders();
        showButtons();
    });
    connect(m_import, &QPushButton::clicked, this,
            [this] { m_chooseFile([this](const QString &path) { check(path); }); });
    connect(m_by, &SegmentedControl::currentChanged, this, &InvoicePane::showRows);
    connect(m_take, &QPushButton::clicked, this, &InvoicePane::takePrice);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InvoicePane::showButtons);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        m_table->setCurrentIndex(index);
        const QJsonObject item = current();
        const QString from = item.value("day"_L1).toString(m_answer.value("from"_L1).toString());
        const QString to = item.value("day"_L1).toString(m_answer.value("to"_L1).toString());
        Q_EMIT openRequests(
            filterWord(u"model"_s, item.value("model"_L1).toString()) + u' '
            + u"since:%1T00:00:00Z until:%2T00:00:00Z"_s.arg(
                from, QDate::fromString(to, Qt::ISODate).addDays(1).toString(Qt::ISODate)));
    });
}

void InvoicePane::fillProviders()
{
    const QString chosen = m_provider->currentData().toString();
    m_provider->clear();
    for (const Api::Provider &provider : m_configuration.document().providers)
        m_provider->addItem(provider.name.isEmpty() ? provider.id : provider.name, provider.id);
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(chosen)));
    showButtons();
}

// --- checking -----------------------------------------------------------------------------------

void InvoicePane::check(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        showProblem(path, file.errorString());
        return;
    }
    if (file.size() > mostBytes) {
        showProblem(path, tr("The file is larger than 32 MiB; export a shorter time."));
        return;
    }
    m_problem->hide();
    m_isChecking = true;
    showButtons();
    const QString name = QFileInfo(path).fileName();
    connect(m_client.post(u"/invoices/check"_s,
                          {{u"provider"_s, m_provider->currentData().toString()},
                           {u"text"_s, QString::fromUtf8(file.readAll())}}),
            &Api::AdminCall::finished, this, [this, name](Api::AdminCall *call) {
                m_isChecking = false;
                if (call->succeeded())
                    m_answer = call->reply().body;
                else
                    showProblem(
                        call->error().path.isEmpty()
                            ? name
                            : tr("%1, %2", "file, line and column").arg(name, call->error().path),
                        call->error().detail);
                showRows();
            });
}

void InvoicePane::showProblem(const QString &where, const QString &what)
{
    m_problem->setText(where, what);
    m_problem->show();
}

CellsModel::Row InvoicePane::rowOf(const QJsonObject &item, bool byDay) const
{
    const QString model = item.value("model"_L1).toString();
    const QString day = item.value("day"_L1).toString();
    const bool hasSuggestion = item.value("suggestion"_L1).isObject();
    return {.id = byDay ? QString(day + u' ' + model) : model,
            .cells = {{.text = model,
                       .detail = byDay ? Format::dayAndMonth(QDate::fromString(day, Qt::ISODate))
                           : hasSuggestion ? tr("Another price would explain the gap")
                                           : QString()},
                      CellsModel::moneyCell(maybe(item, "invoice_nano_usd"_L1)),
                      CellsModel::moneyCell(maybe(item, "booked_nano_usd"_L1)),
                      gapCell(maybe(item, "gap_nano_usd"_L1)),
                      {.text = countShort(tokens(item, u"invoice"_s))},
                      {.text = countShort(tokens(item, u"booked"_s))},
                      stateCell(item.value("state"_L1).toString())}};
}

void InvoicePane::showRows()
{
    const bool has = !m_answer.isEmpty();
    const bool byDay = m_by->current() == "days"_L1;
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_answer.value(m_by->current()).toArray())
        rows.append(rowOf(item.toObject(), byDay));
    m_rows.setRows(rows);
    m_card->setVisible(has);
    m_empty->setVisible(!has);
    m_by->setVisible(has);
    m_take->setVisible(has);
    if (has) {
        const QJsonObject total = m_answer.value("total"_L1).toObject();
        const auto gap = maybe(total, "gap_nano_usd"_L1);
        const QString form = formText(m_answer.value("form"_L1).toString());
        m_card->setCaption(tr("%1, %2 to %3", "form, first and last day")
                               .arg(form, dayOfIso(m_answer.value("from"_L1).toString()),
                                    dayOfIso(m_answer.value("to"_L1).toString())));
        m_summary->setText(gap ? tr("Invoice %1, books %2, gap %3")
                                     .arg(Format::money(maybe(total, "invoice_nano_usd"_L1)),
                                          Format::money(maybe(total, "booked_nano_usd"_L1)),
                                          gapText(gap))
                               : tr("The file has tokens only; costs are not compared."));
    }
    showButtons();
}

QJsonObject InvoicePane::current() const
{
    const QString id = m_table->currentIndex().data(CellRole::Id).toString();
    const bool byDay = m_by->current() == "days"_L1;
    for (const QJsonValue &value : m_answer.value(m_by->current()).toArray()) {
        const QJsonObject item = value.toObject();
        if (rowOf(item, byDay).id == id)
            return item;
    }
    return {};
}

void InvoicePane::showButtons()
{
    m_import->setEnabled(m_editable && !m_isChecking && m_provider->count() > 0);
    m_take->setEnabled(m_editable && m_configuration.isLoaded()
                       && current().value("suggestion"_L1).isObject());
}

//! The suggestion becomes the own price of the model.
void InvoicePane::takePrice()
{
    const QJsonObject suggestion = current().value("suggestion"_L1).toObject();
    Api::Document document = m_configuration.document();
    const QString provider = suggestion.value("provider"_L1).toString();
    const QString model = suggestion.value("model"_L1).toString();
    auto own = std::ranges::find_if(document.prices, [&](const Api::PriceOverride &one) {
        return one.provider == provider && one.model == model;
    });
    if (own == document.prices.end()) {
        document.prices.append(Api::PriceOverride{});
        own = std::prev(document.prices.end());
    }
    own->provider = provider;
    own->model = model;
    own->input = price(suggestion, "input_nano_per_mtok"_L1);
    own->output = price(suggestion, "output_nano_per_mtok"_L1);
    own->cacheRead = price(suggestion, "cache_read_nano_per_mtok"_L1);
    own->cacheWrite = price(suggestion, "cache_write_nano_per_mtok"_L1);
    m_configuration.replace(document, tr("Took the price of “%1” from the invoice").arg(model),
                            this, [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->findings.isEmpty()
                                                    ? refusal->error.detail
                                                    : refusal->findings.first().message);
                            });
}

void InvoicePane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

void InvoicePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT loaded();
}

void InvoicePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (const int column : {TokensInvoice, TokensBooks})
        m_table->setColumnFits(column, width() >= allColumnsFrom);
}

} // namespace Gatehouse::Ui
