// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/costtab.h"

#include "ui/models/budgetwords.h"
#include "ui/models/cellsmodel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! What a line of the cost is of, as the gateway names it, in words.
QString costPart(const QString &label)
{
    static const QHash<QString, const char *> words{
        {u"input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Input")},
        {u"cached input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "From cache")},
        {u"cache write"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "To cache")},
        {u"cache write, one hour"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "To cache, 1 h")},
        {u"audio input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Sound in")},
        {u"image input"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Pictures in")},
        {u"output"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Output")},
        {u"reasoning"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Reasoning")},
        {u"audio output"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Sound out")},
        {u"images"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Pictures")},
        {u"seconds"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Seconds")},
        {u"characters"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Characters")},
        {u"queries"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Searches")},
        {u"request"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CostTab", "Request")},
    };
    const char *word = words.value(label);
    return word ? CostTab::tr(word) : label;
}

//! "own, revision 12" and "list 2026-07-24" in words; others as they are.
QString priceVersionText(const QString &version)
{
    static const QString own = u"own, revision "_s;
    if (version.startsWith(own) && !version.mid(own.size()).contains(u','))
        return CostTab::tr("Own price, version %1").arg(version.mid(own.size()));
    const QDate day = QDate::fromString(version.section(u' ', 1), Qt::ISODate);
    return version.startsWith("list "_L1) && day.isValid()
        ? CostTab::tr("List of %1").arg(Format::day(day))
        : version;
}

QString priceText(const CostLine &line)
{
    if (line.perUnit)
        return CostTab::tr("%1 each").arg(Format::money(line.perUnit));
    return Format::money(line.perMillion);
}

//! One budget a line: "Team Research, per month".
QString budgetsText(const QList<RequestBudget> &budgets)
{
    QStringList lines;
    for (const RequestBudget &budget : budgets)
        lines.append(
            CostTab::tr("%1, %2", "budget, period")
                .arg(budgetScopeText(budget.scope, budget.name), budgetPeriodText(budget.period)));
    return lines.isEmpty() ? CostTab::tr("None in its present period.") : lines.join(u'\n');
}

} // namespace

CostTab::CostTab(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 16, 12, 8);
    layout->setSpacing(8);
    m_cost = new CellsModel({{u"part"_s, tr("Part")},
                             {u"tokens"_s, tr("Tokens"), CellKind::Number},
                             {u"price"_s, tr("Per million"), CellKind::Number},
                             {u"cost"_s, tr("Cost"), CellKind::Number}},
                            this);
    m_table = new TableView(this);
    m_table->setObjectName(u"requests.detail.costTable"_s);
    m_table->setAccessibleName(tr("Cost by part"));
    m_table->setModel(m_cost);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnCharacters(1, 7);
    m_table->setColumnCharacters(2, 9);
    m_table->setColumnCharacters(3, 9);
    m_facts = new FactList(this);
    layout->addWidget(m_table);
    layout->addSpacing(8);
    layout->addWidget(m_facts);
    layout->addStretch(1);
}

void CostTab::showCost(const RequestDetails &details)
{
    QList<CellsModel::Row> rows;
    // What was paid is known also where the price of then is not.
    const QString unknown = details.row.cost ? Format::unknown() : tr("Unpriced");
    for (const CostLine &line : details.costLines)
        rows.append({line.label,
                     {{costPart(line.label)},
                      {line.units ? QLocale().toString(*line.units) : Format::count(line.tokens)},
                      {line.perUnit || line.perMillion ? priceText(line) : unknown},
                      {line.cost ? Format::money(line.cost) : unknown}}});
    m_cost->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_table->updateGeometry();
    m_facts->clear();
    const RequestRow &row = details.row;
    if (details.multiplier && *details.multiplier != 1.0) {
        m_facts->add(tr("List price"), Format::money(details.listCost));
        m_facts->add(tr("Multiplier"), QLocale().toString(*details.multiplier));
    }
    m_facts->add(tr("Total"),
                 row.cost
                     ? Format::money(row.cost)
                     : tr("Unpriced. This model has no price, so the request is not in any sum."));
    if (details.cacheSaved > 0)
        m_facts->add(tr("Saved by the cache"), Format::money(details.cacheSaved));
    if (details.budgets && row.cost)
        m_facts->add(tr("Drawn from budgets"), budgetsText(*details.budgets));
    m_facts->add(tr("Price list"), priceVersionText(details.priceVersion));
    if (row.tokensEstimated)
        m_facts->add(tr("Tokens"), tr("Estimated, because the provider sent no count."));
}

} // namespace Gatehouse::Ui
