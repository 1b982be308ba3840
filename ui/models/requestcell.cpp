// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestcell.h"

#include "ui/models/refusalwords.h"
#include "ui/models/requestsmodel.h"
#include "ui/widgets/format.h"

#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

double runningMs(const RequestRow &row)
{
    return double(std::max<qint64>(0, row.time.msecsTo(QDateTime::currentDateTimeUtc())));
}

CellKind kindOf(int column)
{
    switch (column) {
    case RequestsModel::Status:
        return CellKind::Pill;
    case RequestsModel::Provider:
        return CellKind::Swatch;
    case RequestsModel::RequestId:
        return CellKind::Code;
    default:
        return RequestCell::isNumeric(column) ? CellKind::Number : CellKind::Text;
    }
}

Tone statusTone(const RequestRow &row)
{
    if (row.running)
        return Tone::Accent;
    if (row.outcome == "cancelled"_L1)
        return Tone::Neutral;
    return row.status >= 500 || row.status == 0 ? Tone::Err
        : row.status >= 400                     ? Tone::Warn
                                                : Tone::Ok;
}

QString statusIcon(const RequestRow &row)
{
    if (row.running)
        return u"loader-circle"_s;
    switch (statusTone(row)) {
    case Tone::Ok:
        return u"check"_s;
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Neutral:
        return u"circle-slash"_s;
    default:
        return u"circle-x"_s;
    }
}

} // namespace

bool RequestCell::isNumeric(int column)
{
    return column >= RequestsModel::Attempts && column <= RequestsModel::Total;
}

bool RequestCell::isBar() const
{
    return m_row.running && m_column == RequestsModel::FirstToken && !m_row.firstTokenMs;
}

CellKind RequestCell::kind() const
{
    return isBar() ? CellKind::Meter : kindOf(m_column);
}

QVariant RequestCell::share() const
{
    return isBar() ? QVariant(std::min(1.0, runningMs(m_row) / m_slowestMs)) : QVariant();
}

QVariant RequestCell::icon() const
{
    return m_column == RequestsModel::Status ? statusIcon(m_row) : QVariant();
}

QVariant RequestCell::text() const
{
    switch (m_column) {
    case RequestsModel::Time:
        return Format::wordLocale().toString(m_row.time.toLocalTime(),
                                             m_row.time.toLocalTime().date() == QDate::currentDate()
                                                 ? RequestsModel::tr("HH:mm:ss")
                                                 : RequestsModel::tr("d MMM HH:mm"));
    case RequestsModel::Status:
        return m_row.running ? RequestsModel::tr("Running") : QString::number(m_row.status);
    case RequestsModel::Route:
        return m_row.modelAsked;
    case RequestsModel::Model:
        return m_row.model.isEmpty() ? Format::unknown() : m_row.model;
    case RequestsModel::Provider:
        return m_row.provider.isEmpty() ? Format::unknown() : m_row.provider;
    case RequestsModel::Attempts:
        return m_row.running ? Format::unknown() : Format::count(qint64(m_row.attempts.size()));
    case RequestsModel::Tokens:
        if (m_row.running)
            return Format::unknown();
        return (m_row.tokensEstimated
                    ? RequestsModel::tr("≈ %1 / %2", "tokens in and out, estimated")
                    : RequestsModel::tr("%1 / %2", "tokens in and out"))
            .arg(Format::countShort(m_row.tokensIn), Format::countShort(m_row.tokensOut));
    case RequestsModel::Cost:
        return m_row.running ? Format::unknown()
            : m_row.cost     ? Format::money(m_row.cost)
                             : RequestsModel::tr("Unpriced");
    case RequestsModel::FirstToken:
        return isBar() ? QString() : Format::duration(m_row.firstTokenMs);
    case RequestsModel::Total:
        return Format::duration(m_row.running ? MaybeNumber(runningMs(m_row)) : m_row.totalMs);
    case RequestsModel::Key:
        return m_row.keyName;
    case RequestsModel::Team:
        return m_row.team;
    case RequestsModel::Client:
        return m_row.client;
    case RequestsModel::Streamed:
        return m_row.streamed ? RequestsModel::tr("Yes") : RequestsModel::tr("No");
    case RequestsModel::Tags:
        return m_row.tags;
    case RequestsModel::RequestId:
        return m_row.id;
    default:
        return {};
    }
}

