// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/quirks.h"

#include <algorithm>
#include <charconv>

namespace Gatehouse::Dialects {

namespace {

//! A family of models by the beginning of its names, the most exact first. A '*' at the end lets
//! anything follow; else the name ends there or goes on with '-', ':' or '@'.
struct Pattern {
    QByteArrayView name;
    ModelPolicy policy;
};

constexpr ModelPolicy chatOnly{.refusesReasoning = true};
constexpr ModelPolicy newChatOnly{.wantsMaxCompletionTokens = true, .refusesReasoning = true};
//! o1-mini and o1-preview think without a set effort.
constexpr ModelPolicy firstThinkers{.refusesSampling = true,
                                    .wantsMaxCompletionTokens = true,
                                    .refusesReasoning = true,
                                    .refusesPenalties = true};
constexpr ModelPolicy o1{
    .refusesSampling = true, .wantsMaxCompletionTokens = true, .refusesPenalties = true};
constexpr ModelPolicy o3{.refusesSampling = true,
                         .wantsMaxCompletionTokens = true,
                         .refusesPenalties = true,
                         .refusesStop = true};
//! From GPT-5.1 on an effort of "none" brings sampling back.
constexpr ModelPolicy gpt51{.refusesSampling = true,
                            .wantsMaxCompletionTokens = true,
                            .refusesPenalties = true,
                            .refusesStop = true,
                            .samplesWithoutThinking = true};
constexpr ModelPolicy grokThinker{.refusesPenalties = true, .refusesStop = true};
constexpr ModelPolicy grokOwnEffort{
    .refusesReasoning = true, .refusesPenalties = true, .refusesStop = true};

//! Vendors' pages, November 2026.
constexpr std::array patterns{
    Pattern{"gpt-5-chat*", newChatOnly},
    Pattern{"gpt-5", o3},
    Pattern{"gpt-5*", gpt51},
    Pattern{"gpt-6*", gpt51},
    Pattern{"gpt-4*", chatOnly},
    Pattern{"gpt-3*", chatOnly},
    Pattern{"chatgpt-4o*", chatOnly},
    Pattern{"o1-mini", firstThinkers},
    Pattern{"o1-preview", firstThinkers},
    Pattern{"o1", o1},
    Pattern{"o3", o3},
    Pattern{"o4", o3},
    Pattern{"codex-mini", o3},
    Pattern{"grok-2*", chatOnly},
    Pattern{"grok-3-mini", grokThinker},
    Pattern{"grok-3", chatOnly},
    Pattern{"grok-code*", grokOwnEffort},
    Pattern{"grok-4", grokOwnEffort},
    Pattern{"grok-4*", grokThinker},
};

bool matches(QByteArrayView model, QByteArrayView pattern)
{
    if (pattern.endsWith('*'))
        return model.startsWith(pattern.chopped(1));
    if (!model.startsWith(pattern))
        return false;
    if (model.size() == pattern.size())
        return true;
    const char next = model[pattern.size()];
    return next == '-' || next == ':' || next == '@';
}

//! The digits at \a at, at most two; longer ones are a date.
std::optional<int> smallNumber(QByteArrayView text, qsizetype at)
{
    int number = 0;
    const char *const begin = text.data() + std::min(at, text.size());
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    if (error != std::errc() || end - begin > 2 || number < 0)
        return {};
    return number;
}

//! The generation of a Claude model times ten: "claude-3-5-haiku-20241022" 35,
//! "claude-opus-4-20250514" 40, "claude-sonnet-4.6" 46. Names without a number are of the newest.
int claudeGeneration(QByteArrayView model)
{
    for (qsizetype at = 1; at < model.size(); ++at) {
        if (model[at - 1] != '-')
            continue;
        const auto major = smallNumber(model, at);
        if (!major)
            continue;
        const qsizetype behind = at + (*major > 9 ? 3 : 2);
        const bool hasMinor =
            behind <= model.size() && (model[behind - 1] == '-' || model[behind - 1] == '.');
        const int minor = hasMinor ? smallNumber(model, behind).value_or(0) : 0;
        return *major * 10 + std::min(minor, 9);
    }
    return 999;
}

//! Sampling is refused behind Opus 4.6, which also brought adaptive thinking; budgets came with
//! Sonnet 3.7 (platform.claude.com, migration guides, November 2026).
ModelPolicy claudePolicy(QByteArrayView model)
{
    const int generation = claudeGeneration(model);
    return {.refusesSampling = generation >= 47,
            .refusesReasoning = generation < 37,
            .wantsThinkingBudget = generation >= 37 && generation < 46,
            .adaptiveThinking = generation >= 46,
            .defaultMaxTokens = generation < 35 ? 4096
                : generation < 37               ? 8192
                                                : 32000};
}

//! \a version is what stands behind "gemini-": "2.5-flash", "3.1-pro-preview", "flash-latest".
//! Names without a number are of the newest line (ai.google.dev, November 2026).
ModelPolicy geminiPolicy(QByteArrayView version)
{
    const bool isOld = version.startsWith("1.") || version.startsWith("2.0");
    const bool isSecond = version.startsWith("2.5");
    return {.refusesReasoning = isOld,
            .wantsThinkingBudget = isSecond,
            .needsThoughtSignature = !isOld && !isSecond};
}

} // namespace

ModelPolicy modelPolicy(QByteArrayView model)
{
    if (const qsizetype claude = model.lastIndexOf("claude-"); claude >= 0)
        return claudePolicy(model.sliced(claude));
    if (const qsizetype gemini = model.lastIndexOf("gemini-"); gemini >= 0)
        return geminiPolicy(model.sliced(gemini + 7));
    const QByteArrayView name = model.sliced(model.lastIndexOf('/') + 1);
    if (name.startsWith("grok-") && name.contains("non-reasoning"))
        return chatOnly;
    const auto row = std::ranges::find_if(
        patterns, [name](const Pattern &pattern) { return matches(name, pattern.name); });
    return row == patterns.end() ? ModelPolicy() : row->policy;
}

} // namespace Gatehouse::Dialects
