// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

//! The messages of /api/chat, and the images of both.
namespace Gatehouse::Dialects::Ollama {

//! Images are base64 without a prefix; what they are is told by their first bytes.
Result<void> readImages(JsonView images, const QByteArray &path, std::vector<Part> &parts);

Result<void> readMessages(JsonView list, Request &request);

//! Messages in Ollama's words, with what their size is estimated from.
struct WrittenMessages {
    RawJson list;
    qint64 imageBytes = 0;
    int images = 0;
};
Result<WrittenMessages> writeMessages(const Request &request, WrittenRequest &written);

//! What one message holds, each kind together.
struct MessagePieces {
    QByteArray text;
    QByteArray thinking;
    std::vector<QByteArray> images;
};
//! Text, thoughts and images of \a parts; refuses what Ollama does not take.
Result<MessagePieces> piecesOf(const std::vector<Part> &parts, Format source);

} // namespace Gatehouse::Dialects::Ollama
