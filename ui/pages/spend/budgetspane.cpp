// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/budgetspane.h"

#include "core/api/documents/scope.h"
#include "ui/models/budgetwords.h"
#include "ui/models/filterwords.h"
#include "ui/models/reportstate.h"
#include "ui/pages/spend/budgetdialog.h"
#include "ui/pages/spend/budgetrows.h"
#include "ui/pages/spend/pausedialog.h"
#include "ui/pages/spend/raisebudgetdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;

QString idOf(const Api::Budget &budget)
{
    return budget.id.isEmpty() ? QString(budget.scope + u'|' + budget.period) : budget.id;
}

QString pathOf(const QString &id, const QString &action)
{
    return u"/budgets/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)), action);
}

} // namespace

BudgetsPane::BudgetsPane(Api::AdminClient &client, ConfigurationModel &configuration,
                         const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_model(client, clock, u"/budgets"_s)
    , m_pauseModel(client, clock, u"/pause"_s)
    , m_rows(budgetColumns())
{
    setObjectName(u"spend.budgets"_s);
    setAccessibleName(tr("Budgets"));
    m_pause = new Banner(Tone::Warn, this);
    m_pause->setObjectName(u"spend.pauseBanner"_s);
    m_pause->setDismissable(false);
    m_pause->setAction(tr("End the pause"));
    m_pause->hide();
    buildTable();
    connectParts();
    showButtons();
}

void BudgetsPane::buildTable()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    m_new = makeButton(tr("New budget…"), u"primary"_s, u"spend.newBudgetButton"_s, bar);
    m_edit = makeButton(tr("Edit…"), {}, u"spend.editBudgetButton"_s, bar);
    m_raise = makeButton(tr("Raise until reset…"), {}, u"spend.raiseBudgetButton"_s, bar);
    m_reset = makeButton(tr("Reset now…"), {}, u"spend.resetBudgetButton"_s, bar);
    m_delete = makeButton(tr("Delete"), {}, u"spend.deleteBudgetButton"_s, bar);
    m_pauseButton = makeButton(tr("Pause everything except…"), {}, u"spend.pauseButton"_s, bar);
    for (QPushButton *button : {m_new, m_edit, m_raise, m_reset, m_delete, m_pauseButton})
        flow->addWidget(button);
    auto *card = new Card(tr("Budgets"), this);
    card->setFlush();
    m_table = new TableView(card);
    m_table->setObjectName(u"spend.budgetsTable"_s);
    m_table->setAccessibleName(tr("Budgets"));
    m_table->setModel(&m_rows);
    for (const int column : {Limit, Left, Reserved})
        m_table->setColumnText(column, Format::money(8'888'880'000'000));
    m_table->setColumnCharacters(Spent, 15);
    m_table->setColumnText(Resets, u"88. Mmm., 88:88"_s);
    m_table->setColumnText(Exhausted, u"88. Mmmm"_s);
    m_table->setColumnCharacters(State, 12);
    m_table->setColumnCharacters(Above, 32);
    m_table->setYielding(Budget, 22,
                         {State, Spent, Left, Limit, Resets, Exhausted, Above, Reserved});
    card->content()->addWidget(m_table);
    m_states = new StatePanel(card, this);
    m_states->setEmpty(new EmptyState(
        u"circle-dollar-sign"_s, tr("No budgets yet."),
        tr("A budget limits what the gateway, a team, a key or a provider may spend."), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_pause);
    layout->addWidget(bar);
    layout->addWidget(m_states, 1);
}

void BudgetsPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &BudgetsPane::showBudgets);
    connect(&m_model, &ReportModel::failed, this, &BudgetsPane::updateState);
    connect(&m_pauseModel, &ReportModel::changed, this, &BudgetsPane::showPause);
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        if (isVisible())
            m_model.refresh();
    });
    connect(m_states, &StatePanel::retryRequested, this, &BudgetsPane::refresh);
    connect(m_pause, &Banner::actionTriggered, this,
            [this] { send(m_client.remove(u"/pause"_s), tr("Spending goes on")); });
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this,
            [this] { edit(current().value("id"_L1).toString()); });
    connect(m_raise, &QPushButton::clicked, this, &BudgetsPane::raise);
    connect(m_reset, &QPushButton::clicked, this, &BudgetsPane::askReset);
    connect(m_delete, &QPushButton::clicked, this, &BudgetsPane::askDelete);
    connect(m_pauseButton, &QPushButton::clicked, this, &BudgetsPane::askPause);
    connect(m_table, &TableView::rowActivated, this, &BudgetsPane::openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BudgetsPane::showButtons);
}

