// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/spendingfields.h"

#include "ui/pages/access/limitfields.h"
#include "ui/widgets/amountspin.h"
#include "ui/widgets/form.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/replacedwords.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double dearest = 10'000'000;

void choose(QComboBox *combo, const QString &value)
{
    int index = combo->findData(value);
    if (index < 0) { // "PT5H" of a file: kept until another one is chosen
        index = combo->count();
        combo->addItem(value, value);
    }
    combo->setCurrentIndex(index);
}

} // namespace

SpendingFields::SpendingFields(const QString &area, Form &form, const QStringList &routes,
                               QWidget *parent)
    : QWidget(parent)
    , m_budget(new AmountSpin(this))
    , m_period(new QComboBox(this))
    , m_action(new QComboBox(this))
    , m_limits(new LimitFields(area, u"limits"_s, form, this))
{
    m_budget->setObjectName(u"%1.budgetSpin"_s.arg(area));
    m_budget->setRange(0, dearest);
    m_budget->setDecimals(2);
    Format::setDollars(*m_budget);
    m_budget->setGroupSeparatorShown(true);
    m_budget->setSpecialValueText(tr("No budget"));
    m_period->setObjectName(u"%1.periodCombo"_s.arg(area));
    for (const auto &[text, value] :
         {std::pair(tr("A day"), u"day"_s), std::pair(tr("A week"), u"week"_s),
          std::pair(tr("A month"), u"month"_s), std::pair(tr("A quarter"), u"quarter"_s),
          std::pair(tr("A year"), u"year"_s), std::pair(tr("Any 24 hours"), u"P1D"_s),
          std::pair(tr("Any 7 days"), u"P7D"_s), std::pair(tr("Any 30 days"), u"P30D"_s)})
        m_period->addItem(text, value);
    m_action->setObjectName(u"%1.actionCombo"_s.arg(area));
    m_action->addItem(tr("Refuse requests"), u"block"_s);
    m_action->addItem(tr("Only warn"), u"warn"_s);
    for (const QString &route : routes)
        m_action->addItem(tr("Use route %1").arg(route), QString(u"redirect:"_s + route));
    const auto add = [this, &form](const QString &path, const QString &label, QWidget *control,
                                   const QString &help = {}) {
        auto *field = new FormField(label, control, help, this);
        form.add(path, field);
        return field;
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    const auto addLine = [layout](std::initializer_list<QWidget *> fields) {
        auto *line = new QHBoxLayout;
        line->setSpacing(12);
        for (QWidget *field : fields)
            line->addWidget(field, 1, Qt::AlignTop);
        layout->addLayout(line);
    };
    addLine({add(u"budget.limit_usd"_s, tr("Budget"), m_budget),
             add(u"budget.period"_s, tr("For"), m_period)});
    addLine({add(u"budget.action"_s, tr("When it is used up"), m_action)});
    layout->addWidget(m_limits);
    replaceWordsByTyping(*m_budget);
    connect(m_budget, &QDoubleSpinBox::valueChanged, this, &SpendingFields::showBudget);
    connect(m_budget, &QDoubleSpinBox::editingFinished, this, &SpendingFields::edited);
    connect(m_period, &QComboBox::currentIndexChanged, this, &SpendingFields::edited);
    setSpending({});
}

void SpendingFields::showBudget()
{
    m_period->setEnabled(m_budget->value() > 0);
    m_action->setEnabled(m_budget->value() > 0);
}

void SpendingFields::setSpending(const KeySpending &spending)
{
    m_budget->setValue(double(spending.budget.value_or(0)) / 1e9);
    choose(m_period, spending.period);
    choose(m_action, spending.action);
    m_limits->setLimits(limitsOf(spending));
    m_warnAt = spending.warnAt;
    showBudget();
}

KeySpending SpendingFields::spending() const
{
    KeySpending spending = withLimits({}, m_limits->limits());
    if (m_budget->value() <= 0)
        return spending;
    spending.budget = qint64(std::llround(m_budget->value() * 100)) * 10'000'000;
    spending.period = m_period->currentData().toString();
    spending.action = m_action->currentData().toString();
    spending.warnAt = m_warnAt;
    return spending;
}

std::optional<Api::Finding> budgetWarning(const Api::Document &document, const QString &team,
                                          const KeySpending &spending)
{
    if (team.isEmpty() || !spending.budget)
        return std::nullopt;
    for (const Api::Budget &budget : document.budgets)
        if (budget.scope == u"team:%1"_s.arg(team) && budget.period == spending.period
            && budget.action != "warn"_L1 && budget.limit.value_or(0) < *spending.budget)
            return Api::Finding{
                .severity = Api::Severity::Warning,
                .path = u"budget.limit_usd"_s,
                .line = 0,
                .message = SpendingFields::tr("The team allows %1; this key would never reach %2.")
                               .arg(Format::money(budget.limit), Format::money(spending.budget))};
    return std::nullopt;
}

} // namespace Gatehouse::Ui
