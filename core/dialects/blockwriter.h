// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/signatures.h"

#include <map>

namespace Gatehouse::Dialects {

//! Tells from the pieces of a JSON object's text when it is whole.
class ObjectEnd
{
public:
    void take(QByteArrayView piece);
    bool isWhole() const { return m_hasBegun && m_depth == 0; }

private:
    int m_depth = 0;
    bool m_hasBegun = false;
    bool m_inString = false;
    bool m_isEscaped = false;
};

//! A stream told in blocks that follow one another, one open at a time (Anthropic's content
//! blocks, Responses' output items). The pieces of a tool call wait while the block of another is
//! open. Only the first choice is told.
class BlockWriter : public StreamWriter
{
public:
    void write(const Chunk &chunk, QByteArray &out) final;

protected:
    enum class BlockKind { Text, Refusal, Reasoning, Call };
    struct Block {
        BlockKind kind = BlockKind::Text;
        QByteArray id; //!< of a call, as name
        QByteArray name;
        bool isSummary = false;
        Seal seal; //!< of reasoning, known when it closes
    };
    //! How it ended, for the last events.
    struct Ending {
        FinishReason finish = FinishReason::None;
        QByteArray stopSequence;
        Usage usage;
        bool hasCalls = false;
        bool hasRefused = false;
    };

    //! The first events; \a usage is what is known so far.
    virtual void begin(const Chunk &start, const Usage &usage, QByteArray &out) = 0;
    virtual void open(const Block &block, QByteArray &out) = 0;
    //! The next words (or the JSON text of arguments) of the open block; never empty.
    virtual void piece(const Block &block, QByteArrayView text, QByteArray &out) = 0;
    virtual void cite(const Citation &citation, QByteArray &out) = 0;
    virtual void close(const Block &block, QByteArray &out) = 0;
    virtual void end(const Ending &ending, QByteArray &out) = 0;

    const Ending &ending() const { return m_ending; }

private:
    struct Waiting {
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
    };

    void startIfDue(QByteArray &out);
    void words(BlockKind kind, const Chunk &chunk, QByteArray &out);
    void seal(const Chunk &chunk, QByteArray &out);
    void startCall(const Chunk &chunk, QByteArray &out);
    void arguments(const Chunk &chunk, QByteArray &out);
    void openCall(int call, Waiting waiting, QByteArray &out);
    void media(const Chunk &chunk, QByteArray &out);
    void openBlock(Block block, QByteArray &out);
    void closeBlock(QByteArray &out);
    void flushCalls(QByteArray &out);
    void openNextCall(QByteArray &out);
    void finish(const Chunk &chunk, QByteArray &out);

    std::optional<Chunk> m_start; //!< waits for what comes next, which may tell the usage
    std::optional<Block> m_block;
    int m_call = -1; //!< the call whose block is open
    ObjectEnd m_callEnd;
    std::map<int, Waiting> m_waiting;
    Ending m_ending;
};

//! An image or sound of an answer as words, for formats whose answers hold words only.
QByteArray mediaAsText(const Part &part);

//! The JSON text of arguments as an object: "{}" for nothing; what is no object is kept under
//! "arguments".
RawJson argumentsObject(const RawJson &arguments);

} // namespace Gatehouse::Dialects
