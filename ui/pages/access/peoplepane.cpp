// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/peoplepane.h"

#include "ui/models/cellsmodel.h"
#include "ui/pages/access/persondialog.h"
#include "ui/pages/access/tokendialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString ageText(const QDateTime &time)
{
    return time.isValid()
        ? Format::age(time, QDateTime::currentDateTime(), QTimeZone::systemTimeZone())
        : PeoplePane::tr("Never");
}

CellsModel::Cell stateOf(const PersonRow &person)
{
    if (person.disabled)
        return {.text = PeoplePane::tr("Locked out"), .tone = Tone::Neutral, .icon = u"lock"_s};
    if (person.tokens == 0)
        return {.text = PeoplePane::tr("Not invited"), .tone = Tone::Warn, .icon = u"clock"_s};
    return {.text = PeoplePane::tr("Active"), .tone = Tone::Ok, .icon = u"check"_s};
}

//! The role of a token; how many areas, where it is narrowed to some, which stand in the tool tip.
CellsModel::Cell mayOf(const TokenRow &token)
{
    if (token.areas.isEmpty())
        return {.text = roleName(token.role)};
    QStringList names;
    for (const Api::Permission area : token.areas)
        names.append(permissionName(area));
    return {.text = PeoplePane::tr("%n areas", "", int(token.areas.size())),
            .toolTip = names.join(u'\n')};
}

QString placeText(const QString &address)
{
    return address.isEmpty() ? Format::unknown() : address;
}

} // namespace

PeoplePane::PeoplePane(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_people(new PeopleModel(client, this))
{
    m_problem = new Banner(Tone::Warn, this);
    m_problem->setObjectName(u"access.peopleBanner"_s);
    m_problem->setDismissable(true);
    m_problem->hide();
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    m_state = new StatePanel(makeContent(), this);
    m_state->setObjectName(u"access.peopleState"_s);
    auto *empty = new EmptyState(
        u"user"_s, tr("Only you, from this computer."),
        tr("Add people who administer the gateway from elsewhere. Each gets a role and tokens of "
           "their own, and the audit log says who did what."),
        this);
    QPushButton *first = empty->addAction(tr("New person"), u"access.firstPersonButton"_s);
    connect(first, &QPushButton::clicked, this, &PeoplePane::newPerson);
    m_state->setEmpty(empty);
    connect(m_state, &StatePanel::retryRequested, this, &PeoplePane::refresh);
    connect(m_people, &PeopleModel::changed, this, &PeoplePane::showState);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_problem);
    layout->addWidget(m_state, 1);
    auto *create = new QShortcut(Qt::Key_N, this);
    create->setContext(Qt::WidgetWithChildrenShortcut);
    connect(create, &QShortcut::activated, this, &PeoplePane::newPerson);
}

QWidget *PeoplePane::makeContent()
{
    m_rows = new CellsModel({{u"name"_s, tr("Name"), CellKind::Strong},
                             {u"role"_s, tr("Role")},
                             {u"state"_s, tr("State"), CellKind::Pill},
                             {u"tokens"_s, tr("Tokens"), CellKind::Number},
                             {u"lastSignIn"_s, tr("Last sign-in")},
                             {u"from"_s, tr("From")}},
                            this);
    m_table = makeTable(u"access.peopleTable"_s, tr("People"), m_rows, {15, 18, 18, 7, 12, 20});
    m_table->setYielding(0, 15, {2, 1, 4, 3, 5});
    connect(m_table, &TableView::rowActivated, this, &PeoplePane::editPerson);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeoplePane::showTokens);
    m_tokenRows = new CellsModel({{u"person"_s, tr("Person"), CellKind::Strong},
                                  {u"name"_s, tr("Used on")},
                                  {u"may"_s, tr("May")},
                                  {u"token"_s, tr("Token"), CellKind::Code},
                                  {u"expires"_s, tr("Expires")},
                                  {u"lastUsed"_s, tr("Last used")},
                                  {u"from"_s, tr("From")}},
                                 this);
    m_tokens = makeTable(u"access.tokensTable"_s, tr("Administration tokens"), m_tokenRows,
                         {12, 11, 14, 18, 14, 9, 15});
    m_tokens->setYielding(0, 12, {3, 1, 2, 4, 5, 6});
    connect(m_tokens->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PeoplePane::showActions);
    m_revoke = makeButton(tr("Revoke"), {}, u"access.revokeTokenButton"_s, this);
    connect(m_revoke, &QPushButton::clicked, this, &PeoplePane::revoke);
    m_tokensTitle = makeLabel(tr("Tokens"), u"section"_s, this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_tokensTitle, 1);
    line->addWidget(m_revoke);
    auto *card = new Card(this);
    card->content()->setContentsMargins(16, 8, 16, 12);
    card->content()->addWidget(m_table);
    card->content()->addLayout(line);
    card->content()->addWidget(m_tokens);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(makeActions());
    column->addWidget(card);
    column->addWidget(makeRoles());
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(body);
    body->setAutoFillBackground(false);
    return area;
}

