// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! ConverseStream's events: messageStart, contentBlockStart, contentBlockDelta, contentBlockStop,
//! messageStop, metadata. The end is metadata behind messageStop; a stream that closes well between
//! the two ends without usage.
class ConverseStreamReader final : public StreamReader
{
public:
    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;
    void finish(std::vector<Chunk> &out) override;

private:
    void readEvent(QByteArrayView name, JsonView event, std::vector<Chunk> &out);
    void readBlockStart(JsonView event, std::vector<Chunk> &out);
    void readDelta(JsonView event, std::vector<Chunk> &out);
    void readReasoning(JsonView reasoning, std::vector<Chunk> &out);
    void readToolInput(qint64 block, JsonView input, std::vector<Chunk> &out);
    void closeBlock(qint64 block, std::vector<Chunk> &out);
    void readMessageStop(JsonView event, std::vector<Chunk> &out);
    void start(std::vector<Chunk> &out);
    void end(std::vector<Chunk> &out);

    //! A tool call whose block is open.
    struct OpenCall {
        qint64 block = 0;
        int call = 0;
        bool hasInput = false;
    };
    OpenCall *openCall(qint64 block);

    std::vector<OpenCall> m_open;
    int m_calls = 0;
    bool m_hasStarted = false;
    bool m_hasStopped = false;
    bool m_hasEnded = false;
};

std::unique_ptr<StreamReader> makeConverseStreamReader(const Quirks &quirks);

} // namespace Gatehouse::Dialects
