// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/errors.h"
#include "core/dialects/multipart.h"
#include "core/dialects/requestscan.h"
#include "core/gateway/promptcount.h"
#include "core/gateway/published.h"
#include "core/gateway/purse.h"
#include "core/gateway/trace.h"
#include "core/http/message.h"
#include "core/responses/storedresponse.h"
#include "core/routing/planner.h"

#include <optional>

namespace Gatehouse::Gateway {

//! What a request carries through its admission. run() walks the steps; what they found stays here.
struct Admission {
    // given
    const Published &published;
    const Http::RequestHead &head;
    Dialects::Format front;
    QByteArray model = {};    //!< named by the path; empty: the body names it
    bool stream = false;      //!< asked for by the path
    QByteArrayView rest = {}; //!< of a passthrough: "provider/path"
    const Access::KeyEntry &key;
    QByteArray &body;
    Dialects::RequestScanner &scanner;
    Routing::Random &random;
    SteadyTime now;       //!< when the body was complete
    WallTime wall = {};   //!< the same moment
    QByteArray tags = {}; //!< what it is booked under: of the key and of the request
    Trace &trace;
    //! Responses are kept: the one that previous_response_id names is to be found first.
    bool findsPrevious = false;
    //! The one it names is kept by its provider, which must be the one that is asked.
    const Responses::StoredResponse *pinned = nullptr;
    bool dryRun = false; //!< limits and budgets are looked at, nothing is taken of them

    // found
    QByteArray awaited = {}; //!< the id of a response that must be loaded before run() can go on
    Dialects::RequestScan scan = {};
    PromptKnowledge promptKnowledge = PromptKnowledge::Rough; //!< of scan.promptTokens
    std::optional<Dialects::MultipartForm> form = {}; //!< what came as a form
    const Config::Route *route = nullptr; //!< asked for, after redirect() that of the targets
    Routing::RequestFacts facts = {};
    Routing::Direction direction = {};
    QByteArrayView passedPath = {}; //!< of a passthrough, behind the provider's address
    //! Made for this request: "provider/any-model" where the provider lists no models, or of a
    //! passthrough.
    std::unique_ptr<Config::Route> adHoc = {};
    Routing::Plan plan = {};
    Purse purse = {}; //!< what the request holds of limits and budgets

    //! Nothing when the request may go on, else what to answer. The steps are one list in
    //! admission.cpp, readable top to bottom.
    std::optional<Dialects::ClientError> run();
};

//! What a request is booked under: the tags of its key and those it names itself.
QByteArray requestTags(const Access::KeyEntry &key, const Http::Fields &fields);

} // namespace Gatehouse::Gateway
