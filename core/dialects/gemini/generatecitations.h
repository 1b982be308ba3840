// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::Gemini {

//! Google counts places in bytes of the UTF-8 text, the canonical form in characters. Knows the
//! text, or of a stream only whether both are the same.
class TextPlaces
{
public:
    //! A text whose bytes are its characters, or of which no place can be told.
    explicit TextPlaces(bool isAscii)
        : m_isAscii(isAscii)
    {
    }
    explicit TextPlaces(QByteArrayView text);

    std::optional<qint64> characters(std::optional<qint64> bytes) const;
    std::optional<qint64> bytes(std::optional<qint64> characters) const;

    static bool isAscii(QByteArrayView text);

private:
    QByteArrayView m_text;
    bool m_isAscii = true;
};

//! groundingMetadata and citationMetadata of a candidate.
std::vector<Citation> citationsOf(JsonView candidate, const TextPlaces &places);
//! The member "groundingMetadata", when there are \a citations.
void writeCitations(JsonWriter &json, const std::vector<Citation> &citations,
                    const TextPlaces &places);

} // namespace Gatehouse::Dialects::Gemini
