// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keydialog.h"

#include "core/api/documents/networks.h"
#include "core/api/documents/validation.h"
#include "ui/models/keyactions.h"
#include "ui/pages/access/expiryfield.h"
#include "ui/pages/access/routepicker.h"
#include "ui/pages/access/spendingfields.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldsWidth = 480;
constexpr int longestName = 100;
constexpr int longestText = 1000;
constexpr int longestNote = 500; // as the gateway keeps it

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 14, 0, 4);
    column->setSpacing(12);
    return column;
}

QStringList routeIds(const Api::Document &document)
{
    QStringList ids;
    for (const Api::Route &route : document.routes)
        ids.append(route.id);
    return ids;
}

void choose(QComboBox *combo, const QString &value)
{
    combo->setCurrentIndex(std::max(0, combo->findData(value)));
}

} // namespace

KeyDialog::KeyDialog(Api::AdminClient &client, Choices choices, QWidget *parent)
    : FormDialog(u"access.keyDialog"_s, tr("New key"), tr("Create key"),
                 u"access.keyDialog.createButton"_s, parent)
    , m_client(client)
    , m_choices(std::move(choices))
    , m_tabs(new QTabWidget(this))
    , m_name(makeText(u"nameField"_s, longestName))
    , m_template(new QComboBox(this))
    , m_team(new QComboBox(this))
    , m_owner(makeText(u"ownerField"_s, longestName, tr("Nobody in particular")))
    , m_expiry(new ExpiryField(u"access.keyDialog"_s, this))
    , m_routes(new RoutePicker(u"access.keyDialog"_s, this))
    , m_regions(makeText(u"regionsField"_s, longestText, tr("Any region")))
    , m_targets(makeText(u"targetsField"_s, longestText, tr("Any provider")))
    , m_addresses(makeText(u"addressesField"_s, longestText, tr("Any address")))
    , m_priority(new QComboBox(this))
    , m_bodies(new QComboBox(this))
    , m_tags(makeText(u"tagsField"_s, longestText, tr("project=search, stage=live")))
    , m_note(makeText(u"noteField"_s, longestNote))
{
    m_tabs->setObjectName(u"access.keyDialog.tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the key"));
    m_tabs->setFixedWidth(fieldsWidth);
    m_tabs->addTab(makeMain(), tr("Key"));
    m_tabs->addTab(makeSpending(), tr("Budget and limits"));
    m_tabs->addTab(makeRules(), tr("More"));
    content()->addWidget(m_tabs, 1);
    checkOnLeaving(m_regions, u"residency"_s);
    checkOnLeaving(m_targets, u"targets"_s);
    checkOnLeaving(m_addresses, u"addresses"_s);
    checkOnLeaving(m_tags, u"tags"_s);
    checkOnLeaving(m_name, u"name"_s);
    connect(m_routes, &RoutePicker::edited, this, [this] { form().showOnly(u"routes"_s, {}); });
    connect(m_spending, &SpendingFields::edited, this,
            [this] { form().showOnly(u"budget.limit_usd"_s, check()); });
    loadTemplates();
    m_name->setFocus();
}

QLineEdit *KeyDialog::makeText(const QString &name, int longest, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(u"access.keyDialog.%1"_s.arg(name));
    field->setMaxLength(longest);
    field->setPlaceholderText(placeholder);
    return field;
}

void KeyDialog::checkOnLeaving(QLineEdit *field, const QString &path)
{
    connect(field, &QLineEdit::editingFinished, this, [this, field, path] {
        if (field != m_name || !field->text().isEmpty())
            form().showOnly(path, check());
    });
}

QWidget *KeyDialog::makeMain()
{
    auto *page = new QWidget(m_tabs);
    auto *column = columnOf(page);
    m_template->setObjectName(u"access.keyDialog.templateCombo"_s);
    m_template->addItem(tr("None"));
    connect(m_template, &QComboBox::activated, this, &KeyDialog::useTemplate);
    m_team->setObjectName(u"access.keyDialog.teamCombo"_s);
    m_team->addItem(tr("No team"), QString());
    for (const Api::Team &team : std::as_const(m_choices.document.teams))
        m_team->addItem(team.name.isEmpty() ? team.id : team.name, team.id);
    connect(m_team, &QComboBox::activated, this, &KeyDialog::useTeam);
    m_routes->setNames(m_choices.names);
    column->addWidget(
        addField(u"name"_s, tr("Name"), m_name, tr("Shown with every request the key makes.")));
    addLine({addField(u"team"_s, tr("Team"), m_team),
             addField(u"owner"_s, tr("Owner (optional)"), m_owner)},
            column);
    form().add(u"expires"_s, m_expiry);
    m_templateField = addField(u"template"_s, tr("Start from a template"), m_template);
    m_templateField->hide();
    addLine({m_expiry, m_templateField}, column);
    column->addWidget(addField(u"routes"_s, tr("Models and routes"), m_routes));
    column->addStretch(1);
    return page;
}

