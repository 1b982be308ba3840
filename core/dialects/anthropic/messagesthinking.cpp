// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messagesthinking.h"

#include "core/dialects/fields.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects::Messages {

namespace {

using Mode = Thinking::Mode;

constexpr qint64 smallestBudget = 1024; // docs.anthropic.com, "Extended thinking", November 2026

struct EffortBudget {
    QByteArrayView effort;
    qint64 tokens = 0;
};
constexpr std::array effortBudgets{
    EffortBudget{"minimal", 1024}, EffortBudget{"low", 2048},    EffortBudget{"medium", 8192},
    EffortBudget{"high", 16384},   EffortBudget{"xhigh", 24576}, EffortBudget{"max", 32000},
};

qint64 budgetOf(QByteArrayView effort)
{
    const auto *const row = std::ranges::find(effortBudgets, effort, &EffortBudget::effort);
    return row == effortBudgets.end() ? budgetOf("medium") : row->tokens;
}

QByteArray effortOf(qint64 budget)
{
    const auto *const row = std::ranges::find_if(
        effortBudgets, [budget](const EffortBudget &known) { return budget <= known.tokens; });
    return (row == effortBudgets.end() ? effortBudgets.back().effort : row->effort).toByteArray();
}

//! Anthropic's scale begins at "low".
QByteArray anthropicEffort(const QByteArray &effort)
{
    return effort == "minimal" ? QByteArray("low") : effort;
}

bool isFromAnthropic(const Request &request)
{
    return familyOf(request.source) == Family::Anthropic;
}

//! A tool loop is under way and the calls it answers came without thoughts of Anthropic's: manual
//! thinking would be refused.
bool lacksThoughts(const Request &request)
{
    if (request.messages.empty() || request.messages.back().role != Role::Tool)
        return false;
    const auto &messages = request.messages;
    const auto last =
        std::ranges::find(messages.rbegin(), messages.rend(), Role::Assistant, &Message::role);
    return last != messages.rend() && std::ranges::none_of(last->parts, [](const Part &part) {
               return part.kind == PartKind::Reasoning && part.signedBy == Family::Anthropic
                   && !(part.signature.isEmpty() && part.encrypted.isEmpty());
           });
}

bool forcesTool(const Request &request)
{
    return request.toolChoice
        && (request.toolChoice->mode == ToolChoice::Mode::Required
            || request.toolChoice->mode == ToolChoice::Mode::Named);
}

void wishBudget(const ReasoningWish &wish, Thinking &thinking)
{
    thinking.mode = Mode::Budget;
    thinking.budget = std::max(smallestBudget, wish.budgetTokens.value_or(budgetOf(wish.effort)));
}

void wishAdaptive(const ReasoningWish &wish, Thinking &thinking)
{
    thinking.mode = Mode::Adaptive;
    thinking.effort = anthropicEffort(
        wish.effort.isEmpty() && wish.budgetTokens ? effortOf(*wish.budgetTokens) : wish.effort);
}

void choose(const Request &request, const ModelPolicy &policy, Thinking &thinking)
{
    const ReasoningWish &wish = request.reasoning;
    const bool effortOnly = !wish.enabled && !wish.adaptive && !wish.budgetTokens;
    if (isFromAnthropic(request) && effortOnly) {
        // There an effort is about all tokens, not a wish to think.
        if (policy.wantsThinkingBudget && !policy.adaptiveThinking)
            thinking.wasDropped = true;
        else
            thinking.effort = wish.effort;
        return;
    }
    const bool manual = wish.budgetTokens ? !policy.adaptiveThinking || policy.wantsThinkingBudget
                                          : policy.wantsThinkingBudget && !policy.adaptiveThinking;
    if (manual)
        wishBudget(wish, thinking);
    else
        wishAdaptive(wish, thinking);
}

//! A budget must be smaller than max_tokens; an OpenAI limit counts the thoughts as well.
void fitBudget(const Request &request, Thinking &thinking)
{
    if (!request.maxTokens) {
        thinking.maxTokens += thinking.budget;
    } else if (thinking.budget >= thinking.maxTokens) {
        thinking.budget = thinking.maxTokens / 4 * 3;
        thinking.wasDropped = thinking.budget < smallestBudget;
    }
    thinking.wasDropped =
        thinking.wasDropped || (!isFromAnthropic(request) && lacksThoughts(request));
}

} // namespace

Result<Thinking> thinkingFor(const Request &request, const ModelPolicy &policy)
{
    const ReasoningWish &wish = request.reasoning;
    Thinking thinking;
    thinking.maxTokens = request.maxTokens.value_or(policy.defaultMaxTokens);
    if (!wish.isSet())
        return thinking;
    if (!wish.enabled.value_or(true) || wish.effort == "none") {
        thinking.mode = policy.refusesReasoning ? Mode::Absent : Mode::Disabled;
        thinking.effort = isFromAnthropic(request) ? wish.effort : QByteArray();
        return thinking;
    }
    if (policy.refusesReasoning && !wish.adaptive)
        return cannotSay(request.source, Field::Reasoning, "this model", "It does not reason.");
    if (policy.refusesReasoning) {
        thinking.wasDropped = true;
        return thinking;
    }
    choose(request, policy, thinking);
    if (thinking.mode == Mode::Budget)
        fitBudget(request, thinking);
    // A forced tool goes without thinking only ("Extended thinking with tool use").
    if (thinking.isOn() && forcesTool(request) && !isFromAnthropic(request))
        thinking.wasDropped = true;
    if (thinking.wasDropped)
        thinking.mode = Mode::Absent;
    return thinking;
}

} // namespace Gatehouse::Dialects::Messages
