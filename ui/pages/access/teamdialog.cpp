// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/teamdialog.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "ui/models/keyactions.h"
#include "ui/pages/access/limitfields.h"
#include "ui/pages/access/routepicker.h"
#include "ui/pages/access/spendingfields.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldsWidth = 480;

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 14, 0, 4);
    column->setSpacing(12);
    return column;
}

} // namespace

TeamDialog::TeamDialog(ConfigurationModel &configuration, const QStringList &names, QWidget *parent)
    : FormDialog(u"access.teamDialog"_s, tr("New team"), tr("Create team"),
                 u"access.teamDialog.saveButton"_s, parent)
    , m_configuration(configuration)
    , m_tabs(new QTabWidget(this))
    , m_id(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_routes(new RoutePicker(u"access.teamDialog"_s, this))
    , m_residency(new QLineEdit(this))
    , m_targets(new QLineEdit(this))
{
    m_tabs->setObjectName(u"access.teamDialog.tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the team"));
    m_tabs->setFixedWidth(fieldsWidth);
    m_tabs->addTab(makeMain(names), tr("Team"));
    m_tabs->addTab(makeSpending(), tr("Budget and limits"));
    content()->addWidget(m_tabs, 1);
    connect(m_id, &QLineEdit::editingFinished, this, [this] {
        if (!m_id->text().isEmpty())
            form().showOnly(u"id"_s, check());
    });
    connect(m_residency, &QLineEdit::editingFinished, this,
            [this] { form().showOnly(u"residency"_s, check()); });
    connect(m_targets, &QLineEdit::editingFinished, this,
            [this] { form().showOnly(u"targets"_s, check()); });
    connect(m_routes, &RoutePicker::edited, this, [this] { form().showOnly(u"routes"_s, {}); });
    m_id->setFocus();
}

QWidget *TeamDialog::makeMain(const QStringList &names)
{
    auto *page = new QWidget(m_tabs);
    auto *column = columnOf(page);
    m_id->setObjectName(u"access.teamDialog.idField"_s);
    m_name->setObjectName(u"access.teamDialog.nameField"_s);
    m_residency->setObjectName(u"access.teamDialog.residencyField"_s);
    m_residency->setPlaceholderText(tr("Any region"));
    m_targets->setObjectName(u"access.teamDialog.targetsField"_s);
    m_targets->setPlaceholderText(tr("Any provider"));
    m_routes->setNames(names);
    addLine({addField(u"id"_s, tr("Id"), m_id, tr("A short word: small letters, digits, -")),
             addField(u"name"_s, tr("Name (optional)"), m_name, tr("As people call the team."))},
            column);
    column->addWidget(addField(u"routes"_s, tr("Models and routes its keys may call"), m_routes));
    column->addWidget(
        addField(u"residency"_s, tr("Residency (optional)"), m_residency,
                 tr("Regions its requests never leave, for example eu, on-prem. Providers in other "
                    "regions are passed over.")));
    column->addWidget(addField(u"targets"_s, tr("Providers it may use"), m_targets,
                               tr("For example gpu/*, openai/gpt-4o.")));
    column->addStretch(1);
    return page;
}

QWidget *TeamDialog::makeSpending()
{
    auto *page = new QWidget(m_tabs);
    auto *column = columnOf(page);
    QStringList routes;
    for (const Api::Route &route : m_configuration.document().routes)
        routes.append(route.id);
    m_spending = new SpendingFields(u"access.teamDialog"_s, form(), routes, page);
    column->addWidget(m_spending);
    column->addSpacing(4);
    column->addWidget(makeLabel(tr("New keys of the team start with"), u"strong"_s, page));
    m_keyLimits = new LimitFields(u"access.teamDialog.newKeys"_s, u"key_limits"_s, form(), page);
    column->addWidget(m_keyLimits);
    column->addStretch(1);
    return page;
}

void TeamDialog::edit(const Api::Team &team)
{
    m_isNew = false;
    setTitle(tr("Edit team “%1”").arg(team.name.isEmpty() ? team.id : team.name));
    setSubmitText(tr("Save"));
    m_id->setText(team.id);
    form().field(u"id"_s)->setLocked(tr("Keys name the team by it"));
    m_name->setText(team.name);
    m_routes->setRoutes(team.routes);
    m_residency->setText(team.residency.join(u", "_s));
    m_targets->setText(team.targets.join(u", "_s));
    m_spendingBefore = spendingOf(m_configuration.document(), u"team:%1"_s.arg(team.id));
    m_spending->setSpending(m_spendingBefore);
    m_keyLimits->setLimits(team.keyLimits);
    m_name->setFocus();
}

Api::Team TeamDialog::entered() const
{
    return {.id = m_id->text().trimmed(),
            .name = m_name->text().trimmed(),
            .routes = m_routes->chosen(),
            .residency = wordsOf(m_residency->text()),
            .targets = wordsOf(m_targets->text()),
            .keyLimits = m_keyLimits->limits()};
}

Api::Findings TeamDialog::check() const
{
    const Api::Team team = entered();
    Api::Findings findings = Api::validate(team);
    const auto &teams = m_configuration.document().teams;
    if (m_isNew && std::ranges::find(teams, team.id, &Api::Team::id) != teams.end())
        findings.append(errorAt(u"id"_s, tr("A team with this id exists. Choose another id.")));
    if (!m_routes->isAll() && team.routes.isEmpty())
        findings.append(
            errorAt(u"routes"_s, tr("Tick at least one model or route, or choose All.")));
    if (std::ranges::any_of(team.targets,
                            [](const QString &target) { return !target.contains(u'/'); }))
        findings.append(errorAt(
            u"targets"_s, tr("Write provider/* or provider/model, with commas between them.")));
    return findings;
}

void TeamDialog::submit()
{
    hideProblem();
    const Api::Findings findings = check();
    form().show(findings);
    if (Api::hasErrors(findings)) {
        m_tabs->setCurrentIndex(0);
        return;
    }
    if (m_busy)
        return;
    const Api::Team team = entered();
    const QString shown = team.name.isEmpty() ? team.id : team.name;
    QJsonObject body = Api::toJson(team);
    insertSpending(body, m_spending->spending(), m_spendingBefore);
    m_busy = true;
    submitButton()->setEnabled(false);
    const auto done = [this](const std::optional<Refusal> &refusal) { finish(refusal); };
    if (m_isNew)
        m_configuration.change("POST", u"/teams"_s, body, tr("Created team “%1”").arg(shown), this,
                               done);
    else
        m_configuration.change("PUT", u"/teams/%1"_s.arg(team.id), body,
                               tr("Changed team “%1”").arg(shown), this, done);
}

void TeamDialog::finish(const std::optional<Refusal> &refusal)
{
    m_busy = false;
    submitButton()->setEnabled(true);
    if (!refusal) {
        accept();
        return;
    }
    Api::Findings findings = refusal->findings;
    if (findings.isEmpty())
        findings.append(errorAt(refusal->error.path, refusal->error.detail));
    showFindings(findings, tr("The team could not be saved. %1"));
}

} // namespace Gatehouse::Ui
