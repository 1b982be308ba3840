// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/doctor.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 leastFree = 200 * mebibyte;
constexpr qint64 comfortablyFree = 1024 * mebibyte;
constexpr auto clockSlack = 5min;
constexpr qint64 largeBacklog = 10'000; //!< records: a minute and more of a busy gateway

const auto passed = u"passed"_s;
const auto warning = u"warning"_s;
const auto failed = u"failed"_s;

QJsonObject check(const QString &id, const QString &title, const QString &state,
                  const QString &detail, const QString &fix = {})
{
    return {{u"id"_s, id},
            {u"state"_s, state},
            {u"title"_s, title},
            {u"detail"_s, detail},
            {u"fix"_s, fix}};
}

//! The detail of a problem the engine itself tells; nothing when it does not.
std::optional<QString> problemOf(const QJsonObject &status, const QString &code)
{
    for (const QJsonValue &problem : status.value("problems"_L1).toArray())
        if (problem["code"_L1].toString() == code)
            return problem["detail"_L1].toString();
    return std::nullopt;
}

QJsonObject engineCheck(const QJsonObject &status)
{
    return check(u"engine"_s, u"Gateway answers"_s, passed,
                 u"version %1, process %2, revision %3"_s.arg(
                     status.value("version"_L1).toString(),
                     QString::number(status.value("pid"_L1).toInteger()),
                     QString::number(status.value("revision"_L1).toInteger())));
}

QJsonObject folderCheck(const DoctorFacts &facts)
{
    const auto id = u"data_folder"_s;
    const auto title = u"Data folder"_s;
    if (!facts.writable)
        return check(id, title, failed, u"%1 cannot be written"_s.arg(facts.dataFolder),
                     u"give the folder to the user the gateway runs as"_s);
    constexpr auto others = QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther
        | QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup;
    if (facts.permissions & others)
        return check(id, title, warning,
                     u"%1 is open to other users of this computer"_s.arg(facts.dataFolder),
                     u"chmod 700 %1"_s.arg(facts.dataFolder));
    return check(id, title, passed, facts.dataFolder);
}

QJsonObject diskCheck(const DoctorFacts &facts)
{
    const auto id = u"disk"_s;
    const auto title = u"Free disk space"_s;
    if (facts.freeBytes < 0)
        return check(id, title, warning, u"the free space cannot be read"_s,
                     u"check the file system of the data folder"_s);
    const QString size = QLocale::c().formattedDataSize(facts.freeBytes);
    const auto fix = u"free space, or keep requests for fewer days (storage)"_s;
    if (facts.freeBytes < leastFree)
        return check(id, title, failed, u"only %1 are left"_s.arg(size), fix);
    if (facts.freeBytes < comfortablyFree)
        return check(id, title, warning, u"%1 are left"_s.arg(size), fix);
    return check(id, title, passed, size);
}

//! A clock that was set back puts new requests before old ones.
QJsonObject clockCheck(const DoctorFacts &facts)
{
    if (facts.newestRequest && *facts.newestRequest > facts.now + clockSlack)
        return check(u"clock"_s, u"Clock"_s, failed,
                     u"the newest request lies in the future; the clock was set back"_s,
                     u"set the clock, for example with timedatectl set-ntp true"_s);
    return check(u"clock"_s, u"Clock"_s, passed,
                 u"reporting zone %1"_s.arg(facts.status.value("time_zone"_L1).toString()));
}

//! Rows, sums by day and by hour, and the usage report say the same money.
QJsonObject sumsCheck(const QJsonObject &books)
{
    const auto id = u"sums"_s;
    const auto title = u"Sums of the books"_s;
    if (books.isEmpty())
        return check(id, title, warning, u"they could not be compared now"_s,
                     u"try gatehousectl prices check"_s);
    if (books.value("ok"_L1).toBool())
        return check(id, title, passed,
                     u"rows, sums and reports agree: %1 days, %2 requests"_s.arg(
                         QString::number(books.value("days"_L1).toInteger()),
                         QString::number(books.value("requests"_L1).toInteger())));
    const QJsonObject first = books.value("differences"_L1).toArray().first().toObject();
    return check(
        id, title, failed,
        u"%1: %2 differ"_s.arg(first.value("day"_L1).toString(),
                               first.value("between"_L1).toString()),
        u"see gatehousectl prices check; a backup from before has the sums as they were"_s);
}

