// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/import/importsource.h"
#include "core/api/import/litellmbudgets.h"
#include "core/api/import/providerpool.h"

namespace Gatehouse::Api {

//! One entry of LiteLLM's model_list.
struct LiteLlmModel {
    QString name = {};     //!< what clients ask for, as it is written
    QString kind = {};     //!< LiteLLM's name of the provider: "azure"
    QString provider = {}; //!< id of ours
    QString model = {};    //!< as the provider calls it; "*" for any
    QString path = {};
    std::optional<double> weight = {};
    std::optional<double> rpm = {};
    std::optional<double> tpm = {};
    std::optional<double> inFlight = {};
    std::optional<double> order = {};
    std::optional<double> timeout = {};       //!< seconds
    std::optional<double> streamTimeout = {}; //!< seconds
    std::optional<double> retries = {};
    QString retriesPath = {};
    int contextTokens = 0;
    ForeignBudget budget = {};
};

//! Reads an entry; its provider is added to \a pool, its prices to the document. Nothing, with a
//! note, for one that cannot be served here.
std::optional<LiteLlmModel> readLiteLlmModel(const QJsonValue &entry, const QString &path,
                                             ProviderPool &pool, ImportReport &report);

} // namespace Gatehouse::Api
