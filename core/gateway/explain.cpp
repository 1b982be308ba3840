// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/explain.h"

#include "core/base/json.h"
#include "core/gateway/admission.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

Result<QJsonObject> explain(const Published &published, const Clock &clock, ExplainRequest request)
{
    const QByteArray &path = request.path;
    const QByteArray &keyId = request.keyId;
    const auto front = Dialects::formatOfPath(path);
    if (!front)
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' is no endpoint for models"_s.arg(QLatin1StringView(path)), u"path"_s};
    Access::KeyEntry everything;
    everything.name = "any key";
    everything.routes = {"*"};
    const Access::KeyEntry *key = keyId.isEmpty() ? &everything : published.keys->byId(keyId);
    if (!key)
        return Error{ErrorCode::NotFound, u"there is no key '%1'"_s.arg(QLatin1StringView(keyId)),
                     u"key"_s};

    Http::RequestHead head;
    head.path = path;
    for (const auto &[name, value] : request.headers)
        head.fields.m_fields.push_back({name, value});
    Dialects::RequestScanner scanner;
    const auto anySeed = static_cast<quint64>(clock.steady().time_since_epoch().count());
    Routing::Random random(request.seed.value_or(anySeed));
    Trace trace;
    Admission admission{.published = published,
                        .head = head,
                        .front = *front,
                        .key = *key,
                        .body = request.body,
                        .scanner = scanner,
                        .random = random,
                        .now = clock.steady(),
                        .wall = clock.wall(),
                        .tags = requestTags(*key, head.fields),
                        .trace = trace,
                        .dryRun = true};
    const auto refusal = admission.run();
    QJsonObject answer = parseObject(trace.json()).value_or(QJsonObject());
    if (!admission.plan.candidates.isEmpty()) {
        const QJsonObject plan = Routing::explain(admission.plan);
        answer.insert(u"candidates"_s, plan.value("candidates"_L1));
        answer.insert(u"plan"_s, plan.value("plan"_L1));
    }
    if (refusal)
        answer.insert(u"refusal"_s,
                      QJsonObject{{u"status"_s, refusal->status},
                                  {u"code"_s, QString::fromLatin1(refusal->code)},
                                  {u"message"_s, QString::fromUtf8(refusal->message)}});
    return answer;
}

} // namespace Gatehouse::Gateway
