// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/provider.h"

#include <span>

namespace Gatehouse::Api {

//! A kind of provider the configuration can name, as forms and checks need to know it. How it is
//! spoken to stands in core/dialects/quirks.h under the same name.
struct DialectInfo {
    QLatin1StringView name;    //!< "azure-openai": the configuration's word
    QLatin1StringView title;   //!< "Azure OpenAI"
    QLatin1StringView baseUrl; //!< where base_url may be left out; empty: it must be given
    QStringList (*required)() = nullptr; //!< members this kind cannot do without
};

std::span<const DialectInfo> dialects();
const DialectInfo *dialectInfo(QStringView name);
//! For the field table: the names in the order screens list them.
QStringList dialectNames();

//! The address of \a provider: base_url, or what its kind, region and location stand for. Empty
//! when neither says.
QString addressOf(const Provider &provider);

} // namespace Gatehouse::Api
