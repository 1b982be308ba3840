// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/providers/upstreamrequest.h"

#include <QtCore/QStringList>

namespace Gatehouse::Providers {

//! The request that lists a provider's models.
Http::UpstreamRequest modelListRequest(const Config::Provider &provider,
                                       const Secrets::Secret &key);

//! Reads a model list: {"data":[{"id"}]} (OpenAI, Anthropic), a bare list (Together), or
//! {"models":[{"name"}]} (Ollama). Sorted, without repeats.
Result<QStringList> readModelList(const QByteArray &body);

} // namespace Gatehouse::Providers
