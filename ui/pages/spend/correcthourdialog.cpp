// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/correcthourdialog.h"

#include "ui/models/seriescolours.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int tableHeight = 160;
constexpr int longestReason = 200;
constexpr double mostDollars = 1e6;
constexpr double nanoPerDollar = 1e9;

QList<CellsModel::Column> tableColumns()
{
    return {{u"days"_s, CorrectHourDialog::tr("Days"), CellKind::TwoLine},
            {u"hour"_s, CorrectHourDialog::tr("An hour"), CellKind::Number},
            {u"made"_s, CorrectHourDialog::tr("Entered"), CellKind::Text}};
}

QString dayText(const QJsonValue &iso)
{
    return Format::day(QDate::fromString(iso.toString(), Qt::ISODate));
}

QString momentText(const QJsonValue &iso)
{
    return Format::moment(QDateTime::fromString(iso.toString(), Qt::ISODateWithMs));
}

CellsModel::Row correctionRow(const QJsonValue &one)
{
    const QString reason = one["reason"_L1].toString();
    const QString who = one["who"_L1].toString();
    return {.id = one["time"_L1].toString(),
            .cells = {{.text = CorrectHourDialog::tr("Corrected: %1 to %2", "two days")
                                   .arg(dayText(one["from"_L1]), dayText(one["until"_L1])),
                       .detail = reason.isEmpty() ? who : QString(who + u" · "_s + reason)},
                      {.text = Format::dollars(one["hour_nano_usd"_L1].toInteger())},
                      {.text = momentText(one["time"_L1])}}};
}

CellsModel::Row agreementRow(const QJsonValue &one)
{
    const qint64 hour = one["hour_nano_usd"_L1].toInteger();
    const QString schedule = one["schedule"_L1].toString();
    return {
        .id = one["since"_L1].toString(),
        .cells = {
            {.text = CorrectHourDialog::tr("From %1 on")
                         .arg(dayText(one["since"_L1].toString().left(10))),
             .detail = schedule.isEmpty() ? CorrectHourDialog::tr("Around the clock") : schedule},
            {.text = hour > 0 ? Format::dollars(hour) : CorrectHourDialog::tr("Not by the hour")},
            {.text = momentText(one["since"_L1])}}};
}

} // namespace

CorrectHourDialog::CorrectHourDialog(Api::AdminClient &client, const QJsonObject &machines,
                                     const SeriesColours &names, const QDate &today,
                                     QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_machines(machines)
    , m_names(names)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.correctHourDialog"_s);
    setWindowTitle(tr("Correct the price of an hour"));
    setAccessibleName(windowTitle());
    QLabel *intro = makeLabel(tr("For days that are past. The price of now is kept with the "
                                 "provider. Idle hours and requests booked by time are worked out "
                                 "anew; what stood there before is kept."),
                              u"muted"_s, this);
    intro->setWordWrap(true);
    m_result = makeLabel({}, u"muted"_s, this);
    m_result->setObjectName(u"spend.correctHourDialog.resultLabel"_s);
    m_result->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(intro);
    layout->addWidget(makeFields(today));
    layout->addWidget(m_result);
    layout->addWidget(makeTable());
    layout->addWidget(makeButtons());
    setFixedWidth(dialogWidth);
    showHistory();
    forget();
    setMinimumHeight(layout->totalHeightForWidth(dialogWidth)); // of lines that wrap, too
}

QWidget *CorrectHourDialog::makeFields(const QDate &today)
{
    auto *fields = new QWidget(this);
    m_provider = new QComboBox(fields);
    m_provider->setObjectName(u"spend.correctHourDialog.providerCombo"_s);
    for (const QJsonValue &one : m_machines.value("terms"_L1).toArray()) {
        const QString id = one["provider"_L1].toString();
        if (m_provider->findData(id) < 0)
            m_provider->addItem(m_names.name(id), id);
    }
    m_from = new QDateEdit(today.addDays(-1), fields);
    m_from->setObjectName(u"spend.correctHourDialog.fromEdit"_s);
    m_until = new QDateEdit(today.addDays(-1), fields);
    m_until->setObjectName(u"spend.correctHourDialog.untilEdit"_s);
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setMaximumDate(today);
        addCalendar(*edit);
    }
    m_hour = new QDoubleSpinBox(fields);
    m_hour->setObjectName(u"spend.correctHourDialog.hourSpin"_s);
    m_hour->setDecimals(4);
    m_hour->setRange(0.0001, mostDollars);
    Format::setDollars(*m_hour);
    m_reason = new QLineEdit(fields);
    m_reason->setObjectName(u"spend.correctHourDialog.reasonField"_s);
    m_reason->setMaxLength(longestReason);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins({});
    column->setSpacing(12);
    const auto addRow = [&](FormField *left, FormField *right) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(left, 1, Qt::AlignTop);
        row->addWidget(right, 1, Qt::AlignTop);
        column->addLayout(row);
    };
    addRow(new FormField(tr("Machine of"), m_provider, {}, fields),
           new FormField(tr("What an hour cost"), m_hour, {}, fields));
    addRow(new FormField(tr("First day"), m_from, {}, fields),
           new FormField(tr("Last day"), m_until, {}, fields));
    column->addWidget(
        new FormField(tr("Reason (optional)"), m_reason, tr("Kept in the audit log."), fields));
    connect(m_provider, &QComboBox::currentIndexChanged, this, &CorrectHourDialog::showHistory);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &CorrectHourDialog::forget);
    connect(m_from, &QDateEdit::dateChanged, this, &CorrectHourDialog::forget);
    connect(m_until, &QDateEdit::dateChanged, this, &CorrectHourDialog::forget);
    connect(m_hour, &QDoubleSpinBox::valueChanged, this, &CorrectHourDialog::forget);
    return fields;
}

