// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects::OpenAi {

//! Reads the chunks of chat and of legacy completions, of OpenAI and of every server of its kind.
class ChunkReader final : public StreamReader
{
public:
    static constexpr std::size_t maxChoices = 128;
    static constexpr std::size_t maxCalls = 256; //!< of one choice

    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;
    void finish(std::vector<Chunk> &out) override;

private:
    //! A tool call as the provider numbers it.
    struct Call {
        qint64 index = 0;
        size_t idHash = 0; //!< 0: no id came
        QByteArray id;     //!< until the call is started
        QByteArray name;
        bool isStarted = false;
    };
    struct Choice {
        int index = 0;
        bool isFinished = false;
        std::vector<Call> calls;
    };
    struct Members; //!< of a chunk, found in one pass
    struct ChoiceMembers;

    void start(const Members &members, std::vector<Chunk> &out);
    Choice *choiceOf(qint64 index);
    void readChoice(JsonView view, std::vector<Chunk> &out);
    void readDelta(JsonView delta, Choice &choice, std::vector<Chunk> &out);
    void readContent(JsonView content, const Choice &choice, std::vector<Chunk> &out);
    void readCall(JsonView view, Choice &choice, std::vector<Chunk> &out);
    Call *callOf(JsonView view, const QByteArray &id, Choice &choice);
    void startCall(Choice &choice, Call &call, JsonView view, std::vector<Chunk> &out);
    void finishChoice(Choice &choice, FinishReason reason, QByteArray stopSequence,
                      std::vector<Chunk> &out);
    void readSources(JsonView body, std::vector<Chunk> &out);
    void end(std::vector<Chunk> &out);

    std::vector<Choice> m_choices;
    QByteArray m_replyId; //!< at most 64 bytes
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    bool m_hasSources = false;
};

} // namespace Gatehouse::Dialects::OpenAi
