// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/conditiondialog.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/optionalspin.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int columns = 3;
constexpr int fieldsWidth = 720;
const QString rulePath = u"rules[0]"_s;

QStringList split(const QString &text, QChar separator)
{
    QStringList parts;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    return parts;
}

QStringList wordsOf(const QLineEdit *line)
{
    return split(line->text(), u',');
}

//! "x-app: search*; x-team: red".
QMap<QString, QString> headersOf(const QString &text)
{
    QMap<QString, QString> headers;
    for (const QString &part : split(text, u';'))
        headers.insert(part.section(u':', 0, 0).trimmed(), part.section(u':', 1).trimmed());
    return headers;
}

QString textOf(const QMap<QString, QString> &headers)
{
    QStringList parts;
    for (auto it = headers.begin(); it != headers.end(); ++it)
        parts.append(u"%1: %2"_s.arg(it.key(), it.value()));
    return parts.join(u"; "_s);
}

std::optional<bool> flagOf(const QComboBox *combo)
{
    const QVariant chosen = combo->currentData();
    return chosen.isValid() ? std::optional(chosen.toBool()) : std::nullopt;
}

void setFlag(QComboBox *combo, std::optional<bool> flag)
{
    combo->setCurrentIndex(!flag ? 0 : *flag ? 1 : 2);
}

std::optional<int> wholeOf(const OptionalSpin *spin)
{
    const auto chosen = spin->chosen();
    return chosen ? std::optional(int(*chosen)) : std::nullopt;
}

} // namespace

ConditionDialog::ConditionDialog(const QStringList &routes, QWidget *parent)
    : QDialog(parent)
    , m_title(makeLabel(tr("New condition"), u"dialogTitle"_s, this))
    , m_problem(makeLabel({}, u"error"_s, this))
{
    setObjectName(u"routes.conditionDialog"_s);
    setWindowTitle(m_title->text());
    m_problem->setObjectName(u"routes.conditionDialog.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 18);
    layout->setSpacing(10);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(m_title);
    layout->addWidget(makeCondition());
    layout->addWidget(makeAction());
    layout->addWidget(m_problem);
    layout->addLayout(makeButtons());
    m_route->addItems(routes);
    showAction();
    m_name->setFocus();
}

void ConditionDialog::addField(QGridLayout *grid, const QString &key, const QString &label,
                               QWidget *control)
{
    const int at = grid->count();
    auto *field = new FormField(label, control, {}, this);
    grid->addWidget(field, at / columns, at % columns, Qt::AlignTop);
    m_form.add(key == "name"_L1 ? key : u"when.%1"_s.arg(key), field);
}

QLineEdit *ConditionDialog::addLine(QGridLayout *grid, const QString &key, const QString &label,
                                    const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(u"routes.conditionDialog.%1Field"_s.arg(key));
    line->setPlaceholderText(hint);
    addField(grid, key, label, line);
    return line;
}

QComboBox *ConditionDialog::addFlag(QGridLayout *grid, const QString &key, const QString &label)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(u"routes.conditionDialog.%1Combo"_s.arg(key));
    combo->addItem(tr("Any"));
    combo->addItem(tr("Yes"), true);
    combo->addItem(tr("No"), false);
    addField(grid, key, label, combo);
    return combo;
}

OptionalSpin *ConditionDialog::addSpin(QGridLayout *grid, const QString &key, const QString &label)
{
    auto *spin = new OptionalSpin(fieldOf(Api::ruleConditionTable(), key), tr("Any"), this);
    spin->setObjectName(u"routes.conditionDialog.%1Spin"_s.arg(key));
    addField(grid, key, label, spin);
    return spin;
}

