// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/keystore.h"
#include "core/bodies/recorder.h"
#include "core/ledger/audittrail.h"

#include <QtCore/QJsonValue>

namespace Gatehouse::Node {

//! The recording of bodies: what the configuration and the keys say about it, and the end of a
//! recording that was begun for a while. Control thread.
class RecordingKeeper
{
public:
    //! \a retention is the configuration's, so that nothing goes at a start that may stay.
    RecordingKeeper(const QString &path, const Redactor &redactor, const Clock &clock,
                    const Bodies::Retention &retention);

    Bodies::Recorder &recorder() { return m_recorder; }
    //! After every publication.
    void follow(const Api::Document &document, const Access::KeyStore &keys);
    //! Every second: true when a recording has ended by itself, which is on the audit trail then.
    bool tick(Ledger::AuditTrail &audit);
    //! What runs, for the status: null, or {"key"|"route", "left", "until"}.
    QJsonValue json() const;

private:
    const Clock &m_clock;
    Bodies::BodyStore m_store;
    Bodies::Recorder m_recorder;
};

} // namespace Gatehouse::Node
