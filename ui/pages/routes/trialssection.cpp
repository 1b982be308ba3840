// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/trialssection.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int partGap = 8;

} // namespace

TrialsSection::TrialsSection(RouteTrials &trials, QWidget *parent)
    : QWidget(parent)
    , m_trials(trials)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"routes.trials"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(partGap);
    m_canary = addPart(u"canary"_s, tr("Canary beside the others"), trialColumns());
    m_shadow = addPart(u"shadow"_s, tr("Shadow beside the others"), trialColumns());
    m_callers = addPart(u"callers"_s, tr("Keys that use this name"), callerColumns());
    connect(&trials, &RouteTrials::changed, this, &TrialsSection::update);
    update();
}

TrialsSection::Part TrialsSection::addPart(const QString &name, const QString &title,
                                           const QList<CellsModel::Column> &columns)
{
    Part part{.title = makeLabel(title, u"section"_s, this),
              .text = makeLabel({}, u"caption"_s, this),
              .table = new TableView(this),
              .rows = new CellsModel(columns, this)};
    part.text->setObjectName(u"routes.trials.%1Label"_s.arg(name));
    part.text->setWordWrap(true);
    part.table->setObjectName(u"routes.trials.%1Table"_s.arg(name));
    part.table->setAccessibleName(title);
    part.table->setModel(part.rows);
    part.table->setFitsRows(true);
    QHeaderView *header = part.table->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < columns.size(); ++column)
        part.table->setColumnText(column, u"88,888 ms"_s);
    m_column->addWidget(part.title);
    m_column->addWidget(part.text);
    m_column->addWidget(part.table);
    return part;
}

void TrialsSection::setShown(const Part &part, bool shown)
{
    part.title->setVisible(shown);
    part.text->setVisible(shown);
    part.table->setVisible(shown && part.rows->rowCount() > 0);
    part.table->updateGeometry();
}

void TrialsSection::show(const Part &part, const std::optional<RouteTrial> &trial,
                         const QString &title, const QString &sentence)
{
    if (trial) {
        part.title->setText(title.arg(trial->target));
        part.text->setText(sentence);
        part.rows->setRows(trialRows(*trial));
    }
    setShown(part, trial.has_value());
}

void TrialsSection::showCallers()
{
    const auto &callers = m_trials.callers();
    if (callers) {
        m_callers.text->setText(callers->isEmpty()
                                    ? tr("No key has asked for it in the last 30 days.")
                                    : tr("%n keys have asked for it in the last 30 days.", nullptr,
                                         int(callers->size())));
        m_callers.rows->setRows(callerRows(*callers));
    }
    setShown(m_callers, callers.has_value());
}

void TrialsSection::update()
{
    const auto &canary = m_trials.canary();
    const auto &shadow = m_trials.shadow();
    show(m_canary, canary, tr("Canary: %1"),
         canary ? canarySentence(*canary, QTimeZone::systemTimeZone()) : QString());
    show(m_shadow, shadow, tr("Shadow: %1"), shadow ? shadowSentence(*shadow) : QString());
    showCallers();
    setVisible(canary || shadow || m_trials.callers());
}

} // namespace Gatehouse::Ui