QJsonObject portCheck(const QJsonObject &status)
{
    const auto id = u"ports"_s;
    const auto title = u"Address for clients"_s;
    if (const auto problem = problemOf(status, u"cannot_listen"_s))
        return check(id, title, failed, *problem,
                     u"choose another address in gateway.listen, or end the other program"_s);
    if (status.value("state"_L1).toString() == "stopped"_L1)
        return check(id, title, warning, u"the gateway is stopped"_s, u"start it"_s);
    QStringList addresses;
    for (const QJsonValue &address : status.value("listen"_L1).toArray())
        addresses.append(address.toString());
    return check(id, title, passed, addresses.join(u", "_s));
}

QJsonObject configurationCheck(const DoctorFacts &facts)
{
    const auto id = u"configuration"_s;
    const auto title = u"Configuration"_s;
    if (const auto problem = problemOf(facts.status, u"file_refused"_s))
        return check(id, title, failed, *problem, u"gatehousectl check-config FILE"_s);
    if (facts.status.value("restart_needed"_L1).toBool())
        return check(id, title, warning, u"newer settings wait for a restart of listening"_s,
                     u"stop and start the gateway"_s);
    if (!facts.findings.isEmpty())
        return check(id, title, warning,
                     u"%1: %2 (%3 in all)"_s.arg(facts.findings.constFirst().path,
                                                 facts.findings.constFirst().message,
                                                 QString::number(facts.findings.size())),
                     u"change what the finding names"_s);
    return check(id, title, passed, u"no findings"_s);
}

QJsonObject secretsCheck(const QJsonObject &status)
{
    const QJsonObject secrets = status.value("secrets"_L1).toObject();
    const QString state = secrets.value("state"_L1).toString();
    const QString label = secrets.value("label"_L1).toString();
    if (state == "ready"_L1)
        return check(u"secrets"_s, u"Store of secrets"_s, passed, label);
    const bool locked = problemOf(status, u"secrets_locked"_s).has_value();
    return check(u"secrets"_s, u"Store of secrets"_s, locked ? failed : warning,
                 u"%1: %2"_s.arg(label, secrets.value("detail"_L1).toString()),
                 u"unlock it in the desktop program or give its passphrase"_s);
}

QJsonObject providerCheck(const DoctorFacts::Provider &provider)
{
    const QString id = u"provider:%1"_s.arg(provider.id);
    const QString title = u"Provider %1"_s.arg(provider.id);
    const QString detail = u"%1, %2"_s.arg(provider.health, provider.source);
    const auto fix = u"gatehousectl providers test %1"_s.arg(provider.id);
    if (provider.health == "down"_L1)
        return check(id, title, failed, detail, fix);
    if (provider.health == "degraded"_L1)
        return check(id, title, warning, detail, fix);
    return check(id, title, passed, detail);
}

QJsonObject booksCheck(const QJsonObject &status)
{
    const auto id = u"books"_s;
    const auto title = u"Books of requests"_s;
    for (const QString &code : {u"database_damaged"_s, u"ledger"_s, u"records_lost"_s})
        if (const auto problem = problemOf(status, code))
            return check(id, title, failed, *problem,
                         u"free disk space; restore a backup when a database is damaged"_s);
    const qint64 waiting = status.value("ledger"_L1)["waiting"_L1].toInteger();
    const auto detail = u"%1 records wait in the journal"_s.arg(waiting);
    return waiting > largeBacklog
        ? check(id, title, warning, detail, u"check how fast the disk of the data folder is"_s)
        : check(id, title, passed, detail);
}

} // namespace

QJsonArray doctorChecks(const DoctorFacts &facts)
{
    QJsonArray checks{
        engineCheck(facts.status),  folderCheck(facts),       diskCheck(facts),
        clockCheck(facts),          portCheck(facts.status),  configurationCheck(facts),
        secretsCheck(facts.status), booksCheck(facts.status), sumsCheck(facts.books)};
    for (const DoctorFacts::Provider &provider : facts.providers)
        checks.append(providerCheck(provider));
    return checks;
}

bool isSound(const QJsonArray &checks)
{
    return std::none_of(checks.cbegin(), checks.cend(), [](const QJsonValue &one) {
        return one["state"_L1].toString() == "failed"_L1;
    });
}

} // namespace Gatehouse::Admin
