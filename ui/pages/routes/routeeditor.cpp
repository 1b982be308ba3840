// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routeeditor.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "ui/models/routelistmodel.h"
#include "ui/models/routesmodel.h"
#include "ui/models/routestrategies.h"
#include "ui/pages/routes/fallbackeditor.h"
#include "ui/pages/routes/moresection.h"
#include "ui/pages/routes/ruleseditor.h"
#include "ui/pages/routes/targetseditor.h"
#include "ui/pages/routes/trialssection.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plaintextlabel.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int rowGap = 14;

QSpinBox *makeSpin(const QString &key, const QString &objectName, QWidget *parent)
{
    const Api::Fields fields = Api::retryPolicyTable().fields();
    const auto field = std::find_if(fields.cbegin(), fields.cend(),
                                    [&key](const auto &one) { return one.key == key; });
    auto *spin = new QSpinBox(parent);
    spin->setObjectName(objectName);
    spin->setRange(int(field->minimum), int(field->maximum));
    spin->setGroupSeparatorShown(true);
    spin->setKeyboardTracking(false); // taken on Enter and on leaving
    return spin;
}

QString stickyName(const QString &by)
{
    if (by == "key"_L1)
        return RouteEditor::tr("The key");
    if (by == "team"_L1)
        return RouteEditor::tr("The team");
    if (by == "session"_L1)
        return RouteEditor::tr("The session");
    return RouteEditor::tr("The session, else the key");
}

QString failureName(const QString &failure)
{
    if (failure == "connect"_L1)
        return RouteEditor::tr("No connection");
    if (failure == "timeout"_L1)
        return RouteEditor::tr("Timeout");
    if (failure == "429"_L1)
        return RouteEditor::tr("Rate limited (429)");
    if (failure == "5xx"_L1)
        return RouteEditor::tr("Server error (5xx)");
    return failure;
}

QStringList split(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

//! What has the focus is scrolled into sight, in every area around it.
void revealFocus(const QWidget *within)
{
    QWidget *focus = within->focusWidget();
    for (QWidget *one = focus; one; one = one->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(one))
            area->ensureWidgetVisible(focus);
}

} // namespace

// Controls are made in reading order, which is the order of Tab.
RouteEditor::RouteEditor(RoutesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_form(new Form(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(rowGap);
    buildHeader(layout);
    buildTargets(layout);
    buildRetry(layout);
    m_residency = new QLineEdit(this);
    m_residency->setObjectName(u"routes.residencyField"_s);
    m_residency->setPlaceholderText(tr("Anywhere"));
    addField(u"residency"_s,
             new FormField(
                 tr("Allowed regions"), m_residency,
                 tr("Requests never leave these regions, fallbacks included: us, eu, on-prem."),
                 this),
             layout);
    layout->addWidget(new TrialsSection(model.trials(), this));
    m_more = new MoreSection(*m_form, this);
    layout->addWidget(m_more);
    layout->addStretch(1);
    connectFields();
}

void RouteEditor::addField(const QString &path, FormField *field, QBoxLayout *layout)
{
    layout->addWidget(field);
    m_form->add(path, field);
}

void RouteEditor::buildTargets(QVBoxLayout *layout)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"routes.nameField"_s);
    addField(u"id"_s,
             new FormField(tr("Name"), m_name, tr("The model name that clients send."), this),
             layout);
    layout->addWidget(makeStrategy());
    m_targets = new TargetsEditor(this);
    m_fallback = new FallbackEditor(this);
    layout->addWidget(m_targets);
    layout->addWidget(m_fallback);
    m_form->add(u"targets"_s, m_targets->field());
    m_form->add(u"fallback"_s, m_fallback->field());
    m_rules = new RulesEditor(this);
    layout->addWidget(m_rules);
    m_form->add(u"rules"_s, m_rules->field());
}

