// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"
#include "core/dialects/format.h"

namespace Gatehouse::Providers {

//! What the target of a call depends on.
struct TargetParts {
    const Config::Provider &provider;
    Dialects::Format format = Dialects::Format::OpenAiChat;
    QByteArrayView model = {}; //!< for kinds whose paths name it
    bool stream = false;       //!< the same
    QByteArrayView query = {}; //!< the client's own, when it speaks the format; may be empty
};

//! Target of the request line: "/openai/deployments/d/chat/completions?api-version=2024-10-21".
QByteArray targetOf(const TargetParts &parts);

//! \a basePath and \a path made one. A version is never said twice: "/v1" and "/v1/models" are
//! "/v1/models", "/v1" and "/api/tags" are "/api/tags".
QByteArray joined(QByteArrayView basePath, QByteArrayView path);

//! Target for a question about the provider itself (its models, its key); \a path is a row's.
QByteArray plainTarget(const Config::Provider &provider, QByteArrayView path);

//! Of Azure's deployments when the configuration names none.
inline constexpr QByteArrayView defaultAzureVersion("2024-10-21");

} // namespace Gatehouse::Providers
