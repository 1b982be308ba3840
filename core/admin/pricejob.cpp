// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/pricejob.h"

#include "core/admin/routes/routes.h"
#include "core/base/json.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

Ledger::Recalculation::Options PriceJob::optionsOf(const Services &services,
                                                   const AdminRequest &request)
{
    Ledger::Recalculation::Options options{
        .path = QDir(services.dataFolder).filePath(u"ledger.db"_s),
        .zone = services.timeZone(),
        .prices = services.prices(),
        .dryRun = request.body.value("dry_run"_L1).toBool(),
        .who = request.who,
        .reason = request.body.value("reason"_L1).toString().left(200),
        .now = services.clock.wall()};
    for (const Api::Provider &provider : services.configuration.document().providers)
        options.multipliers.insert(provider.id.toUtf8(), provider.priceMultiplier);
    return options;
}

Result<void> PriceJob::start(const AdminRequest &request, Ledger::Recalculation::Options options)
{
    if (isRunning())
        return Error{ErrorCode::AlreadyExists,
                     u"a recalculation is running; wait for its end or cancel it"_s};
    m_request = request;
    m_state = u"running"_s;
    m_error.clear();
    m_report = {};
    m_isCancelled = false;
    step(options, std::make_shared<std::unique_ptr<Ledger::Recalculation>>());
    return {};
}

bool PriceJob::cancel()
{
    if (m_state != "running"_L1)
        return false;
    m_isCancelled = true;
    return true;
}

void PriceJob::step(const Ledger::Recalculation::Options &options, const Work &work)
{
    m_services.queries.run(
        [options, work, flush = m_services.flushLedger]() -> Result<QJsonObject> {
            if (!*work) {
                if (flush)
                    flush(); // what was answered before the question is part of the answer
                auto begun = Ledger::Recalculation::begin(options);
                if (!begun)
                    return begun.error();
                *work = *std::move(begun);
            }
            const Result<bool> more = (*work)->step();
            if (!more)
                return more.error();
            QJsonObject report = (*work)->report();
            report.insert(u"more"_s, *more);
            if (!*more)
                work->reset(); // on the thread that opened it
            return report;
        },
        [self = shared_from_this(), options, work](const Result<QJsonObject> &report) {
            self->stepped(options, work, report);
        });
}

void PriceJob::stepped(const Ledger::Recalculation::Options &options, const Work &work,
                       const Result<QJsonObject> &report)
{
    if (!report) {
        m_error = report.error().detail;
        end(u"failed"_s);
        return;
    }
    m_report = *report;
    const bool more = m_report.take(u"more"_s).toBool();
    if (more && !m_isCancelled)
        step(options, work);
    else
        end(more ? u"cancelled"_s : u"done"_s);
}

void PriceJob::end(const QString &state)
{
    m_state = state;
    const qint64 changed = m_report.value("changed"_L1).toInteger();
    if (!m_report.value("dry_run"_L1).toBool(true) && changed > 0) {
        if (m_services.pricesRecalculated)
            m_services.pricesRecalculated();
        QJsonObject told = json();
        told.remove(u"items"_s);
        told.insert(u"reason"_s, m_request.body.value("reason"_L1).toString());
        audit(m_services, m_request, u"prices.recalculate"_s, u"prices"_s,
              QString::fromUtf8(compactJson(told)));
        m_services.tell(u"prices"_s, u"info"_s,
                        u"%1 requests were priced anew"_s.arg(QString::number(changed)), {},
                        u"prices"_s,
                        {.code = u"prices_recalculated"_s,
                         .subject = QString::number(changed),
                         .count = changed});
    }
    for (const Responder &responder : std::exchange(m_waiting, {}))
        await(responder);
}

QJsonObject PriceJob::json() const
{
    QJsonObject object = m_report;
    object.insert(u"state"_s, m_state);
    object.insert(u"error"_s, m_error.isEmpty() ? QJsonValue() : QJsonValue(m_error));
    return object;
}

void PriceJob::await(const Responder &responder)
{
    if (m_state == "running"_L1)
        m_waiting.push_back(responder);
    else if (m_state == "failed"_L1)
        responder.fail(Error{ErrorCode::Io, m_error});
    else
        responder.reply(json());
}

} // namespace Gatehouse::Admin