QWidget *RouteEditor::makeStrategy()
{
    m_strategy = new QComboBox(this);
    m_strategy->setObjectName(u"routes.strategyCombo"_s);
    for (const QString &offered : Api::routeTable().choices(u"strategy"_s)) {
        m_strategy->addItem(strategyName(offered), offered);
        m_strategy->setItemData(m_strategy->count() - 1, strategySentence(offered),
                                Qt::ToolTipRole);
    }
    m_stickyBy = new QComboBox(this);
    m_stickyBy->setObjectName(u"routes.stickyByCombo"_s);
    const QStringList choices = QStringList{QString()} + Api::routeTable().choices(u"sticky_by"_s);
    for (const QString &by : choices)
        m_stickyBy->addItem(stickyName(by), by);
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rowGap);
    addField(u"strategy"_s, new FormField(tr("Strategy"), m_strategy, {}, both), column);
    addField(u"sticky_by"_s, new FormField(tr("What stays at one target"), m_stickyBy, {}, both),
             column);
    return both;
}

void RouteEditor::buildHeader(QVBoxLayout *layout)
{
    m_title = new PlainTextLabel({}, u"title"_s, this);
    m_state = new Pill(this);
    auto *requests = makeIconButton(u"list-tree"_s, tr("Show the requests of this route"),
                                    u"routes.requestsButton"_s, this);
    m_duplicate =
        makeIconButton(u"copy"_s, tr("Duplicate this route"), u"routes.duplicateButton"_s, this);
    m_delete =
        makeIconButton(u"trash-2"_s, tr("Delete this route"), u"routes.deleteButton"_s, this);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_title, 1);
    line->addWidget(m_state);
    for (QToolButton *button : {requests, m_duplicate, m_delete})
        line->addWidget(button);
    layout->addLayout(line);
    connect(requests, &QToolButton::clicked, this, &RouteEditor::requestsRequested);
    connect(m_duplicate, &QToolButton::clicked, this, &RouteEditor::duplicateRequested);
    connect(m_delete, &QToolButton::clicked, this, &RouteEditor::deleteRequested);
}

void RouteEditor::buildRetry(QVBoxLayout *layout)
{
    m_attempts = makeSpin(u"attempts"_s, u"routes.attemptsSpin"_s, this);
    m_backoff = makeSpin(u"backoff"_s, u"routes.backoffSpin"_s, this);
    auto *attempts = new FormField(tr("Attempts"), m_attempts, tr("The first one included."), this);
    auto *backoff =
        new FormField(tr("Pause before the second"), m_backoff, tr("It doubles from there."), this);
    m_backoff->setSuffix(tr(" ms"));
    m_backoff->setSingleStep(100);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(12);
    addField(u"retry.attempts"_s, attempts, numbers);
    addField(u"retry.backoff"_s, backoff, numbers);
    layout->addLayout(numbers);
    auto *failures = new QWidget(this);
    failures->setObjectName(u"routes.failures"_s);
    auto *grid = new QGridLayout(failures);
    grid->setContentsMargins(2, 2, 2, 2);
    grid->setVerticalSpacing(8);
    const QStringList choices = Api::retryPolicyTable().choices(u"on"_s);
    for (const QString &choice : choices) {
        auto *box = new QCheckBox(failureName(choice), failures);
        box->setObjectName(u"routes.retryCheck.%1"_s.arg(choice));
        box->setAccessibleName(tr("Try again after: %1").arg(box->text()));
        box->setProperty("failure", choice);
        const auto at = int(m_failures.size());
        grid->addWidget(box, at / 2, at % 2);
        m_failures.append(box);
    }
    addField(u"retry.on"_s, new FormField(tr("Try the next target after"), failures, {}, this),
             layout);
}

void RouteEditor::connectFields()
{
    connect(m_name, &QLineEdit::editingFinished, this, &RouteEditor::takeName);
    connect(m_strategy, &QComboBox::activated, this, &RouteEditor::take);
    connect(m_stickyBy, &QComboBox::activated, this, &RouteEditor::take);
    connect(m_rules, &RulesEditor::edited, this, &RouteEditor::take);
    connect(m_more, &MoreSection::edited, this, &RouteEditor::take);
    connect(m_targets, &TargetsEditor::edited, this, &RouteEditor::take);
    connect(m_fallback, &FallbackEditor::edited, this, &RouteEditor::take);
    connect(m_attempts, &QSpinBox::valueChanged, this, &RouteEditor::take);
    connect(m_backoff, &QSpinBox::valueChanged, this, &RouteEditor::take);
    connect(m_residency, &QLineEdit::editingFinished, this, &RouteEditor::take);
    for (QCheckBox *box : std::as_const(m_failures))
        connect(box, &QCheckBox::toggled, this, &RouteEditor::take);
}

