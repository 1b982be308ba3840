// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <vector>

namespace Gatehouse::Bodies {

//! Of one direction no more than this is kept of the headers.
inline constexpr qsizetype longestHead = 16 * 1024;
//! What stands where a secret was.
inline constexpr QByteArrayView redactedMark("[redacted]");

//! One header as it was recorded.
struct RecordedField {
    QByteArray name;
    QByteArray value;

    //! Its value was a credential.
    bool isRedacted() const { return value == redactedMark; }
    bool operator==(const RecordedField &) const = default;
};

//! A header by this name carries a key, a token or a session: its value is never stored.
bool carriesCredential(QByteArrayView name);

//! Appends "name: value\r\n" to \a head; of a credential the name only. What would make it longer
//! than longestHead is left out.
void appendRecordedField(QByteArray &head, QByteArrayView name, QByteArrayView value);

//! Appends those of \a lines ("name: value\r\n"…) in the same way.
void appendRecordedFields(QByteArray &head, QByteArrayView lines);

//! The target of a request ("/v1/models?x=1") without the values that its query may carry keys in.
QByteArray recordedTarget(QByteArrayView target);

//! A recorded head is its first line ("POST /v1/messages", "200") and its fields.
QByteArray firstLine(QByteArrayView head);
std::vector<RecordedField> fieldsOf(QByteArrayView head);

} // namespace Gatehouse::Bodies
