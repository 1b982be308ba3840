// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"
#include "core/base/usage.h"
#include "core/providers/abilities.h"
#include "core/providers/keypurchase.h"
#include "core/providers/modellist.h"
#include "core/providers/probe.h"
#include "core/providers/question.h"
#include "core/providers/upstreamrequest.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace Gatehouse::Providers {

enum class CheckState { Passed, Failed, Skipped };

//! What to do about a failure.
struct Remedy {
    QString code = {}; //!< "check_proxy", for translation
    QString text = {}; //!< English

    bool isEmpty() const { return text.isEmpty(); }
};

//! One row of a provider's test.
struct Check {
    QString id; //!< "reach", "key", "models", "answer", "stream", "capabilities"
    CheckState state = CheckState::Skipped;
    std::optional<int> milliseconds;
    QString text;   //!< the result in a few words, English
    QString detail; //!< the provider's own words, redacted
    Remedy fix = {};
    QString code = {};          //!< of the text, for translation: "key_refused"
    QStringList arguments = {}; //!< what stands in the text of this code: "401"
};

//! Whether a model can do something, as one small request told it.
struct CapabilityFinding {
    QString model;
    QString capability; //!< "chat", "messages", "streaming" and those of AbilityProbe
    CheckState state = CheckState::Skipped;
    QString reason; //!< why not, redacted
};

struct ProviderTestResult {
    QList<Check> checks;
    QList<CapabilityFinding> capabilities;
    QStringList models;
    Usage usage; //!< of all test calls together
    bool keyAccepted = false;
    QString testedModel; //!< that answered
};

//! Tests a provider that is or will be set up: buy a token where its key is an account's, reach it,
//! check the key, list its models, one short
//! answer, one streamed, then what else the answering model can do. Later checks are skipped when
//! an earlier one makes them pointless. The key is used and forgotten.
class ProviderTest
{
public:
    using Done = std::function<void(ProviderTestResult)>;

    ProviderTest(const Clock &clock, const Redactor &redactor, Http::UpstreamClient &client,
                 std::shared_ptr<const Config::Snapshot> snapshot, const Credential &key,
                 Done done);
    ~ProviderTest();

private:
    void takeKey(const Result<Credential> &key);
    void reach();
    void readReach(const ProbeReply &reply);
    void listModels(const ProviderQuestion &question);
    void readModels(const ProbeReply &reply);
    bool checkReach(const ProbeReply &reply);
    bool isKeyRefused(const ProbeReply &reply);
    void checkKey();
    void readKey(const ProbeReply &reply);
    void askFirst();
    void askShort();
    void askAbilities();
    void readAnswer(const ProbeReply &reply);
    void askStreamed();
    void readStream(const ProbeReply &reply);
    void askNextAbility();
    void readAbility(const AbilityProbe &ability, const ProbeReply &reply);
    void summariseAbilities();
    void finishLater();
    void finish();

    void ask(const AbilityProbe &probe, bool stream, Probe::Done done,
             const std::function<void(const QString &)> &unasked);
    AbilityProbe shortProbe(bool stream) const;
    void refuseAll(const QString &why);
    void note(const QString &capability, CheckState state, const QString &reason = {});
    void addFailure(const QString &id, const ProbeReply &reply);
    void skip(const QString &id);
    QString chooseModel() const;
    QString wordsOf(const ProbeReply &reply) const;

    const Clock &m_clock;
    const Redactor &m_redactor;
    Http::UpstreamClient &m_client;
    const std::shared_ptr<const Config::Snapshot> m_snapshot; //!< holds just this provider
    const Config::Provider &m_provider;
    Credential m_key;
    ProviderTestResult m_result;
    QList<AbilityProbe> m_abilities;    //!< still to ask
    std::optional<Question> m_question; //!< the one being asked
    std::unique_ptr<Probe> m_probe;
    std::unique_ptr<KeyPurchase> m_purchase;
    Done m_done;
    QObject m_later;
};

} // namespace Gatehouse::Providers
