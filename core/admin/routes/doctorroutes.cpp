// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/doctor.h"
#include "core/admin/routes/routes.h"
#include "core/api/documents/validation.h"
#include "core/ledger/bookscheck.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr int daysChecked = 2; //!< ended ones; the nightly check looks at a month

//! What the control thread knows; nothing here touches a disk.
DoctorFacts knownFacts(const Services &services)
{
    DoctorFacts facts{.status = services.status(),
                      .dataFolder = services.dataFolder,
                      .now = services.clock.wall(),
                      .findings = Api::validate(services.configuration.document())};
    for (const Api::Provider &provider : services.configuration.document().providers) {
        Config::Provider compiled;
        compiled.document = provider;
        compiled.id = provider.id.toUtf8();
        const Routing::HealthReport report =
            services.live.health(compiled, services.clock.steady());
        facts.providers.append({.id = provider.id,
                                .health = QString::fromLatin1(Routing::healthName(report.health)),
                                .source = report.source});
    }
    return facts;
}

//! On the thread of the questions: a file system may take its time.
Result<QJsonObject> examine(DoctorFacts facts, Ledger::LedgerReader &reader)
{
    const QFileInfo folder(facts.dataFolder);
    facts.writable = folder.isDir() && folder.isWritable();
    facts.permissions = folder.permissions();
    facts.freeBytes = QStorageInfo(facts.dataFolder).bytesAvailable();
    if (const Result<QJsonObject> extent = reader.extent()) {
        const QDateTime newest =
            QDateTime::fromString(extent->value("newest"_L1).toString(), Qt::ISODateWithMs);
        if (newest.isValid())
            facts.newestRequest = WallTime(std::chrono::milliseconds(newest.toMSecsSinceEpoch()));
    }
    const auto books =
        reader.look([&facts](Store::Database &database,
                             const Ledger::DayCalendar &calendar) -> Result<QJsonObject> {
            const QDate last = calendar.dateAt(Ledger::toUs(facts.now)).addDays(-1);
            const auto outcome =
                Ledger::BooksCheck(database, calendar).run(last.addDays(1 - daysChecked), last, 0);
            return outcome ? Result<QJsonObject>(outcome->toJson()) : outcome.error();
        });
    if (books)
        facts.books = *books;
    const QJsonArray checks = doctorChecks(facts);
    return QJsonObject{{u"ok"_s, isSound(checks)}, {u"checks"_s, checks}};
}

} // namespace

void addDoctorRoutes(Router &router, Services &services)
{
    router.add("GET", u"/doctor"_s, [&services](const AdminRequest &, const Responder &responder) {
        services.queries.ask(
            [facts = knownFacts(services)](Ledger::LedgerReader &reader) {
                return examine(facts, reader);
            },
            [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
    });
}

} // namespace Gatehouse::Admin
