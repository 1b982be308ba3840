// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Gatehouse::Ledger {

//! Lets a map of strings be searched with a view, without making a string.
struct ViewHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename Value>
using NameMap = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

inline std::string_view viewOf(QByteArrayView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

inline std::string nameOf(const QByteArray &text)
{
    return text.toStdString();
}

template <typename Value>
const Value *exact(const NameMap<Value> &values, std::string_view model)
{
    const auto found = values.find(model);
    return found == values.end() ? nullptr : &found->second;
}

//! Length of a date at the end of a model id, with its separator: "-2024-08-06", "-20241022",
//! "@20241022"; also "-latest". 0 when there is none.
size_t dateSuffix(std::string_view model);

} // namespace Gatehouse::Ledger
