// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/whatifpane.h"

#include "core/api/documents/documentjson.h"
#include "core/base/csv.h"
#include "core/base/quantities.h"
#include "ui/models/configurationmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMap>
#include <QtCore/QSaveFile>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int chartHeight = 180;
constexpr auto betweenLooks = 300ms;
constexpr double nanoPerDollar = 1e9;
constexpr double mostDollars = 1e9;
constexpr qint64 mostBytes = 4 * 1024 * 1024;

QList<CellsModel::Column> modelColumns()
{
    return {{u"model"_s, WhatIfPane::tr("Model"), CellKind::TwoLine},
            {u"requests_before"_s, WhatIfPane::tr("Requests before"), CellKind::Number},
            {u"requests_after"_s, WhatIfPane::tr("After"), CellKind::Number},
            {u"cost_before"_s, WhatIfPane::tr("Cost before"), CellKind::Number},
            {u"cost_after"_s, WhatIfPane::tr("After"), CellKind::Number},
            {u"delta"_s, WhatIfPane::tr("Difference"), CellKind::Number},
            {u"typical"_s, WhatIfPane::tr("Typical time"), CellKind::Number}};
}

QList<CellsModel::Column> problemColumns()
{
    return {{u"what"_s, WhatIfPane::tr("What happens"), CellKind::TwoLine},
            {u"requests"_s, WhatIfPane::tr("Requests"), CellKind::Number}};
}

QString signedMoney(qint64 nano)
{
    const QString text = Format::money(std::abs(nano));
    return nano > 0 ? QString(u'+' + text) : nano < 0 ? QString(QChar(0x2212) + text) : text;
}

