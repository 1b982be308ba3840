// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/providertest.h"

#include "core/dialects/classify.h"
#include "core/dialects/replywatch.h"
#include "core/providers/knownproviders.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

int milliseconds(qint64 us)
{
    return static_cast<int>((us + 500) / 1000);
}

//! Model names that do not hold a conversation.
bool isConversational(const QString &model)
{
    static constexpr std::array others{
        "embed"_L1,      "whisper"_L1, "tts"_L1,      "dall-e"_L1,     "image"_L1,
        "moderation"_L1, "audio"_L1,   "realtime"_L1, "transcribe"_L1, "rerank"_L1,
        "davinci"_L1,    "babbage"_L1, "sora"_L1,     "instruct"_L1};
    return std::ranges::none_of(others, [&model](QLatin1StringView word) {
        return model.contains(word, Qt::CaseInsensitive);
    });
}

bool looksSmall(const QString &model)
{
    static constexpr std::array words{"mini"_L1,  "nano"_L1, "small"_L1, "haiku"_L1,
                                      "flash"_L1, "8b"_L1,   "lite"_L1};
    return std::ranges::any_of(words, [&model](QLatin1StringView word) {
        return model.contains(word, Qt::CaseInsensitive);
    });
}

void add(Usage &sum, const Usage &usage)
{
    sum.promptTokens += usage.promptTokens;
    sum.completionTokens += usage.completionTokens;
    sum.known = sum.known || usage.known;
}

Remedy addByHand()
{
    return {u"add_models_by_hand"_s, u"Add the models by hand."_s};
}

Remedy fixFor(Http::UpstreamFailureKind kind)
{
    using Kind = Http::UpstreamFailureKind;
    switch (kind) {
    case Kind::Dns:
        return {u"check_host"_s, u"Check the host name in the address."_s};
    case Kind::Tls:
        return {u"check_certificate"_s,
                u"Check the certificate, or give the CA file of your own authority."_s};
    case Kind::Proxy:
        return {u"check_proxy"_s, u"Check the proxy's address."_s};
    case Kind::Refused:
        return {u"use_allowed_address"_s, u"Use an address that may be called."_s};
    case Kind::Connect:
    case Kind::ConnectTimeout:
    case Kind::FirstByteTimeout:
    case Kind::IdleTimeout:
    case Kind::TotalTimeout:
    case Kind::Reset:
    case Kind::Malformed:
        break;
    }
    return {u"check_server"_s, u"Check the address and that the server is running."_s};
}

} // namespace

ProviderTest::ProviderTest(const Clock &clock, const Redactor &redactor,
                           Http::UpstreamClient &client,
                           std::shared_ptr<const Config::Snapshot> snapshot, const Credential &key,
                           Done done)
    : m_clock(clock)
    , m_redactor(redactor)
    , m_client(client)
    , m_snapshot(std::move(snapshot))
    , m_provider(*m_snapshot->providers.front())
    , m_key(key)
    , m_done(std::move(done))
{
    m_purchase = std::make_unique<KeyPurchase>(
        clock, client, m_provider, m_key,
        [this](const Result<Credential> &bought) { takeKey(bought); });
}

ProviderTest::~ProviderTest() = default;

void ProviderTest::takeKey(const Result<Credential> &key)
{
    if (key) {
        m_key = *key;
        const auto question = modelListQuestion(m_provider, m_key, m_clock.wall());
        if (question)
            listModels(*question);
        else
            reach();
        return;
    }
    const bool isRefused = key.error().code != ErrorCode::Unavailable;
    const QString detail = QString::fromUtf8(m_redactor.redacted(key.error().detail.toUtf8()));
    skip(u"reach"_s);
    m_result.checks.append(
        {u"key"_s,
         CheckState::Failed,
         {},
         isRefused ? u"no access token for this key"_s : u"the token service was not reached"_s,
         detail,
         isRefused
             ? Remedy{u"check_account"_s,
                      u"Check the account's file or secret, and that the account may use the API."_s}
             : Remedy{u"check_token_service"_s,
                      u"Check the network, and that the token service may be called."_s},
         isRefused ? u"no_access_token"_s : u"token_service_unreachable"_s});
    for (const QString &id : {u"models"_s, u"answer"_s, u"stream"_s, u"capabilities"_s})
        skip(id);
    finishLater();
}

void ProviderTest::listModels(const ProviderQuestion &question)
{
    m_probe = std::make_unique<Probe>(m_clock, m_client, question.endpoint, question.request,
                                      [this](const ProbeReply &reply) { readModels(reply); });
}

void ProviderTest::reach()
{
    const ProviderQuestion question = reachQuestion(m_provider);
    m_probe = std::make_unique<Probe>(m_clock, m_client, question.endpoint, question.request,
                                      [this](const ProbeReply &reply) { readReach(reply); });
}