QWidget *CorrectHourDialog::makeTable()
{
    auto *table = new TableView(this);
    table->setObjectName(u"spend.correctHourDialog.table"_s);
    table->setAccessibleName(tr("What an hour was said to cost"));
    table->setModel(&m_rows);
    table->setFixedHeight(tableHeight);
    table->verticalHeader()->setDefaultSectionSize(
        2 * QFontMetrics(roleFont(FontRole::TableCell)).height() + 16);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setColumnText(1, u"$8,888.8888"_s);
    table->setColumnText(2, Format::moment(QDateTime(QDate(2026, 9, 28), QTime(20, 58))));
    return table;
}

QWidget *CorrectHourDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.correctHourDialog.cancelButton"_s, buttons);
    m_compare = makeButton(tr("Show the difference"), {},
                           u"spend.correctHourDialog.compareButton"_s, buttons);
    m_apply =
        makeButton(tr("Correct"), u"primary"_s, u"spend.correctHourDialog.applyButton"_s, buttons);
    cancel->setAutoDefault(false);
    m_compare->setDefault(true);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addStretch(1);
    for (QPushButton *button : {cancel, m_compare, m_apply})
        row->addWidget(button);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_compare, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_apply, &QPushButton::clicked, this, [this] { ask(false); });
    return buttons;
}

QString CorrectHourDialog::provider() const
{
    return m_provider->currentData().toString();
}

//! The newest first; the price of now is offered.
void CorrectHourDialog::showHistory()
{
    QList<CellsModel::Row> rows;
    const auto isOwn = [this](const QJsonValue &one) {
        return one["provider"_L1].toString() == provider();
    };
    for (const QJsonValue &one : m_machines.value("corrections"_L1).toArray()) {
        if (isOwn(one))
            rows.prepend(correctionRow(one));
    }
    const qsizetype corrections = rows.size();
    for (const QJsonValue &one : m_machines.value("terms"_L1).toArray()) {
        if (!isOwn(one))
            continue;
        rows.insert(corrections, agreementRow(one));
        if (const qint64 hour = one["hour_nano_usd"_L1].toInteger(); hour > 0)
            m_hour->setValue(double(hour) / nanoPerDollar);
    }
    m_rows.setRows(rows);
}

//! Another question: its difference is not known yet.
void CorrectHourDialog::forget()
{
    if (m_apply)
        m_apply->setEnabled(false);
    m_result->setText(tr("First look at the difference; nothing is changed by that."));
}

void CorrectHourDialog::ask(bool dryRun)
{
    for (QPushButton *button : {m_compare, m_apply})
        button->setEnabled(false);
    m_result->setText(tr("The gateway works it out…"));
    const QJsonObject body{{u"from"_s, m_from->date().toString(Qt::ISODate)},
                           {u"until"_s, m_until->date().toString(Qt::ISODate)},
                           {u"hourly_cost_usd"_s, m_hour->value()},
                           {u"reason"_s, m_reason->text().trimmed()},
                           {u"dry_run"_s, dryRun}};
    const QString path =
        u"/machines/%1/correct"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(provider())));
    connect(m_client.post(path, body), &Api::AdminCall::finished, this,
            [this, dryRun](Api::AdminCall *call) { ended(*call, dryRun); });
}

void CorrectHourDialog::ended(const Api::AdminCall &call, bool dryRun)
{
    m_compare->setEnabled(true);
    if (!call.succeeded()) {
        m_result->setText(call.error().detail);
        return;
    }
    if (dryRun) {
        showDifference(call.reply().body);
        m_apply->setEnabled(true);
        return;
    }
    Q_EMIT corrected(m_names.name(provider()));
    accept();
}

void CorrectHourDialog::showDifference(const QJsonObject &answer)
{
    const auto money = [&answer](QLatin1StringView key) {
        return Format::money(answer.value(key).toInteger());
    };
    QString text = tr("Paid %1 → %2, idle %3 → %4.")
                       .arg(money("paid_before_nano_usd"_L1), money("paid_after_nano_usd"_L1),
                            money("idle_before_nano_usd"_L1), money("idle_after_nano_usd"_L1));
    if (const qint64 changed = answer.value("requests_changed"_L1).toInteger(); changed > 0)
        text += u' ' + tr("%Ln requests cost something else.", nullptr, int(changed));
    m_result->setText(text);
}

} // namespace Gatehouse::Ui
