// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/nightwatch.h"

#include "core/base/log.h"
#include "core/config/revisionstore.h"
#include "core/ledger/auditheads.h"
#include "core/ledger/bookscheck.h"
#include "core/store/database.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr int lookEvery = 60;     // ticks between looks at the clock
constexpr int startPatience = 30; // ticks after a start, so that it is not made slower
constexpr int hour = 3;           // of the reporting zone, when few work
constexpr int daysChecked = 35;   // a month and the days of a change

QString fileIn(const QString &folder, const QString &name)
{
    return QDir(folder).filePath(name);
}

Result<std::unique_ptr<Store::Database>> openBooks(const QString &folder)
{
    return Store::Database::open(
        fileIn(folder, u"gatehouse.db"_s),
        {.mode = Store::Database::Mode::ReadOnly, .applicationId = Config::booksApplicationId});
}

Result<QJsonObject> verified(const QString &folder, WallTime now)
{
    auto database = openBooks(folder);
    if (!database)
        return database.error();
    Ledger::AuditHeads heads = Ledger::AuditHeads::in(folder);
    const auto outcome = Ledger::verifyWithHeads(**database, heads);
    if (!outcome && outcome.error().code == ErrorCode::Corrupt)
        return QJsonObject{{u"problem"_s, outcome.error().detail}};
    if (!outcome)
        return outcome.error();
    if (outcome->firstBroken)
        return QJsonObject{{u"problem"_s,
                            u"Record %1 does not match its hash or is missing; the %2 before it "
                            "are sound."_s.arg(QString::number(*outcome->firstBroken),
                                               QString::number(outcome->records))}};
    if (const auto signedHead = heads.add({outcome->records, outcome->head}, now); !signedHead)
        qCWarning(lcNode, "%s", qUtf8Printable(signedHead.error().detail));
    return QJsonObject{{u"records"_s, outcome->records}};
}

Result<QJsonObject> checked(const QString &folder, const QTimeZone &zone, WallTime now)
{
    auto database = Store::Database::open(
        fileIn(folder, u"ledger.db"_s),
        {.mode = Store::Database::Mode::ReadOnly, .applicationId = Ledger::ledgerApplicationId});
    if (!database)
        return database.error();
    const Ledger::DayCalendar calendar(zone);
    const QDate last = calendar.dateAt(Ledger::toUs(now)).addDays(-1);
    const auto outcome =
        Ledger::BooksCheck(**database, calendar).run(last.addDays(1 - daysChecked), last);
    return outcome ? Result<QJsonObject>(outcome->toJson()) : outcome.error();
}

QString wordsOf(const QJsonObject &report)
{
    const QJsonObject first = report.value("differences"_L1).toArray().first().toObject();
    return u"%1: %2 differ (%3 and %4 nano-dollars, %5 and %6 requests)."_s.arg(
        first.value("day"_L1).toString(), first.value("between"_L1).toString(),
        QString::number(first["rows"_L1]["cost_nano_usd"_L1].toInteger()),
        QString::number(first["others"_L1]["cost_nano_usd"_L1].toInteger()),
        QString::number(first["rows"_L1]["requests"_L1].toInteger()),
        QString::number(first["others"_L1]["requests"_L1].toInteger()));
}

} // namespace

NightWatch::NightWatch(Parts parts, bool wasRestored)
    : m_parts(std::move(parts))
{
    if (wasRestored) {
        const QString heads = fileIn(m_parts.dataFolder, u"audit-heads.jsonl"_s);
        const QString day = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
        QFile::rename(heads, heads + u".before-restore-"_s + day);
    }
    load();
}

void NightWatch::load()
{
    QFile file(fileIn(m_parts.dataFolder, u"checks.state"_s));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    m_lastDay = QDate::fromString(state.value("day"_L1).toString(), Qt::ISODate);
    m_auditProblem = state.value("audit"_L1).toString();
    m_booksProblem = state.value("books"_L1).toString();
}