QString BudgetsPane::scopeText(const QString &scope) const
{
    return budgetScopeText(scope, m_configuration.document());
}

// --- showing ------------------------------------------------------------------------------------

void BudgetsPane::showBudgets()
{
    const QString chosen = current().value("id"_L1).toString();
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray())
        rows.append(budgetRow(item.toObject(), m_configuration.document(), m_model.zone()));
    m_rows.setRows(rows);
    std::optional<qint64> monthly;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray()) {
        if (item["scope"_L1] == "gateway"_L1 && item["period"_L1] == "month"_L1)
            monthly =
                item["limit_nano_usd"_L1].toInteger() + item["raised_nano_usd"_L1].toInteger();
    }
    Q_EMIT monthlyBudget(monthly);
    select(chosen);
    showButtons();
    updateState();
}

void BudgetsPane::showPause()
{
    const QJsonObject &pause = m_pauseModel.data();
    const bool paused = pause.value("paused"_L1).toBool();
    showButtons();
    m_pause->setVisible(paused);
    if (!paused)
        return;
    QStringList except;
    for (const QJsonValue &item : pause.value("except"_L1).toArray())
        except.append(scopeText(item.toString()));
    m_pause->setText(tr("Spending is paused"),
                     except.isEmpty()
                         ? tr("No request passes.")
                         : tr("No request passes except of: %1").arg(except.join(u", "_s)));
}

void BudgetsPane::showButtons()
{
    const QString id = current().value("id"_L1).toString();
    const bool chosen = m_editable && !id.isEmpty();
    const bool written = chosen && placeOf(id) >= 0;
    m_new->setEnabled(m_editable && m_configuration.isLoaded());
    m_edit->setEnabled(written);
    m_delete->setEnabled(written);
    m_pauseButton->setEnabled(m_editable && m_configuration.isLoaded()
                              && !m_pauseModel.data().value("paused"_L1).toBool());
    m_raise->setEnabled(chosen);
    m_reset->setEnabled(chosen);
}

void BudgetsPane::updateState()
{
    if (showReportState(*m_states, m_model, m_rows.rowCount() == 0))
        Q_EMIT loaded();
}

void BudgetsPane::select(const QString &id)
{
    m_table->chooseRow(id);
}

void BudgetsPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

QJsonObject BudgetsPane::current() const
{
    const QString id = m_table->currentIndex().data(CellRole::Id).toString();
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray()) {
        if (item["id"_L1].toString() == id)
            return item.toObject();
    }
    return {};
}

// --- changing -----------------------------------------------------------------------------------

qsizetype BudgetsPane::placeOf(const QString &id) const
{
    const QList<Api::Budget> &budgets = m_configuration.document().budgets;
    for (qsizetype i = 0; i < budgets.size(); ++i) {
        if (idOf(budgets.at(i)) == id)
            return i;
    }
    return -1;
}

void BudgetsPane::edit(const QString &id)
{
    const Api::Document &document = m_configuration.document();
    const qsizetype place = id.isEmpty() ? -1 : placeOf(id);
    auto *dialog =
        new BudgetDialog(place < 0 ? Api::Budget() : document.budgets.at(place), document, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BudgetDialog::saved, this,
            [this, id](const Api::Budget &budget) { save(id, budget); });
    dialog->open();
}

