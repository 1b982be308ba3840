// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/knownproviders.h"
#include "core/providers/probe.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

namespace Gatehouse::Providers {

//! A model server that answered on this computer.
struct FoundServer {
    const KnownProvider *known = nullptr;
    QString baseUrl;
    QStringList models;
};

//! Looks for model servers on this computer only: the ports of the known local ones and, for
//! Ollama, the address in $OLLAMA_HOST; all at once, 400 ms each. No network is scanned.
class LocalServerSearch
{
public:
    using Done = std::function<void(QList<FoundServer>)>;

    LocalServerSearch(const Clock &clock, Http::UpstreamClient &client, Done done);

private:
    struct Question {
        const KnownProvider *known = nullptr;
        QString baseUrl;
        std::unique_ptr<Probe> probe;
    };

    void ask(const Clock &clock, Http::UpstreamClient &client, const KnownProvider &known,
             const QString &baseUrl);
    void answered(std::size_t index, const ProbeReply &reply);

    std::vector<Question> m_questions;
    QList<FoundServer> m_found;
    std::size_t m_waiting = 0;
    Done m_done;
};

} // namespace Gatehouse::Providers
