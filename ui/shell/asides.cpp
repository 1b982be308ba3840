// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/asides.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/differencetext.h"
#include "ui/models/requestdata.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostSentences = 2; //!< of a change; a notification is short

const auto fallbackKind = "fallback"_L1;
const auto publishKind = "publish"_L1;

} // namespace

Asides::Asides(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    connect(&m_parts.client, &Api::AdminClient::eventReceived, this,
            [this](const QString &kind, const QJsonObject &data) {
                if (kind == "request"_L1 && m_parts.isWanted(fallbackKind))
                    countFallbacks(data.value("items"_L1).toArray());
                else if (kind == "revision"_L1 && m_parts.isWanted(publishKind))
                    askWho();
            });
}

void Asides::countFallbacks(const QJsonArray &rows)
{
    for (const QJsonValue &value : rows) {
        const RequestRow row = parseRequestRow(value.toObject());
        if (!row.servedByFallback() || row.failed())
            continue;
        const QString route = row.route.isEmpty() ? row.modelAsked : row.route;
        Fallbacks &since = m_fallbacks[route];
        ++since.untold;
        if (!since.lastTold || m_parts.clock.steady() - *since.lastTold >= fallbackPause)
            tellFallbacks(route, row.provider, since);
    }
}

void Asides::tellFallbacks(const QString &route, const QString &provider, Fallbacks &since)
{
    const QString name = m_parts.configuration.providerName(provider);
    const int count = std::exchange(since.untold, 0);
    since.lastTold = m_parts.clock.steady();
    Q_EMIT happened({.cause = u"%1/%2"_s.arg(fallbackKind, route),
                     .title = tr("A fallback answered for %1").arg(route),
                     .text = tr("%n requests, the last one by %1.", nullptr, count).arg(name),
                     .page = u"requests"_s,
                     .filter = u"route:%1 served:fallback"_s.arg(route)});
}

//! Whose a change is shows only beside the own name.
void Asides::askWho()
{
    connect(m_parts.client.get(u"/me"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (call->succeeded())
                    askChange(call->reply().body.value("who"_L1).toString());
            });
}

void Asides::askChange(const QString &me)
{
    connect(m_parts.client.get(u"/revisions"_s, {{u"limit"_s, u"1"_s}}), &Api::AdminCall::finished,
            this, [this, me](Api::AdminCall *call) {
                const QJsonArray newest = call->reply().body.value("items"_L1).toArray();
                const QJsonObject revision = newest.at(0).toObject();
                if (!revision.isEmpty() && revision.value("who"_L1).toString() != me)
                    tellChange(revision);
            });
}

void Asides::tellChange(const QJsonObject &revision)
{
    const QStringList texts = differenceTexts(revision).mid(0, mostSentences);
    Q_EMIT happened(
        {.cause = u"%1/configuration"_s.arg(publishKind),
         .title = tr("%1 changed the configuration").arg(revision.value("who"_L1).toString()),
         .text = texts.isEmpty()
             ? tr("Version %1 is in force.").arg(revision.value("revision"_L1).toInteger())
             : texts.join(u"; "_s),
         .page = u"routes"_s});
}

} // namespace Gatehouse::Ui
