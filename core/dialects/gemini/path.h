// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

namespace Gatehouse::Dialects {

//! What a path of Gemini's API asks for.
struct GeminiPath {
    enum class Kind { Call, ListModels, Model } kind = Kind::Call;
    Format format = Format::GeminiGenerate; //!< of a call
    bool stream = false;                    //!< streamGenerateContent
    bool jsonList = false;                  //!< … without alt=sse: one JSON list, sent piecewise
    QByteArray model;                       //!< decoded, without "models/"; empty for ListModels

    bool operator==(const GeminiPath &) const = default;
};

//! Takes "/v1beta/models/{m}:generateContent" apart, also below "/v1" and with "tunedModels";
//! \a query is what stood behind '?'. Names may hold '/' and ':' ("openai/gpt-4o", "llama3:8b") and
//! be percent-encoded. Of GET paths only those below "/v1beta" count: "/v1/models" is OpenAI's.
//! Nothing for any other path.
std::optional<GeminiPath> geminiPath(QByteArrayView path, QByteArrayView query = {});

//! Target of the upstream request line: \a basePath ("" and "/v1beta" are the same; Vertex AI's
//! ends in "/publishers/google") plus the model and the method of \a format.
QByteArray geminiTarget(Format format, QByteArrayView basePath, QByteArrayView model, bool stream);

} // namespace Gatehouse::Dialects
