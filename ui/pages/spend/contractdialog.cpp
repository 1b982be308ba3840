// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/contractdialog.h"

#include "core/api/documents/validation.h"
#include "core/base/quantities.h"
#include "ui/widgets/amountspin.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 620;
constexpr int shownLines = 2;
constexpr double mostDollars = 1e9;
constexpr double nanoPerDollar = 1e9;
constexpr qint64 usualAmount = 10'000'000'000'000; // $10,000

QString textOf(qint64 nano)
{
    return QString::fromLatin1(Money{nano}.toDecimal());
}

//! Nothing when it is no amount.
std::optional<qint64> nanoOf(QString text)
{
    if (text.startsWith(u'$'))
        text.remove(0, 1);
    return decimalToNano(text.toLatin1());
}

//! "5000 12.5": the volume in dollars and the percent off, one to a line.
QString linesOf(const QList<Api::ContractTier> &tiers)
{
    QStringList lines;
    for (const Api::ContractTier &tier : tiers)
        lines.append(
            u"%1 %2"_s.arg(textOf(tier.above.value_or(0)), QString::number(tier.discountPercent)));
    return lines.join(u'\n');
}

//! "gpt-4o 2 8 5000": model, dollars per million in and out, and the volume they hold from.
QString linesOf(const QList<Api::ContractPrice> &prices)
{
    QStringList lines;
    for (const Api::ContractPrice &price : prices) {
        QString line = u"%1 %2 %3"_s.arg(price.model, price.input ? textOf(*price.input) : u"*"_s,
                                         price.output ? textOf(*price.output) : u"*"_s);
        if (price.above)
            line += u' ' + textOf(*price.above);
        lines.append(line);
    }
    return lines.join(u'\n');
}

std::optional<Api::ContractTier> tierIn(const QStringList &words)
{
    bool isNumber = false;
    const auto above = words.size() == 2 ? nanoOf(words[0]) : std::nullopt;
    const double percent = words.size() == 2 ? words[1].toDouble(&isNumber) : 0;
    if (!above || !isNumber)
        return {};
    return Api::ContractTier{.above = above, .discountPercent = percent};
}

std::optional<Api::ContractPrice> priceIn(const QStringList &words)
{
    if (words.size() < 3 || words.size() > 4)
        return {};
    Api::ContractPrice price;
    price.model = words[0];
    std::optional<qint64> Api::ContractPrice::*const members[] = {
        &Api::ContractPrice::input, &Api::ContractPrice::output, &Api::ContractPrice::above};
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == "*"_L1)
            continue;
        const auto nano = nanoOf(words[i]);
        if (!nano)
            return {};
        price.*members[i - 1] = nano;
    }
    return price;
}

//! Keeps what the line does not show of the price it stands for.
Api::ContractPrice withRest(Api::ContractPrice entered, const QList<Api::ContractPrice> &before)
{
    const auto same = std::ranges::find_if(before, [&](const Api::ContractPrice &one) {
        return one.model == entered.model && one.above == entered.above;
    });
    if (same == before.end())
        return entered;
    Api::ContractPrice kept = *same;
    kept.input = entered.input;
    kept.output = entered.output;
    return kept;
}

} // namespace