//! Of a provider that lists no models the first answer tells whether the key is good.
void ProviderTest::readReach(const ProbeReply &reply)
{
    if (!checkReach(reply))
        return;
    m_result.checks.append({u"models"_s,
                            CheckState::Skipped,
                            {},
                            u"this provider lists no models"_s,
                            {},
                            addByHand(),
                            u"lists_no_models"_s});
    askFirst();
}

//! False when the test ends here.
bool ProviderTest::checkReach(const ProbeReply &reply)
{
    if (reply.failure && !reply.failure->answerBegun) {
        m_result.checks.append({u"reach"_s,
                                CheckState::Failed,
                                {},
                                u"not reached"_s,
                                reply.failure->detail,
                                fixFor(reply.failure->kind),
                                u"not_reached"_s});
        for (const QString &id :
             {u"key"_s, u"models"_s, u"answer"_s, u"stream"_s, u"capabilities"_s})
            skip(id);
        finish();
        return false;
    }
    const qint64 reachUs = reply.times.connected >= 0 ? reply.times.connected : reply.totalUs;
    m_result.checks.append({u"reach"_s,
                            CheckState::Passed,
                            milliseconds(reachUs),
                            QString::fromLatin1(m_provider.address.host),
                            {},
                            {}});
    return true;
}

//! True when the test ends here.
bool ProviderTest::isKeyRefused(const ProbeReply &reply)
{
    const Dialects::ProviderError error = Dialects::readError(reply.body);
    const bool isBadRequest = reply.status == 400
        && Dialects::classifyError(error) == Dialects::FailureClass::WrongCredentials;
    if (reply.status != 401 && reply.status != 403 && !isBadRequest)
        return false;
    m_result.keyAccepted = false;
    m_result.checks.append(
        {u"key"_s,
         CheckState::Failed,
         {},
         u"the provider refused the key (%1)"_s.arg(reply.status),
         wordsOf(reply),
         {u"check_key"_s, u"Check that it was copied in full and is not revoked."_s},
         u"key_refused"_s,
         {QString::number(reply.status)}});
    for (const QString &id : {u"models"_s, u"answer"_s, u"stream"_s, u"capabilities"_s})
        skip(id);
    finish();
    return true;
}

void ProviderTest::readModels(const ProbeReply &reply)
{
    if (!checkReach(reply) || isKeyRefused(reply))
        return;
    const Result<QStringList> models = reply.succeeded()
        ? readModelList(reply.body)
        : Error{ErrorCode::Unsupported, wordsOf(reply)};
    const bool isPublic = !m_provider.quirks->checkPath.isEmpty();
    m_result.keyAccepted = reply.succeeded() && !isPublic;
    if (m_result.keyAccepted)
        m_result.checks.append(
            {u"key"_s, CheckState::Passed, {}, u"accepted"_s, {}, {}, u"key_accepted"_s});
    if (models) {
        m_result.models = *models;
        m_result.checks.append({u"models"_s,
                                CheckState::Passed,
                                milliseconds(reply.totalUs),
                                u"%1 models"_s.arg(models->size()),
                                {},
                                {},
                                u"models_listed"_s,
                                {QString::number(models->size())}});
    } else {
        m_result.checks.append({u"models"_s,
                                CheckState::Failed,
                                {},
                                u"not listed"_s,
                                models.error().detail,
                                addByHand(),
                                u"models_not_listed"_s});
    }
    checkKey();
}

//! Anyone may read some lists: then the key is asked about by itself.
void ProviderTest::checkKey()
{
    const auto question = keyQuestion(m_provider, m_key, m_clock.wall());
    if (!question) {
        askFirst();
        return;
    }
    m_probe = std::make_unique<Probe>(m_clock, m_client, question->endpoint, question->request,
                                      [this](const ProbeReply &reply) { readKey(reply); });
}

void ProviderTest::readKey(const ProbeReply &reply)
{
    const auto models = std::ranges::find(m_result.checks, u"models"_s, &Check::id);
    if (reply.status == 401 || reply.status == 403) {
        m_result.checks.erase(models); // comes again, skipped
        isKeyRefused(reply);
        return;
    }
    if (reply.succeeded()) {
        m_result.keyAccepted = true;
        m_result.checks.insert(
            models, {u"key"_s, CheckState::Passed, {}, u"accepted"_s, {}, {}, u"key_accepted"_s});
    }
    askFirst();
}

QString ProviderTest::chooseModel() const
{
    const QStringList &declared = m_provider.document.models;
    const QStringList &candidates = declared.isEmpty() ? m_result.models : declared;
    const QString base = m_provider.document.baseUrl;
    for (const KnownProvider &known : knownProviders()) {
        if (base.startsWith(known.baseUrl) && !known.testModel.isEmpty()
            && (candidates.isEmpty() || candidates.contains(known.testModel)))
            return known.testModel;
    }
    QStringList talking;
    std::ranges::copy_if(candidates, std::back_inserter(talking), isConversational);
    const auto small = std::ranges::find_if(talking, looksSmall);
    return small != talking.end() ? *small : talking.value(0);
}

