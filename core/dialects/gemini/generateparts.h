// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

#include <optional>

namespace Gatehouse::Dialects::Gemini {

//! One element of "parts", of a request or of an answer. A call or result that has no id gets none
//! here. Nothing when it holds nothing that is known.
std::optional<Part> readPart(JsonView part);

//! A proof as "thoughtSignature" carries it. Google's own stays as it is; that of another family
//! goes as base64 of "gatehouse.FAMILY.PROOF", so that a client of Gemini's words brings it back.
QByteArray signatureText(Family signedBy, const QByteArray &signature, const QByteArray &encrypted);
//! Takes such a text apart into signature, encrypted and signedBy of \a part.
void readSignature(const QByteArray &text, Part &part);

//! {"inlineData":…} or {"fileData":…}; inside of a part or of a function's response.
void writeMedia(JsonWriter &json, const Media &media);
//! {"functionCall":{…}} for a client or a provider; an empty \a id or \a signature is left out.
void writeCall(JsonWriter &json, const Part &call, QByteArrayView id, const QByteArray &signature);
//! {"text":…,"thought":true,"thoughtSignature":…}
void writeText(JsonWriter &json, QByteArrayView text, bool isThought, const QByteArray &signature);

} // namespace Gatehouse::Dialects::Gemini
