// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/node/eventlog.h"
#include "app/node/sampledata.h"
#include "core/demo/simulatedproviders.h"
#include "core/demo/trickle.h"
#include "core/http/iothread.h"
#include "core/routing/livestate.h"
#include "core/secrets/secretstore.h"

namespace Gatehouse::Node {

//! What an engine on sample data needs besides an ordinary one: providers inside this program, a
//! past, and requests that keep coming. Simulated providers and requests run on a thread of their
//! own; the functions are for the control thread.
class Demo
{
public:
    //! Starts the providers and fills \a folder. InvalidArgument: it holds data already.
    static Result<std::unique_ptr<Demo>> open(const DataFolder &folder, const Clock &clock);
    ~Demo();
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;

    //! Puts the sample providers' keys into \a secrets, for this session only.
    void keepSecrets(Secrets::SecretStore &secrets, QObject *context) const;
    void tellPast(EventLog &log) const;
    //! The last minutes of the past as health, which otherwise waits for traffic.
    void primeHealth(Routing::LiveState &live, SteadyTime now) const;

    //! What the canaries of the routes have done since they were published.
    void primeTrials(Routing::LiveState &live, SteadyTime now) const;

    //! Sends requests to the gateway on \a addresses from now on.
    void startTraffic(const QStringList &addresses);
    void stopTraffic();

private:
    explicit Demo(const Clock &clock);
    Result<void> startProviders();

    Http::IoThread m_thread;
    std::unique_ptr<Gatehouse::Demo::SimulatedProviders> m_providers; //!< lives on the thread
    std::unique_ptr<Gatehouse::Demo::Trickle> m_trickle;              //!< lives on the thread
    SampleData m_data;
};

} // namespace Gatehouse::Node