void RouteEditor::showRoute(const QString &id)
{
    const Api::Route *route = m_model.draft().route(id);
    if (!route)
        return;
    const QScopedValueRollback showing(m_showing, true);
    if (id != m_id || !m_name->isModified())
        m_name->setText(id);
    m_id = id;
    m_model.trials().setRoute(m_model.draft().inForce(id));
    showTitle(*route);
    showStrategy(*route);
    showSurroundings(*route);
    m_attempts->setValue(route->retry.attempts);
    m_backoff->setValue(int(route->retry.backoff.count()));
    for (QCheckBox *box : std::as_const(m_failures))
        box->setChecked(route->retry.on.contains(box->property("failure").toString()));
    if (!m_residency->hasFocus() || split(m_residency->text()) != route->residency)
        m_residency->setText(route->residency.join(u", "_s));
    showOwnProblems(*route);
}

//! What may be named in the form depends on everything else in the draft.
void RouteEditor::showSurroundings(const Api::Route &route)
{
    const RoutesDraft &draft = m_model.draft();
    QStringList providers;
    for (const Api::Provider &provider : draft.document().providers)
        providers.append(provider.id);
    QStringList others;
    for (const Api::Route &other : draft.routes())
        if (other.id != route.id)
            others.append(other.id);
    QStringList models;
    for (const DirectModel &model : m_model.facts().models)
        models.append(model.id);
    m_targets->setRoute(route, m_model.facts(), providers);
    m_fallback->setFallbacks(route.fallback, draft.possibleFallbacks(route.id));
    m_rules->setRules(route.rules, others);
    m_more->showRoute(route, models, others);
}

//! One that is not known is kept until another one is chosen.
void RouteEditor::showStrategy(const Api::Route &route)
{
    if (m_strategy->findData(route.strategy) < 0)
        m_strategy->addItem(strategyName(route.strategy), route.strategy);
    m_strategy->setCurrentIndex(m_strategy->findData(route.strategy));
    m_form->field(u"strategy"_s)->setHelp(strategySentence(route.strategy));
    m_stickyBy->setCurrentIndex(std::max(0, m_stickyBy->findData(route.stickyBy)));
    m_form->field(u"sticky_by"_s)->setVisible(route.strategy == "sticky"_L1);
}

void RouteEditor::showTitle(const Api::Route &route)
{
    m_title->setFullText(route.id);
    const RouteState state = routeState(route, m_model.facts());
    m_state->setState(state.word, state.tone, state.icon);
}

void RouteEditor::takeName()
{
    const QString name = m_name->text().trimmed();
    m_name->setModified(false);
    if (m_showing || name == m_id) {
        m_form->showOnly(u"id"_s, {});
        return;
    }
    QString problem;
    if (!Api::isId(name))
        problem = tr("Use 1 to 64 lower-case letters, digits, dots, hyphens or underscores.");
    else if (m_model.draft().route(name))
        problem = tr("Another route is called “%1”. Choose another name.").arg(name);
    if (!problem.isEmpty()) {
        m_name->setModified(true); // what was typed stays, to be mended
        m_form->showOnly(u"id"_s, {{.path = u"id"_s, .message = problem}});
        return;
    }
    take();
}

Api::Route RouteEditor::edited() const
{
    Api::Route route = *m_model.draft().route(m_id);
    const QString name = m_name->text().trimmed();
    if (!m_name->isModified() && Api::isId(name))
        route.id = name;
    route.strategy = m_strategy->currentData().toString();
    route.stickyBy = m_stickyBy->currentData().toString();
    route.targets = m_targets->targets();
    route.rules = m_rules->rules();
    route.fallback = m_fallback->fallbacks();
    route.retry.attempts = m_attempts->value();
    route.retry.backoff = std::chrono::milliseconds(m_backoff->value());
    route.retry.on.clear();
    for (const QCheckBox *box : m_failures)
        if (box->isChecked())
            route.retry.on.append(box->property("failure").toString());
    route.residency = split(m_residency->text());
    m_more->read(route);
    return route;
}

