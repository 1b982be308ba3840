// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/pricelistdialog.h"

#include "ui/pages/spend/isoday.h"
#include "ui/pages/spend/pricespane.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 800;
constexpr int tableHeight = 240;

QList<CellsModel::Column> tableColumns()
{
    return {{u"model"_s, PriceListDialog::tr("Model"), CellKind::TwoLine},
            {u"change"_s, PriceListDialog::tr("Change"), CellKind::Pill},
            {u"prices"_s, PriceListDialog::tr("Prices"), CellKind::TwoLine}};
}

CellsModel::Cell changeCell(const QString &change)
{
    if (change == "added"_L1)
        return {.text = PriceListDialog::tr("New"), .tone = Tone::Accent};
    if (change == "removed"_L1)
        return {.text = PriceListDialog::tr("Removed"), .tone = Tone::Neutral};
    if (change == "dearer"_L1)
        return {.text = PriceListDialog::tr("Dearer"), .tone = Tone::Warn};
    if (change == "cheaper"_L1)
        return {.text = PriceListDialog::tr("Cheaper"), .tone = Tone::Ok};
    return {.text = PriceListDialog::tr("Changed"), .tone = Tone::Neutral};
}

QString amountOf(const QJsonValue &nano)
{
    return nano.isNull() ? Format::unknown() : Format::dollars(nano.toInteger());
}

//! The rarest prices keep the names that the list has for them.
QString wordsOf(const QString &field)
{
    if (field == "input"_L1)
        return PricesPane::tr("Input");
    if (field == "output"_L1)
        return PricesPane::tr("Output");
    if (field == "cache_read"_L1)
        return PricesPane::tr("Cache read");
    if (field == "cache_write_1h"_L1)
        return PriceListDialog::tr("Cache write 1 h");
    return field == "cache_write"_L1 ? PricesPane::tr("Cache write") : field;
}

//! "Input $2.50 → $3.00"; of a model that comes or goes "Input $2.50".
QString priceOf(const QJsonValue &field, const QString &change)
{
    const QString words = wordsOf(field["name"_L1].toString());
    if (change == "added"_L1 || change == "removed"_L1)
        return u"%1 %2"_s.arg(words,
                              amountOf(field[change == "added"_L1 ? "after"_L1 : "before"_L1]));
    return u"%1 %2 → %3"_s.arg(words, amountOf(field["before"_L1]), amountOf(field["after"_L1]));
}

//! Input and output, and under them the rarer prices.
CellsModel::Cell pricesCell(const QJsonObject &item)
{
    QStringList usual;
    QStringList rare;
    for (const QJsonValue &field : item.value("fields"_L1).toArray()) {
        const QString name = field["name"_L1].toString();
        const bool isUsual = name == "input"_L1 || name == "output"_L1;
        (isUsual ? usual : rare).append(priceOf(field, item.value("change"_L1).toString()));
    }
    if (usual.isEmpty())
        usual.swap(rare);
    return {.text = usual.join(u" · "_s),
            .toolTip = (usual + rare).join(u'\n'),
            .detail = rare.join(u" · "_s)};
}

CellsModel::Row rowOf(const QJsonObject &item)
{
    const QString model = item.value("model"_L1).toString();
    const QString provider = item.value("provider"_L1).toString();
    return {.id = provider + u'/' + model,
            .cells = {{.text = model, .detail = provider},
                      changeCell(item.value("change"_L1).toString()),
                      pricesCell(item)}};
}

QString sentenceOf(const QJsonObject &difference)
{
    const auto count = [&difference](QLatin1StringView name) {
        return Format::count(difference.value(name).toInteger());
    };
    return PriceListDialog::tr("List of %1 in place of that of %2: %3 new, %4 removed, %5 dearer, "
                               "%6 cheaper, %7 changed otherwise.")
        .arg(dayOfIso(difference.value("after"_L1).toString()),
             dayOfIso(difference.value("before"_L1).toString()), count("added"_L1),
             count("removed"_L1), count("dearer"_L1), count("cheaper"_L1), count("changed"_L1));
}

} // namespace