void BudgetsPane::save(const QString &id, const Api::Budget &budget)
{
    Api::Document document = m_configuration.document();
    const qsizetype place = id.isEmpty() ? -1 : placeOf(id);
    if (place < 0)
        document.budgets.append(budget);
    else
        document.budgets[place] = budget;
    const QString name = scopeText(budget.scope);
    m_configuration.replace(document,
                            place < 0 ? tr("Created the budget of “%1”").arg(name)
                                      : tr("Changed the budget of “%1”").arg(name),
                            this, [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->findings.isEmpty()
                                                    ? refusal->error.detail
                                                    : refusal->findings.first().message);
                                m_model.refresh();
                            });
}

void BudgetsPane::askDelete()
{
    const qsizetype place = placeOf(current().value("id"_L1).toString());
    if (place < 0)
        return;
    Api::Document document = m_configuration.document();
    const QString name = scopeText(document.budgets.at(place).scope);
    document.budgets.removeAt(place);
    m_configuration.replace(document, tr("Deleted the budget of “%1”").arg(name), this,
                            [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->error.detail);
                                m_model.refresh();
                            });
}

void BudgetsPane::raise()
{
    const QJsonObject budget = current();
    const QString id = budget.value("id"_L1).toString();
    const QString name = scopeText(budget.value("scope"_L1).toString());
    auto *dialog = new RaiseBudgetDialog(name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RaiseBudgetDialog::raised, this,
            [this, id, name](double dollars, const QString &reason) {
                send(m_client.post(pathOf(id, u"raise"_s),
                                   {{u"amount_usd"_s, QString::number(dollars, 'f', 2)},
                                    {u"reason"_s, reason}}),
                     tr("Raised the budget of “%1” until it resets").arg(name));
            });
    dialog->open();
}

void BudgetsPane::askPause()
{
    auto *dialog = new PauseDialog(m_client, m_configuration.document(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PauseDialog::paused, this,
            [this](const QStringList &except, const QString &reason) {
                send(m_client.post(u"/pause"_s,
                                   {{u"except"_s, QJsonArray::fromStringList(except)},
                                    {u"reason"_s, reason}}),
                     tr("Spending is paused"));
            });
    dialog->open();
}

void BudgetsPane::askReset()
{
    const QJsonObject budget = current();
    const QString id = budget.value("id"_L1).toString();
    const QString name = scopeText(budget.value("scope"_L1).toString());
    QMessageBox *box = makeQuestion(
        this, u"spend.resetBudgetDialog"_s, tr("Reset the budget now?"),
        tr("“%1” begins again with nothing spent. The requests stay in the ledger.").arg(name));
    QPushButton *go = addAnswer(*box, tr("Reset budget"), QMessageBox::AcceptRole,
                                u"spend.resetBudgetDialog.resetButton"_s);
    QPushButton *stay = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                  u"spend.resetBudgetDialog.cancelButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(go, &QPushButton::clicked, this, [this, id, name] {
        send(m_client.post(pathOf(id, u"reset"_s), {}), tr("Reset the budget of “%1”").arg(name));
    });
    openQuestion(*box);
}

void BudgetsPane::send(Api::AdminCall *call, const QString &text)
{
    connect(call, &Api::AdminCall::finished, this, [this, text](Api::AdminCall *answered) {
        Q_EMIT done(answered->succeeded() ? text : answered->error().detail);
        refresh();
    });
}

void BudgetsPane::openRow(const QModelIndex &index)
{
    m_table->setCurrentIndex(index);
    const QJsonObject budget = current();
    const auto scope = Api::parseScope(budget.value("scope"_L1).toString());
    const QString since = u"since:"_s + budget.value("from"_L1).toString();
    using Kind = Api::Scope::Kind;
    const bool isFiltered = scope
        && (scope->kind == Kind::Team || scope->kind == Kind::Key || scope->kind == Kind::Route
            || scope->kind == Kind::Provider);
    Q_EMIT openRequests(
        isFiltered ? QString(
            filterWord(budget.value("scope"_L1).toString().section(u':', 0, 0), scope->name) + u' '
            + since)
                   : since);
}

// --- events -------------------------------------------------------------------------------------

void BudgetsPane::refresh()
{
    m_model.refresh();
    m_pauseModel.refresh();
}

void BudgetsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    m_pauseModel.setActive(true);
}

void BudgetsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
    m_pauseModel.setActive(false);
}

} // namespace Gatehouse::Ui
