// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the gateway listens: is a port free, which certificate does it show.
#include "core/admin/routes/routes.h"
#include "core/http/acceptor.h"
#include "core/http/certificatemaker.h"
#include "core/http/portholder.h"
#include "core/http/tlscontext.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QTimeZone>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr int portsTried = 50;

QString isoDate(WallTime time)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time);
    return QDateTime::fromMSecsSinceEpoch(ms.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODate);
}

//! The next port above that can be listened on at the same address; null when none near is.
QJsonValue nextFree(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    const int port = address.mid(colon + 1).toInt();
    for (int next = port + 1; next <= std::min(port + portsTried, 65'535); ++next) {
        if (Http::Acceptor::tryListen(address.left(colon + 1) + QString::number(next)))
            return next;
    }
    return {};
}

QJsonObject occupied(const QString &address, const Error &error)
{
    const auto holder = Http::findPortHolder(address.mid(address.lastIndexOf(u':') + 1).toUShort());
    const bool own = holder && holder->pid == ::getpid();
    QJsonObject answer{{u"state"_s, own ? u"own"_s : u"in_use"_s},
                       {u"detail"_s, error.detail},
                       {u"next_free"_s, nextFree(address)}};
    if (holder) {
        answer.insert(u"program"_s, holder->program);
        answer.insert(u"pid"_s, holder->pid);
    }
    return answer;
}

Result<QJsonObject> checkPort(const QString &address)
{
    const Result<void> tried = Http::Acceptor::tryListen(address);
    QJsonObject answer{{u"state"_s, u"free"_s}};
    if (!tried) {
        const Error error = tried.error();
        if (error.code == ErrorCode::InUse)
            answer = occupied(address, error);
        else if (error.code == ErrorCode::PermissionDenied)
            answer = {{u"state"_s, u"forbidden"_s}, {u"detail"_s, error.detail}};
        else
            return Error{error.code, error.detail, u"address"_s};
    }
    answer.insert(u"address"_s, address);
    return answer;
}

void portCheck(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString address = request.parameter(u"address"_s);
    if (!address.contains(u':')) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"give address and port, such as 127.0.0.1:4417"_s, u"address"_s});
        return;
    }
    services.queries.run(
        [address] { return checkPort(address); },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void checkCertificate(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QDir base(services.filesBase());
    const QString certificate = request.body.value("certificate"_L1).toString();
    const QString key = request.body.value("key"_L1).toString();
    for (const auto &[file, path] : {std::pair(certificate, u"certificate"_s), {key, u"key"_s}}) {
        if (file.isEmpty()) {
            responder.fail(Error{ErrorCode::InvalidArgument, u"name the file"_s, path});
            return;
        }
    }
    const auto context =
        Http::TlsContext::server(base.absoluteFilePath(certificate), base.absoluteFilePath(key));
    if (!context) {
        responder.reply({{u"ok"_s, false}, {u"problem"_s, context.error().detail}});
        return;
    }
    const Http::TlsCertificate &read = (*context)->certificate().value();
    const QString warning = (*context)->warning(services.clock);
    responder.reply({{u"ok"_s, warning.isEmpty()},
                     {u"problem"_s, warning.isEmpty() ? QJsonValue() : QJsonValue(warning)},
                     {u"subject"_s, read.subject},
                     {u"issuer"_s, read.issuer},
                     {u"not_after"_s, isoDate(read.notAfter)}});
}

void createCertificate(Services &services, const AdminRequest &request, const Responder &responder)
{
    QStringList names;
    for (const QJsonValue &name : request.body.value("names"_L1).toArray())
        names.append(name.toString());
    if (names.isEmpty())
        names = Http::namesOfThisComputer();
    const auto made = Http::makeOfficeCertificate(QDir(services.dataFolder).filePath(u"tls"_s),
                                                  names, services.clock);
    if (!made) {
        responder.fail(made.error());
        return;
    }
    audit(services, request, u"tls.create"_s, made->certificate, made->fingerprint);
    responder.reply({{u"certificate"_s, made->certificate},
                     {u"key"_s, made->key},
                     {u"authority"_s, made->authority},
                     {u"fingerprint"_s, made->fingerprint},
                     {u"names"_s, QJsonArray::fromStringList(names)},
                     {u"not_after"_s, isoDate(made->notAfter)}});
}

//! The token opens everything; it is told to who can read the file it stands in anyway.
void adminAccess(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (request.source != "local"_L1) {
        responder.fail(Error{ErrorCode::PermissionDenied,
                             u"the token is shown on the gateway's own computer only"_s});
        return;
    }
    responder.reply(services.adminAccess());
}

} // namespace

void addListeningRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/gateway/port-check"_s, bind(portCheck));
    router.add("GET", u"/admin-access"_s, bind(adminAccess));
    router.add("POST", u"/tls/check"_s, bind(checkCertificate));
    router.add("POST", u"/tls/create"_s, bind(createCertificate));
}

} // namespace Gatehouse::Admin