ContractDialog::ContractDialog(const Api::Contract &contract, const Api::Document &document,
                               const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_contract(contract)
    , m_document(document)
    , m_id(new QLineEdit(this))
    , m_provider(new QComboBox(this))
    , m_amount(new AmountSpin(this))
    , m_from(new QDateEdit(this))
    , m_until(new QDateEdit(this))
    , m_note(new QLineEdit(this))
    , m_discount(new QDoubleSpinBox(this))
    , m_models(new QLineEdit(this))
    , m_tiers(new QPlainTextEdit(this))
    , m_prices(new QPlainTextEdit(this))
{
    setObjectName(u"spend.contractDialog"_s);
    const bool isNew = contract.id.isEmpty();
    setWindowTitle(isNew ? tr("New contract") : tr("Edit contract"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    buildFields();
    fill(today);
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.contractDialog.cancelButton"_s, this);
    auto *save = makeButton(isNew ? tr("Create contract") : tr("Save"), u"primary"_s,
                            u"spend.contractDialog.saveButton"_s, this);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ContractDialog::submit);
    setFixedWidth(dialogWidth);
    setMinimumHeight(layout->totalHeightForWidth(dialogWidth)); // of lines that wrap, too
}

void ContractDialog::buildFields()
{
    m_id->setObjectName(u"spend.contractDialog.idField"_s);
    m_id->setEnabled(m_contract.id.isEmpty());
    m_provider->setObjectName(u"spend.contractDialog.providerCombo"_s);
    for (const Api::Provider &provider : m_document.providers)
        m_provider->addItem(provider.name.isEmpty() ? provider.id : provider.name, provider.id);
    m_amount->setObjectName(u"spend.contractDialog.amountSpin"_s);
    m_amount->setRange(0.01, mostDollars);
    m_amount->setDecimals(2);
    Format::setDollars(*m_amount);
    m_amount->setGroupSeparatorShown(true);
    m_from->setObjectName(u"spend.contractDialog.fromEdit"_s);
    m_until->setObjectName(u"spend.contractDialog.untilEdit"_s);
    for (QDateEdit *edit : {m_from, m_until})
        addCalendar(*edit);
    m_note->setObjectName(u"spend.contractDialog.noteField"_s);
    m_discount->setObjectName(u"spend.contractDialog.discountSpin"_s);
    m_discount->setRange(0, 100);
    m_discount->setDecimals(4);
    m_discount->setSuffix(u" %"_s);
    m_models->setObjectName(u"spend.contractDialog.modelsField"_s);
    m_models->setPlaceholderText(tr("All models"));
    m_tiers->setObjectName(u"spend.contractDialog.tiersField"_s);
    m_tiers->setPlaceholderText(u"5000 12.5"_s);
    m_prices->setObjectName(u"spend.contractDialog.pricesField"_s);
    m_prices->setPlaceholderText(u"gpt-4o 2.00 8.00"_s);
    addPair(u"id"_s, tr("Name"), m_id, u"provider"_s, tr("Provider"), m_provider);
    addPair(u"amount_usd"_s, tr("Amount to be used"), m_amount, u"discount_percent"_s,
            tr("Discount"), m_discount);
    addPair(u"from"_s, tr("First day"), m_from, u"until"_s, tr("Last day"), m_until);
    addPair(u"models"_s, tr("Models (optional)"), m_models, u"note"_s, tr("Note (optional)"),
            m_note);
    addLines(u"tiers"_s, tr("Discounts by volume"), m_tiers,
             tr("One to a line: dollars used before discounts, then the percent off. Each holds "
                "from the day after."));
    addLines(u"prices"_s, tr("Own prices"), m_prices,
             tr("One to a line: model, dollars per million tokens in and out, and the volume they "
                "hold from, if any."));
}

void ContractDialog::addPair(const QString &path, const QString &label, QWidget *control,
                             const QString &other, const QString &otherLabel, QWidget *otherControl)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (const auto &[key, name, widget] :
         {std::tuple(path, label, control), std::tuple(other, otherLabel, otherControl)}) {
        auto *field = new FormField(name, widget, {}, this);
        m_form.add(key, field);
        row->addWidget(field, 1, Qt::AlignTop);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ContractDialog::addLines(const QString &path, const QString &label, QPlainTextEdit *control,
                              const QString &help)
{
    constexpr int frame = 16;
    control->setTabChangesFocus(true);
    control->setFixedHeight(fontMetrics().lineSpacing() * shownLines + frame);
    auto *field = new FormField(label, control, help, this);
    m_form.add(path, field);
    layout()->addWidget(field);
}

void ContractDialog::fill(const QDate &today)
{
    m_id->setText(m_contract.id);
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(m_contract.provider)));
    m_amount->setValue(double(m_contract.amount.value_or(usualAmount)) / nanoPerDollar);
    const QDate from = QDate::fromString(m_contract.from, Qt::ISODate);
    const QDate until = QDate::fromString(m_contract.until, Qt::ISODate);
    m_from->setDate(from.isValid() ? from : QDate(today.year(), 1, 1));
    m_until->setDate(until.isValid() ? until : QDate(today.year(), 12, 31));
    m_note->setText(m_contract.note);
    m_discount->setValue(m_contract.discountPercent);
    m_models->setText(m_contract.models.join(u", "_s));
    m_tiers->setPlainText(linesOf(m_contract.tiers));
    m_prices->setPlainText(linesOf(m_contract.prices));
}

Api::Contract ContractDialog::entered() const
{
    Api::Contract contract = m_contract;
    contract.id = m_id->text().trimmed();
    contract.provider = m_provider->currentData().toString();
    contract.amount = qRound64(m_amount->value() * 100) * 10'000'000;
    contract.from = m_from->date().toString(Qt::ISODate);
    contract.until = m_until->date().toString(Qt::ISODate);
    contract.note = m_note->text().trimmed();
    contract.discountPercent = m_discount->value();
    contract.models.clear();
    for (const QString &model : m_models->text().split(u',', Qt::SkipEmptyParts)) {
        if (!model.trimmed().isEmpty())
            contract.models.append(model.trimmed());
    }
    return contract;
}

void ContractDialog::takeLines(Api::Contract &contract, Api::Findings &findings) const
{
    contract.tiers.clear();
    contract.prices.clear();
    const auto refuse = [&findings](const QString &path, const QString &line,
                                    const QString &example) {
        findings.append({.severity = Api::Severity::Error,
                         .path = path,
                         .message = tr("\"%1\" is no such line; write for example %2.")
                                        .arg(line.trimmed().left(60), example)});
    };
    for (const QString &line : m_tiers->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        if (const auto tier = tierIn(line.simplified().split(u' ')))
            contract.tiers.append(*tier);
        else
            refuse(u"tiers"_s, line, u"5000 12.5"_s);
    }
    for (const QString &line : m_prices->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        if (const auto price = priceIn(line.simplified().split(u' ')))
            contract.prices.append(withRest(*price, m_contract.prices));
        else
            refuse(u"prices"_s, line, u"gpt-4o 2.00 8.00"_s);
    }
}

void ContractDialog::submit()
{
    Api::Contract contract = entered();
    Api::Findings findings;
    takeLines(contract, findings);
    findings += Api::validate(contract);
    const bool isTaken = m_contract.id.isEmpty()
        && std::ranges::any_of(m_document.contracts,
                               [&](const Api::Contract &other) { return other.id == contract.id; });
    if (isTaken)
        findings.append({.severity = Api::Severity::Error,
                         .path = u"id"_s,
                         .message = tr("There is a contract of this name already.")});
    m_form.show(findings);
    if (Api::hasErrors(findings))
        return;
    Q_EMIT saved(contract);
    accept();
}

} // namespace Gatehouse::Ui
