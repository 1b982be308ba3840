// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/abilities.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Routing {

namespace {

//! An entry without any capability says nothing about them. JSON mode is had by many models that
//! have no schemas, so a missing "json_schema" says nothing either.
quint8 missing(const Ledger::CatalogueModel &model)
{
    const bool isChat =
        model.mode.isEmpty() || model.mode == "chat"_L1 || model.mode == "responses"_L1;
    if (!isChat || model.capabilities.isEmpty())
        return 0;
    quint8 lacks = 0;
    if (!model.capabilities.contains("tools"_L1))
        lacks |= quint8(Ability::Tools);
    if (!model.capabilities.contains("vision"_L1))
        lacks |= quint8(Ability::Images);
    return lacks;
}

} // namespace

Abilities abilitiesOf(const Ledger::Catalogue &catalogue, const Config::Provider &provider,
                      const QByteArray &model)
{
    const QByteArray maker = Ledger::Catalogue::providerName(provider.document);
    if (maker.isEmpty())
        return {};
    const auto &models = catalogue.models(maker);
    const auto found = models.constFind(model);
    if (found == models.constEnd())
        return {};
    return {.lacks = missing(*found),
            .mostPrompt = found->context,
            .mostTokens = found->context > 0 ? found->context + found->maxOutput : 0};
}

} // namespace Gatehouse::Routing
