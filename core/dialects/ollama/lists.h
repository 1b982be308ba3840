// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/errors.h"

//! What Ollama's clients ask a server besides answers. Sizes and digests of files are not ours to
//! tell; members that clients insist on are there with neutral values.
namespace Gatehouse::Dialects {

//! GET /api/tags: the models a key may call.
QByteArray ollamaTagsBody(std::span<const ModelEntry> models);

//! GET /api/ps: all of them are ready to answer. \a expires in seconds since 1970.
QByteArray ollamaProcessesBody(std::span<const ModelEntry> models, qint64 expires);

//! POST /api/show of one model.
QByteArray ollamaShowBody(const ModelEntry &model);

//! GET /api/version. Clients switch features on by it: a version of Ollama, not of ours.
QByteArray ollamaVersionBody();

//! The answer to POST /api/chat or /api/generate without messages or prompt, which loads the model
//! at a real server: "done_reason":"load". \a now in seconds since 1970.
QByteArray ollamaLoadedBody(Format format, QByteArrayView model, qint64 now);

} // namespace Gatehouse::Dialects
