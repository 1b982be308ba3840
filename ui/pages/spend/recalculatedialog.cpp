// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/recalculatedialog.h"

#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int tableHeight = 200;
constexpr int longestReason = 200;
constexpr auto lookEvery = 500ms;

QList<CellsModel::Column> tableColumns()
{
    return {{u"model"_s, RecalculateDialog::tr("Model"), CellKind::TwoLine},
            {u"requests"_s, RecalculateDialog::tr("Requests"), CellKind::Number},
            {u"before"_s, RecalculateDialog::tr("Before"), CellKind::Number},
            {u"after"_s, RecalculateDialog::tr("After"), CellKind::Number}};
}

} // namespace

RecalculateDialog::RecalculateDialog(Api::AdminClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.recalculateDialog"_s);
    setWindowTitle(tr("Recalculate past costs"));
    setAccessibleName(windowTitle());
    m_result = makeLabel({}, u"muted"_s, this);
    m_result->setObjectName(u"spend.recalculateDialog.resultLabel"_s);
    m_result->setWordWrap(true);
    QLabel *intro = makeLabel(
        tr("Requests get the cost that the prices of now have for the day on which they started. "
           "What they said before is kept."),
        u"muted"_s, this);
    intro->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(intro);
    layout->addWidget(makeFields());
    layout->addWidget(m_result);
    layout->addWidget(makeTable());
    layout->addWidget(makeButtons());
    setFixedWidth(dialogWidth);
    m_looks.setInterval(lookEvery);
    connect(&m_looks, &QTimer::timeout, this, &RecalculateDialog::look);
    setStage(Stage::Asking);
    setMinimumHeight(layout->totalHeightForWidth(dialogWidth)); // of lines that wrap, too
}

QWidget *RecalculateDialog::makeFields()
{
    auto *fields = new QWidget(this);
    m_span = new QComboBox(fields);
    m_span->setObjectName(u"spend.recalculateDialog.spanCombo"_s);
    m_span->addItem(tr("Last 24 hours"), u"24h"_s);
    m_span->addItem(tr("Last 7 days"), u"7d"_s);
    m_span->addItem(tr("Last 30 days"), u"30d"_s);
    m_span->addItem(tr("Last 90 days"), u"90d"_s);
    m_span->setCurrentIndex(2);
    m_model = new QLineEdit(fields);
    m_model->setObjectName(u"spend.recalculateDialog.modelField"_s);
    m_model->setPlaceholderText(tr("All models"));
    m_reason = new QLineEdit(fields);
    m_reason->setObjectName(u"spend.recalculateDialog.reasonField"_s);
    m_reason->setMaxLength(longestReason);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new FormField(tr("Requests of the"), m_span, {}, fields), 1, Qt::AlignTop);
    row->addWidget(new FormField(tr("Model"), m_model, {}, fields), 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addLayout(row);
    column->addWidget(
        new FormField(tr("Reason (optional)"), m_reason, tr("Kept in the audit log."), fields));
    const auto askAnew = [this] { setStage(Stage::Asking); };
    connect(m_span, &QComboBox::currentIndexChanged, this, askAnew);
    connect(m_model, &QLineEdit::textChanged, this, askAnew);
    return fields;
}

QWidget *RecalculateDialog::makeTable()
{
    m_table = new TableView(this);
    m_table->setObjectName(u"spend.recalculateDialog.table"_s);
    m_table->setAccessibleName(tr("What changes, by model"));
    m_table->setModel(&m_rows);
    m_table->setFixedHeight(tableHeight);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2, 3})
        m_table->setColumnText(column, u"$88,888.8888"_s);
    return m_table;
}

QWidget *RecalculateDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_cancel = makeButton(tr("Cancel"), {}, u"spend.recalculateDialog.cancelButton"_s, buttons);
    m_compare = makeButton(tr("Show the difference"), {},
                           u"spend.recalculateDialog.compareButton"_s, buttons);
    m_apply = makeButton(tr("Recalculate"), u"primary"_s, u"spend.recalculateDialog.applyButton"_s,
                         buttons);
    m_cancel->setAutoDefault(false);
    m_compare->setDefault(true);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addStretch(1);
    for (QPushButton *button : {m_cancel, m_compare, m_apply})
        row->addWidget(button);
    connect(m_cancel, &QPushButton::clicked, this, &RecalculateDialog::stop);
    connect(m_compare, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_apply, &QPushButton::clicked, this, [this] { start(false); });
    return buttons;
}

void RecalculateDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool isWorking = stage == Stage::Comparing || stage == Stage::Applying;
    for (QWidget *field : {static_cast<QWidget *>(m_span), static_cast<QWidget *>(m_model),
                           static_cast<QWidget *>(m_reason)})
        field->setEnabled(!isWorking);
    if (m_apply) {
        m_compare->setEnabled(stage == Stage::Asking || stage == Stage::Compared);
        m_apply->setEnabled(stage == Stage::Compared && m_rows.rowCount() > 0);
    }
    if (stage == Stage::Asking) {
        m_rows.setRows({});
        m_result->setText(tr("First look at the difference; nothing is changed by that."));
    }
    if (isWorking)
        m_looks.start();
    else
        m_looks.stop();
}

void RecalculateDialog::start(bool dryRun)
{
    setStage(dryRun ? Stage::Comparing : Stage::Applying);
    m_result->setText(tr("The gateway works it out…"));
    const QJsonObject body{{u"since"_s, m_span->currentData().toString()},
                           {u"model"_s, m_model->text().trimmed()},
                           {u"reason"_s, m_reason->text().trimmed()},
                           {u"dry_run"_s, dryRun},
                           {u"wait"_s, true}};
    Api::AdminCall *call = m_client.post(u"/prices/recalculate"_s, body);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *done) {
        if (done->succeeded()) {
            ended(done->reply().body);
            return;
        }
        setStage(Stage::Asking);
        m_result->setText(done->error().detail);
    });
}

void RecalculateDialog::look()
{
    Api::AdminCall *call = m_client.get(u"/prices/recalculate"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *done) {
        const QJsonObject &report = done->reply().body;
        const bool isWorking = m_stage == Stage::Comparing || m_stage == Stage::Applying;
        if (isWorking && done->succeeded() && report.contains("rows"_L1))
            m_result->setText(tr("%1 of %2 requests…")
                                  .arg(Format::count(report.value("done"_L1).toInteger()),
                                       Format::count(report.value("rows"_L1).toInteger())));
    });
}

void RecalculateDialog::ended(const QJsonObject &report)
{
    const bool wasApplied = m_stage == Stage::Applying;
    showReport(report);
    setStage(Stage::Compared);
    if (!wasApplied)
        return;
    Q_EMIT recalculated(report.value("changed"_L1).toInteger());
    accept();
}

void RecalculateDialog::showReport(const QJsonObject &report)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : report.value("items"_L1).toArray())
        rows.append({.id = item["provider"_L1].toString() + u'/' + item["model"_L1].toString(),
                     .cells = {{.text = item["model"_L1].toString(),
                                .detail = item["provider"_L1].toString()},
                               {.text = Format::count(item["rows"_L1].toInteger())},
                               CellsModel::moneyCell(item["before_nano_usd"_L1].toInteger()),
                               CellsModel::moneyCell(item["after_nano_usd"_L1].toInteger())}});
    m_rows.setRows(rows);
    const qint64 changed = report.value("changed"_L1).toInteger();
    if (changed == 0)
        m_result->setText(tr("Nothing changes: all costs are those of the prices of now."));
    else
        m_result->setText(tr("%1 of %2 requests change, from %3 to %4.")
                              .arg(Format::count(changed),
                                   Format::count(report.value("rows"_L1).toInteger()),
                                   Format::money(report.value("before_nano_usd"_L1).toInteger()),
                                   Format::money(report.value("after_nano_usd"_L1).toInteger())));
}

void RecalculateDialog::stop()
{
    if (m_stage == Stage::Comparing || m_stage == Stage::Applying)
        m_client.remove(u"/prices/recalculate"_s);
    reject();
}

} // namespace Gatehouse::Ui
