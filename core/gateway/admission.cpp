// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/admission.h"

#include "core/access/keytags.h"
#include "core/dialects/openai/media.h"
#include "core/dialects/passthrough.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;

namespace {

using Refusal = std::optional<ClientError>;
using Step = Refusal(Admission &);

QByteArray quoted(QByteArrayView name)
{
    return "'" + name.toByteArray() + "'";
}

Refusal checkMediaType(Admission &a)
{
    const QByteArrayView type = a.head.fields.value("content-type");
    const QByteArrayView encoding = a.head.fields.value("content-encoding");
    if (!encoding.isEmpty() && !Http::sameName(encoding, "identity"))
        return clientError(ErrorCase::UnsupportedMedia,
                           "The body is compressed (" + encoding.toByteArray()
                               + "); send it uncompressed.",
                           "content-encoding");
    const qsizetype end = type.indexOf(';');
    const QByteArrayView media = (end < 0 ? type : type.first(end)).trimmed();
    const bool isForm = Http::sameName(media, "multipart/form-data");
    const bool needsForm = Dialects::taskOf(a.front) == Dialects::Task::Transcription;
    if (isForm && Dialects::takesForm(a.front))
        return {};
    if (!needsForm && (media.isEmpty() || Http::sameName(media, "application/json")))
        return {};
    return clientError(ErrorCase::UnsupportedMedia,
                       "The content type is " + quoted(media) + "; send "
                           + (needsForm ? "multipart/form-data." : "application/json."),
                       "content-type");
}

Result<Dialects::RequestScan> scanForm(Admission &a)
{
    const Result<QByteArray> boundary =
        Dialects::multipartBoundary(a.head.fields.value("content-type"));
    if (!boundary)
        return boundary.error();
    Result<Dialects::MultipartForm> form = Dialects::readMultipart(a.body, *boundary);
    if (!form)
        return form.error();
    a.form = *std::move(form);
    return Dialects::scanForm(a.front, *a.form, a.body);
}

bool isForm(const Admission &a)
{
    constexpr QByteArrayView form("multipart/");
    const QByteArrayView type = a.head.fields.value("content-type");
    return type.size() > form.size() && Http::sameName(type.first(form.size()), form);
}

Refusal scanBody(Admission &a)
{
    Result<Dialects::RequestScan> scan = isForm(a) ? scanForm(a) : a.scanner.scan(a.front, a.body);
    if (!scan) {
        a.trace.step("body", false, scan.error().detail.toUtf8());
        return clientError(ErrorCase::InvalidRequest, scan.error().detail.toUtf8(),
                           scan.error().path.toUtf8());
    }
    a.scan = *std::move(scan);
    a.promptKnowledge = PromptKnowledge::Rough;
    Dialects::notePictures(a.front, a.body, a.scan);
    if (!a.model.isEmpty()) {
        a.scan.model = a.model;
        a.scan.stream = a.stream;
    }
    return {};
}

Refusal findPrevious(Admission &a)
{
    a.awaited = a.findsPrevious && !a.pinned ? a.scan.previousResponse : QByteArray();
    return {};
}

Refusal findRoute(Admission &a)
{
    a.route = a.published.snapshot->route(a.scan.model);
    if (!a.route) {
        const Config::Provider *provider = a.published.snapshot->providerOf(a.scan.model);
        // A provider that names its models has no others; one that names none takes any.
        if (provider && provider->document.models.isEmpty() && !provider->document.paused) {
            a.adHoc = std::make_unique<Config::Route>();
            a.adHoc->id = a.scan.model;
            a.adHoc->direct = true;
            a.adHoc->targets.push_back({provider, a.scan.model.sliced(provider->id.size() + 1), 1});
            a.route = a.adHoc.get();
        }
    }
    if (a.route)
        return {};
    a.trace.step("route", false, a.scan.model);
    return clientError(ErrorCase::ModelNotFound,
                       "The model " + quoted(a.scan.model)
                           + " does not exist here. GET /v1/models lists what this key may call.",
                       "model");
}

Refusal authorise(Admission &a)
{
    if (a.key.mayCall(a.scan.model)) {
        a.trace.step("key", true, a.key.name);
        a.trace.step("route", true, a.scan.model);
        return {};
    }
    a.trace.step("key", false, a.key.name);
    return clientError(
        ErrorCase::ModelNotAllowed,
        "This key may not call " + quoted(a.scan.model)
            + ". Ask the administrator to allow it, or use a model listed by GET /v1/models.",
        "model");
}

Refusal checkLimits(Admission &a)
{
    return a.purse.enterLimits(a);
}

Refusal checkBudgets(Admission &a)
{
    return a.purse.enterBudgets(a);
}

//! Leaves the targets of the provider that keeps what the request goes on from.
Refusal keepToPinned(Admission &a)
{
    const QByteArray &provider = a.pinned->provider;
    a.plan.order.removeIf([&](quint16 index) {
        return a.plan.candidates[index].entry.provider->provider->id != provider;
    });
    a.trace.step("previous response", !a.plan.isEmpty(), QByteArray("kept by " + provider));
    if (!a.plan.isEmpty())
        return {};
    return clientError(ErrorCase::InvalidRequest,
                       "The response " + quoted(a.pinned->id) + " is kept by its provider, which "
                           + quoted(a.scan.model)
                           + " does not use now. Use the model it was made with, or send the whole "
                             "input.",
                       "previous_response_id");
}

//! What a target must be able to do goes into the trace: the books tell it to later replays.
void traceNeeds(Admission &a)
{
    QByteArray needs;
    const auto add = [&needs](bool used, QByteArrayView what) {
        if (used)
            needs += (needs.isEmpty() ? QByteArrayView() : QByteArrayView(", ")).toByteArray()
                + what.toByteArray();
    };
    add(a.facts.tools, "tools");
    add(a.facts.images, "images");
    add(a.facts.structured, "structured output");
    add(a.facts.audio, "audio");
    if (!needs.isEmpty())
        a.trace.step("needs", true, needs);
}

//! What rules and the planner look at.
Refusal gatherFacts(Admission &a)
{
    a.facts = {.format = a.front,
               .streamed = a.scan.stream,
               .promptTokens = a.scan.promptTokens,
               .maxTokens = a.scan.maxTokens.value_or(0),
               .tools = a.scan.hasTools,
               .images = a.scan.images > 0,
               .structured = a.scan.structured,
               .audio = a.scan.hasAudio,
               .prefix = a.scan.prefix,
               .session = a.head.fields.value("x-gatehouse-session").toByteArray(),
               .keyId = a.key.id,
               .team = a.key.team,
               .tags = a.tags,
               .residency = a.key.residency,
               .keyResidency = a.key.ownResidency,
               .keyTargets = &a.key.targets,
               .teamTargets = &a.key.teamTargets,
               .fields = &a.head.fields,
               .wall = a.wall,
               .zone = &a.published.snapshot->reportingZone,
               .route = a.route->id,
               .budgets = &a.published.budgets};
    const Dialects::Task task = Dialects::taskOf(a.front);
    a.facts.pictures = task == Dialects::Task::Images ? a.scan.count : 0;
    a.facts.characters = task == Dialects::Task::Speech ? a.scan.characters : 0;
    a.facts.searches = task == Dialects::Task::Rerank ? 1 : 0;
    a.facts.pictureSize = a.scan.pictureSize;
    a.facts.pictureQuality = a.scan.pictureQuality;
    traceNeeds(a);
    return {};
}

//! "office hours: to long".
void traceStep(Admission &a, const Routing::Direction::Step &step)
{
    if (!step.rule) {
        const QByteArray &notice = step.at->lastNotice;
        a.trace.step("retired", true,
                     QByteArray("to " + step.at->successor->id
                                + (notice.isEmpty() ? QByteArray() : ": " + notice)));
        return;
    }
    const Config::Rule &rule = *step.rule;
    if (!rule.deny.isEmpty())
        a.trace.step("rule", false, QByteArray(rule.name + ": denied"));
    else if (rule.route)
        a.trace.step("rule", true, QByteArray(rule.name + ": to " + rule.route->id));
    else
        a.trace.step("rule", true, QByteArray(rule.name + ": only some targets"));
}

//! The key may call what the request is sent on to as well.
Refusal authoriseRedirects(Admission &a)
{
    for (const Routing::Direction::Step &step : a.direction.steps) {
        const Config::Route *to = step.rule ? step.rule->route : step.at->successor;
        if (!to || a.key.mayCall(to->id))
            continue;
        a.trace.step("key", false, QByteArray(a.key.name + " may not call " + to->id));
        return clientError(
            ErrorCase::ModelNotAllowed,
            "A rule sends this request to " + quoted(to->id)
                + ", which this key may not call. Ask the administrator to allow it.",
            "model");
    }
    return {};
}

//! A rule of the route asks for the size of the prompt, and the rough number does not decide it.
bool isNearARule(const Admission &a)
{
    return std::ranges::any_of(a.route->rules, [&a](const Config::Rule &rule) {
        return isNear(a, rule.promptTokensAbove.value_or(0))
            || isNear(a, rule.promptTokensBelow.value_or(0));
    });
}

Refusal redirect(Admission &a)
{
    using End = Routing::Direction::End;
    if (isNearARule(a))
        refinePrompt(a);
    a.direction = Routing::follow(*a.route, a.facts);
    for (const auto &step : a.direction.steps)
        traceStep(a, step);
    if (Refusal refusal = authoriseRedirects(a))
        return refusal;
    if (a.direction.end == End::Denied)
        return clientError(ErrorCase::RequestDenied, a.direction.steps.back().rule->deny);
    if (a.direction.end == End::Circle)
        return clientError(ErrorCase::Internal,
                           "The rules of " + quoted(a.route->id)
                               + " send requests in a circle. Tell your administrator.");
    a.route = a.direction.route;
    return {};
}

//! What the route forces, caps and removes; these are parameters of conversations.
Refusal setParameters(Admission &a)
{
    const Dialects::ParameterSet &set = a.route->parameters;
    if (set.isEmpty() || a.form || Dialects::taskOf(a.front) != Dialects::Task::Chat)
        return {};
    Dialects::ParameterSet::Applied applied = set.apply(a.front, a.body);
    if (applied.changed.empty())
        return {};
    a.body = std::move(applied.body);
    if (Refusal refusal = scanBody(a))
        return refusal;
    a.facts.maxTokens = a.scan.maxTokens.value_or(0);
    QByteArray names;
    for (const QByteArray &name : applied.changed)
        names += (names.isEmpty() ? "" : ", ") + name;
    a.trace.step("set", true, names);
    return {};
}

Refusal limitPrompt(Admission &a)
{
    const qint64 most = a.route->promptLimit;
    if (isNear(a, most))
        refinePrompt(a);
    if (most == 0 || a.scan.promptTokens <= most)
        return {};
    a.trace.step("prompt limit", false,
                 QByteArray(QByteArray::number(a.scan.promptTokens) + " of "
                            + QByteArray::number(most) + " tokens"));
    ClientError error = clientError(
        ErrorCase::InvalidRequest,
        "The request has about " + QByteArray::number(a.scan.promptTokens) + " tokens; "
            + quoted(a.route->id) + " takes " + QByteArray::number(most) + ". Send less.",
        "messages");
    error.code = "context_length_exceeded";
    return error;
}

//! Nothing fits: what the caller is told.
ClientError unplannable(const Admission &a)
{
    using Routing::Reason;
    const QByteArray model = quoted(a.scan.model);
    const auto lacks = [&](const QByteArray &what) {
        return clientError(ErrorCase::InvalidRequest,
                           "No target of " + model + " takes " + what
                               + ". Use another model or send the request without.",
                           "model");
    };
    const auto reason = a.plan.refusal();
    if (!reason)
        return clientError(ErrorCase::UpstreamFailed, "No provider is set up for " + model + ".");
    switch (*reason) {
    case Reason::OtherDialect:
        return clientError(ErrorCase::InvalidRequest,
                           "No target of " + model + " can do what " + a.head.path.toByteArray()
                               + " asks for. Use a model of that kind.",
                           "model");
    case Reason::OutsideResidency:
        return clientError(ErrorCase::ResidencyRefused);
    case Reason::NotAllowed:
        return clientError(ErrorCase::ModelNotAllowed,
                           "This key may use none of the targets of " + model
                               + ". Ask the administrator to allow one.",
                           "model");
    case Reason::NarrowedOut:
        return clientError(ErrorCase::RequestDenied,
                           "A rule of " + model + " leaves no target for this request.");
    case Reason::NoUsableKey:
        return clientError(ErrorCase::UpstreamAuthFailed);
    case Reason::Paused:
    case Reason::Draining:
        return clientError(ErrorCase::CapacityExceeded,
                           "Every provider of " + model + " is paused. Try again later.");
    case Reason::NoTools:
        return lacks("tools");
    case Reason::NoImages:
        return lacks("images");
    case Reason::NoStructured:
        return lacks("a format for the answer");
    case Reason::NoAudio:
        return lacks("audio");
    case Reason::ContextTooSmall: {
        ClientError error =
            clientError(ErrorCase::InvalidRequest,
                        "The request has about " + QByteArray::number(a.scan.promptTokens)
                            + " tokens, more than any target of " + model
                            + " takes together with its answer. Send less, or use another model.",
                        "messages");
        error.code = "context_length_exceeded";
        return error;
    }
    default: // the reasons of targets that fit
        return clientError(ErrorCase::UpstreamFailed);
    }
}

//! Whether a target's context takes the prompt is not clear from the rough number.
void lookAtContexts(Admission &a)
{
    for (const Routing::Entry &entry : a.published.routing->entries(*a.route)) {
        if (isNear(a, entry.abilities.mostPrompt)
            || isNear(a, entry.abilities.mostTokens, a.facts.maxTokens)) {
            refinePrompt(a, *entry.target);
            return;
        }
    }
}

Refusal planTargets(Admission &a)
{
    lookAtContexts(a);
    a.plan = Routing::plan(*a.published.routing, a.direction, a.facts, a.now, a.random);
    a.trace.plan(a.plan);
    if (a.plan.isEmpty())
        return unplannable(a);
    return a.pinned ? keepToPinned(a) : Refusal();
}

//! What is asked of a provider past the gateway names its model in the path or the body, or none.
QByteArray passedModel(const Admission &a)
{
    const Dialects::PassedPath known = Dialects::passedPath(a.passedPath);
    if (!known.model.isEmpty() || !a.body.startsWith('{'))
        return known.model;
    return Dialects::JsonView::parse(a.body)["model"].string().left(
        Dialects::RequestScanner::maxModelName);
}

Refusal findProvider(Admission &a)
{
    const qsizetype slash = a.rest.indexOf('/');
    const QByteArray id =
        QByteArray::fromPercentEncoding((slash < 0 ? a.rest : a.rest.first(slash)).toByteArray());
    const Config::Provider *provider = a.published.snapshot->provider(id);
    if (!provider) {
        a.trace.step("provider", false, id);
        return clientError(ErrorCase::NotFound,
                           "There is no provider " + quoted(id)
                               + " here. Say /passthrough/{provider}/… with its id.");
    }
    a.passedPath = slash < 0 ? QByteArrayView("/") : a.rest.sliced(slash);
    if (Dialects::climbs(a.passedPath))
        return clientError(ErrorCase::InvalidRequest,
                           "The path behind the provider must not have '.' or '..' as a part.");
    a.scan.model = passedModel(a);
    a.adHoc = std::make_unique<Config::Route>();
    a.adHoc->id = id;
    a.adHoc->direct = true;
    a.adHoc->targets.push_back({provider, a.scan.model, 1});
    // What it does is not known: it is sent again only when it cannot have been acted on.
    a.adHoc->retryTimeout = a.adHoc->retryRateLimited = a.adHoc->retryServerError = false;
    a.route = a.adHoc.get();
    return {};
}

Refusal authorisePassThrough(Admission &a)
{
    const bool allowed = a.key.mayCall(QByteArray(a.route->id + "/*"));
    a.trace.step("key", allowed, a.key.name);
    a.trace.step("provider", allowed, a.route->id);
    if (allowed)
        return {};
    return clientError(ErrorCase::ModelNotAllowed,
                       "This key may not use everything of " + quoted(a.route->id)
                           + ": a passthrough needs a key with \"" + a.route->id
                           + "/*\" or \"*\". Ask the administrator to allow it.");
}

//! The order in which a request is admitted, after its key was checked on the head. Guardrails and
//! the cache come before planTargets.
constexpr std::array steps{checkMediaType, scanBody,      findPrevious, findRoute,
                           authorise,      checkLimits,   checkBudgets, gatherFacts,
                           redirect,       setParameters, limitPrompt,  planTargets};
constexpr std::array passThroughSteps{findProvider, authorisePassThrough, checkLimits,
                                      checkBudgets, gatherFacts,          redirect,
                                      planTargets};

} // namespace

QByteArray requestTags(const Access::KeyEntry &key, const Http::Fields &fields)
{
    constexpr qsizetype longest = 1024;
    const QByteArrayView own = fields.value("x-gatehouse-tags");
    if (own.isEmpty())
        return key.tags;
    return Access::joinedTags(key.tags, own.first(std::min(own.size(), longest)), longest);
}

std::optional<ClientError> Admission::run()
{
    awaited.clear();
    const bool passes = front == Dialects::Format::PassThrough;
    for (const auto step : passes ? std::span<Step *const>(passThroughSteps) : steps) {
        if (Refusal refusal = step(*this)) {
            purse.withdraw(now);
            return refusal;
        }
        if (!awaited.isEmpty())
            return {};
    }
    return {};
}

} // namespace Gatehouse::Gateway