QString RequestCell::accessibleText() const
{
    const QString text = this->text().toString();
    if (m_column == RequestsModel::Status && !m_row.running)
        return RequestsModel::tr("Status %1, %2").arg(text, outcomeText(m_row.outcome));
    if (m_column == RequestsModel::Attempts && m_row.servedByFallback())
        return RequestsModel::tr("%n attempts, served by a fallback", nullptr,
                                 int(m_row.attempts.size()));
    if (isBar())
        return RequestsModel::tr("Running for %1").arg(Format::duration(runningMs(m_row)));
    if (m_column == RequestsModel::Tokens && !m_row.running)
        return (m_row.tokensEstimated ? RequestsModel::tr("About %1 tokens in, %2 tokens out")
                                      : RequestsModel::tr("%1 tokens in, %2 tokens out"))
            .arg(Format::count(m_row.tokensIn), Format::count(m_row.tokensOut));
    return text;
}

QVariant RequestCell::toolTip() const
{
    switch (m_column) {
    case RequestsModel::Time:
        return RequestsModel::tr("%1 UTC").arg(
            m_row.time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s));
    case RequestsModel::Status:
        return m_row.errorDetail.isEmpty() ? outcomeText(m_row.outcome)
                                           : refusalText(m_row.errorDetail);
    case RequestsModel::Tokens:
        return m_row.tokensEstimated
            ? RequestsModel::tr("%1 The provider sent no count, so this is an estimate.")
                  .arg(accessibleText() + u'.')
            : accessibleText();
    case RequestsModel::FirstToken:
        return isBar() ? RequestsModel::tr(
                             "The bar is full at %1, what the slowest of the newest requests took.")
                             .arg(Format::duration(m_slowestMs))
                       : QVariant();
    case RequestsModel::Cost:
        return m_row.cost || m_row.running ? QVariant()
                                           : RequestsModel::tr("This model has no price yet.");
    case RequestsModel::Route:
    case RequestsModel::Model:
    case RequestsModel::Provider:
    case RequestsModel::Key:
    case RequestsModel::Tags:
    case RequestsModel::RequestId:
        return text();
    default:
        return {};
    }
}

QVariant RequestCell::detail() const
{
    if (m_column != RequestsModel::Provider)
        return {};
    if (!m_row.cache.isEmpty() && m_row.cache.startsWith("hit"_L1))
        return RequestsModel::tr("from cache");
    return m_row.servedByFallback() ? RequestsModel::tr("fallback") : QString();
}

QVariant RequestCell::tone() const
{
    if (m_column == RequestsModel::Status)
        return int(statusTone(m_row));
    if (isBar())
        return int(Tone::Accent);
    if (m_column == RequestsModel::Cost && !m_row.cost)
        return int(Tone::Neutral);
    return m_column == RequestsModel::Attempts && m_row.attempts.size() > 1
        ? QVariant(int(Tone::Warn))
        : QVariant();
}

QString requestColumnTitle(int column)
{
    switch (column) {
    case RequestsModel::Time:
        return RequestsModel::tr("Time");
    case RequestsModel::Status:
        return RequestsModel::tr("Status");
    case RequestsModel::Route:
        return RequestsModel::tr("Asked for");
    case RequestsModel::Model:
        return RequestsModel::tr("Served by model");
    case RequestsModel::Provider:
        return RequestsModel::tr("Provider");
    case RequestsModel::Attempts:
        return RequestsModel::tr("Tries");
    case RequestsModel::Tokens:
        return RequestsModel::tr("Tokens in / out");
    case RequestsModel::Cost:
        return RequestsModel::tr("Cost");
    case RequestsModel::FirstToken:
        return RequestsModel::tr("First token");
    case RequestsModel::Total:
        return RequestsModel::tr("Total");
    case RequestsModel::Key:
        return RequestsModel::tr("Key");
    case RequestsModel::Team:
        return RequestsModel::tr("Team");
    case RequestsModel::Client:
        return RequestsModel::tr("Client");
    case RequestsModel::Streamed:
        return RequestsModel::tr("Streamed");
    case RequestsModel::Tags:
        return RequestsModel::tr("Tags");
    case RequestsModel::RequestId:
        return RequestsModel::tr("Request id");
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
