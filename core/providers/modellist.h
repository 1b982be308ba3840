// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/providers/upstreamrequest.h"

#include <QtCore/QStringList>

namespace Gatehouse::Providers {

//! A question about a provider itself, and where to put it.
struct ProviderQuestion {
    Http::Endpoint endpoint;
    Http::UpstreamRequest request;
};

//! Asks for a provider's models; nothing when its kind cannot list them.
std::optional<ProviderQuestion> modelListQuestion(const Config::Provider &provider,
                                                  const Credential &key, WallTime now);
//! Asks whether \a key is good where the list is public; nothing where the list tells.
std::optional<ProviderQuestion> keyQuestion(const Config::Provider &provider, const Credential &key,
                                            WallTime now);
//! Asks for nothing, without a key: any answer says that the provider can be reached.
ProviderQuestion reachQuestion(const Config::Provider &provider);

//! Reads a model list: {"data":[{"id"}]} (OpenAI, Anthropic), a bare list (Together),
//! {"models":[{"name"}]} (Ollama, Cohere, Gemini, whose names lose their "models/"),
//! {"modelSummaries":[{"modelId"}]} (Bedrock). What says that it neither answers nor embeds is left
//! out. Sorted, without repeats.
Result<QStringList> readModelList(const QByteArray &body);

} // namespace Gatehouse::Providers