QWidget *ConditionDialog::makeCondition()
{
    auto *fields = new QWidget(this);
    fields->setFixedWidth(fieldsWidth);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    m_name = addLine(grid, u"name"_s, tr("Name (optional)"), tr("For people and traces"));
    m_keys = addLine(grid, u"keys"_s, tr("Keys"), tr("Any; else ids: k1, k2"));
    m_teams = addLine(grid, u"teams"_s, tr("Teams"), tr("Any; else ids: red, blue"));
    m_tags = addLine(grid, u"tags"_s, tr("Tags"), tr("Any; else project=search"));
    m_regions = addLine(grid, u"regions"_s, tr("Caller bound to"), tr("Any region; else eu, us"));
    m_time = addLine(grid, u"time"_s, tr("Time"), tr("Any; else mon-fri 08:00-18:00"));
    m_tools = addFlag(grid, u"tools"_s, tr("Offers tools"));
    m_images = addFlag(grid, u"images"_s, tr("Has images"));
    m_audio = addFlag(grid, u"audio"_s, tr("Has sound"));
    m_structured = addFlag(grid, u"structured"_s, tr("Answer follows a schema"));
    m_streamed = addFlag(grid, u"streamed"_s, tr("Answer is streamed"));
    m_headers = addLine(grid, u"headers"_s, tr("Headers"), tr("Any; else x-app: search*"));
    m_above = addSpin(grid, u"prompt_tokens_above"_s, tr("Prompt tokens above"));
    m_below = addSpin(grid, u"prompt_tokens_below"_s, tr("Prompt tokens below"));
    m_budget = addSpin(grid, u"budget_used_above"_s, tr("Budget used above"));
    return fields;
}

QWidget *ConditionDialog::makeAction()
{
    m_action = new QComboBox(this);
    m_action->setObjectName(u"routes.conditionDialog.actionCombo"_s);
    m_action->addItem(tr("Go to a route"), int(Action::Route));
    m_action->addItem(tr("Use only some targets"), int(Action::Targets));
    m_action->addItem(tr("Refuse the request"), int(Action::Deny));
    m_route = new QComboBox(this);
    m_route->setObjectName(u"routes.conditionDialog.routeCombo"_s);
    m_targets = new QLineEdit(this);
    m_targets->setObjectName(u"routes.conditionDialog.targetsField"_s);
    m_targets->setPlaceholderText(tr("gpu, openai/gpt-4o, tag:local"));
    m_deny = new QLineEdit(this);
    m_deny->setObjectName(u"routes.conditionDialog.denyField"_s);
    m_deny->setPlaceholderText(tr("Large prompts are not allowed here."));
    m_form.add(u"route"_s, new FormField(tr("Route"), m_route, {}, this));
    m_form.add(u"targets"_s, new FormField(tr("Only these targets"), m_targets, {}, this));
    m_form.add(u"deny"_s, new FormField(tr("Sentence for the caller"), m_deny, {}, this));
    auto *then = new QWidget(this);
    auto *line = new QHBoxLayout(then);
    line->setContentsMargins(0, 6, 0, 0);
    line->setSpacing(12);
    line->addWidget(new FormField(tr("Then"), m_action, {}, then), 1, Qt::AlignTop);
    for (const QString &key : {u"route"_s, u"targets"_s, u"deny"_s})
        line->addWidget(m_form.field(key), 2, Qt::AlignTop);
    connect(m_action, &QComboBox::currentIndexChanged, this, &ConditionDialog::showAction);
    return then;
}

QLayout *ConditionDialog::makeButtons()
{
    QPushButton *cancel =
        makeButton(tr("Cancel"), {}, u"routes.conditionDialog.cancelButton"_s, this);
    QPushButton *save = makeButton(tr("Take into the draft"), u"primary"_s,
                                   u"routes.conditionDialog.saveButton"_s, this);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ConditionDialog::submit);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(save);
    return layout;
}

ConditionDialog::Action ConditionDialog::action() const
{
    return Action(m_action->currentData().toInt());
}

void ConditionDialog::showAction()
{
    m_form.field(u"route"_s)->setVisible(action() == Action::Route);
    m_form.field(u"targets"_s)->setVisible(action() == Action::Targets);
    m_form.field(u"deny"_s)->setVisible(action() == Action::Deny);
}

