// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"

namespace Gatehouse::Dialects {

//! The proof on a piece of reasoning, for clients whose format has one opaque string for it
//! (Anthropic's "signature", Responses' "encrypted_content"). A proof of another family travels in
//! it as "gatehouse.FAMILY.BASE64URL" (with ".e" behind it for reasoning only its provider can
//! read), so that it finds its maker again when the client sends the history back.
struct Seal {
    Family family = Family::OpenAi;
    QByteArray signature;
    QByteArray encrypted;

    bool isEmpty() const { return signature.isEmpty() && encrypted.isEmpty(); }
    bool operator==(const Seal &) const = default;
};

inline Seal sealOf(const Part &part)
{
    return {part.signedBy, part.signature, part.encrypted};
}

//! "gatehouse.gemini.Q2lR"; an empty seal has an empty payload.
QByteArray packSeal(const Seal &seal);
//! Nothing when \a text is not of that form: then it is the client family's own.
std::optional<Seal> unpackSeal(QByteArrayView text);

//! Puts \a seal on a reasoning part.
void putSeal(const Seal &seal, Part &part);

} // namespace Gatehouse::Dialects
