// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/moresection.h"

#include "core/api/documents/documentjson.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/optionalspin.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr double nanosInDollar = 1e9;
constexpr int rowGap = 12;

std::optional<double> number(std::optional<Milliseconds> time)
{
    return time ? std::optional(double(time->count())) : std::nullopt;
}

std::optional<Milliseconds> timeOf(const OptionalSpin *spin)
{
    const auto chosen = spin->chosen();
    return chosen ? std::optional(Milliseconds(std::llround(*chosen))) : std::nullopt;
}

//! "openai/gpt-4o"; what follows the first slash is the model.
Api::ModelReference referenceOf(const QLineEdit *line)
{
    const QString text = line->text().trimmed();
    return {.provider = text.section(u'/', 0, 0), .model = text.section(u'/', 1)};
}

QString textOf(const Api::ModelReference &reference)
{
    return reference.model.isEmpty() ? reference.provider
                                     : u"%1/%2"_s.arg(reference.provider, reference.model);
}

//! What is being typed stays.
void setText(QLineEdit *line, const QString &text)
{
    if (!line->hasFocus() || !line->isModified())
        line->setText(text);
}

void setCompletions(QLineEdit *line, const QStringList &words)
{
    auto *completer = new QCompleter(words, line);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    delete line->completer();
    line->setCompleter(completer);
}

} // namespace

