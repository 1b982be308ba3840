// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>
#include <span>

namespace Gatehouse::Providers {

//! A server program for models whose load can be asked for.
enum class EngineKind { Vllm, Sglang, LlamaCpp, Tgi, Ollama };

//! The kind of a provider's "engine": "vllm", "sglang", "llama.cpp", "tgi", "ollama".
std::optional<EngineKind> engineKind(QStringView name);

//! What an engine says of itself.
struct EngineReport {
    struct Load {
        int running = 0;
        int waiting = 0;

        bool operator==(const Load &) const = default;
    };
    std::optional<Load> load;                //!< nothing: it does not tell (Ollama)
    std::optional<double> cacheUsage;        //!< of the key-value cache, 0 to 1
    std::optional<double> prefixHitRate;     //!< tokens found in the prefix cache, 0 to 1
    std::optional<QStringList> loadedModels; //!< nothing: it does not tell
    bool isLoading = false;                  //!< reading its model: not dead, not ready

    bool operator==(const EngineReport &) const = default;
};

//! Paths below the server's root that tell its load, the better ones first: a server answers some
//! of them only when started with an option (llama.cpp --metrics).
std::span<const QByteArrayView> enginePaths(EngineKind kind);

//! \a path at the server's root, for an address that may end in an API's version.
QByteArray engineTarget(QByteArrayView basePath, QByteArrayView path);

//! Reads the answer to GET \a path. Counters of several models or engines behind one address are
//! summed, cache usages give their maximum. Errors: not a success, not the format, or without any
//! of the values it should have.
Result<EngineReport> readEngineReport(EngineKind kind, QByteArrayView path, int status,
                                      const QByteArray &body);

//! One Ollama model by two names: "llama3" is "llama3:latest".
bool isSameOllamaModel(QStringView one, QStringView other);

//! Body for Ollama's /api/generate that only loads \a model.
QByteArray ollamaLoadBody(const QByteArray &model);
inline constexpr QByteArrayView ollamaLoadPath("/api/generate");

} // namespace Gatehouse::Providers
