// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/trace.h"

#include "core/base/bytes.h"
#include "core/base/json.h"

#include <algorithm>

namespace Gatehouse::Gateway {

namespace {

void appendCandidate(QByteArray &out, const Routing::Candidate &candidate, SteadyTime now)
{
    out += R"({"provider":")";
    appendJsonEscaped(out, candidate.entry.provider->provider->id);
    out += R"(","model":")";
    appendJsonEscaped(out, candidate.entry.target->model);
    out += candidate.fits ? R"(","fit":true,"score":)" : R"(","fit":false,"score":)";
    out += QByteArray::number(candidate.score, 'g', 6);
    out += R"(,"why":")";
    appendJsonEscaped(out, candidate.why(now).toUtf8());
    out += R"("})";
}

//! Everything else than ASCII as \uXXXX, as JSON allows.
QByteArray ascii(QByteArrayView json)
{
    const bool isPlain = std::all_of(json.begin(), json.end(), [](char c) { return c > 0; });
    if (isPlain)
        return json.toByteArray();
    QByteArray out;
    for (const QChar c : QString::fromUtf8(json)) {
        if (c.unicode() < 0x80)
            out += c.toLatin1();
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

} // namespace

void Trace::step(QByteArrayView name, bool ok, QByteArrayView text)
{
    if (!m_steps.isEmpty())
        append(m_steps, ',');
    else
        m_steps.reserve(256);
    append(m_steps, R"({"name":")");
    append(m_steps, name);
    append(m_steps, ok ? R"(","ok":true,"text":")" : R"(","ok":false,"text":")");
    appendJsonEscaped(m_steps, text);
    append(m_steps, R"("})");
}

void Trace::plan(const Routing::Plan &plan)
{
    m_plan.reserve(128);
    append(m_plan, R"("candidates":[)");
    if (plan.candidates.size() > 1 || plan.isEmpty()) {
        for (qsizetype i = 0; i < plan.candidates.size(); ++i) {
            if (i > 0)
                append(m_plan, ',');
            appendCandidate(m_plan, plan.candidates[i], plan.madeAt);
        }
    }
    append(m_plan, R"(],)");
    m_orderAt = m_plan.size();
    append(m_plan, R"("plan":[)");
    for (qsizetype i = 0; i < plan.size(); ++i) {
        append(m_plan, i > 0 ? ",\"" : "\"");
        appendJsonEscaped(m_plan, plan.at(i).entry.provider->provider->id);
        append(m_plan, '/');
        appendJsonEscaped(m_plan, plan.at(i).entry.target->model);
        append(m_plan, '"');
    }
    append(m_plan, ']');
}

QByteArray Trace::json() const
{
    static constexpr QByteArrayView noPlan(R"("candidates":[],"plan":[])");
    const QByteArrayView plan = m_plan.isEmpty() ? noPlan : QByteArrayView(m_plan);
    QByteArray out;
    out.reserve(m_steps.size() + plan.size() + 16);
    append(out, R"({"steps":[)");
    append(out, m_steps);
    append(out, "],");
    append(out, plan);
    append(out, '}');
    return out;
}

QByteArray Trace::header() const
{
    if (QByteArray whole = ascii(json()); whole.size() <= headerSize)
        return whole;
    const QByteArray order =
        m_plan.isEmpty() ? R"("plan":[])" : ascii(QByteArrayView(m_plan).sliced(m_orderAt));
    const QByteArray end = ",\"cut\":true}";
    const QByteArray shorter = R"({"steps":[)" + ascii(m_steps) + "]," + order + end;
    if (shorter.size() <= headerSize)
        return shorter;
    const QByteArray shortest = '{' + order + end;
    return shortest.size() <= headerSize ? shortest : R"({"cut":true})";
}

} // namespace Gatehouse::Gateway
