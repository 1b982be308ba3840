// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/reportwriter.h"

#include "core/reports/chargeback.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr auto prefix = "chargeback-"_L1;
constexpr auto monthForm = "yyyy-MM"_L1;
constexpr int mostMonthsBehind = 12;

//! The month whose report is to be written, \a last at the latest: the one after the newest report
//! that is there, so that none is missed while nothing runs. Invalid: there is nothing to do.
QDate dueMonth(const QString &folder, const QDate &last)
{
    QDate newest;
    const QStringList reports = QDir(folder).entryList({prefix + u"*.pdf"_s}, QDir::Files);
    for (const QString &name : reports)
        newest = std::max(newest,
                          QDate::fromString(name.mid(prefix.size(), monthForm.size()), monthForm));
    if (!newest.isValid())
        return last;
    const QDate next = std::max(newest.addMonths(1), last.addMonths(1 - mostMonthsBehind));
    return next <= last ? next : QDate();
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0 || !file.commit())
        return Error{ErrorCode::Io, u"%1: %2"_s.arg(path, file.errorString()),
                     u"gateway.report_folder"_s};
    return {};
}

Result<QJsonObject> writeReport(Ledger::LedgerReader &reader,
                                const Reports::ChargebackQuestion &question, const QString &csv,
                                const QString &pdf, const QDateTime &made)
{
    const auto report =
        reader.look([&question](Store::Database &database, const Ledger::DayCalendar &calendar) {
            return Reports::chargeback(database, calendar, question);
        });
    if (!report)
        return report;
    const QString gateway = QSysInfo::machineHostName();
    if (const auto written = writeFile(csv, Reports::chargebackCsv(*report, gateway)); !written)
        return written.error();
    // The PDF last: while it is missing the month is not done.
    if (const auto written = writeFile(pdf, Reports::chargebackPdf(*report, gateway, made));
        !written)
        return written.error();
    return QJsonObject{{u"file"_s, pdf}};
}

} // namespace

void ReportWriter::look()
{
    const QString folder = m_parts.folder();
    if (folder.isEmpty() || m_isBusy)
        return;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_parts.clock.wall().time_since_epoch());
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(now.count(), Qt::UTC);
    const QDate today = made.toTimeZone(m_parts.zone()).date();
    const QDate month = dueMonth(folder, QDate(today.year(), today.month(), 1).addMonths(-1));
    if (!month.isValid())
        return;
    const QString name = folder + u'/' + prefix + month.toString(monthForm);
    if (!QFileInfo(folder).isDir()) {
        finish(Error{ErrorCode::NotFound,
                     u"the folder for reports %1 is not there; make it or change "
                     "gateway.report_folder"_s.arg(folder)});
        return;
    }
    m_isBusy = true;
    Reports::ChargebackQuestion question{.month = month, .now = m_parts.clock.wall()};
    if (m_parts.machines)
        question.machines = m_parts.machines();
    if (m_parts.teamNames)
        question.teamNames = m_parts.teamNames();
    m_parts.queries.ask(
        [=](Ledger::LedgerReader &reader) {
            return writeReport(reader, question, name + u".csv"_s, name + u".pdf"_s, made);
        },
        [this](const Result<QJsonObject> &outcome) { finish(outcome); });
}

void ReportWriter::finish(const Result<QJsonObject> &outcome)
{
    m_isBusy = false;
    const QString problem = outcome ? QString() : outcome.error().detail;
    if (outcome)
        m_parts.written(outcome->value("file"_L1).toString());
    else if (problem != m_problem)
        m_parts.failed(problem);
    m_problem = problem;
}

} // namespace Gatehouse::Node