QString reasonText(const QString &reason)
{
    static const QMap<QString, const char *> words{
        {u"no_tools"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot use tools")},
        {u"no_images"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot see images")},
        {u"no_structured_output"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot answer in a given format")},
        {u"no_audio"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot hear audio")},
        {u"context_too_small"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the request is longer than its context")},
        {u"outside_region"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it is outside the allowed regions")},
        {u"not_allowed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the key or its team may not use it")},
        {u"other_dialect"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it does not serve this kind of request")},
        {u"narrowed_out"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a rule leaves other targets only")},
        {u"weight_zero"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it has the weight 0")},
        {u"paused"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "its provider is paused")},
        {u"no_key"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "its provider has no usable key")},
        {u"no_target"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "no target is left")},
        {u"model_not_found"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the model is not there any more")},
        {u"model_not_allowed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the key may not call the model")},
        {u"denied_by_rule"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a rule denies the request")},
        {u"prompt_limit"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane",
                           "the request is longer than its route takes")},
        {u"budget"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a budget is used up")},
        {u"limit"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a limit is reached")}};
    const char *text = words.value(reason);
    return text ? WhatIfPane::tr(text) : reason;
}

void askForFile(QWidget *parent, bool saves, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(
        parent, saves ? WhatIfPane::tr("Save") : WhatIfPane::tr("Choose a configuration"));
    dialog->setObjectName(u"spend.whatIf.fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) >= 0 && file.commit();
}

} // namespace

WhatIfPane::WhatIfPane(Api::AdminClient &client, ConfigurationModel &configuration, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_models(modelColumns())
    , m_problems(problemColumns())
{
    setObjectName(u"spend.whatIf"_s);
    setAccessibleName(tr("What if"));
    m_chooseFile = [this](bool saves, const QString &name,
                          const std::function<void(const QString &)> &chosen) {
        askForFile(this, saves, name, chosen);
    };
    auto *content = new QWidget(this);
    content->setProperty("kind", u"page"_s);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, gap, 0, 0);
    contentLayout->setSpacing(gap);
    contentLayout->addWidget(buildQuestion());
    m_problem = new Banner(Tone::Err, content);
    m_problem->setObjectName(u"spend.whatIf.problem"_s);
    m_problem->setDismissable(false);
    m_problem->hide();
    contentLayout->addWidget(m_problem);
    contentLayout->addWidget(buildResult());
    contentLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setProperty("kind", u"page"_s);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_timer.setSingleShot(true);
    m_timer.setInterval(betweenLooks);
    connectParts();
    fillChoices();
    showButtons();
}

// --- building -----------------------------------------------------------------------------------

QWidget *WhatIfPane::buildQuestion()
{
    auto *card = new Card(tr("Replay past traffic under another configuration"), this);
    card->setCaption(tr("Nothing is sent to providers."));
    const auto combo = [card](const QString &name, bool editable) {
        auto *box = new QComboBox(card);
        box->setObjectName(name);
        box->setEditable(editable);
        box->setMinimumContentsLength(10);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        return box;
    };
    m_span = combo(u"spend.whatIf.spanCombo"_s, false);
    m_span->addItem(tr("Last 24 hours"), u"24h"_s);
    m_span->addItem(tr("Last 7 days"), u"7d"_s);
    m_span->addItem(tr("Last 30 days"), u"30d"_s);
    m_span->addItem(tr("Last 90 days"), u"90d"_s);
    m_span->setCurrentIndex(1);
    m_filter = new QLineEdit(card);
    m_filter->setObjectName(u"spend.whatIf.trafficField"_s);
    m_filter->setPlaceholderText(u"team:research"_s);
    m_from = combo(u"spend.whatIf.fromCombo"_s, false);
    m_to = combo(u"spend.whatIf.toCombo"_s, true);
    m_provider = combo(u"spend.whatIf.providerCombo"_s, false);
    m_multiplier = new QDoubleSpinBox(card);
    m_multiplier->setObjectName(u"spend.whatIf.multiplierSpin"_s);
    m_multiplier->setRange(0, 100);
    m_multiplier->setDecimals(3);
    m_multiplier->setSingleStep(0.05);
    m_multiplier->setValue(1);
    m_scope = combo(u"spend.whatIf.scopeCombo"_s, true);
    m_amount = new QDoubleSpinBox(card);
    m_amount->setObjectName(u"spend.whatIf.amountSpin"_s);
    m_amount->setRange(0, mostDollars);
    m_amount->setDecimals(2);
    m_amount->setPrefix(u"$"_s);
    m_amount->setGroupSeparatorShown(true);
    m_choose = makeButton(tr("Use a file…"), {}, u"spend.whatIf.fileButton"_s, card);
    m_fileName = makeLabel({}, u"caption"_s, card);
    m_fileName->setObjectName(u"spend.whatIf.fileName"_s);
    m_run = makeButton(tr("Run"), u"primary"_s, u"spend.whatIf.runButton"_s, card);
    m_cancel = makeButton(tr("Cancel"), {}, u"spend.whatIf.cancelButton"_s, card);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(u"spend.whatIf.progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setContentsMargins(0, 4, 0, 12);
    const auto put = [&](int row, int column, const QString &label, QWidget *control) {
        grid->addWidget(new FormField(label, control, {}, card), row, column, Qt::AlignTop);
        grid->setColumnStretch(column, 1);
    };
    put(0, 0, tr("Traffic"), m_span);
    put(0, 1, tr("Only requests (optional)"), m_filter);
    put(0, 2, tr("Replace the model"), m_from);
    put(0, 3, tr("by"), m_to);
    put(1, 0, tr("Price of"), m_provider);
    put(1, 1, tr("List price times"), m_multiplier);
    put(1, 2, tr("Budget per month of"), m_scope);
    put(1, 3, tr("Amount"), m_amount);
    card->content()->addLayout(grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_choose);
    line->addWidget(m_fileName, 1);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_run);
    card->content()->addLayout(line);
    return card;
}

QWidget *WhatIfPane::buildResult()
{
    m_resultBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_resultBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    m_assumptions = makeLabel({}, u"caption"_s, m_resultBox);
    m_assumptions->setObjectName(u"spend.whatIf.assumptions"_s);
    m_assumptions->setWordWrap(true);
    auto *card = new Card(tr("Cost per day"), m_resultBox);
    m_headline = makeLabel({}, u"title"_s, card);
    m_headline->setObjectName(u"spend.whatIf.headline"_s);
    m_facts = makeLabel({}, u"caption"_s, card);
    m_facts->setObjectName(u"spend.whatIf.facts"_s);
    m_facts->setWordWrap(true);
    const auto axis = [](double value) {
        return Format::moneyShort(qRound64(value * nanoPerDollar));
    };
    const auto tip = [](double value) { return Format::money(qRound64(value * nanoPerDollar)); };
    m_chart = new LineChart(axis, tip, this);
    m_chart->setUnitKey(u"cost_usd"_s);
    m_panel = new ChartPanel(m_chart, u"spend.whatIf"_s, this);
    m_panel->setTitle(tr("Cost per day"));
    m_panel->setBodyHeight(chartHeight);
    card->addHeaderWidget(m_headline);
    card->addHeaderWidget(m_panel->dataToggle());
    card->content()->addWidget(m_facts);
    card->content()->addWidget(m_panel);
    auto *tableCard = new Card(tr("By model"), m_resultBox);
    tableCard->setFlush();
    m_table = new TableView(tableCard);
    m_table->setObjectName(u"spend.whatIf.resultTable"_s);
    m_table->setAccessibleName(tr("Cost before and after by model"));
    m_table->setModel(&m_models);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(Model, QHeaderView::Stretch);
    for (const int column : {RequestsBefore, RequestsAfter})
        m_table->setColumnCharacters(column, 14);
    for (const int column : {Before, After, Delta})
        m_table->setColumnText(column, u"+$88,888.88"_s);
    m_table->setColumnCharacters(Typical, 12);
    tableCard->content()->addWidget(m_table);
    m_problemCard = new Card(tr("Refused and not moved"), m_resultBox);
    m_problemCard->setFlush();
    m_problemTable = new TableView(m_problemCard);
    m_problemTable->setObjectName(u"spend.whatIf.problemTable"_s);
    m_problemTable->setAccessibleName(tr("Requests that are refused or could not move"));
    m_problemTable->setModel(&m_problems);
    m_problemTable->setFitsRows(true);
    m_problemTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_problemTable->setColumnText(1, u"888,888,888"_s);
    m_problemCard->content()->addWidget(m_problemTable);
    m_export = makeButton(tr("Export…"), {}, u"spend.whatIf.exportButton"_s, m_resultBox);
    m_save = makeButton(tr("Save as a configuration file…"), {}, u"spend.whatIf.saveButton"_s,
                        m_resultBox);
    m_discard = makeButton(tr("Discard"), {}, u"spend.whatIf.discardButton"_s, m_resultBox);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_export, m_save, m_discard})
        buttons->addWidget(button);
    buttons->addStretch(1);
    layout->addWidget(m_assumptions);
    layout->addWidget(card);
    layout->addWidget(tableCard);
    layout->addWidget(m_problemCard);
    layout->addLayout(buttons);
    m_resultBox->hide();
    return m_resultBox;
}

void WhatIfPane::connectParts()
{
    connect(&m_timer, &QTimer::timeout, this, &WhatIfPane::look);
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        fillChoices();
        showButtons();
    });
    connect(m_run, &QPushButton::clicked, this, &WhatIfPane::run);
    connect(m_cancel, &QPushButton::clicked, this, &WhatIfPane::cancel);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        if (!m_file.isEmpty()) {
            m_file.clear();
            m_fileText.clear();
            showButtons();
            return;
        }
        m_chooseFile(false, {}, [this](const QString &path) { readFile(path); });
    });
    connect(m_export, &QPushButton::clicked, this, &WhatIfPane::exportResult);
    connect(m_save, &QPushButton::clicked, this, &WhatIfPane::saveConfiguration);
    connect(m_discard, &QPushButton::clicked, this, &WhatIfPane::discard);
}

void WhatIfPane::fillChoices()
{
    const Api::Document &document = m_configuration.document();
    const auto fill = [](QComboBox *box, const QString &nothing, const QStringList &values) {
        const QString chosen = box->currentText();
        box->clear();
        box->addItem(nothing, QString());
        for (const QString &value : values)
            box->addItem(value, value);
        const int place = box->findText(chosen);
        box->setCurrentIndex(std::max(place, 0));
        if (place < 0 && box->isEditable() && !chosen.isEmpty())
            box->setCurrentText(chosen);
    };
    const QStringList targets = targetsOf(document);
    QStringList providers;
    QStringList scopes{u"gateway"_s};
    for (const Api::Provider &provider : document.providers)
        providers.append(provider.id);
    for (const Api::Team &team : document.teams)
        scopes.append(u"team:"_s + team.id);
    fill(m_from, tr("No model"), targets);
    fill(m_to, {}, targets);
    fill(m_provider, tr("No provider"), providers);
    fill(m_scope, {}, scopes);
}

// --- asking -------------------------------------------------------------------------------------

WhatIfChange WhatIfPane::entered() const
{
    WhatIfChange change{.from = m_from->currentData().toString(),
                        .to = m_to->currentText().trimmed(),
                        .provider = m_provider->currentData().toString()};
    if (!change.provider.isEmpty())
        change.multiplier = m_multiplier->value();
    if (const QString scope = m_scope->currentText().trimmed(); !scope.isEmpty()) {
        Api::Budget budget;
        budget.scope = scope;
        budget.limit = qRound64(m_amount->value() * 100) * 10'000'000;
        change.budget = budget;
    }
    return change;
}

void WhatIfPane::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        end(file.isOpen() ? tr("The file is too large to be a configuration.")
                          : file.errorString());
        return;
    }
    m_file = path;
    m_fileText = QString::fromUtf8(file.readAll());
    showButtons();
}

