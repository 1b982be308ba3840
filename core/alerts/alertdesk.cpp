// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertdesk.h"

#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/document.h"
#include "core/base/json.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

//! The scopes that rules about traffic name.
QList<Api::Scope> scopesOf(const QList<Api::AlertRule> &rules)
{
    QList<Api::Scope> scopes;
    for (const Api::AlertRule &rule : rules) {
        const auto scope = Api::parseScope(rule.scope);
        if (rule.disabled || !scope || scope->kind == Api::Scope::Kind::Gateway
            || scopes.contains(*scope))
            continue;
        scopes.append(*scope);
    }
    return scopes;
}

} // namespace

AlertDesk::AlertDesk(Parts parts)
    : m_parts(std::move(parts))
    , m_store(m_parts.database)
    , m_book(m_parts.clock, m_store)
    , m_traffic(m_parts.clock)
    , m_outbox({.clock = m_parts.clock,
                .store = m_store,
                .gateway = m_parts.gateway,
                .send = [this](const Delivery &delivery,
                               const Outbox::Done &done) { send(delivery, done); },
                .givenUp = m_parts.givenUp})
{
}

AlertDesk::~AlertDesk()
{
    *m_alive = false;
}

Result<void> AlertDesk::open()
{
    if (auto made = m_store.create(); !made)
        return made;
    if (auto loaded = m_book.load(); !loaded)
        return loaded;
    return m_outbox.load();
}

void AlertDesk::configure(const Api::Document &document, const QTimeZone &zone)
{
    m_channels = document.channels;
    m_book.setRules(Api::alertsInForce(document), zone);
    const bool hasNewScope = m_traffic.setScopes(scopesOf(m_book.rules()));
    if (!hasNewScope && m_hasTraffic)
        return;
    m_hasTraffic = false;
    m_parts.trafficWanted();
}

QList<Api::Scope> AlertDesk::spikeScopes() const
{
    QList<Api::Scope> scopes;
    for (const Api::AlertRule &rule : m_book.rules()) {
        const auto scope = Api::parseScope(rule.scope);
        if (!rule.disabled && rule.measure == "spend_spike"_L1 && scope && !scopes.contains(*scope))
            scopes.append(*scope);
    }
    return scopes;
}

// --- looking ------------------------------------------------------------------------------------

void AlertDesk::noteRows(const Ledger::Rows &rows)
{
    if (!m_hasTraffic)
        return; // what is in the books will be told as a whole
    for (const Ledger::RequestRecord &row : *rows)
        m_traffic.note(Ledger::trafficOf(row));
}

void AlertDesk::noteTraffic(const std::vector<Ledger::Traffic> &traffic)
{
    m_traffic.clear();
    for (const Ledger::Traffic &one : traffic)
        m_traffic.note(one);
    m_hasTraffic = true;
}

void AlertDesk::tick()
{
    m_ended.clear();
    if (m_ticks++ % lookEvery == 0)
        look();
    m_outbox.tick();
}

void AlertDesk::look()
{
    Readings readings;
    m_parts.read(readings);
    const auto others = static_cast<std::ptrdiff_t>(readings.rows.size());
    if (m_hasTraffic)
        m_traffic.read(readings, m_parts.objective);
    for (Reading &reading : std::span(readings.rows.begin() + others, readings.rows.end())) {
        if (const auto scope = Api::parseScope(reading.object))
            reading.name = m_parts.nameOf(*scope);
    }
    m_book.look(readings);
    m_last = std::move(readings);
    for (const Notice &notice : m_book.takeNotices())
        tell(notice);
    if (m_book.takeChanged())
        m_parts.changed();
}

std::optional<Reading> AlertDesk::present(const Api::AlertRule &rule) const
{
    std::optional<Reading> worst;
    for (const Reading &reading : m_last.rows) {
        if (!AlertBook::sees(rule, reading) || !reading.value)
            continue;
        const bool isWorse = !worst
            || (rule.below ? *reading.value < *worst->value : *reading.value > *worst->value);
        if (isWorse)
            worst = reading;
    }
    return worst;
}

// --- telling ------------------------------------------------------------------------------------

QStringList AlertDesk::channelsOf(const Api::AlertRule &rule) const
{
    if (!rule.channels.contains("*"_L1))
        return rule.channels;
    QStringList all{desktop};
    for (const Api::AlertChannel &one : m_channels)
        all.append(one.id);
    return all;
}