void RouteEditor::take()
{
    if (m_showing || !m_model.draft().route(m_id))
        return;
    const QString before = m_id;
    const Api::Route route = edited();
    m_id = route.id;
    m_model.draft().replace(before, route);
}

//! What is wrong with the route by itself, without taking the focus away.
void RouteEditor::showOwnProblems(const Api::Route &route)
{
    const Api::Findings findings = Api::validate(route);
    const QStringList paths{u"strategy"_s,       u"targets"_s,       u"fallback"_s,
                            u"rules"_s,          u"residency"_s,     u"sticky_by"_s,
                            u"retry.attempts"_s, u"retry.backoff"_s, u"retry.on"_s};
    for (const QString &path : paths + m_more->paths())
        m_form->showOnly(path, findings);
    if (!m_name->isModified())
        m_form->showOnly(u"id"_s, findings);
}

void RouteEditor::showFindings(const Api::Findings &findings)
{
    const bool folded = std::any_of(findings.cbegin(), findings.cend(), [](const auto &finding) {
        return MoreSection::holds(finding.path);
    });
    if (folded)
        m_more->setExpanded(true);
    m_form->show(findings);
}

void RouteEditor::setLocked(const QString &origin)
{
    m_form->setLocked(origin);
    m_targets->setLocked(origin);
    m_fallback->setLocked(origin);
    m_rules->setLocked(origin);
    m_more->setLocked(!origin.isEmpty());
    m_duplicate->setEnabled(origin.isEmpty());
    m_delete->setEnabled(origin.isEmpty());
}

void RouteEditor::focusNode(const RouteNode &node)
{
    switch (node.kind) {
    case RouteNode::Kind::Name:
        return focusField(u"id"_s);
    case RouteNode::Kind::Strategy:
        return focusField(u"strategy"_s);
    case RouteNode::Kind::Target:
        return focusField(u"targets[%1]"_s.arg(node.index));
    case RouteNode::Kind::Canary:
        return focusField(u"canary.target"_s);
    case RouteNode::Kind::Fallback:
        return focusField(u"fallback[%1]"_s.arg(node.index));
    }
}

void RouteEditor::focusField(const QString &path)
{
    static const QRegularExpression target(u"^targets\\[(\\d+)\\]\\.?(.*)$"_s);
    static const QRegularExpression fallback(u"^fallback\\[(\\d+)\\]"_s);
    static const QRegularExpression rule(u"^rules\\[(\\d+)\\]"_s);
    if (MoreSection::holds(path))
        m_more->setExpanded(true);
    if (const auto match = target.match(path); match.hasMatch()) {
        const QString key = match.captured(2);
        m_targets->focusTarget(match.captured(1).toInt(),
                               key == "model"_L1        ? TargetsModel::Model
                                   : key == "weight"_L1 ? TargetsModel::Weight
                                                        : TargetsModel::Provider);
    } else if (const auto loop = fallback.match(path); loop.hasMatch()) {
        m_fallback->focusFallback(loop.captured(1).toInt());
    } else if (const auto at = rule.match(path); at.hasMatch()) {
        m_rules->focusRule(at.captured(1).toInt());
    } else if (path.startsWith("targets"_L1)) {
        m_targets->focusTarget(0);
    } else if (FormField *field = m_form->field(path)) {
        field->control()->setFocus(Qt::OtherFocusReason);
        if (auto *line = qobject_cast<QLineEdit *>(field->control()))
            line->selectAll();
    }
    revealFocus(this);
    // A route that has just been made gives what is above it another height.
    QMetaObject::invokeMethod(
        this, [this] { revealFocus(this); }, Qt::QueuedConnection);
}

} // namespace Gatehouse::Ui