//! Providers without conversations are tried with what they have.
void ProviderTest::askFirst()
{
    if (m_provider.quirks->chat) {
        askShort();
        return;
    }
    skip(u"answer"_s);
    skip(u"stream"_s);
    askAbilities();
}

//! Asks one question; \a unasked hears why it cannot be put.
void ProviderTest::ask(const AbilityProbe &probe, bool stream, Probe::Done done,
                       const std::function<void(const QString &)> &unasked)
{
    Result<Question> question =
        Question::make(m_provider, probe.front, probe.model.toUtf8(), probe.body, stream);
    if (!question) {
        unasked(question.error().detail);
        return;
    }
    m_question.emplace(*std::move(question));
    Http::UpstreamRequest request = m_question->request(m_key, m_clock.wall());
    request.timeouts = {.connect = 5s, .firstByte = 60s, .idle = 30s, .total = 90s};
    m_probe = std::make_unique<Probe>(m_clock, m_client, prepare(m_provider).endpoint,
                                      std::move(request), std::move(done));
}

AbilityProbe ProviderTest::shortProbe(bool stream) const
{
    QByteArray body = R"({"model":")" + m_result.testedModel.toUtf8()
        + R"(","messages":[{"role":"user","content":"Say OK."}])";
    body += stream ? R"(,"stream":true,"stream_options":{"include_usage":true}})" : "}";
    return {u"chat"_s, m_result.testedModel, Dialects::Format::OpenAiChat, body};
}

void ProviderTest::askShort()
{
    m_result.testedModel = chooseModel();
    if (m_result.testedModel.isEmpty()) {
        for (const QString &id : {u"answer"_s, u"stream"_s, u"capabilities"_s})
            skip(id);
        finish();
        return;
    }
    ask(
        shortProbe(false), false, [this](const ProbeReply &reply) { readAnswer(reply); },
        [this](const QString &why) { refuseAll(why); });
}

void ProviderTest::readAnswer(const ProbeReply &reply)
{
    const Result<Question::Answer> answer =
        reply.succeeded() ? m_question->answer(reply.body) : Error{ErrorCode::Unavailable, {}};
    const QString conversation = u"chat"_s;
    if (!answer) {
        const bool refused = reply.status == 401 || reply.status == 403;
        if (refused)
            m_result.keyAccepted = false;
        addFailure(u"answer"_s, reply);
        note(conversation, CheckState::Failed, wordsOf(reply));
        skip(u"stream"_s);
        skip(u"capabilities"_s);
        finish();
        return;
    }
    m_result.keyAccepted = true;
    note(conversation, CheckState::Passed);
    add(m_result.usage, answer->usage);
    const qint64 tokens = answer->usage.promptTokens + answer->usage.completionTokens;
    m_result.checks.append({u"answer"_s,
                            CheckState::Passed,
                            milliseconds(reply.totalUs),
                            u"%1, %2 tokens"_s.arg(m_result.testedModel).arg(tokens),
                            {},
                            {},
                            u"answered"_s,
                            {m_result.testedModel, QString::number(tokens)}});
    askStreamed();
}

void ProviderTest::askStreamed()
{
    ask(
        shortProbe(true), true, [this](const ProbeReply &reply) { readStream(reply); },
        [this](const QString &why) { refuseAll(why); });
}

void ProviderTest::readStream(const ProbeReply &reply)
{
    const std::unique_ptr<Dialects::StreamWatch> watch = m_question->stream();
    QByteArray unused;
    if (reply.succeeded()) {
        watch->feed(reply.body, unused);
        watch->finish(unused);
    }
    if (!reply.succeeded() || !watch->isComplete()) {
        addFailure(u"stream"_s, reply);
        note(u"streaming"_s, CheckState::Failed, wordsOf(reply));
    } else {
        note(u"streaming"_s, CheckState::Passed);
        add(m_result.usage, watch->usage());
        m_result.checks.append(
            {u"stream"_s,
             CheckState::Passed,
             milliseconds(reply.times.firstBody),
             u"first token after %1 ms"_s.arg(milliseconds(reply.times.firstBody)),
             {},
             {},
             u"first_token"_s,
             {QString::number(milliseconds(reply.times.firstBody))}});
    }
    askAbilities();
}

void ProviderTest::askAbilities()
{
    m_abilities = abilityProbes(*m_provider.quirks, m_result.testedModel,
                                m_provider.document.models.isEmpty() ? m_result.models
                                                                     : m_provider.document.models);
    askNextAbility();
}