void WhatIfPane::run()
{
    m_problem->hide();
    QJsonObject body{{u"since"_s, m_span->currentData().toString()},
                     {u"filter"_s, m_filter->text().trimmed()}};
    if (m_file.isEmpty()) {
        m_tried = changed(m_configuration.document(), entered());
        body.insert(u"document"_s, Api::toJson(m_tried));
    } else {
        body.insert(u"text"_s, m_fileText);
        body.insert(u"format"_s, m_file.endsWith(u".json"_s) ? u"json"_s : u"yaml"_s);
    }
    m_job = u"?"_s;
    m_progress->setValue(0);
    showButtons();
    connect(m_client.post(u"/simulate"_s, body), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
                else
                    end(call->error().path.isEmpty()
                            ? call->error().detail
                            : tr("%1: %2", "field, what is wrong")
                                  .arg(call->error().path, call->error().detail));
            });
}

void WhatIfPane::look()
{
    connect(m_client.get(u"/simulate/"_s + m_job), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    take(call->reply().body);
                else
                    end(call->error().detail);
            });
}

void WhatIfPane::take(const QJsonObject &job)
{
    const QString state = job.value("state"_L1).toString();
    m_job = job.value("id"_L1).toString();
    m_progress->setValue(int(job.value("progress"_L1).toDouble() * m_progress->maximum()));
    if (state == "running"_L1) {
        showButtons();
        m_timer.start();
        return;
    }
    end(state == "failed"_L1 ? job.value("error"_L1).toString() : QString());
    if (state == "done"_L1)
        showResult(job.value("result"_L1).toObject());
}

