// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace Gatehouse::Dialects {

//! Parameters a route forces, caps or removes, in the words of OpenAI chat ("temperature",
//! "max_tokens", "top_p"): {"temperature": 0.2, "max_tokens": {"cap": 1000}, "seed": {"remove":
//! true}}. Immutable; applied to a client's body in whatever format it speaks.
class ParameterSet
{
public:
    ParameterSet() = default;
    explicit ParameterSet(const QJsonObject &set);

    bool isEmpty() const { return m_rules.empty(); }

    struct Applied {
        QByteArray body;
        std::vector<QByteArray> changed; //!< names, in the words of the set
    };
    //! \a body is a sound JSON object. Values that are not named keep their bytes. A cap
    //! changes what is above it; where the client left the parameter out it is added only for the
    //! length of the answer, which would have no bound.
    Applied apply(Format front, QByteArrayView body) const;

private:
    enum class Action { Force, Cap, Remove };
    struct Rule {
        QByteArray name;
        Action action = Action::Force;
        QByteArray value; //!< JSON of what is forced
        double cap = 0;
    };
    struct Edit;
    class Rewriter;

    static std::vector<QByteArray> pathsOf(Format front, const QByteArray &name);

    std::vector<Rule> m_rules;
};

} // namespace Gatehouse::Dialects
