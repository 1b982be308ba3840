// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

namespace Gatehouse::Responses {

//! Whose a response is: the key that asked for it and, when it has one, its whole team.
struct Owner {
    QByteArray keyId;
    QByteArray team; //!< empty: none

    //! A caller with this key and team may see what \a owner has.
    bool mayUse(const Owner &owner) const
    {
        return keyId == owner.keyId || (!team.isEmpty() && team == owner.team);
    }
    bool operator==(const Owner &) const = default;
};

//! A response that is kept here, or, with provider set, the place of one that its provider keeps.
struct StoredResponse {
    QByteArray id; //!< "resp_…"
    Owner owner;
    WallTime created{};
    QByteArray model;    //!< as the client named it
    QByteArray previous; //!< the response it goes on from, empty = none
    //! The insides of JSON lists, each item with an id: what was new in this request, and what
    //! was answered.
    QByteArray input;
    QByteArray output;
    QByteArray response;    //!< the response object as it was answered
    QByteArray provider;    //!< its provider keeps it: id of the provider
    QByteArray providerKey; //!< … and of the key that asked it

    bool isPinned() const { return !provider.isEmpty(); }
    qint64 bytes() const { return input.size() + output.size() + response.size(); }
    bool operator==(const StoredResponse &) const = default;
};

//! A response and everything it stands on.
struct Conversation {
    StoredResponse last;
    QByteArray items; //!< inputs and outputs in order, the inside of a JSON list
};

} // namespace Gatehouse::Responses