void NightWatch::save() const
{
    QSaveFile file(fileIn(m_parts.dataFolder, u"checks.state"_s));
    const QJsonObject state{{u"day"_s, m_lastDay.toString(Qt::ISODate)},
                            {u"audit"_s, m_auditProblem},
                            {u"books"_s, m_booksProblem}};
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(state).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        qCWarning(lcNode, "the outcome of the nightly checks is not kept: %s",
                  qUtf8Printable(file.errorString()));
}

//! Every day from its third hour on; after a start when that was missed.
void NightWatch::tick()
{
    if (++m_ticks % lookEvery != startPatience)
        return;
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(m_parts.clock.wall().time_since_epoch());
    const QDateTime now = QDateTime::fromSecsSinceEpoch(seconds.count(), m_parts.zone());
    const bool isDue = m_lastDay != now.date()
        && (now.time().hour() >= hour || !m_lastDay.isValid()
            || m_lastDay < now.date().addDays(-1));
    if (isDue) {
        m_lastDay = now.date();
        run();
    } else if (m_ticks == startPatience) {
        verifyAudit(); // its file lay there while nothing ran
    }
}

void NightWatch::run()
{
    verifyAudit();
    checkBooks();
}

void NightWatch::verifyAudit()
{
    m_parts.queries.run(
        [folder = m_parts.dataFolder, now = m_parts.clock.wall()] { return verified(folder, now); },
        [this](const Result<QJsonObject> &outcome) { auditVerified(outcome); });
}

void NightWatch::auditVerified(const Result<QJsonObject> &outcome)
{
    if (!outcome) {
        qCWarning(lcNode, "the audit trail cannot be verified now: %s",
                  qUtf8Printable(outcome.error().detail));
        return;
    }
    const QString problem = outcome->value("problem"_L1).toString();
    const bool isNew = !problem.isEmpty() && problem != m_auditProblem;
    m_auditProblem = problem;
    save();
    if (isNew)
        m_parts.tell(u"audit"_s, u"error"_s, u"The audit log was changed"_s, problem, u"audit"_s,
                     {.code = u"audit_broken"_s});
}

void NightWatch::checkBooks()
{
    m_parts.queries.run(
        [folder = m_parts.dataFolder, zone = m_parts.zone(), now = m_parts.clock.wall(),
         flush = m_parts.flushLedger] {
            flush();
            return checked(folder, zone, now);
        },
        [this](const Result<QJsonObject> &outcome) { booksChecked(outcome); });
}

void NightWatch::booksChecked(const Result<QJsonObject> &outcome)
{
    if (!outcome) {
        qCWarning(lcNode, "the books cannot be checked now: %s",
                  qUtf8Printable(outcome.error().detail));
        return;
    }
    const bool isSound = outcome->value("ok"_L1).toBool();
    const QString problem = isSound ? QString() : wordsOf(*outcome);
    const bool isNew = !problem.isEmpty() && problem != m_booksProblem;
    m_booksProblem = problem;
    save();
    if (isNew)
        m_parts.tell(u"prices"_s, u"error"_s, u"The books do not agree"_s, problem, u"books"_s,
                     {.code = u"books_unequal"_s});
}

QJsonArray NightWatch::problems() const
{
    QJsonArray problems;
    const auto add = [&problems](const QString &code, const QString &title, const QString &detail) {
        if (!detail.isEmpty())
            problems.append(QJsonObject{{u"code"_s, code},
                                        {u"severity"_s, u"error"_s},
                                        {u"title"_s, title},
                                        {u"detail"_s, detail},
                                        {u"action"_s, QJsonValue()}});
    };
    add(u"audit_broken"_s, u"The audit log was changed"_s, m_auditProblem);
    add(u"books_unequal"_s, u"The books do not agree"_s, m_booksProblem);
    return problems;
}

} // namespace Gatehouse::Node
