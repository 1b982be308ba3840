// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/bedrock/modelid.h"
#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! A wish for reasoning in the words of the model's maker.
struct ConverseThinking {
    //! Members of "additionalModelRequestFields": {"thinking", {"type":"enabled",…}}.
    std::vector<RawMember> fields;
    QByteArray effort; //!< "outputConfig.effort", empty: none
    bool isOn = false;
    bool isDropped = false; //!< the answer may be so short that nobody can think before it
};

//! InvalidArgument when the model cannot be told how much to think.
Result<ConverseThinking> converseThinking(const Request &request, BedrockMaker maker,
                                          QByteArrayView modelName);

} // namespace Gatehouse::Dialects
