// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/teamdialog.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "ui/pages/access/routepicker.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fieldsWidth = 472;

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    return words;
}

} // namespace

TeamDialog::TeamDialog(ConfigurationModel &configuration, const QStringList &names, QWidget *parent)
    : QDialog(parent)
    , m_configuration(configuration)
    , m_title(makeLabel(tr("New team"), u"dialogTitle"_s, this))
    , m_id(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_routes(new RoutePicker(u"access.teamDialog"_s, this))
    , m_residency(new QLineEdit(this))
    , m_problem(makeLabel({}, u"error"_s, this))
    , m_save(makeButton(tr("Create team"), u"primary"_s, u"access.teamDialog.saveButton"_s, this))
{
    setObjectName(u"access.teamDialog"_s);
    setWindowTitle(m_title->text());
    m_problem->setObjectName(u"access.teamDialog.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetFixedSize); // grows and shrinks with the list of models
    layout->addWidget(m_title);
    layout->addWidget(makeFields(names), 1);
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    m_id->setFocus();
}

QWidget *TeamDialog::makeFields(const QStringList &names)
{
    auto *fields = new QWidget(this);
    fields->setFixedWidth(fieldsWidth);
    m_id->setObjectName(u"access.teamDialog.idField"_s);
    m_name->setObjectName(u"access.teamDialog.nameField"_s);
    m_residency->setObjectName(u"access.teamDialog.residencyField"_s);
    m_residency->setPlaceholderText(tr("Any region"));
    m_routes->setNames(names);
    auto *id = new FormField(tr("Id"), m_id, tr("A short word: small letters, digits, -"), fields);
    auto *name =
        new FormField(tr("Name (optional)"), m_name, tr("As people call the team."), fields);
    auto *routes = new FormField(tr("Models and routes its keys may call"), m_routes, {}, fields);
    auto *residency = new FormField(
        tr("Residency (optional)"), m_residency,
        tr("Regions its requests never leave, for example eu, on-prem. Providers in other "
           "regions are passed over."),
        fields);
    m_form.add(u"id"_s, id);
    m_form.add(u"name"_s, name);
    m_form.add(u"routes"_s, routes);
    m_form.add(u"residency"_s, residency);
    connect(m_id, &QLineEdit::editingFinished, this, [this] {
        if (!m_id->text().isEmpty())
            m_form.showOnly(u"id"_s, check());
    });
    connect(m_residency, &QLineEdit::editingFinished, this,
            [this] { m_form.showOnly(u"residency"_s, check()); });
    connect(m_routes, &RoutePicker::edited, this, [this] { m_form.showOnly(u"routes"_s, {}); });
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(id, 1, Qt::AlignTop);
    line->addWidget(name, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addWidget(routes, 1);
    layout->addWidget(residency);
    return fields;
}

QLayout *TeamDialog::makeButtons()
{
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"access.teamDialog.cancelButton"_s, this);
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TeamDialog::submit);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_save);
    return layout;
}

void TeamDialog::edit(const Api::Team &team)
{
    m_isNew = false;
    m_title->setText(tr("Edit team “%1”").arg(team.name.isEmpty() ? team.id : team.name));
    setWindowTitle(m_title->text());
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_id->setText(team.id);
    m_form.field(u"id"_s)->setLocked(tr("Keys name the team by it"));
    m_name->setText(team.name);
    m_routes->setRoutes(team.routes);
    m_residency->setText(team.residency.join(u", "_s));
    m_name->setFocus();
}

Api::Team TeamDialog::entered() const
{
    return {.id = m_id->text().trimmed(),
            .name = m_name->text().trimmed(),
            .routes = m_routes->chosen(),
            .residency = wordsOf(m_residency->text())};
}

Api::Findings TeamDialog::check() const
{
    const Api::Team team = entered();
    Api::Findings findings = Api::validate(team);
    const auto &teams = m_configuration.document().teams;
    const auto add = [&findings](const QString &path, const QString &message) {
        findings.append(
            {.severity = Api::Severity::Error, .path = path, .line = 0, .message = message});
    };
    if (m_isNew && std::ranges::find(teams, team.id, &Api::Team::id) != teams.end())
        add(u"id"_s, tr("A team with this id exists. Choose another id."));
    if (!m_routes->isAll() && team.routes.isEmpty())
        add(u"routes"_s, tr("Tick at least one model or route, or choose All."));
    return findings;
}

void TeamDialog::submit()
{
    m_problem->hide();
    const Api::Findings findings = check();
    m_form.show(findings);
    if (Api::hasErrors(findings) || m_busy)
        return;
    const Api::Team team = entered();
    const QString shown = team.name.isEmpty() ? team.id : team.name;
    m_busy = true;
    m_save->setEnabled(false);
    const auto done = [this](const std::optional<Refusal> &refusal) { finish(refusal); };
    if (m_isNew)
        m_configuration.change("POST", u"/teams"_s, Api::toJson(team),
                               tr("Created team “%1”").arg(shown), this, done);
    else
        m_configuration.change("PUT", u"/teams/%1"_s.arg(team.id), Api::toJson(team),
                               tr("Changed team “%1”").arg(shown), this, done);
}

void TeamDialog::finish(const std::optional<Refusal> &refusal)
{
    m_busy = false;
    m_save->setEnabled(true);
    if (!refusal) {
        accept();
        return;
    }
    Api::Findings findings = refusal->findings;
    if (findings.isEmpty())
        findings.append({.severity = Api::Severity::Error,
                         .path = refusal->error.path,
                         .line = 0,
                         .message = refusal->error.detail});
    const Api::Findings homeless = m_form.show(findings);
    m_problem->setText(tr("The team could not be saved. %1").arg(refusal->error.detail));
    m_problem->setVisible(!homeless.isEmpty());
}

} // namespace Gatehouse::Ui