//! The provider cannot even be asked for a short answer.
void ProviderTest::refuseAll(const QString &why)
{
    m_result.checks.append(
        {u"answer"_s, CheckState::Failed, {}, u"not possible"_s, why, {}, u"not_possible"_s});
    skip(u"stream"_s);
    skip(u"capabilities"_s);
    finish();
}

void ProviderTest::note(const QString &capability, CheckState state, const QString &reason)
{
    m_result.capabilities.append({m_result.testedModel, capability, state, reason});
}

void ProviderTest::askNextAbility()
{
    if (m_abilities.isEmpty()) {
        summariseAbilities();
        finish();
        return;
    }
    const AbilityProbe ability = m_abilities.takeFirst();
    ask(
        ability, false, [this, ability](const ProbeReply &reply) { readAbility(ability, reply); },
        [this, ability](const QString &why) {
            m_result.capabilities.append(
                {ability.model, ability.capability, CheckState::Failed, why});
            askNextAbility();
        });
}

void ProviderTest::readAbility(const AbilityProbe &ability, const ProbeReply &reply)
{
    CapabilityFinding finding{ability.model, ability.capability, CheckState::Passed, {}};
    if (reply.succeeded()) {
        const Result<Question::Answer> answer = m_question->answer(reply.body);
        finding.reason = answer ? missingIn(ability, answer->body) : answer.error().detail;
        finding.state = finding.reason.isEmpty() ? CheckState::Passed : CheckState::Failed;
        if (answer)
            add(m_result.usage, answer->usage);
    } else {
        // Only the provider's refusal of the request says that the model cannot do it.
        const bool refused = reply.status >= 400 && reply.status < 500 && reply.status != 401
            && reply.status != 402 && reply.status != 403 && reply.status != 408
            && reply.status != 429;
        finding.state = refused || reply.status == 501 ? CheckState::Failed : CheckState::Skipped;
        finding.reason = wordsOf(reply);
    }
    m_result.capabilities.append(finding);
    askNextAbility();
}

//! One row for all of them: a model that cannot do something is no fault of the provider.
void ProviderTest::summariseAbilities()
{
    QStringList able;
    QStringList unable;
    QStringList reasons;
    for (const CapabilityFinding &finding : std::as_const(m_result.capabilities)) {
        const QString name = QString(finding.capability).replace(u'_', u' ');
        if (finding.state == CheckState::Passed)
            able.append(name);
        if (finding.state != CheckState::Failed)
            continue;
        unable.append(name);
        reasons.append(u"%1: %2"_s.arg(name, finding.reason));
    }
    QString text = able.isEmpty() ? u"not tested"_s : able.join(u", "_s);
    if (!unable.isEmpty())
        text += u"; not "_s + unable.join(u", "_s);
    m_result.checks.append({u"capabilities"_s,
                            able.isEmpty() ? CheckState::Skipped : CheckState::Passed,
                            {},
                            text,
                            reasons.join(u"; "_s),
                            {},
                            able.isEmpty() ? u"not_tested"_s : u"abilities"_s,
                            {able.join(u", "_s), unable.join(u", "_s)}});
}

QString ProviderTest::wordsOf(const ProbeReply &reply) const
{
    if (reply.failure)
        return reply.failure->detail;
    const Dialects::ProviderError error = Dialects::readError(reply.body);
    const QString said = QString::fromUtf8(m_redactor.redacted(error.message)).left(300);
    return said.isEmpty() ? u"the provider answered %1"_s.arg(reply.status) : said;
}

void ProviderTest::addFailure(const QString &id, const ProbeReply &reply)
{
    const QString text = reply.status > 0 ? u"failed (%1)"_s.arg(reply.status) : u"failed"_s;
    const Remedy fix = reply.status == 402 || reply.status == 429
        ? Remedy{u"check_credit"_s, u"Check the account's credit and limits."_s}
        : Remedy{u"try_other_model"_s,
                 u"Try another model, or look at the provider's own words."_s};
    m_result.checks.append({id,
                            CheckState::Failed,
                            {},
                            text,
                            wordsOf(reply),
                            fix,
                            reply.status > 0 ? u"failed_with"_s : u"failed"_s,
                            {QString::number(reply.status)}});
}

void ProviderTest::skip(const QString &id)
{
    m_result.checks.append({id, CheckState::Skipped, {}, u"not tested"_s, {}, {}, u"not_tested"_s});
}

//! For an end that may come before the constructor's.
void ProviderTest::finishLater()
{
    QMetaObject::invokeMethod(
        &m_later, [this] { finish(); }, Qt::QueuedConnection);
}

void ProviderTest::finish()
{
    const Done done = std::move(m_done);
    done(std::move(m_result)); // may destroy this
}

} // namespace Gatehouse::Providers
