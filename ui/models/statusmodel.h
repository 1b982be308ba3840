// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

namespace Gatehouse::Ui {

//! Something that needs attention, as the gateway tells it.
struct Problem {
    QString code;
    Tone severity = Tone::Warn;
    QString title;
    QString detail;
    QDateTime since;
    QString action; //!< what to offer, empty when there is nothing to do

    bool operator==(const Problem &) const = default;
};

QList<Problem> parseProblems(const QJsonArray &array);
//! A sentence when requests are absent from the books by one of \a problems, else empty.
QString missingRecords(const QList<Problem> &problems);

//! The gateway as a whole.
struct GatewayStatus {
    enum class State { Unknown, Starting, Running, Degraded, Stopping, Stopped };

    State state = State::Unknown;
    QString version;
    QString baseUrl;
    QString managedBy; //!< the configuration file, empty when this program configures
    QString secretStore;
    QString secretStoreKind;  //!< keychain, vault, session, none
    QString secretStoreState; //!< ready, locked, unavailable, passphrase_needed
    QString secretStoreDetail;
    QString dataFolder;
    qint64 revision = 0;
    QStringList listen;         //!< as bound
    QStringList listenOverride; //!< of the command line, in place of the configuration's
    bool restartNeeded = false; //!< settings wait for the gateway to listen anew
    int inFlight = 0;
    double requestsPerSecond = 0;
    QTimeZone zone = QTimeZone::utc();
    bool demo = false;
    QList<Problem> problems;

    bool operator==(const GatewayStatus &) const = default;
};

//! The state that a gateway's status names: "running". Unknown for any other word.
GatewayStatus::State gatewayState(const QString &text);

//! Follows the gateway's status: asked once, then told by the event stream. Commands to start and
//! stop it go through here.
class StatusModel : public QObject
{
    Q_OBJECT

public:
    explicit StatusModel(Api::AdminClient &client, QObject *parent = nullptr);

    const GatewayStatus &status() const { return m_status; }
    Api::AdminClient::State connection() const { return m_client.state(); }
    //! When the gateway was last heard of; invalid before the first time.
    QDateTime lastContact() const;
    //! The gateway answers and takes requests.
    bool isServing() const;

    void refresh();
    void startGateway();
    //! \a finish lets running requests end first.
    void stopGateway(bool finish);
    //! Lets running requests end, then listens again with the settings in force.
    void restartGateway();

Q_SIGNALS:
    void changed();
    //! A command was refused; the gateway's words.
    void commandFailed(const QString &detail);

private:
    void take(const QJsonObject &object);
    void command(const QString &path, const QJsonObject &body);

    Api::AdminClient &m_client;
    GatewayStatus m_status;
};

} // namespace Gatehouse::Ui
