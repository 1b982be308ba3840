// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/multipart.h"

namespace Gatehouse::Dialects {

//! Pictures, sound and moderation (platform.openai.com, November 2026). They are forwarded as they
//! are, but for the model's name: no other vendor has the same thing in other words.
extern const WireFormat openAiImages;
extern const WireFormat openAiImageEdits;
extern const WireFormat openAiTranscriptions;
extern const WireFormat openAiTranslations;
extern const WireFormat openAiSpeech;
extern const WireFormat openAiModerations;
//! Only names: nothing is known of what passes.
extern const WireFormat passThrough;

//! What the gateway must know of a form; the parts the endpoint cannot do without are there, and
//! what decides stands once. Errors as RequestScanner::scan().
Result<RequestScan> scanForm(Format front, const MultipartForm &form, QByteArrayView body);

//! Notes in \a scan what pictures are asked for, and later what the answer says was made: it
//! decides where the request leaves the choice to the provider.
void notePictures(Format front, QByteArrayView body, RequestScan &scan);

//! What was used apart from tokens, from the request and the whole answer (empty for one that was
//! not kept), added to \a usage. It becomes known when there is anything to charge by.
void addUnits(Format front, const RequestScan &scan, QByteArrayView answer, Usage &usage);

} // namespace Gatehouse::Dialects