void ConditionDialog::edit(const Api::RouteRule &rule)
{
    const Api::RuleCondition &when = rule.when;
    m_title->setText(tr("Edit condition"));
    setWindowTitle(m_title->text());
    m_name->setText(rule.name);
    m_keys->setText(when.keys.join(u", "_s));
    m_teams->setText(when.teams.join(u", "_s));
    m_tags->setText(when.tags.join(u", "_s));
    m_regions->setText(when.regions.join(u", "_s));
    m_time->setText(when.time.join(u"; "_s)); // a comma stands within a time
    m_headers->setText(textOf(when.headers));
    setFlag(m_tools, when.tools);
    setFlag(m_images, when.images);
    setFlag(m_audio, when.audio);
    setFlag(m_structured, when.structured);
    setFlag(m_streamed, when.streamed);
    m_above->setChosen(when.promptTokensAbove);
    m_below->setChosen(when.promptTokensBelow);
    m_budget->setChosen(when.budgetUsedAbove);
    m_deny->setText(rule.deny);
    m_targets->setText(rule.targets.join(u", "_s));
    if (!rule.route.isEmpty() && m_route->findText(rule.route) < 0)
        m_route->addItem(rule.route); // kept until another one is chosen
    m_route->setCurrentIndex(std::max(0, m_route->findText(rule.route)));
    const Action then = !rule.deny.isEmpty() ? Action::Deny
        : !rule.targets.isEmpty()            ? Action::Targets
                                             : Action::Route;
    m_action->setCurrentIndex(m_action->findData(int(then)));
}

Api::RouteRule ConditionDialog::rule() const
{
    Api::RouteRule rule;
    rule.name = m_name->text().trimmed();
    Api::RuleCondition &when = rule.when;
    when.keys = wordsOf(m_keys);
    when.teams = wordsOf(m_teams);
    when.tags = wordsOf(m_tags);
    when.regions = wordsOf(m_regions);
    when.time = split(m_time->text(), u';');
    when.headers = headersOf(m_headers->text());
    when.tools = flagOf(m_tools);
    when.images = flagOf(m_images);
    when.audio = flagOf(m_audio);
    when.structured = flagOf(m_structured);
    when.streamed = flagOf(m_streamed);
    when.promptTokensAbove = wholeOf(m_above);
    when.promptTokensBelow = wholeOf(m_below);
    when.budgetUsedAbove = m_budget->chosen();
    if (action() == Action::Deny)
        rule.deny = m_deny->text().trimmed();
    else if (action() == Action::Route)
        rule.route = m_route->currentText();
    else
        rule.targets = wordsOf(m_targets);
    return rule;
}

//! What is wrong with the rule by itself, paths within it.
Api::Findings ConditionDialog::check() const
{
    Api::Findings findings;
    const Api::RouteRule made = rule();
    if (made.deny.isEmpty() && made.route.isEmpty() && made.targets.isEmpty()) {
        const QString path = action() == Action::Deny ? u"deny"_s
            : action() == Action::Route               ? u"route"_s
                                                      : u"targets"_s;
        findings.append({.path = path, .message = tr("Say what happens then.")});
        return findings;
    }
    Api::Route route;
    route.rules = {made};
    for (Api::Finding finding : Api::validate(route)) {
        if (finding.severity != Api::Severity::Error || !finding.path.startsWith(rulePath))
            continue;
        finding.path = finding.path.mid(rulePath.size() + 1);
        findings.append(finding);
    }
    return findings;
}

void ConditionDialog::submit()
{
    const Api::Findings findings = check();
    const Api::Findings homeless = m_form.show(findings);
    m_problem->setText(homeless.isEmpty() ? QString() : homeless.first().message);
    m_problem->setVisible(!homeless.isEmpty());
    if (findings.isEmpty())
        accept();
}

} // namespace Gatehouse::Ui
