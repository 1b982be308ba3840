// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::OpenAi {

//! Words that requests, replies and streams of chat and legacy completions share.

//! "stop", "eos", "model_length" …; None for an empty or absent word.
FinishReason finishReasonOf(QByteArrayView word);
QByteArrayView finishWord(FinishReason reason);

//! Usage of an answer or a chunk: "usage", else Groq's "x_groq.usage"; not known when neither came.
Usage usageIn(JsonView body);
//! The usage object; writes nothing but the object.
void writeUsage(JsonWriter &json, const Usage &usage);

//! A call's arguments as an object: {} when empty, {"input": text} for what is none.
RawJson argumentsObject(QByteArrayView text);
//! Arguments as a provider gives them: a string, or an object in place of it.
QByteArray argumentsText(JsonView arguments);

//! "data:image/png;base64,…" taken apart; any other URL stays one.
Media mediaOfUrl(const QByteArray &url);
//! The URL that holds \a media, with its bytes when it has them.
QByteArray urlOf(const Media &media);
//! "audio/wav" for "wav", and back.
QByteArray audioType(QByteArrayView format);
QByteArray audioFormat(QByteArrayView mimeType);

//! {"type":"url_citation","url_citation":{…}}
Citation citationOf(JsonView annotation);
void writeCitation(JsonWriter &json, const Citation &citation);

//! \a id with \a prefix; an id of its own kind stays as it is. \a requestId ("req_…") names a
//! reply without one.
QByteArray replyId(QByteArrayView prefix, QByteArrayView id, QByteArrayView requestId);

} // namespace Gatehouse::Dialects::OpenAi
