// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"

namespace Gatehouse::Dialects {

class JsonWriter;

//! Names of documents: Bedrock takes letters, digits, single spaces, '-', '(', ')', '[' and ']', at
//! most 200, each name once in a request.
class DocumentNames
{
public:
    //! \a name in Bedrock's letters ("document" when nothing is left), made different from all
    //! before by a number: "report-pdf", "report-pdf (2)".
    QByteArray next(QByteArrayView name);

private:
    std::vector<QByteArray> m_used;
};

//! Writes a content block {"image"|"document"|"audio"|"video": …} for a part of kind Image, Audio
//! or File. InvalidArgument when Bedrock cannot take it: only bytes, in formats that it knows.
Result<void> writeConverseMedia(const Part &part, Format source, DocumentNames &names,
                                JsonWriter &json);

} // namespace Gatehouse::Dialects