PriceListDialog::PriceListDialog(Api::AdminClient &client, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_rows(tableColumns())
{
    setObjectName(u"spend.priceListDialog"_s);
    setWindowTitle(tr("Update the price list"));
    setAccessibleName(windowTitle());
    QLabel *intro = makeLabel(tr("Nothing is fetched by itself. A newer list comes from a file, or "
                                 "from an address that the gateway reads once."),
                              u"muted"_s, this);
    intro->setWordWrap(true);
    m_result = makeLabel({}, u"muted"_s, this);
    m_result->setObjectName(u"spend.priceListDialog.resultLabel"_s);
    m_result->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(intro);
    layout->addWidget(makeSource());
    layout->addWidget(m_result);
    layout->addWidget(makeTable());
    layout->addWidget(makeButtons());
    setFixedWidth(dialogWidth);
}

QWidget *PriceListDialog::makeSource()
{
    auto *source = new QWidget(this);
    m_address = new QLineEdit(source);
    m_address->setObjectName(u"spend.priceListDialog.addressField"_s);
    m_address->setPlaceholderText(u"https://prices.example.com/list.json"_s);
    m_read = makeButton(tr("Read"), {}, u"spend.priceListDialog.readButton"_s, source);
    m_read->setEnabled(false);
    m_file = makeButton(tr("Choose a file…"), {}, u"spend.priceListDialog.fileButton"_s, source);
    for (QPushButton *button : {m_read, m_file})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(source);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(new FormField(tr("Address"), m_address, {}, source), 1);
    row->addWidget(m_read, 0, Qt::AlignBottom);
    row->addWidget(m_file, 0, Qt::AlignBottom);
    connect(m_file, &QPushButton::clicked, this, &PriceListDialog::chooseFile);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_read->setEnabled(!text.trimmed().isEmpty());
        m_take->setEnabled(false);
    });
    const auto read = [this] {
        m_source = {{u"url"_s, m_address->text().trimmed()}};
        ask(true);
    };
    connect(m_read, &QPushButton::clicked, this, read);
    connect(m_address, &QLineEdit::returnPressed, this, read);
    return source;
}

QWidget *PriceListDialog::makeTable()
{
    m_table = new TableView(this);
    m_table->setObjectName(u"spend.priceListDialog.table"_s);
    m_table->setAccessibleName(tr("What changes, by model"));
    m_table->setModel(&m_rows);
    m_table->setFixedHeight(tableHeight);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setColumnCharacters(0, 26);
    m_table->setColumnCharacters(1, 9);
    return m_table;
}

QWidget *PriceListDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_keep =
        makeButton(tr("Keep the present list"), {}, u"spend.priceListDialog.keepButton"_s, buttons);
    m_keep->setToolTip(tr("It is noted that the list was looked at today."));
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"spend.priceListDialog.cancelButton"_s, buttons);
    m_take = makeButton(tr("Take this list"), u"primary"_s, u"spend.priceListDialog.takeButton"_s,
                        buttons);
    m_take->setEnabled(false);
    for (QPushButton *button : {m_keep, cancel})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_keep);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, &PriceListDialog::confirm);
    connect(m_take, &QPushButton::clicked, this, [this] { ask(false); });
    return buttons;
}

void PriceListDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Price list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Price lists (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PriceListDialog::readFile);
    dialog->open();
}

void PriceListDialog::readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2").arg(name, file.errorString()), u"error"_s);
    m_source = {{u"text"_s, QString::fromUtf8(file.readAll())}, {u"name"_s, name}};
    ask(true);
}

void PriceListDialog::ask(bool dryRun)
{
    QJsonObject body = m_source;
    body.insert(u"dry_run"_s, dryRun);
    m_take->setEnabled(false);
    say(dryRun ? tr("Comparing with the present list…") : tr("Taking the list…"), u"muted"_s);
    Api::AdminCall *call = m_client.post(u"/prices/update"_s, body);
    connect(call, &Api::AdminCall::finished, this, [this, dryRun](Api::AdminCall *ended) {
        if (!ended->succeeded()) {
            m_rows.setRows({});
            const QString &path = ended->error().path;
            say(path.isEmpty() ? ended->error().detail
                               : u"%1: %2"_s.arg(path, ended->error().detail),
                u"error"_s);
        } else if (dryRun) {
            answered(ended->reply().body);
        } else {
            Q_EMIT taken(tr("Prices are of the list of %1 now")
                             .arg(dayOfIso(ended->reply().body.value("after"_L1).toString())));
            accept();
        }
    });
}

void PriceListDialog::answered(const QJsonObject &difference)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : difference.value("items"_L1).toArray())
        rows.append(rowOf(item.toObject()));
    m_rows.setRows(rows);
    say(rows.isEmpty() ? tr("This list has the same prices as the present one.")
                       : sentenceOf(difference),
        u"muted"_s);
    m_take->setEnabled(true);
}

void PriceListDialog::confirm()
{
    Api::AdminCall *call = m_client.post(u"/prices/update/confirm"_s);
    connect(call, &Api::AdminCall::finished, this, [this](Api::AdminCall *ended) {
        if (!ended->succeeded())
            return say(ended->error().detail, u"error"_s);
        Q_EMIT taken(tr("The price list was looked at today"));
        accept();
    });
}

void PriceListDialog::say(const QString &text, const QString &kind)
{
    m_result->setProperty("kind", kind);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    m_result->setText(text);
}

} // namespace Gatehouse::Ui
