// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace Gatehouse::Admin {

//! An event's sentences as codes, so that screens say them in their own language:
//! {.code = "provider_down", .subject = "OpenAI", .detailCode = "traffic", .count = 240}.
struct EventWords {
    QString code = {}; //!< empty: only the English sentence
    QString subject = {};
    QString detailCode = {};
    qint64 count = 0;
};

} // namespace Gatehouse::Admin
