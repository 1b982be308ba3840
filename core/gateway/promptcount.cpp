// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/promptcount.h"

#include "core/dialects/tokens/prompttokens.h"
#include "core/gateway/admission.h"

namespace Gatehouse::Gateway {

namespace {

// Few texts have more than two bytes, or less than one eighth, for what the scan takes for a token.
constexpr qint64 mostTimes = 2;
constexpr qint64 leastShare = 2;

std::optional<Dialects::PromptTokens> counted(const Admission &a, QByteArrayView model)
{
    const auto rule = Dialects::wordRuleOf(model);
    if (!rule || !a.published.tokenizers || a.form)
        return {};
    const Dialects::Tokenizer *tokenizer = a.published.tokenizers->find(*rule);
    if (!tokenizer) { // for those that come later
        a.published.tokenizers->want(*rule);
        return {};
    }
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

} // namespace Gatehouse::Gateway