void WhatIfPane::end(const QString &problem)
{
    m_job.clear();
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(tr("The replay could not be made."), problem);
    showButtons();
}

void WhatIfPane::cancel()
{
    m_timer.stop();
    if (!m_job.isEmpty() && m_job != "?"_L1)
        connect(m_client.remove(u"/simulate/"_s + m_job), &Api::AdminCall::finished, this,
                [](Api::AdminCall *) {});
    end();
}

void WhatIfPane::showButtons()
{
    const bool isRunning = !m_job.isEmpty();
    m_run->setEnabled(m_editable && !isRunning
                      && (m_configuration.isLoaded() || !m_file.isEmpty()));
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_fileName->setVisible(!isRunning);
    m_fileName->setText(m_file.isEmpty() ? tr("In place of these changes.")
                                         : QFileInfo(m_file).fileName());
    m_choose->setText(m_file.isEmpty() ? tr("Use a file…") : tr("Without the file"));
    for (QWidget *field :
         QList<QWidget *>{m_from, m_to, m_provider, m_multiplier, m_scope, m_amount})
        field->setEnabled(m_file.isEmpty());
}

// --- showing ------------------------------------------------------------------------------------

void WhatIfPane::showResult(const QJsonObject &result)
{
    m_result = result;
    const auto number = [&result](QLatin1StringView key) { return result.value(key).toInteger(); };
    m_headline->setText(tr("%1 → %2 (%3)", "cost before, after, difference")
                            .arg(Format::money(number("cost_before_nano_usd"_L1)),
                                 Format::money(number("cost_after_nano_usd"_L1)),
                                 signedMoney(number("delta_nano_usd"_L1))));
    const QJsonObject latency = result.value("latency"_L1).toObject();
    QStringList facts{tr("%1 of %2 requests move, %3 are refused.")
                          .arg(Format::count(number("moved"_L1)),
                               Format::count(number("requests"_L1)),
                               Format::count(number("refused"_L1)))};
    const auto milliseconds = [&latency](QLatin1StringView key) {
        return latency.value(key).isDouble() ? std::optional(latency.value(key).toDouble())
                                             : std::nullopt;
    };
    facts.append(tr("Mean time of an answer %1 → %2.")
                     .arg(Format::duration(milliseconds("before_ms"_L1)),
                          Format::duration(milliseconds("after_ms"_L1))));
    if (const qint64 unknown = latency.value("unknown"_L1).toInteger(); unknown > 0)
        facts.append(
            tr("Of %Ln requests the time at their new place is not known.", nullptr, int(unknown)));
    if (const qint64 unpriced = number("unpriced_after"_L1); unpriced > 0)
        facts.append(
            tr("%Ln requests have no price there; their cost is missing.", nullptr, int(unpriced)));
    m_facts->setText(facts.join(u' '));
    m_assumptions->setText(
        tr("Tokens taken as measured; other models may need more or fewer. A request goes where it "
           "went unless the change sends it elsewhere. Load, cache and running failures are left "
           "out; requests that were refused stay refused; rules on headers do not match."));
    showModels(result);
    showDays(result);
    showProblems(result);
    m_save->setVisible(m_file.isEmpty());
    m_resultBox->show();
    Q_EMIT done(tr("The replay is done"));
}

