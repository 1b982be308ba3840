// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"

#include <optional>

namespace Gatehouse::Ui {

//! What is tried out in a replay of past traffic, as differences to the configuration in force.
struct WhatIfChange {
    QString from = {};     //!< "openai/gpt-4o": in every route …
    QString to = {};       //!< … this takes its place
    QString provider = {}; //!< whose discount is another one
    std::optional<double> multiplier = {};
    std::optional<Api::Budget> budget = {}; //!< takes the place of one of the same scope and period

    bool isEmpty() const
    {
        return (from.isEmpty() || to.isEmpty()) && (provider.isEmpty() || !multiplier) && !budget;
    }
};

//! \a document with \a change in it.
Api::Document changed(Api::Document document, const WhatIfChange &change);
//! Every "provider/model" that a route of \a document leads to, sorted.
QStringList targetsOf(const Api::Document &document);

} // namespace Gatehouse::Ui
