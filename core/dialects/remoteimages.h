// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/quirks.h"

#include <map>
#include <vector>

namespace Gatehouse::Dialects {

//! Images that a request names by address, and that its provider must be given as bytes.

//! What was fetched, by address: mimeType and data.
using FetchedImages = std::map<QByteArray, Media>;

//! The image's type by its first bytes, whatever anybody says: PNG, JPEG, GIF or WebP, which every
//! provider takes; empty for anything else.
QByteArrayView imageTypeOf(QByteArrayView bytes);

//! Addresses (http and https) of images that a provider of this kind cannot load itself, each once.
std::vector<QByteArray> unloadableImages(const Request &request, Format upstream,
                                         const Quirks &quirks);
std::vector<QByteArray> unloadableImages(const EmbeddingRequest &request, Format upstream,
                                         const Quirks &quirks);

//! Puts the bytes in the place of the addresses, where there are any.
void inlineImages(Request &request, const FetchedImages &images);
void inlineImages(EmbeddingRequest &request, const FetchedImages &images);

} // namespace Gatehouse::Dialects
