// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::OpenAi {

//! Writes a canonical request in the words of a provider of the OpenAI kind: its row of quirks
//! decides. Keeps the first thing that cannot be said.
class RequestWriter
{
public:
    RequestWriter(const Request &request, const WriteOptions &options);

    Result<WrittenRequest> chat();
    //! Legacy completions: one user message of text, or the caller's own "prompt".
    Result<WrittenRequest> completion();

private:
    void refuse(Field field, QByteArrayView why = {});
    void refuse(Error error);
    void drop(QByteArrayView name);
    void drop(Field field) { drop(fieldName(m_request.source, field)); }
    //! True when the member may be written; else it was dropped or refused.
    bool takes(Unwanted wish, Field field);
    bool isOwnSource() const { return familyOf(m_request.source) == Family::OpenAi; }
    //! The caller spoke the very format that is written.
    bool isSameFormat() const { return m_request.source == m_format; }

    // sampling and limits (requestwriter.cpp)
    void writeCommon();
    void writeSampling();
    void writePenalties();
    void writeForeignSampling();
    void writeLimits();
    void writeStop();
    void writeLogprobs();
    void writeBookkeeping();
    void writeStreaming();
    void writeExtras();
    bool passes(const RawMember &extra);
    bool passesAnyExtra() const;

    // tools, output, reasoning (toolswriter.cpp)
    void writeTools();
    void writeTool(const Tool &tool, int index);
    bool isWanted(const Tool &tool) const;
    void writeToolChoice();
    void writeNamedChoice(const ToolChoice &choice);
    void writeParallel();
    void writeOutput();
    void writeReasoning();
    QByteArray effort() const;
    void writeEffort(const QByteArray &effort);
    void writeModalities();

    // messages (messageswriter.cpp)
    void writeMessages();
    void writeMessage(const Message &message, bool inLoop);
    void writeRole(const Message &message);
    void writeName(const Message &message);
    void writeContent(const std::vector<Part> &parts);
    void writePart(const Part &part);
    void writeImage(const Part &part);
    void writeAudio(const Part &part);
    void writeFile(const Part &part);
    void writeCalls(const Message &message);
    void writeResult(const Part &result);
    void writeHeldMedia();
    void writeThoughts(const Message &message);
    void writeMessageExtras(const Message &message);
    bool keepsAsText(const std::vector<Part> &parts) const;
    QByteArray callId(const QByteArray &id) const;

    const Request &m_request;
    const WriteOptions &m_options;
    const Quirks &m_quirks;
    const ModelPolicy m_policy;
    Format m_format = Format::OpenAiChat;
    WrittenRequest m_written;
    JsonWriter m_json;
    std::vector<const Part *> m_held; //!< media of tool results, for the next user message
    std::optional<Error> m_error;
    bool m_wroteTools = false;
};

//! An id of nine letters and digits for \a id, always the same; \a id itself when it is one.
QByteArray nineCharacterId(const QByteArray &id);

} // namespace Gatehouse::Dialects::OpenAi