void WhatIfPane::showModels(const QJsonObject &result)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &value : result.value("models"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const qint64 before = item.value("cost_before_nano_usd"_L1).toInteger();
        const qint64 after = item.value("cost_after_nano_usd"_L1).toInteger();
        const QJsonValue typical = item.value("typical_ms"_L1);
        rows.append(
            {.id = item.value("model"_L1).toString(),
             .cells = {
                 {.text = item.value("model"_L1).toString(),
                  .detail = item.value("provider"_L1).toString()},
                 {.text = Format::count(item.value("requests_before"_L1).toInteger())},
                 {.text = Format::count(item.value("requests_after"_L1).toInteger())},
                 {.text = Format::money(before)},
                 {.text = Format::money(after)},
                 {.text = signedMoney(after - before)},
                 {.text = Format::duration(typical.isDouble() ? std::optional(typical.toDouble())
                                                              : std::nullopt)}}});
    }
    m_models.setRows(rows);
    m_table->updateGeometry();
}

void WhatIfPane::showDays(const QJsonObject &result)
{
    QMap<QDate, std::pair<double, double>> days;
    for (const QJsonValue &value : result.value("days"_L1).toArray()) {
        auto &day = days[QDate::fromString(value["day"_L1].toString(), Qt::ISODate)];
        day.first += double(value["before_nano_usd"_L1].toInteger()) / nanoPerDollar;
        day.second += double(value["after_nano_usd"_L1].toInteger()) / nanoPerDollar;
    }
    LineChartData lines{.times = {}, .keys = {}, .axisLabels = {}, .lines = {}};
    LineChartData::Line before{.id = u"before"_s,
                               .name = tr("Before"),
                               .colour = -1,
                               .style = LineChartData::Style::Dashed};
    LineChartData::Line after{.id = u"after"_s, .name = tr("After"), .colour = 0};
    for (auto day = days.begin(); day != days.end(); ++day) {
        lines.times.append(Format::dayAndMonth(day.key()));
        lines.keys.append(day.key().toString(Qt::ISODate));
        before.values.append(day->first);
        after.values.append(day->second);
    }
    for (int label = 0; label < 5 && !days.isEmpty(); ++label)
        lines.axisLabels.append(lines.times.at((lines.times.size() - 1) * label / 4));
    lines.lines = {before, after};
    lines.lastUnfinished = false;
    const auto total = [&result](QLatin1StringView key) {
        return Format::money(result.value(key).toInteger());
    };
    m_panel->setLegend({{.id = before.id,
                         .name = before.name,
                         .total = total("cost_before_nano_usd"_L1),
                         .series = -1,
                         .shape = SwatchShape::Dashes},
                        {.id = after.id,
                         .name = after.name,
                         .total = total("cost_after_nano_usd"_L1),
                         .series = 0,
                         .shape = SwatchShape::Line}});
    m_chart->setData(lines);
}

