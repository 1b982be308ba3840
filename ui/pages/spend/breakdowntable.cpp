// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdowntable.h"

#include "ui/pages/spend/breakdowngroups.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostRows = 8;  // then the others in one
constexpr int oneGroup = 18; // characters of a group's name
constexpr int twoGroups = 36;

} // namespace

BreakdownTable::BreakdownTable(QWidget *parent)
    : Card(BreakdownPane::tr("Groups"), parent)
    , m_rows(breakdownColumns())
    , m_sorted(new BreakdownOrder(this))
    , m_table(new TableView(this))
{
    using Pane = BreakdownPane;
    setObjectName(u"spend.tableCard"_s);
    setFlush();
    m_table->setObjectName(u"spend.breakdownTable"_s);
    m_table->setAccessibleName(BreakdownPane::tr("Spend by group"));
    m_sorted->setSourceModel(&m_rows);
    m_sorted->setSortRole(CellRole::Sort);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the dearest first
    m_table->setSortingEnabled(true);
    m_table->setFitsRows(true);
    m_table->setColumnText(Pane::Cost, Format::money(88'888'880'000'000));
    m_table->setColumnCharacters(Pane::Share, 14);
    m_table->setColumnText(Pane::Requests, u"888,888"_s);
    for (const int column :
         {Pane::TokensIn, Pane::TokensOut, Pane::TokensCached, Pane::TokensReasoning})
        m_table->setColumnText(column, u"888.8 M"_s);
    for (const int column : {Pane::PerRequest, Pane::PerMillion, Pane::CacheSaved})
        m_table->setColumnText(column, Format::money(888'800'000));
    m_table->setColumnText(Pane::Change, u"+888 %"_s);
    content()->addWidget(m_table);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        if (const QString id = index.data(CellRole::Id).toString(); !id.isEmpty())
            Q_EMIT rowActivated(id);
    });
}

void BreakdownTable::setContent(const SpendReport &report, const BreakdownRows::Question &question,
                                const QHash<QString, int> &colours, std::optional<qint64> idle,
                                bool showsAll)
{
    setTitle(breakdownTableTitle(question.by));
    using Pane = BreakdownPane;
    m_table->setYielding(Pane::Group, question.then.isEmpty() ? oneGroup : twoGroups,
                         {Pane::PerMillion, Pane::Change, Pane::TokensCached, Pane::PerRequest,
                          Pane::CacheSaved, Pane::TokensReasoning});
    m_rows.setRows(BreakdownRows(report, question, colours).all(showsAll ? -1 : mostRows, idle));
    m_table->updateGeometry();
}

} // namespace Gatehouse::Ui
