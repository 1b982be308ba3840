// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/admission.h"

#include "core/dialects/openai/media.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;

namespace {

using Refusal = std::optional<ClientError>;

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

Refusal planTargets(Admission &a)
{
    const QByteArrayView session = a.head.fields.value("x-gatehouse-session");
    const Routing::RequestFacts facts{.format = a.front,
                                      .streamed = a.scan.stream,
                                      .promptTokens = a.scan.promptTokens,
                                      .tools = a.scan.hasTools,
                                      .images = a.scan.images > 0,
                                      .structured = a.scan.structured,
                                      .session = session.toByteArray(),
                                      .keyId = a.key.id,
                                      .residency = a.key.residency};
    a.plan = Routing::plan(*a.published.routing, *a.route, facts, a.now, a.random);
    a.trace.plan(a.plan);
    if (!a.plan.isEmpty())
        return a.pinned ? keepToPinned(a) : Refusal();
    if (a.plan.refusedByDialect())
        return clientError(ErrorCase::InvalidRequest,
                           "No target of " + quoted(a.scan.model) + " can do what "
                               + a.head.path.toByteArray() + " asks for. Use a model of that kind.",
                           "model");
    if (a.plan.refusedByResidency())
        return clientError(ErrorCase::ResidencyRefused);
    if (a.plan.refusedByCredentials())
        return clientError(ErrorCase::UpstreamAuthFailed);
    if (a.plan.refusedByPause())
        return clientError(ErrorCase::CapacityExceeded,
                           "Every provider of " + quoted(a.scan.model)
                               + " is paused. Try again later.");
    return clientError(ErrorCase::UpstreamFailed,
                       "No provider is set up for " + quoted(a.scan.model) + ".");
}

//! The order in which a request is admitted, after its key was checked on the head. Guardrails and
//! the cache come before planTargets.
constexpr std::array steps{checkMediaType, scanBody,    findPrevious, findRoute,
                           authorise,      checkLimits, checkBudgets, planTargets};

} // namespace

std::optional<ClientError> Admission::run()
{
    awaited.clear();
    for (const auto step : steps) {
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