QWidget *KeyDialog::makeSpending()
{
    auto *page = new QWidget(m_tabs);
    auto *column = columnOf(page);
    m_spending =
        new SpendingFields(u"access.keyDialog"_s, form(), routeIds(m_choices.document), page);
    column->addWidget(m_spending);
    column->addStretch(1);
    return page;
}

QWidget *KeyDialog::makeRules()
{
    auto *page = new QWidget(m_tabs);
    auto *column = columnOf(page);
    m_priority->setObjectName(u"access.keyDialog.priorityCombo"_s);
    m_priority->addItem(tr("Like people who wait"), QString());
    m_priority->addItem(tr("Behind others (batch)"), u"batch"_s);
    m_bodies->setObjectName(u"access.keyDialog.bodiesCombo"_s);
    m_bodies->addItem(tr("As set elsewhere"), QString());
    m_bodies->addItem(tr("Never"), u"never"_s);
    addLine({addField(u"residency"_s, tr("Regions it never leaves"), m_regions,
                      tr("For example eu, on-prem.")),
             addField(u"targets"_s, tr("Providers it may use"), m_targets,
                      tr("For example gpu/*, openai/gpt-4o."))},
            column);
    column->addWidget(addField(u"addresses"_s, tr("Addresses it works from"), m_addresses,
                               tr("For example 10.20.0.0/16, 2001:db8::/32. From elsewhere it is "
                                  "refused.")));
    addLine({addField(u"priority"_s, tr("When it is busy"), m_priority),
             addField(u"record_bodies"_s, tr("Record texts"), m_bodies)},
            column);
    addLine({addField(u"tags"_s, tr("Tags (optional)"), m_tags, tr("Booked with every request.")),
             addField(u"note"_s, tr("Note (optional)"), m_note)},
            column);
    column->addStretch(1);
    return page;
}

void KeyDialog::loadTemplates()
{
    connect(m_client.get(u"/key-templates"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded() || !m_before.id.isEmpty())
                    return;
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    m_template->addItem(item["name"_L1].toString(), item["fields"_L1].toObject());
                m_templateField->setVisible(m_template->count() > 1);
            });
}

//! The template's fields over empty ones; the name stays.
void KeyDialog::useTemplate(int index)
{
    KeyRow key = parseKeyRow(m_template->itemData(index).toJsonObject());
    if (key.routes.isEmpty())
        key.routes = {u"*"_s};
    key.name = m_name->text();
    showKey(key);
}

//! A new key starts with the limits of its team, until others are entered.
void KeyDialog::useTeam()
{
    const KeySpending entered = m_spending->spending();
    if (!m_before.id.isEmpty() || limitsOf(entered) != m_teamLimits)
        return;
    const auto &teams = m_choices.document.teams;
    const auto team = std::ranges::find(teams, m_team->currentData().toString(), &Api::Team::id);
    m_teamLimits = team == teams.end() ? Api::KeyLimits() : team->keyLimits;
    m_spending->setSpending(withLimits(entered, m_teamLimits));
}

void KeyDialog::edit(const KeyRow &key)
{
    m_before = key;
    m_choices.takenNames.removeOne(key.name);
    setTitle(tr("Edit key “%1”").arg(key.name));
    setSubmitText(tr("Save"));
    m_templateField->hide();
    showKey(key);
    m_name->selectAll();
}

void KeyDialog::showKey(const KeyRow &key)
{
    m_name->setText(key.name);
    int team = m_team->findData(key.team);
    if (team < 0) { // deleted since: kept until another one is chosen
        team = m_team->count();
        m_team->addItem(key.team, key.team);
    }
    m_team->setCurrentIndex(team);
    m_owner->setText(key.owner);
    m_expiry->setExpiry(key.expires);
    m_routes->setRoutes(key.routes);
    m_spending->setSpending(key.spending);
    m_regions->setText(key.residency.join(u", "_s));
    m_targets->setText(key.targets.join(u", "_s));
    m_addresses->setText(key.addresses.join(u", "_s));
    choose(m_priority, key.priority == "batch"_L1 ? key.priority : QString());
    choose(m_bodies, key.recordBodies);
    m_tags->setText(key.tags.join(u", "_s));
    m_note->setText(key.note);
}

