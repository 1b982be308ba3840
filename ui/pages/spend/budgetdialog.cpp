// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/budgetdialog.h"

#include "core/api/documents/validation.h"
#include "ui/models/budgetwords.h"
#include "ui/pages/spend/budgetrows.h"
#include "ui/widgets/amountspin.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 460;
constexpr double mostDollars = 1e9;
constexpr double nanoPerDollar = 1e9;

//! What a combo box that may be typed in means: the chosen entry, else the words in it.
QString valueOf(const QComboBox &combo)
{
    const int entry = combo.findText(combo.currentText());
    return entry >= 0 ? combo.itemData(entry).toString() : combo.currentText().trimmed();
}

void choose(QComboBox &combo, const QString &value)
{
    const int entry = combo.findData(value);
    if (entry >= 0)
        combo.setCurrentIndex(entry);
    else
        combo.setEditText(value);
}

} // namespace

BudgetDialog::BudgetDialog(const Api::Budget &budget, const Api::Document &document,
                           QWidget *parent)
    : QDialog(parent)
    , m_budget(budget)
    , m_scope(new QComboBox(this))
    , m_amount(new AmountSpin(this))
    , m_period(new QComboBox(this))
    , m_warnAt(new QLineEdit(this))
    , m_action(new QComboBox(this))
{
    setObjectName(u"spend.budgetDialog"_s);
    const bool isNew = budget.scope.isEmpty();
    setWindowTitle(isNew ? tr("New budget") : tr("Edit budget"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    buildFields(document);
    fill(budget);
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.budgetDialog.cancelButton"_s, this);
    auto *save = makeButton(isNew ? tr("Create budget") : tr("Save"), u"primary"_s,
                            u"spend.budgetDialog.saveButton"_s, this);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &BudgetDialog::submit);
    setFixedWidth(dialogWidth);
}

void BudgetDialog::buildFields(const Api::Document &document)
{
    m_scope->setObjectName(u"spend.budgetDialog.scopeCombo"_s);
    m_scope->setEditable(true);
    QStringList scopes{u"gateway"_s};
    for (const Api::Team &team : document.teams)
        scopes.append(u"team:"_s + team.id);
    for (const Api::Provider &provider : document.providers)
        scopes.append(u"provider:"_s + provider.id);
    for (const Api::Route &route : document.routes)
        scopes.append(u"route:"_s + route.id);
    for (const QString &scope : std::as_const(scopes))
        m_scope->addItem(budgetScopeText(scope, document), scope);
    m_amount->setObjectName(u"spend.budgetDialog.amountSpin"_s);
    m_amount->setRange(0.01, mostDollars);
    m_amount->setDecimals(2);
    Format::setDollars(*m_amount);
    m_amount->setGroupSeparatorShown(true);
    m_period->setObjectName(u"spend.budgetDialog.periodCombo"_s);
    m_period->setEditable(true);
    for (const QString &period : {u"day"_s, u"week"_s, u"month"_s, u"quarter"_s, u"year"_s})
        m_period->addItem(budgetPeriodText(period), period);
    m_warnAt->setObjectName(u"spend.budgetDialog.warnField"_s);
    m_warnAt->setPlaceholderText(u"50, 80"_s);
    m_action->setObjectName(u"spend.budgetDialog.actionCombo"_s);
    m_action->addItem(tr("Refuse requests"), u"block"_s);
    m_action->addItem(tr("Only warn"), u"warn"_s);
    for (const Api::Route &route : document.routes)
        m_action->addItem(tr("Redirect to %1").arg(route.id), QString(u"redirect:"_s + route.id));
    const auto add = [this](const QString &path, const QString &label, QWidget *control,
                            const QString &help = {}) {
        auto *field = new FormField(label, control, help, this);
        m_form.add(path, field);
        layout()->addWidget(field);
    };
    add(u"scope"_s, tr("What it is for"), m_scope,
        tr("gateway, team:research, key:ci, person:ann, route:fast, provider:openai or "
           "tag:project=search"));
    add(u"limit_usd"_s, tr("Amount"), m_amount);
    add(u"period"_s, tr("Period"), m_period, tr("Or a rolling one, for example P30D."));
    add(u"warn_at"_s, tr("Warn at (optional)"), m_warnAt,
        tr("Percent of the amount, separated by commas."));
    add(u"action"_s, tr("When it is used up"), m_action);
}

void BudgetDialog::fill(const Api::Budget &budget)
{
    choose(*m_scope, budget.scope.isEmpty() ? u"gateway"_s : budget.scope);
    m_amount->setValue(static_cast<double>(budget.limit.value_or(100'000'000'000)) / nanoPerDollar);
    choose(*m_period, budget.period);
    QStringList warnAt;
    for (const int percent : budget.warnAt)
        warnAt.append(QString::number(percent));
    m_warnAt->setText(warnAt.join(u", "_s));
    m_action->setCurrentIndex(std::max(0, m_action->findData(budget.action)));
}

Api::Budget BudgetDialog::entered() const
{
    Api::Budget budget = m_budget;
    budget.scope = valueOf(*m_scope);
    budget.limit = qRound64(m_amount->value() * 100) * 10'000'000;
    budget.period = valueOf(*m_period);
    budget.action = m_action->currentData().toString();
    budget.warnAt.clear();
    for (const QString &word : m_warnAt->text().split(u',', Qt::SkipEmptyParts))
        budget.warnAt.append(word.trimmed().remove(u'%').trimmed().toInt());
    return budget;
}

void BudgetDialog::submit()
{
    const Api::Budget budget = entered();
    const Api::Findings findings = Api::validate(budget);
    m_form.show(findings);
    if (Api::hasErrors(findings))
        return;
    Q_EMIT saved(budget);
    accept();
}

} // namespace Gatehouse::Ui
