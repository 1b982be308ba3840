// SPDX-License-Identifier: GPL-3.0-or-later
//! A newer list of prices: what it changes, taking it, taking it back.
#include "core/admin/routes/routes.h"
#include "core/base/json.h"
#include "core/ledger/cataloguedifference.h"
#include "core/providers/probe.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

constexpr qsizetype largestList = 4 * 1024 * 1024; //!< as much as is fetched

//! The one list that may be on its way.
struct Fetch {
    std::unique_ptr<Providers::Probe> probe;
};

Error atUrl(const QString &detail)
{
    return {ErrorCode::InvalidArgument, detail, u"url"_s};
}

Result<Http::Endpoint> endpointOf(const QUrl &url)
{
    const bool isLocal = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1;
    Http::Endpoint endpoint;
    endpoint.tls = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty()
        || (!endpoint.tls && !(isLocal && url.scheme() == "http"_L1)))
        return atUrl(u"must begin with https://"_s);
    endpoint.host = QUrl::toAce(url.host()).toLower();
    if (endpoint.host.isEmpty()) // an address literal
        endpoint.host = url.host().toLatin1();
    endpoint.port = quint16(url.port(endpoint.tls ? 443 : 80));
    return endpoint;
}

Http::UpstreamRequest requestFor(const QUrl &url)
{
    QByteArray target =
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    Http::UpstreamRequest request;
    request.methodAndTarget = "GET " + target;
    request.fields = "accept: application/json\r\naccept-encoding: identity\r\n"
                     "user-agent: Gatehouse/" GATEHOUSE_VERSION "\r\n";
    request.timeouts = {.connect = 10s, .firstByte = 20s, .idle = 20s, .total = 60s};
    return request;
}

//! The names that the list has for the providers of the configuration.
QList<QByteArray> usedNames(const Services &services)
{
    QList<QByteArray> names;
    for (const Api::Provider &provider : services.configuration.document().providers)
        names.append(Ledger::Catalogue::providerName(provider));
    return names;
}

void offer(Services &services, const AdminRequest &request, const QByteArray &text,
           const QString &source, const Responder &responder)
{
    const auto list = Ledger::Catalogue::check(text);
    if (!list) {
        responder.fail(list.error());
        return;
    }
    const auto before = services.priceList.current();
    QJsonObject answer = Ledger::catalogueDifference(*before, *list, usedNames(services));
    const bool isDry = request.body.value("dry_run"_L1).toBool();
    answer.insert(u"dry_run"_s, isDry);
    answer.insert(u"source"_s, source);
    if (isDry) {
        responder.reply(answer);
        return;
    }
    if (const Result<void> taken = services.priceList.take(text, source); !taken) {
        responder.fail(taken.error());
        return;
    }
    QJsonObject told = answer;
    told.remove(u"items"_s);
    told.remove(u"dry_run"_s);
    audit(services, request, u"prices.update"_s, u"prices"_s, QString::fromUtf8(compactJson(told)),
          QString::fromUtf8(compactJson({{u"version"_s, before->version()}})));
    responder.reply(answer);
}

//! POST {"text": "…" or "url": "https://…", "dry_run": false}.
void update(Services &services, const std::shared_ptr<Fetch> &fetch, const AdminRequest &request,
            const Responder &responder)
{
    const QByteArray text = request.body.value("text"_L1).toString().toUtf8();
    const QString address = request.body.value("url"_L1).toString();
    if (text.isEmpty() == address.isEmpty()) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"send the list as \"text\", or the address it lies at as \"url\""_s,
                             u"text"_s});
        return;
    }
    if (!text.isEmpty()) {
        offer(services, request, text, request.body.value("name"_L1).toString(u"file"_s),
              responder);
        return;
    }
    const QUrl url(address, QUrl::StrictMode);
    const auto endpoint = endpointOf(url);
    if (!endpoint || fetch->probe) {
        responder.fail(endpoint ? Error{ErrorCode::AlreadyExists,
                                        u"another list is being fetched; wait for its end"_s}
                                : endpoint.error());
        return;
    }
    fetch->probe = std::make_unique<Providers::Probe>(
        services.clock, services.upstream, *endpoint, requestFor(url),
        [&services, fetch, request, address, responder](const Providers::ProbeReply &reply) {
            const auto ended = std::move(fetch->probe); // lives until this returns
            if (reply.failure)
                responder.fail(atUrl(u"cannot be read: %1"_s.arg(reply.failure->detail)));
            else if (!reply.succeeded())
                responder.fail(atUrl(u"answers with status %1"_s.arg(reply.status)));
            else if (reply.body.size() >= largestList)
                responder.fail(atUrl(u"is larger than 4 MiB"_s));
            else
                offer(services, request, reply.body, address, responder);
        });
}

void undo(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString version = services.priceList.current()->version();
    if (const Result<void> undone = services.priceList.undo(); !undone) {
        responder.fail(undone.error());
        return;
    }
    const QJsonObject facts = services.priceList.facts();
    audit(services, request, u"prices.update_undone"_s, u"prices"_s,
          QString::fromUtf8(compactJson(facts)),
          QString::fromUtf8(compactJson({{u"version"_s, version}})));
    responder.reply(facts);
}

} // namespace

void addPriceListRoutes(Router &router, Services &services)
{
    const auto fetch = std::make_shared<Fetch>();
    router.add("POST", u"/prices/update"_s,
               [&services, fetch](const AdminRequest &request, const Responder &responder) {
                   update(services, fetch, request, responder);
               });
    router.add("POST", u"/prices/update/undo"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   undo(services, request, responder);
               });
    router.add("POST", u"/prices/update/confirm"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   services.priceList.confirm();
                   audit(services, request, u"prices.confirmed"_s, u"prices"_s,
                         services.priceList.current()->version());
                   responder.reply(services.priceList.facts());
               });
}

} // namespace Gatehouse::Admin