KeyRow KeyDialog::entered() const
{
    KeyRow key = m_before;
    key.name = m_name->text().trimmed();
    key.team = m_team->currentData().toString();
    key.owner = m_owner->text().trimmed();
    key.expires = m_expiry->expiry();
    key.routes = m_routes->isAll() ? QStringList{u"*"_s} : m_routes->chosen();
    key.spending = m_spending->spending();
    key.residency = wordsOf(m_regions->text());
    key.targets = wordsOf(m_targets->text());
    key.addresses = wordsOf(m_addresses->text());
    key.priority = m_priority->currentData().toString();
    key.recordBodies = m_bodies->currentData().toString();
    key.tags = wordsOf(m_tags->text());
    key.note = m_note->text().trimmed();
    return key;
}

Api::Findings KeyDialog::check() const
{
    const KeyRow key = entered();
    Api::Findings findings;
    const auto add = [&findings](const QString &path, const QString &message) {
        findings.append(errorAt(path, message));
    };
    if (key.name.isEmpty())
        add(u"name"_s, tr("Enter a name, for example the app or person that uses the key."));
    else if (m_choices.takenNames.contains(key.name))
        add(u"name"_s, tr("A key with this name exists. Choose another name."));
    if (key.routes.isEmpty())
        add(u"routes"_s, tr("Tick at least one model or route, or choose All."));
    if (!Api::tagsProblem(key.tags).isEmpty())
        add(u"tags"_s, tr("Write each tag once as name=value, with commas between them."));
    if (!Api::networksProblem(key.addresses).isEmpty())
        add(u"addresses"_s,
            tr("Write addresses or networks such as 10.20.0.0/16 or 2001:db8::/32, with commas "
               "between them."));
    if (std::ranges::any_of(key.targets,
                            [](const QString &target) { return !target.contains(u'/'); }))
        add(u"targets"_s, tr("Write provider/* or provider/model, with commas between them."));
    if (const auto warning = budgetWarning(m_choices.document, key.team, key.spending))
        findings.append(*warning);
    return findings;
}

//! The first field with an error is on a tab that may be hidden.
void KeyDialog::showTabOfProblem()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const auto fields = m_tabs->widget(tab)->findChildren<FormField *>();
        const auto wrong = std::ranges::find_if(fields, [](const FormField *field) {
            return field->problem() == FormField::Problem::Error;
        });
        if (wrong == fields.end())
            continue;
        m_tabs->setCurrentIndex(tab);
        (*wrong)->control()->setFocus();
        return;
    }
}

void KeyDialog::submit()
{
    hideProblem();
    const Api::Findings findings = check();
    form().show(findings);
    showTabOfProblem();
    if (Api::hasErrors(findings) || m_call)
        return;
    const KeyRow key = entered();
    QJsonObject body = keyBody(key, m_before);
    if (m_before.id.isEmpty()) {
        if (!body.contains("limits"_L1))
            body.insert("limits"_L1, QJsonValue::Null); // none, whatever the team's keys start with
        m_call = m_client.post(u"/keys"_s, body);
    } else {
        m_call = m_client.put(u"/keys/%1"_s.arg(key.id), body);
    }
    submitButton()->setEnabled(false);
    connect(m_call, &Api::AdminCall::finished, this, &KeyDialog::takeAnswer);
}

void KeyDialog::takeAnswer(Api::AdminCall *call)
{
    submitButton()->setEnabled(true);
    if (!call->succeeded()) {
        const Error error = call->error();
        showFindings({errorAt(error.path, error.detail)}, tr("The key could not be saved. %1"));
        showTabOfProblem();
        return;
    }
    const QJsonObject &body = call->reply().body;
    KeyRow key = entered();
    if (m_before.id.isEmpty()) {
        key.id = body.value("id"_L1).toString();
        Q_EMIT created(key, body.value("secret"_L1).toString());
    } else {
        Q_EMIT saved(m_before, key);
    }
    accept();
}

} // namespace Gatehouse::Ui