QLayout *PeoplePane::makeActions()
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addStretch(1);
    const auto add = [this, layout](const QString &text, const QString &name, auto action) {
        QPushButton *button = makeButton(text, {}, u"access.%1"_s.arg(name), this);
        connect(button, &QPushButton::clicked, this, action);
        layout->addWidget(button);
        return button;
    };
    m_edit = add(tr("Edit"), u"editPersonButton"_s, &PeoplePane::editPerson);
    m_invite = add(tr("Invite…"), u"inviteButton"_s, [this] {
        if (const PersonRow *person = current())
            invite(person->id, person->name, person->role);
    });
    m_toggle = add(tr("Lock out"), u"lockPersonButton"_s, &PeoplePane::toggle);
    m_signOut = add(tr("Sign out everywhere"), u"signOutButton"_s, &PeoplePane::askToSignOut);
    m_remove = add(tr("Remove"), u"removePersonButton"_s, &PeoplePane::askToRemove);
    QPushButton *create = add(tr("New person"), u"newPersonButton"_s, &PeoplePane::newPerson);
    create->setIcon(themeIcon(u"plus"_s));
    return layout;
}

TableView *PeoplePane::makeTable(const QString &name, const QString &title, CellsModel *model,
                                 const QList<int> &widths)
{
    auto *table = new TableView(this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setFitsRows(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int column = 0; column < widths.size(); ++column)
        if (widths.at(column) > 0)
            table->setColumnCharacters(column, widths.at(column));
    return table;
}

//! What each role may do, from the table that the gateway itself decides by.
QWidget *PeoplePane::makeRoles()
{
    QList<CellsModel::Column> columns{{u"permission"_s, tr("May")}};
    for (const Api::Role role : Api::allRoles())
        columns.append({Api::roleWord(role), roleName(role)});
    auto *model = new CellsModel(columns, this);
    QList<CellsModel::Row> rows;
    for (const Api::Permission permission : Api::allPermissions()) {
        CellsModel::Row row{.id = Api::permissionWord(permission),
                            .cells = {{.text = permissionName(permission)}}};
        for (const Api::Role role : Api::allRoles())
            row.cells.append({.text = Api::may(role, permission) ? tr("Yes") : u"–"_s});
        rows.append(row);
    }
    model->setRows(rows);
    TableView *table = makeTable(u"access.rolesTable"_s, tr("What each role may do"), model, {});
    for (int column = 1; column < model->columnCount(); ++column)
        table->setColumnText(column, tr("Yes"));
    table->setYielding(0, 20, {});
    auto *card = new Card(this);
    card->content()->setContentsMargins(16, 12, 16, 12);
    card->content()->addWidget(makeLabel(tr("What each role may do"), u"section"_s, card));
    card->content()->addWidget(table);
    return card;
}

void PeoplePane::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void PeoplePane::refresh()
{
    m_people->refresh();
    connect(m_client.get(u"/admin-access"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                m_address = call->reply().body.value("tcp"_L1).toString();
            });
}

void PeoplePane::showState()
{
    using State = StatePanel::State;
    if (!m_people->hasData() && !m_people->problem().isEmpty()) {
        m_state->setError(m_people->isDenied() ? tr("Your role may not see the people.")
                                               : tr("The people could not be read."),
                          m_people->problem());
        m_state->setState(State::Error);
    } else if (m_people->hasData() && !m_people->problem().isEmpty()) {
        m_state->setNotice(tr("The gateway does not answer. You see the last people read."));
        m_state->setState(State::Stale);
    } else if (m_people->hasData() && !m_people->tokensProblem().isEmpty()) {
        m_state->setNotice(tr("The tokens could not be read. %1").arg(m_people->tokensProblem()));
        m_state->setState(State::Partial);
    } else if (m_people->hasData()) {
        m_state->setState(m_people->people().isEmpty() ? State::Empty : State::Ready);
    }
    const QString selected = current() ? current()->id : QString();
    QList<CellsModel::Row> rows;
    m_shown.clear();
    for (const PersonRow &person : m_people->people()) {
        m_shown.append(person.id);
        rows.append({.id = person.id,
                     .cells = {{.text = person.name},
                               {.text = roleName(person.role)},
                               stateOf(person),
                               {.text = Format::count(qint64(person.tokens))},
                               {.text = ageText(person.lastSignIn)},
                               {.text = placeText(person.lastAddress)}}});
    }
    m_rows->setRows(rows);
    m_table->updateGeometry();
    if (m_shown.contains(selected))
        m_table->selectRow(int(m_shown.indexOf(selected)));
    showTokens();
}

void PeoplePane::showTokens()
{
    const PersonRow *person = current();
    QList<CellsModel::Row> rows;
    for (const TokenRow &token : m_people->tokens()) {
        if (person && token.person != person->id)
            continue;
        const QString expires =
            token.expired ? tr("Expired") : Format::day(token.expires.toLocalTime().date());
        rows.append({.id = token.id,
                     .cells = {{.text = token.personName},
                               {.text = token.name},
                               mayOf(token),
                               {.text = token.shown},
                               {.text = expires},
                               {.text = ageText(token.lastUsed)},
                               {.text = placeText(token.lastAddress)}}});
    }
    m_tokenRows->setRows(rows);
    m_tokens->setVisible(!rows.isEmpty());
    m_tokensTitle->setText(person ? tr("Tokens of %1").arg(person->name) : tr("All tokens"));
    m_tokens->updateGeometry();
    showActions();
}

void PeoplePane::showActions()
{
    const PersonRow *person = current();
    for (QPushButton *button : {m_edit, m_invite, m_toggle, m_signOut, m_remove})
        button->setEnabled(person != nullptr);
    m_toggle->setText(person && person->disabled ? tr("Let in") : tr("Lock out"));
    m_toggle->setAccessibleName(m_toggle->text());
    m_signOut->setEnabled(person && person->tokens > 0);
    m_revoke->setEnabled(!currentToken().isEmpty());
}

const PersonRow *PeoplePane::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr
                          : m_people->person(rows.constFirst().data(CellRole::Id).toString());
}

