// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/contractdialog.h"

#include "core/api/documents/validation.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;
constexpr double mostDollars = 1e9;
constexpr double nanoPerDollar = 1e9;
constexpr qint64 usualAmount = 10'000'000'000'000; // $10,000

} // namespace

ContractDialog::ContractDialog(const Api::Contract &contract, const Api::Document &document,
                               const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_contract(contract)
    , m_document(document)
    , m_id(new QLineEdit(this))
    , m_provider(new QComboBox(this))
    , m_amount(new QDoubleSpinBox(this))
    , m_from(new QDateEdit(this))
    , m_until(new QDateEdit(this))
    , m_note(new QLineEdit(this))
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
    m_amount->setPrefix(u"$"_s);
    m_amount->setGroupSeparatorShown(true);
    m_from->setObjectName(u"spend.contractDialog.fromEdit"_s);
    m_until->setObjectName(u"spend.contractDialog.untilEdit"_s);
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    }
    m_note->setObjectName(u"spend.contractDialog.noteField"_s);
    const auto add = [this](const QString &path, const QString &label, QWidget *control,
                            const QString &help = {}) {
        auto *field = new FormField(label, control, help, this);
        m_form.add(path, field);
        layout()->addWidget(field);
    };
    add(u"id"_s, tr("Name"), m_id, tr("Short, for example openai-2026."));
    add(u"provider"_s, tr("Provider"), m_provider,
        tr("Its discount is the price multiplier of the provider."));
    add(u"amount_usd"_s, tr("Amount to be used"), m_amount);
    add(u"from"_s, tr("First day"), m_from);
    add(u"until"_s, tr("Last day"), m_until);
    add(u"note"_s, tr("Note (optional)"), m_note);
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
    return contract;
}

void ContractDialog::submit()
{
    const Api::Contract contract = entered();
    Api::Findings findings = Api::validate(contract);
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
