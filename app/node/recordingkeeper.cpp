// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/recordingkeeper.h"

#include "app/node/isotime.h"
#include "app/node/retention.h"
#include "core/base/log.h"

#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

RecordingKeeper::RecordingKeeper(const QString &path, const Redactor &redactor, const Clock &clock,
                                 const Bodies::Retention &retention)
    : m_clock(clock)
    , m_store(path, redactor, clock, retention)
    , m_recorder(m_store, clock)
{
}

void RecordingKeeper::follow(const Api::Document &document, const Access::KeyStore &keys)
{
    const Bodies::Retention retention = bodyRetentionOf(document.gateway);
    m_store.setRetention(retention);
    Bodies::Policy policy = Bodies::policyOf(document);
    if (retention.age.count() <= 0) { // recorded for nobody
        policy.gateway = Bodies::Mode::Never;
        m_recorder.cut();
    }
    const auto created = keys.list();
    if (!created) { // unknown is not allowed
        qCWarning(lcNode, "bodies are not recorded: %s", qUtf8Printable(created.error().detail));
        m_recorder.setPolicy({});
        return;
    }
    for (const Access::CreatedKey &key : *created) {
        if (const auto mode = Bodies::parseMode(key.recordBodies))
            policy.keys.insert(key.id, *mode);
    }
    m_recorder.setPolicy(std::move(policy));
}

bool RecordingKeeper::tick(Ledger::AuditTrail &audit)
{
    const auto ended = m_recorder.takeEnded();
    if (!ended)
        return false;
    const QString object = ended->key.isEmpty()
        ? QString(u"routes."_s + QString::fromUtf8(ended->route))
        : QString(u"keys."_s + QString::fromUtf8(ended->key));
    const auto record = audit.append(
        {u"system"_s, u"gateway"_s, u"recording.end"_s, object, {}, {}}, m_clock.wall());
    if (!record)
        qCWarning(lcNode, "audit of recording: %s", qUtf8Printable(record.error().detail));
    return true;
}

QJsonValue RecordingKeeper::json() const
{
    const auto session = m_recorder.session();
    if (!session)
        return QJsonValue::Null;
    QJsonObject shown{{u"left"_s, session->left}, {u"until"_s, isoTime(session->until)}};
    if (session->key.isEmpty())
        shown.insert(u"route"_s, QString::fromUtf8(session->route));
    else
        shown.insert(u"key"_s, QString::fromUtf8(session->key));
    return shown;
}

} // namespace Gatehouse::Node