void WhatIfPane::showProblems(const QJsonObject &result)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &value : result.value("refusals"_L1).toArray()) {
        const QString scope = value["scope"_L1].toString();
        const QString reason = reasonText(value["reason"_L1].toString());
        rows.append({.id = u"refused"_s,
                     .cells = {{.text = tr("Refused: %1").arg(reason), .detail = scope},
                               {.text = Format::count(value["requests"_L1].toInteger())}}});
    }
    for (const QJsonValue &value : result.value("blocked"_L1).toArray()) {
        const QString place = value["provider"_L1].toString() + u'/' + value["model"_L1].toString();
        rows.append({.id = u"blocked"_s,
                     .cells = {{.text = tr("Could not use %1").arg(place),
                                .detail = reasonText(value["reason"_L1].toString())},
                               {.text = Format::count(value["requests"_L1].toInteger())}}});
    }
    m_problems.setRows(rows);
    m_problemCard->setVisible(!rows.isEmpty());
    m_problemTable->updateGeometry();
}

void WhatIfPane::discard()
{
    m_result = {};
    m_resultBox->hide();
}

void WhatIfPane::exportResult()
{
    m_chooseFile(true, u"what-if.csv"_s, [this](const QString &path) {
        QByteArray csv = "day,provider,model,cost_before,cost_after,currency\n"_ba;
        for (const QJsonValue &value : m_result.value("days"_L1).toArray())
            csv += QByteArrayList{csvCell(value["day"_L1].toString()),
                                  csvCell(value["provider"_L1].toString()),
                                  csvCell(value["model"_L1].toString()),
                                  Money{value["before_nano_usd"_L1].toInteger()}.toDecimal(),
                                  Money{value["after_nano_usd"_L1].toInteger()}.toDecimal(),
                                  "USD"_ba}
                       .join(',')
                + '\n';
        const bool isJson = path.endsWith(u".json"_s);
        const bool written = writeFile(path, isJson ? QJsonDocument(m_result).toJson() : csv);
        Q_EMIT done(written ? tr("Exported to %1").arg(path)
                            : tr("%1 cannot be written").arg(path));
    });
}

void WhatIfPane::saveConfiguration()
{
    m_chooseFile(true, u"gatehouse-draft.json"_s, [this](const QString &path) {
        const bool written = writeFile(path, QJsonDocument(Api::toJson(m_tried)).toJson());
        Q_EMIT done(written ? tr("Saved to %1").arg(path) : tr("%1 cannot be written").arg(path));
    });
}

void WhatIfPane::setRange(const QString &range)
{
    if (const int place = m_span->findData(range); place >= 0)
        m_span->setCurrentIndex(place);
}

void WhatIfPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

void WhatIfPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT loaded();
}

} // namespace Gatehouse::Ui
