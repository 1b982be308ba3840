// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/teamspane.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/keysmodel.h"
#include "ui/models/teamsmodel.h"
#include "ui/models/teamspend.h"
#include "ui/pages/access/teamdialog.h"
#include "ui/pages/access/teamspendcard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int routesCharacters = 22;

} // namespace

TeamsPane::TeamsPane(Api::AdminClient &client, const Clock &clock,
                     ConfigurationModel &configuration, KeysModel &keys,
                     std::function<QStringList()> names, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_keys(keys)
    , m_spend(new TeamSpend(client, clock, this))
    , m_teams(new TeamsModel(configuration, keys, *m_spend, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_names(std::move(names))
{
    m_sorted->setSourceModel(m_teams);
    m_sorted->setSortRole(CellRole::Sort);
    m_problem = new Banner(Tone::Warn, this);
    m_problem->setObjectName(u"access.teamsBanner"_s);
    m_problem->setDismissable(true);
    m_problem->hide();
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(makeActionLine());
    column->addWidget(makeTable(), 1);
    m_spendCard = new TeamSpendCard(*m_spend, content);
    connect(m_spendCard, &TeamSpendCard::openRequests, this, &TeamsPane::openRequests);
    column->addWidget(m_spendCard);
    m_state = new StatePanel(content, this);
    m_state->setObjectName(u"access.teamsState"_s);
    auto *empty = new EmptyState(
        u"user"_s, tr("No teams yet."),
        tr("A team gives its keys common rules: which models they may call and which regions "
           "their requests never leave."),
        this);
    QPushButton *first = empty->addAction(tr("New team"), u"access.firstTeamButton"_s);
    connect(first, &QPushButton::clicked, this, &TeamsPane::newTeam);
    m_state->setEmpty(empty);
    connect(m_state, &StatePanel::retryRequested, &m_configuration, &ConfigurationModel::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_problem);
    layout->addWidget(m_state, 1);
    connect(&m_configuration, &ConfigurationModel::changed, this, &TeamsPane::showState);
    connect(&keys, &KeysModel::changed, this, &TeamsPane::showState);
    connect(&client, &Api::AdminClient::stateChanged, this, &TeamsPane::showState);
    addShortcuts();
    showState();
}

QLayout *TeamsPane::makeActionLine()
{
    m_summary = makeLabel({}, u"muted"_s, this);
    m_summary->setObjectName(u"access.teamsSummaryLabel"_s);
    QPushButton *create = makeButton(tr("New team"), {}, u"access.newTeamButton"_s, this);
    create->setIcon(themeIcon(u"plus"_s));
    m_edit = makeButton(tr("Edit"), {}, u"access.editTeamButton"_s, this);
    m_delete = makeButton(tr("Delete"), {}, u"access.deleteTeamButton"_s, this);
    connect(create, &QPushButton::clicked, this, &TeamsPane::newTeam);
    connect(m_edit, &QPushButton::clicked, this, &TeamsPane::edit);
    connect(m_delete, &QPushButton::clicked, this, &TeamsPane::remove);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_edit);
    layout->addWidget(m_delete);
    layout->addWidget(create);
    return layout;
}

QWidget *TeamsPane::makeTable()
{
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 4, 2, 4);
    m_table = new TableView(card);
    m_table->setObjectName(u"access.teamsTable"_s);
    m_table->setAccessibleName(tr("Teams"));
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TeamsModel::Name, Qt::AscendingOrder);
    static constexpr int widths[] = {12, 16, 7, 16, 18, 14, 11, 24};
    static_assert(std::size(widths) == TeamsModel::ColumnCount);
    for (int column = 0; column < TeamsModel::ColumnCount; ++column)
        m_table->setColumnCharacters(column, widths[column]);
    m_table->setYielding(TeamsModel::Routes, routesCharacters,
                         {TeamsModel::Name, TeamsModel::Spent, TeamsModel::Budget, TeamsModel::Keys,
                          TeamsModel::Members, TeamsModel::Residency, TeamsModel::TeamId});
    connect(m_table, &TableView::rowActivated, this, &TeamsPane::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TeamsPane::showActions);
    card->content()->addWidget(m_table, 1);
    return card;
}

void TeamsPane::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_N, [this] { newTeam(); });
    add(Qt::Key_Delete, [this] { remove(); });
}

void TeamsPane::showState()
{
    using State = StatePanel::State;
    const auto count = int(m_configuration.document().teams.size());
    if (!m_configuration.isLoaded() && m_configuration.problem().isEmpty()) {
        m_state->setState(State::Loading);
    } else if (!m_configuration.isLoaded()) {
        m_state->setError(
            tr("The teams could not be read."),
            tr("The gateway answered with an error: %1.").arg(m_configuration.problem()));
        m_state->setState(State::Error);
    } else if (count == 0) {
        m_state->setState(State::Empty);
    } else if (!m_configuration.problem().isEmpty()
               || m_client.state() == Api::AdminClient::State::Offline) {
        m_state->setNotice(tr("The gateway does not answer. You see the last teams read."));
        m_state->setState(State::Stale);
    } else if (m_keys.hasData() && !m_keys.isSpendKnown()) {
        m_state->setNotice(tr("The books did not answer: what the teams spent is not shown."));
        m_state->setState(State::Partial);
    } else {
        m_state->setState(State::Ready);
    }
    m_summary->setText(count == 1 ? tr("1 team")
                                  : tr("%1 teams").arg(Format::count(qint64(count))));
    showActions();
}

void TeamsPane::showActions()
{
    const bool any = current() != nullptr;
    const Api::Team *team = current();
    m_spendCard->setTeam(team ? team->id : QString(),
                         team && !team->name.isEmpty() ? team->name
                             : team                    ? team->id
                                                       : QString());
    m_edit->setEnabled(any);
    m_delete->setEnabled(any);
}

const Api::Team *TeamsPane::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr
                          : &m_teams->team(m_sorted->mapToSource(rows.constFirst()).row());
}

void TeamsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_spend->setActive(true);
    if (!current() && m_sorted->rowCount() > 0)
        m_table->selectRow(0);
}

void TeamsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_spend->setActive(false);
}

void TeamsPane::newTeam()
{
    auto *dialog = new TeamDialog(m_configuration, m_names(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TeamsPane::edit()
{
    const Api::Team *team = current();
    if (!team)
        return;
    auto *dialog = new TeamDialog(m_configuration, m_names(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->edit(*team);
    dialog->open();
}

void TeamsPane::remove()
{
    const Api::Team *team = current();
    if (!team)
        return;
    const QString shown = team->name.isEmpty() ? team->id : team->name;
    const QStringList keys = m_teams->keyNames(team->id);
    if (!keys.isEmpty()) {
        showProblem(tr("“%1” still has keys.").arg(shown),
                    tr("Move or delete %1 first.").arg(keys.join(u", "_s)));
        return;
    }
    m_configuration.change(
        "DELETE", u"/teams/%1"_s.arg(team->id), {}, tr("Deleted team “%1”").arg(shown), this,
        [this](const std::optional<Refusal> &refusal) {
            if (refusal)
                showProblem(tr("The team was not deleted."), refusal->error.detail);
            else
                m_problem->hide();
        });
}

void TeamsPane::showProblem(const QString &title, const QString &text)
{
    m_problem->setText(title, text);
    m_problem->show();
}

} // namespace Gatehouse::Ui
