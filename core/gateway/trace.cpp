// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/trace.h"

#include "core/base/json.h"

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

} // namespace

void Trace::step(QByteArrayView name, bool ok, QByteArrayView text)
{
    if (!m_steps.isEmpty())
        m_steps += ',';
    else
        m_steps.reserve(256);
    m_steps += R"({"name":")";
    m_steps += name;
    m_steps += ok ? R"(","ok":true,"text":")" : R"(","ok":false,"text":")";
    appendJsonEscaped(m_steps, text);
    m_steps += R"("})";
}

void Trace::plan(const Routing::Plan &plan)
{
    m_plan.reserve(128);
    m_plan += R"("candidates":[)";
    if (plan.candidates.size() > 1 || plan.isEmpty()) {
        for (qsizetype i = 0; i < plan.candidates.size(); ++i) {
            if (i > 0)
                m_plan += ',';
            appendCandidate(m_plan, plan.candidates[i], plan.madeAt);
        }
    }
    m_plan += R"(],"plan":[)";
    for (qsizetype i = 0; i < plan.size(); ++i) {
        m_plan += i > 0 ? ",\"" : "\"";
        appendJsonEscaped(m_plan, plan.at(i).entry.provider->provider->id);
        m_plan += '/';
        appendJsonEscaped(m_plan, plan.at(i).entry.target->model);
        m_plan += '"';
    }
    m_plan += ']';
}

QByteArray Trace::json() const
{
    static constexpr QByteArrayView noPlan(R"("candidates":[],"plan":[])");
    const QByteArrayView plan = m_plan.isEmpty() ? noPlan : QByteArrayView(m_plan);
    QByteArray out;
    out.reserve(m_steps.size() + plan.size() + 16);
    out += R"({"steps":[)";
    out += m_steps;
    out += "],";
    out += plan;
    out += '}';
    return out;
}

} // namespace Gatehouse::Gateway
