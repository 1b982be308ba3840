// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertstore.h"
#include "core/alerts/message.h"

#include <QtCore/QJsonObject>

#include <array>
#include <functional>
#include <map>

namespace Gatehouse::Alerts {

//! How an attempt to deliver ended.
struct Outcome {
    bool delivered = false;
    bool mayRetry = false; //!< another time it may succeed
    QString detail;        //!< English: "answered 200", "connection refused"
};

//! What is on its way to people. The first notice of a rule leaves at once; those of the same rule
//! in the minute after it go together, and what is due at the same time is one message. What fails
//! is tried again with growing pauses, also after a restart; every message stands in the delivery
//! log. Control thread.
class Outbox
{
public:
    static constexpr std::chrono::seconds groupedFor{60};
    //! Between attempts; after the last one it is given up.
    static constexpr std::array<std::chrono::seconds, 5> pauses{
        std::chrono::seconds(1), std::chrono::seconds(5), std::chrono::seconds(30),
        std::chrono::seconds(120), std::chrono::seconds(600)};

    using Done = std::function<void(const Outcome &)>;
    struct Parts {
        const Clock &clock;
        AlertStore &store;
        QString gateway; //!< name of this computer
        //! Sends one message; \a done is called once, later or at once.
        std::function<void(const Delivery &delivery, Done done)> send;
        //! A message is given up.
        std::function<void(const Delivery &delivery)> givenUp;
    };
    explicit Outbox(Parts parts);
    //! Answers of attempts that still run are ignored. What waits for the end of its minute is
    //! left to the next run.
    ~Outbox();
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    //! Takes what an earlier run did not deliver.
    Result<void> load();
    void post(const QString &channel, const Notice &notice);
    //! Sends what is due.
    void tick();
    //! Sends \a message once, at once and without another attempt.
    void sendNow(const QString &channel, const QJsonObject &message, Done done);
    //! Attempts that run or wait for another time.
    std::size_t waiting() const { return m_sending.size(); }

private:
    struct Group {
        SteadyTime closed{}; //!< nothing leaves before
        std::vector<Notice> notices;
    };
    struct Sending {
        Delivery delivery;
        SteadyTime due{};
        bool isRunning = false;
    };

    QJsonObject messageOf(std::vector<Notice> notices) const;
    Delivery makeDelivery(const QString &channel, const QJsonObject &message);
    void start(Sending &sending);
    void ended(qint64 id, const Outcome &outcome);
    void keep(const Delivery &delivery);

    Parts m_parts;
    std::map<std::pair<QString, QString>, Group> m_groups; //!< by channel and rule
    std::vector<Sending> m_sending;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace Gatehouse::Alerts
