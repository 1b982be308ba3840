// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversethinking.h"

#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView upstream("Amazon Bedrock");
constexpr qint64 smallestBudget = 1024; //!< platform.claude.com, "Extended thinking"

constexpr std::array<std::pair<QByteArrayView, qint64>, 6> budgets{{
    {"minimal", smallestBudget},
    {"low", 2048},
    {"medium", 8192},
    {"high", 16384},
    {"xhigh", 24576},
    {"max", 32000},
}};

qint64 budgetOf(const ReasoningWish &wish)
{
    if (wish.budgetTokens)
        return std::max(*wish.budgetTokens, smallestBudget);
    const auto row =
        std::ranges::find(budgets, QByteArrayView(wish.effort), [](auto &r) { return r.first; });
    return row == budgets.end() ? 8192 : row->second;
}

QByteArray oneMember(QByteArrayView key, QByteArrayView value)
{
    QByteArray json;
    JsonWriter(json).beginObject().member(key, value).endObject();
    return json;
}

ConverseThinking adaptiveThinking(const ReasoningWish &wish)
{
    ConverseThinking thinking{.fields = {{"thinking"_ba, oneMember("type", "adaptive")}},
                              .effort = wish.effort,
                              .isOn = true};
    if (wish.effort == "minimal") // the smallest that Claude knows
        thinking.effort = "low"_ba;
    return thinking;
}

ConverseThinking budgetThinking(const Request &request)
{
    qint64 budget = budgetOf(request.reasoning);
    if (request.maxTokens)
        budget = std::min(budget, *request.maxTokens - 1);
    ConverseThinking thinking;
    thinking.isDropped = budget < smallestBudget;
    if (thinking.isDropped)
        return thinking;
    QByteArray json;
    JsonWriter(json)
        .beginObject()
        .member("type", "enabled")
        .member("budget_tokens", budget)
        .endObject();
    thinking.fields.push_back({"thinking"_ba, json});
    thinking.isOn = true;
    return thinking;
}

ConverseThinking claudesThinking(const Request &request, const ModelPolicy &policy)
{
    const ReasoningWish &wish = request.reasoning;
    if (wish.enabled == false) {
        ConverseThinking off;
        if (policy.adaptiveThinking) // those think unless they are told not to
            off.fields.push_back({"thinking"_ba, oneMember("type", "disabled")});
        return off;
    }
    const bool isAdaptive =
        policy.adaptiveThinking || (wish.adaptive && !policy.wantsThinkingBudget);
    return isAdaptive && !wish.budgetTokens ? adaptiveThinking(wish) : budgetThinking(request);
}

//! Nova 2 knows three efforts (docs.aws.amazon.com/nova, "Extended thinking").
QByteArray novasEffort(QByteArrayView effort)
{
    if (effort == "minimal" || effort == "low")
        return "low"_ba;
    return effort == "high" || effort == "xhigh" || effort == "max" ? "high"_ba : "medium"_ba;
}

ConverseThinking novasThinking(const ReasoningWish &wish)
{
    QByteArray json;
    JsonWriter(json)
        .beginObject()
        .member("type", "enabled")
        .member("maxReasoningEffort", novasEffort(wish.effort))
        .endObject();
    return {.fields = {{"reasoningConfig"_ba, json}}, .effort = {}, .isOn = true};
}

} // namespace

Result<ConverseThinking> converseThinking(const Request &request, BedrockMaker maker,
                                          QByteArrayView modelName)
{
    const ReasoningWish &wish = request.reasoning;
    if (!wish.isSet())
        return ConverseThinking();
    const ModelPolicy policy = modelPolicy(modelName);
    if (maker == BedrockMaker::Anthropic && !policy.refusesReasoning)
        return claudesThinking(request, policy);
    if (wish.enabled == false)
        return ConverseThinking();
    if (maker == BedrockMaker::OpenAi && !wish.effort.isEmpty()) {
        QByteArray effort;
        JsonWriter(effort).string(wish.effort == "minimal" ? "low"_ba : wish.effort);
        return ConverseThinking{
            .fields = {{"reasoning_effort"_ba, effort}}, .effort = {}, .isOn = true};
    }
    if (maker == BedrockMaker::Amazon && modelName.startsWith("nova-2"))
        return novasThinking(wish);
    return cannotSay(request.source, Field::Reasoning, upstream,
                     "this model's reasoning cannot be steered.");
}

} // namespace Gatehouse::Dialects
