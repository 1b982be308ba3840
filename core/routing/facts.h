// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dialects/format.h"
#include "core/http/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QTimeZone>

#include <functional>
#include <optional>
#include <vector>

namespace Gatehouse::Routing {

struct RequestFacts;

//! How much of the fullest budget that binds the caller is used, in percent; nothing when none
//! does. Called by workers, so it must not wait.
using BudgetGauge = std::function<std::optional<double>(const RequestFacts &facts)>;

//! "gpu", "gpu/*", "openai/gpt-4o", "tag:local".
using TargetPatterns = std::vector<QByteArray>;

//! What planning knows about one request. The pointers and views belong to whoever plans.
struct RequestFacts {
    Dialects::Format format = Dialects::Format::OpenAiChat; //!< of the caller
    bool streamed = false;
    qint64 promptTokens = 0; //!< estimated
    qint64 maxTokens = 0;    //!< asked for at most, 0 = not said
    bool tools = false;
    bool images = false;
    bool structured = false;
    bool audio = false;
    // Of requests that are not charged by tokens alone.
    qint64 pictures = 0; //!< to be made
    qint64 characters = 0;
    qint64 searches = 0;
    QByteArray pictureSize = {};
    QByteArray pictureQuality = {};
    quint64 prefix = 0;            //!< hash of the conversation's beginning, 0 = it has none
    QByteArray session = {};       //!< x-gatehouse-session, empty = none
    QByteArray keyId = {};         //!< who asks
    QByteArray team = {};          //!< its team's id, empty = none
    QByteArray tags = {};          //!< "project=search,stage=live"
    QStringList residency = {};    //!< the team's regions, empty = anywhere
    QStringList keyResidency = {}; //!< the key's own, empty = anywhere
    const TargetPatterns *keyTargets = nullptr;  //!< all the key may use; null or empty: anything
    const TargetPatterns *teamTargets = nullptr; //!< … its team
    // what only rules ask for
    const Http::Fields *fields = nullptr;
    WallTime wall{};
    const QTimeZone *zone = nullptr; //!< the reporting zone, null = UTC
    QByteArray route = {};           //!< that was asked for
    const BudgetGauge *budgets = nullptr;

    bool operator==(const RequestFacts &) const = default;
};

} // namespace Gatehouse::Routing