MoreSection::MoreSection(Form &form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_toggle(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
{
    m_toggle->setObjectName(u"routes.moreButton"_s);
    m_toggle->setText(tr("More"));
    m_toggle->setAccessibleName(tr("More: canary, speed, limits, shadow, end of the name"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_body->setObjectName(u"routes.more"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(rowGap);
    makeCanary();
    makeSpeed();
    makeLimits();
    makeShadow();
    makeRetirement();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connect(m_toggle, &QToolButton::toggled, this, &MoreSection::setExpanded);
    setExpanded(false);
}

void MoreSection::setExpanded(bool expanded)
{
    m_toggle->setChecked(expanded);
    m_toggle->setIcon(themeIcon(expanded ? u"chevron-down"_s : u"chevron-right"_s));
    m_body->setVisible(expanded);
}

bool MoreSection::isExpanded() const
{
    return m_toggle->isChecked();
}

bool MoreSection::holds(const QString &path)
{
    static const QStringList groups{u"canary"_s,   u"hedge"_s,      u"slow_stream"_s,
                                    u"max_wait"_s, u"total_time"_s, u"prompt_limit"_s,
                                    u"shadow"_s,   u"retire"_s};
    return groups.contains(path.section(u'.', 0, 0));
}

void MoreSection::addTitle(const QString &text)
{
    m_column->addWidget(makeLabel(text, u"section"_s, m_body));
}

void MoreSection::addRow(const QList<FormField *> &fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(rowGap);
    for (FormField *field : fields)
        row->addWidget(field, 1, Qt::AlignTop);
    m_column->addLayout(row);
}

QLineEdit *MoreSection::makeLine(const QString &name, const QString &hint)
{
    auto *line = new QLineEdit(m_body);
    line->setObjectName(u"routes.%1"_s.arg(name));
    line->setPlaceholderText(hint);
    connect(line, &QLineEdit::editingFinished, this, [this, line] {
        line->setModified(false);
        showDependents();
        Q_EMIT edited();
    });
    return line;
}

OptionalSpin *MoreSection::makeSpin(const Api::Field &field, const QString &name,
                                    const QString &absent)
{
    auto *spin = new OptionalSpin(field, absent, m_body);
    spin->setObjectName(u"routes.%1"_s.arg(name));
    connect(spin, &OptionalSpin::valueChanged, this, [this] {
        showDependents();
        Q_EMIT edited();
    });
    return spin;
}

FormField *MoreSection::makeField(const QString &path, const QString &label, QWidget *control,
                                  const QString &help)
{
    auto *field = new FormField(label, control, help, m_body);
    m_form.add(path, field);
    m_paths.append(path);
    return field;
}

void MoreSection::makeCanary()
{
    const auto &guard = Api::canaryGuardTable();
    m_canaryTarget = makeLine(u"canary.targetField"_s, tr("None; else provider/model"));
    m_canaryPercent =
        makeSpin(fieldOf(Api::canaryTable(), u"percent"), u"canary.percentSpin"_s, tr("Default"));
    m_errors = makeSpin(fieldOf(guard, u"error_rate_above"), u"canary.errorsSpin"_s, tr("Never"));
    m_firstToken =
        makeSpin(fieldOf(guard, u"first_token_p95_above"), u"canary.firstTokenSpin"_s, tr("Never"));
    m_cost = makeSpin(fieldOf(guard, u"cost_above"), u"canary.costSpin"_s, tr("Never"));
    addTitle(tr("Canary"));
    addRow({makeField(u"canary.target"_s, tr("Target on trial"), m_canaryTarget)});
    addRow({makeField(u"canary.percent"_s, tr("Share of the requests"), m_canaryPercent),
            makeField(u"canary.halt.error_rate_above"_s, tr("Stop at errors above"), m_errors)});
    addRow({makeField(u"canary.halt.first_token_p95_above"_s, tr("Stop at p95 above"), m_firstToken,
                      tr("Of the first token.")),
            makeField(u"canary.halt.cost_above"_s, tr("Stop at cost above"), m_cost,
                      tr("Over that of the others."))});
}

void MoreSection::makeSpeed()
{
    const auto &hedge = Api::hedgingTable();
    const auto &slow = Api::slowStreamTable();
    m_hedgeAfter = makeSpin(fieldOf(hedge, u"after"), u"hedge.afterSpin"_s, tr("Never"));
    m_hedgeCost = makeSpin(fieldOf(hedge, u"extra_cost"), u"hedge.costSpin"_s, tr("Default"));
    m_slowRate =
        makeSpin(fieldOf(slow, u"tokens_per_second"), u"slowStream.rateSpin"_s, tr("Never"));
    m_slowHold = makeSpin(fieldOf(slow, u"hold"), u"slowStream.holdSpin"_s, tr("Default"));
    addTitle(tr("Slow answers"));
    addRow({makeField(u"hedge.after"_s, tr("Ask a second after"), m_hedgeAfter,
                      tr("Without a first byte.")),
            makeField(u"hedge.extra_cost"_s, tr("Asked twice at most"), m_hedgeCost,
                      tr("Of the requests."))});
    addRow(
        {makeField(u"slow_stream.tokens_per_second"_s, tr("Give up streams below"), m_slowRate,
                   tr("Tokens a second.")),
         makeField(u"slow_stream.hold"_s, tr("Judged for"), m_slowHold, tr("Held back so long."))});
}

void MoreSection::makeLimits()
{
    const auto &route = Api::routeTable();
    m_maxWait = makeSpin(fieldOf(route, u"max_wait"), u"maxWaitSpin"_s, tr("As the provider"));
    m_totalTime =
        makeSpin(fieldOf(route, u"total_time"), u"totalTimeSpin"_s, tr("As the provider"));
    m_promptLimit = makeSpin(fieldOf(route, u"prompt_limit"), u"promptLimitSpin"_s, tr("No limit"));
    addTitle(tr("Limits"));
    addRow({makeField(u"max_wait"_s, tr("Longest wait"), m_maxWait, tr("For a free place.")),
            makeField(u"total_time"_s, tr("Total time"), m_totalTime, tr("With all attempts."))});
    addRow({makeField(u"prompt_limit"_s, tr("Largest prompt"), m_promptLimit,
                      tr("In tokens; larger ones are refused."))});
}

void MoreSection::makeShadow()
{
    const auto &shadow = Api::shadowTable();
    m_shadowTarget = makeLine(u"shadow.targetField"_s, tr("None; else provider/model"));
    m_shadowPercent = makeSpin(fieldOf(shadow, u"percent"), u"shadow.percentSpin"_s, tr("Default"));
    m_shadowLimit =
        makeSpin(fieldOf(shadow, u"daily_limit_usd"), u"shadow.limitSpin"_s, tr("No limit"));
    Format::setDollars(*m_shadowLimit);
    addTitle(tr("Shadow"));
    addRow({makeField(u"shadow.target"_s, tr("Target of the copies"), m_shadowTarget,
                      tr("Copies of requests; their answers are not used."))});
    addRow({makeField(u"shadow.percent"_s, tr("Share copied"), m_shadowPercent),
            makeField(u"shadow.daily_limit_usd"_s, tr("At most a day"), m_shadowLimit)});
    m_form.add(u"shadow"_s, m_form.field(u"shadow.daily_limit_usd"_s)); // "has no daily limit"
    m_paths.append(u"shadow"_s);
}

void MoreSection::makeRetirement()
{
    m_retireDate = makeLine(u"retire.dateField"_s, tr("Never; else 2027-01-31"));
    m_retireRoute = makeLine(u"retire.routeField"_s, tr("None"));
    addTitle(tr("End of this name"));
    addRow({makeField(u"retire.date"_s, tr("Last day"), m_retireDate),
            makeField(u"retire.route"_s, tr("Successor"), m_retireRoute)});
}

void MoreSection::showRoute(const Api::Route &route, const QStringList &targets,
                            const QStringList &routes)
{
    const auto canary = route.canary.value_or(Api::Canary{});
    const auto shadow = route.shadow.value_or(Api::Shadow{});
    const auto retire = route.retire.value_or(Api::Retirement{});
    setText(m_canaryTarget, textOf(canary.target));
    m_canaryPercent->setChosen(canary.percent);
    m_errors->setChosen(canary.halt.errorRateAbove);
    m_firstToken->setChosen(number(canary.halt.firstTokenP95Above));
    m_cost->setChosen(canary.halt.costAbove);
    m_hedgeAfter->setChosen(route.hedge ? number(route.hedge->after) : std::nullopt);
    m_hedgeCost->setChosen(route.hedge.value_or(Api::Hedging{}).extraCost);
    m_slowRate->setChosen(route.slowStream ? std::optional(route.slowStream->tokensPerSecond)
                                           : std::nullopt);
    m_slowHold->setChosen(number(route.slowStream.value_or(Api::SlowStreamGuard{}).hold));
    m_maxWait->setChosen(number(route.maxWait));
    m_totalTime->setChosen(number(route.totalTime));
    m_promptLimit->setChosen(route.promptLimit > 0 ? std::optional<double>(route.promptLimit)
                                                   : std::nullopt);
    setText(m_shadowTarget, textOf(shadow.target));
    m_shadowPercent->setChosen(shadow.percent);
    m_shadowLimit->setChosen(shadow.dailyLimit
                                 ? std::optional(double(*shadow.dailyLimit) / nanosInDollar)
                                 : std::nullopt);
    setText(m_retireDate, retire.date);
    setText(m_retireRoute, retire.route);
    setCompletions(m_canaryTarget, targets);
    setCompletions(m_shadowTarget, targets);
    setCompletions(m_retireRoute, routes);
    showDependents();
}

void MoreSection::read(Api::Route &route) const
{
    readCanary(route);
    readSpeed(route);
    route.maxWait = timeOf(m_maxWait);
    route.totalTime = timeOf(m_totalTime);
    route.promptLimit = int(m_promptLimit->chosen().value_or(0));
    readShadow(route);
    readRetirement(route);
}

void MoreSection::readCanary(Api::Route &route) const
{
    Api::Canary canary = route.canary.value_or(Api::Canary{});
    canary.target = referenceOf(m_canaryTarget);
    canary.percent = m_canaryPercent->chosen().value_or(Api::Canary{}.percent);
    canary.halt.errorRateAbove = m_errors->chosen();
    canary.halt.firstTokenP95Above = timeOf(m_firstToken);
    canary.halt.costAbove = m_cost->chosen();
    route.canary = canary.target == Api::ModelReference{} ? std::nullopt : std::optional(canary);
}

void MoreSection::readSpeed(Api::Route &route) const
{
    const Api::Hedging usual;
    const Api::SlowStreamGuard patient;
    route.hedge.reset();
    if (const auto after = timeOf(m_hedgeAfter))
        route.hedge = {.after = *after,
                       .extraCost = m_hedgeCost->chosen().value_or(usual.extraCost)};
    route.slowStream.reset();
    if (const auto rate = m_slowRate->chosen())
        route.slowStream = {.tokensPerSecond = *rate,
                            .hold = timeOf(m_slowHold).value_or(patient.hold)};
}

void MoreSection::readShadow(Api::Route &route) const
{
    Api::Shadow shadow;
    shadow.target = referenceOf(m_shadowTarget);
    shadow.percent = m_shadowPercent->chosen().value_or(shadow.percent);
    if (const auto dollars = m_shadowLimit->chosen())
        shadow.dailyLimit = std::llround(*dollars * nanosInDollar);
    route.shadow = shadow.target == Api::ModelReference{} ? std::nullopt : std::optional(shadow);
}

void MoreSection::readRetirement(Api::Route &route) const
{
    Api::Retirement retire = route.retire.value_or(Api::Retirement{});
    retire.date = m_retireDate->text().trimmed();
    retire.route = m_retireRoute->text().trimmed();
    route.retire = retire.date.isEmpty() ? std::nullopt : std::optional(retire);
}

void MoreSection::setLocked(bool locked)
{
    m_locked = locked;
    showDependents();
}

//! What says more about something that is not set waits.
void MoreSection::showDependents()
{
    const bool canary = !m_canaryTarget->text().isEmpty();
    const bool shadow = !m_shadowTarget->text().isEmpty();
    for (OptionalSpin *spin : {m_canaryPercent, m_errors, m_firstToken, m_cost})
        spin->setEnabled(!m_locked && canary);
    for (OptionalSpin *spin : {m_shadowPercent, m_shadowLimit})
        spin->setEnabled(!m_locked && shadow);
    m_hedgeCost->setEnabled(!m_locked && m_hedgeAfter->chosen());
    m_slowHold->setEnabled(!m_locked && m_slowRate->chosen());
    m_retireRoute->setEnabled(!m_locked && !m_retireDate->text().isEmpty());
}

} // namespace Gatehouse::Ui