void AlertDesk::tell(const Notice &notice)
{
    m_parts.told(notice);
    const auto &rules = m_book.rules();
    const auto rule = std::ranges::find_if(
        rules, [&notice](const Api::AlertRule &one) { return one.id == notice.alert.rule; });
    if (rule == rules.end())
        return;
    for (const QString &id : channelsOf(*rule))
        m_outbox.post(id, notice);
}

const Api::AlertChannel *AlertDesk::channel(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_channels, [&id](const Api::AlertChannel &one) { return one.id == id; });
    return found == m_channels.end() ? nullptr : &*found;
}

Result<void> AlertDesk::test(const QString &id, const QString &who, Outbox::Done done)
{
    if (id != desktop && !channel(id))
        return Error{
            ErrorCode::NotFound,
            u"there is no channel '%1'; \"alerts channels\" names them"_s.arg(id.left(80))};
    m_outbox.sendNow(id,
                     {{u"type"_s, u"test"_s},
                      {u"gateway"_s, m_parts.gateway},
                      {u"time"_s, isoText(m_parts.clock.wall())},
                      {u"summary"_s, u"A test of channel %1, asked for by %2"_s.arg(id, who)},
                      {u"alerts"_s, QJsonArray()}},
                     std::move(done));
    return {};
}

void AlertDesk::send(const Delivery &delivery, const Outbox::Done &done)
{
    if (delivery.channel == desktop) {
        const auto message = parseObject(delivery.body);
        m_parts.showOnDesktop(message.value_or(QJsonObject()));
        done({true, false, u"shown where a desktop is connected"_s});
        return;
    }
    const Api::AlertChannel *to = channel(delivery.channel);
    if (!to) {
        done({false, false, u"the channel is no longer configured"_s});
        return;
    }
    if (to->secret.isEmpty()) {
        sendWith(*to, delivery, {}, done);
        return;
    }
    m_parts.readSecret(to->secret,
                       [this, channel = *to, delivery, done,
                        alive = m_alive](const Result<Secrets::Secret> &secret) {
                           if (!*alive)
                               return;
                           if (secret)
                               sendWith(channel, delivery, *secret, done);
                           else
                               done({false, true, secret.error().detail});
                       });
}

void AlertDesk::sendWith(const Api::AlertChannel &channel, const Delivery &delivery,
                         const Secrets::Secret &secret, const Outbox::Done &done)
{
    if (channel.kind == "email"_L1) {
        sendMail(channel, delivery, secret, done);
        return;
    }
    WebhookPost request{.url = QUrl(channel.url),
                        .body = delivery.body,
                        .delivery = QByteArray::number(delivery.id),
                        .secret = {},
                        .caFile =
                            channel.caFile.isEmpty() ? QString() : m_parts.file(channel.caFile)};
    if (channel.kind == "chat"_L1) {
        if (channel.url.isEmpty()) // who knows the address may write: it is the secret
            request.url = QUrl(QString::fromUtf8(secret.reveal()).trimmed(), QUrl::StrictMode);
        request.body =
            chatBody(parseObject(delivery.body).value_or(QJsonObject()), request.url.host());
    } else {
        request.secret = secret;
    }
    const bool isWeb = request.url.scheme() == "https"_L1 || request.url.scheme() == "http"_L1;
    if (!request.url.isValid() || request.url.host().isEmpty() || !isWeb) {
        done({false, false, u"the address is not one of https://"_s});
        return;
    }
    post(std::move(request), done);
}

void AlertDesk::sendMail(const Api::AlertChannel &channel, const Delivery &delivery,
                         const Secrets::Secret &secret, const Outbox::Done &done)
{
    const QJsonObject message = parseObject(delivery.body).value_or(QJsonObject());
    m_mailer.send({.server = channel.url,
                   .user = channel.user,
                   .password = secret,
                   .from = channel.from,
                   .to = channel.to,
                   .text = mailText(message, channel.from, channel.to, delivery.id),
                   .caFile = channel.caFile.isEmpty() ? QString() : m_parts.file(channel.caFile)},
                  done);
}

void AlertDesk::post(WebhookPost request, Outbox::Done done)
{
    const quint64 number = m_nextPost++;
    m_posts[number] =
        std::make_unique<Webhook>(m_parts.upstream, m_parts.clock, request,
                                  [this, number, done = std::move(done)](const Outcome &outcome) {
                                      m_ended.push_back(std::move(m_posts[number]));
                                      m_posts.erase(number);
                                      done(outcome);
                                  });
}

} // namespace Gatehouse::Alerts
