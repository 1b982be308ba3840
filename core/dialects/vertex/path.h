// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Dialects {

//! Where Vertex AI serves: a project and a location ("europe-west4", "global").
struct VertexPlace {
    QByteArray project;
    QByteArray location;
};

//! A model and who made it.
struct VertexModel {
    QByteArray publisher; //!< "google", "anthropic"
    QByteArray name;      //!< "gemini-2.5-pro", "claude-sonnet-4-5@20250929"

    bool operator==(const VertexModel &) const = default;
};

//! From a target's model: "anthropic/claude-…", "publishers/google/models/gemini-…", or a name
//! alone, which is Anthropic's when it begins with "claude" and Google's otherwise.
VertexModel vertexModel(QByteArrayView model);

enum class VertexCall {
    Generate,         //!< generateContent
    StreamGenerate,   //!< streamGenerateContent?alt=sse
    CountTokens,      //!< countTokens; Claude's is a model of its own: the body keeps its "model"
    RawPredict,       //!< Claude's Messages
    StreamRawPredict, //!< the same as events
};

//! "/v1/projects/p/locations/l/publishers/google/models/m:generateContent". \a basePath stands
//! before "/projects" and is "/v1" when empty.
QByteArray vertexTarget(const VertexPlace &place, QByteArrayView basePath, const VertexModel &model,
                        VertexCall call);

//! ".../endpoints/openapi/chat/completions": OpenAI's format, with the model "google/m" in the
//! body.
QByteArray vertexOpenAiTarget(const VertexPlace &place, QByteArrayView basePath);

} // namespace Gatehouse::Dialects
