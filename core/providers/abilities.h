// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/snapshot.h"
#include "core/dialects/format.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Providers {

//! One small request that finds out whether a model can do something.
struct AbilityProbe {
    QString capability; //!< "tools", "structured_output", "images", "responses", "embeddings"
    QString model;
    Dialects::Format front = Dialects::Format::OpenAiChat;
    QByteArray body;
};

//! What is worth asking \a model at a provider with these ways, and the embedding model among
//! \a models if there is one. In OpenAI's words for all.
QList<AbilityProbe> abilityProbes(const Dialects::Quirks &quirks, const QString &model,
                                  const QStringList &models);

//! What is missing in an answer (in OpenAI's words), empty when the ability is there.
QString missingIn(const AbilityProbe &probe, const QByteArray &answer);

} // namespace Gatehouse::Providers
