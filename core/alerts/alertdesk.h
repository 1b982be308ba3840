// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertbook.h"
#include "core/alerts/mailer.h"
#include "core/alerts/outbox.h"
#include "core/alerts/trafficbook.h"
#include "core/alerts/webhook.h"
#include "core/ledger/ledgerwriter.h"

namespace Gatehouse::Api {
struct Document;
}

namespace Gatehouse::Alerts {

//! Alerts as a whole: looks at everything every few seconds, judges it by the rules in force, and
//! tells people through the channels. Control thread.
class AlertDesk
{
public:
    //! Seconds between looks.
    static constexpr int lookEvery = 2;
    static inline const QString desktop = QStringLiteral("desktop");

    using SecretAnswer = std::function<void(Result<Secrets::Secret>)>;
    struct Parts {
        const Clock &clock;
        Store::Database &database;
        Http::UpstreamClient &upstream;
        QString gateway; //!< name of this computer
        std::function<void(const QString &reference, SecretAnswer answer)> readSecret;
        //! Everything that does not come from traffic.
        std::function<void(Readings &readings)> read;
        TrafficBook::Objective objective;
        //! What people call what a scope names.
        std::function<QString(const Api::Scope &scope)> nameOf;
        //! A file name of the configuration as a path.
        std::function<QString(const QString &name)> file;
        //! Traffic of the last hour is wanted: tell all of it by noteTraffic().
        std::function<void()> trafficWanted;
        //! Shows a message on the desktops that are connected.
        std::function<void(const QJsonObject &message)> showOnDesktop;
        //! Something that screens show is new.
        std::function<void()> changed;
        std::function<void(const Notice &notice)> told;
        //! A channel does not work: a message was given up.
        std::function<void(const Delivery &delivery)> givenUp;
    };
    explicit AlertDesk(Parts parts);
    ~AlertDesk();
    AlertDesk(const AlertDesk &) = delete;
    AlertDesk &operator=(const AlertDesk &) = delete;

    //! Makes the tables and takes what an earlier run left. Once, before anything else.
    Result<void> open();
    //! What is in force from now on.
    void configure(const Api::Document &document, const QTimeZone &zone);
    //! Once a second.
    void tick();

    void noteRows(const Ledger::Rows &rows);
    //! The answer to trafficWanted(): takes the place of what is known.
    void noteTraffic(const std::vector<Ledger::Traffic> &traffic);
    void noteDrift(const QByteArray &target) { m_traffic.noteDrift(target); }
    TrafficBook &traffic() { return m_traffic; }
    //! The scopes whose usual spending is asked for.
    QList<Api::Scope> spikeScopes() const;

    AlertBook &book() { return m_book; }
    const AlertBook &book() const { return m_book; }
    AlertStore &store() { return m_store; }
    const QList<Api::AlertChannel> &channels() const { return m_channels; }
    double objective(const Api::Scope &scope) const { return m_parts.objective(scope); }
    //! What the last look showed of \a rule: the worst value, nothing when there is none.
    std::optional<Reading> present(const Api::AlertRule &rule) const;
    //! Sends a message that says that it is a test. NotFound: there is no such channel.
    Result<void> test(const QString &channel, const QString &who, Outbox::Done done);

private:
    void look();
    void tell(const Notice &notice);
    QStringList channelsOf(const Api::AlertRule &rule) const;
    const Api::AlertChannel *channel(const QString &id) const;
    void send(const Delivery &delivery, const Outbox::Done &done);
    void sendWith(const Api::AlertChannel &channel, const Delivery &delivery,
                  const Secrets::Secret &secret, const Outbox::Done &done);
    void sendMail(const Api::AlertChannel &channel, const Delivery &delivery,
                  const Secrets::Secret &secret, const Outbox::Done &done);
    void post(WebhookPost post, Outbox::Done done);

    Parts m_parts;
    AlertStore m_store;
    AlertBook m_book;
    TrafficBook m_traffic;
    QList<Api::AlertChannel> m_channels;
    Readings m_last;
    Mailer m_mailer;
    std::map<quint64, std::unique_ptr<Webhook>> m_posts; //!< on their way
    std::vector<std::unique_ptr<Webhook>> m_ended;       //!< dropped at the next tick
    quint64 m_nextPost = 0;
    Outbox m_outbox;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    int m_ticks = 0;
    bool m_hasTraffic = false; //!< false: it was asked for
};

} // namespace Gatehouse::Alerts