QString PeoplePane::currentToken() const
{
    const QModelIndexList rows = m_tokens->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.constFirst().data(CellRole::Id).toString();
}

void PeoplePane::newPerson()
{
    auto *dialog = new PersonDialog(*m_people, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonDialog::added, this, &PeoplePane::invite);
    dialog->open();
}

void PeoplePane::editPerson()
{
    const PersonRow *person = current();
    if (!person)
        return;
    auto *dialog = new PersonDialog(*m_people, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->edit(*person);
    dialog->open();
}

void PeoplePane::invite(const QString &person, const QString &name, Api::Role role)
{
    auto *dialog = new TokenDialog(*m_people, {person, name, role}, m_address, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PeoplePane::toggle()
{
    if (const PersonRow *person = current())
        send("PUT", u"/people/%1"_s.arg(person->id), {{"disabled"_L1, !person->disabled}});
}

void PeoplePane::revoke()
{
    ask(tr("Revoke this token?"),
        tr("The program that uses it is signed out now. The token cannot be brought back; a new "
           "one can be made."),
        tr("Revoke token"), "DELETE", u"/tokens/%1"_s.arg(currentToken()));
}

void PeoplePane::askToSignOut()
{
    const PersonRow *person = current();
    if (!person)
        return;
    ask(tr("Sign out “%1” everywhere?").arg(person->name),
        tr("%n tokens are revoked. To sign in again, new ones are needed.", nullptr,
           person->tokens),
        tr("Sign out"), "POST", u"/people/%1/sign-out"_s.arg(person->id));
}

void PeoplePane::askToRemove()
{
    const PersonRow *person = current();
    if (!person)
        return;
    ask(tr("Remove “%1”?").arg(person->name),
        tr("The person and %n tokens go. What they did stays in the audit log.", nullptr,
           person->tokens),
        tr("Remove person"), "DELETE", u"/people/%1"_s.arg(person->id));
}

void PeoplePane::ask(const QString &title, const QString &text, const QString &verb,
                     const QByteArray &method, const QString &path)
{
    QMessageBox *box = makeQuestion(window(), u"access.peopleQuestion"_s, title, text);
    QPushButton *act =
        addAnswer(*box, verb, QMessageBox::DestructiveRole, u"access.peopleConfirmButton"_s);
    QPushButton *cancel =
        addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole, u"access.peopleCancelButton"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(act, &QPushButton::clicked, this, [this, method, path] { send(method, path); });
    openQuestion(*box);
}

void PeoplePane::send(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    m_people->send(method, path, body, this,
                   [this](const QJsonObject &, const std::optional<Error> &error) {
                       m_problem->setVisible(error.has_value());
                       if (error)
                           m_problem->setText(tr("This did not work."), error->detail);
                   });
}

} // namespace Gatehouse::Ui
