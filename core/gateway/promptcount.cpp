// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/promptcount.h"

#include "core/dialects/tokens/prompttokens.h"
#include "core/gateway/admission.h"
#include "core/gateway/attempt.h"

namespace Gatehouse::Gateway {

namespace {

// Few texts have more than two bytes, or less than one eighth, for what the scan takes for a token.
constexpr qint64 mostTimes = 2;
constexpr qint64 leastShare = 2;

//! Null when there is none for \a model, or not yet.
const Dialects::Tokenizer *tokenizerOf(const Published &published, QByteArrayView model)
{
    const auto rule = Dialects::wordRuleOf(model);
    if (!rule || !published.tokenizers)
        return nullptr;
    const Dialects::Tokenizer *tokenizer = published.tokenizers->find(*rule);
    if (!tokenizer) // for those that come later
        published.tokenizers->want(*rule);
    return tokenizer;
}

std::optional<Dialects::PromptTokens> counted(const Admission &a, QByteArrayView model)
{
    const Dialects::Tokenizer *tokenizer = a.form ? nullptr : tokenizerOf(a.published, model);
    if (!tokenizer)
        return {};
    return Dialects::countPrompt(a.front, a.body, *tokenizer);
}

qint64 learned(const Admission &a, const Config::Target &target)
{
    if (!a.published.bounds)
        return a.scan.promptTokens;
    return a.published.bounds->budgets().estimates().usualPrompt(
        target.provider->id + '/' + target.model, a.scan.promptTokens);
}

} // namespace

bool refinePrompt(Admission &a, const Config::Target &target)
{
    if (a.promptKnowledge != PromptKnowledge::Rough)
        return false;
    const qint64 before = a.scan.promptTokens;
    const auto exact = counted(a, target.model);
    a.scan.promptTokens = exact ? exact->tokens : learned(a, target);
    a.facts.promptTokens = a.scan.promptTokens;
    a.promptKnowledge =
        exact && exact->isExact ? PromptKnowledge::Counted : PromptKnowledge::Learned;
    a.trace.step("tokens", true,
                 QByteArray((exact && exact->isExact ? "counted: " : "estimated: ")
                            + QByteArray::number(a.scan.promptTokens)));
    return a.scan.promptTokens != before;
}

bool refinePrompt(Admission &a)
{
    return a.route && !a.route->targets.empty() && refinePrompt(a, a.route->targets.front());
}

bool isNear(const Admission &a, qint64 bound, qint64 more)
{
    const qint64 rough = a.scan.promptTokens;
    return bound > 0 && a.promptKnowledge == PromptKnowledge::Rough
        && rough * mostTimes + more > bound && rough / leastShare + more <= bound;
}

double bytesPerToken(const Published &published, const Attempt &attempt)
{
    if (!published.bounds)
        return Access::UsageEstimates::usualBytesPerToken;
    return published.bounds->budgets().estimates().bytesPerToken(attempt.row().provider + '/'
                                                                 + attempt.row().model);
}

qint64 answerTokens(const Published &published, const Attempt &attempt)
{
    return Dialects::countAnswer(attempt.upstreamFormat(), attempt.upstreamBody(),
                                 tokenizerOf(published, attempt.row().model),
                                 bytesPerToken(published, attempt));
}

} // namespace Gatehouse::Gateway
