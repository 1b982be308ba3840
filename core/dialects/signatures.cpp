// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/signatures.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView mark = "gatehouse.";
constexpr QByteArrayView encryptedMark = ".e";

struct FamilyName {
    Family family;
    QByteArrayView name;
};

constexpr std::array familyNames{
    FamilyName{Family::OpenAi, "openai"},   FamilyName{Family::Anthropic, "anthropic"},
    FamilyName{Family::Gemini, "gemini"},   FamilyName{Family::Ollama, "ollama"},
    FamilyName{Family::Bedrock, "bedrock"}, FamilyName{Family::Cohere, "cohere"},
};

} // namespace

QByteArray packSeal(const Seal &seal)
{
    const bool isEncrypted = !seal.encrypted.isEmpty();
    const QByteArray &payload = isEncrypted ? seal.encrypted : seal.signature;
    QByteArray packed = mark.toByteArray();
    packed += std::ranges::find(familyNames, seal.family, &FamilyName::family)->name;
    packed += '.';
    packed += payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (isEncrypted)
        packed += encryptedMark;
    return packed;
}

std::optional<Seal> unpackSeal(QByteArrayView text)
{
    if (!text.startsWith(mark))
        return {};
    text = text.sliced(mark.size());
    const qsizetype dot = text.indexOf('.');
    if (dot < 0)
        return {};
    const auto row = std::ranges::find(familyNames, text.first(dot), &FamilyName::name);
    if (row == familyNames.end())
        return {};
    QByteArrayView payload = text.sliced(dot + 1);
    const bool isEncrypted = payload.endsWith(encryptedMark);
    if (isEncrypted)
        payload.chop(encryptedMark.size());
    QByteArray bytes = QByteArray::fromBase64(payload.toByteArray(), QByteArray::Base64UrlEncoding);
    Seal seal{.family = row->family, .signature = {}, .encrypted = {}};
    (isEncrypted ? seal.encrypted : seal.signature) = std::move(bytes);
    return seal;
}

void putSeal(const Seal &seal, Part &part)
{
    part.signedBy = seal.family;
    part.signature = seal.signature;
    part.encrypted = seal.encrypted;
}

} // namespace Gatehouse::Dialects
