// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/modelnames.h"

#include <algorithm>

namespace Gatehouse::Ledger {

namespace {

bool areDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

size_t dateSuffix(std::string_view model)
{
    constexpr std::string_view latest = "-latest";
    if (model.ends_with(latest))
        return latest.size();
    const auto tail = [model](size_t size) { return model.substr(model.size() - size); };
    if (model.size() > 11 && tail(11)[0] == '-' && areDigits(tail(10).substr(0, 4))
        && tail(10)[4] == '-' && areDigits(tail(5).substr(0, 2)) && tail(3)[0] == '-'
        && areDigits(tail(2)))
        return 11;
    if (model.size() > 9 && (tail(9)[0] == '-' || tail(9)[0] == '@') && areDigits(tail(8))
        && tail(8).starts_with("20"))
        return 9;
    return 0;
}

} // namespace Gatehouse::Ledger
