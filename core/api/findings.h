// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Api {

enum class Severity { Warning, Error };

//! One thing wrong (or worth a look) in a document.
struct Finding {
    Severity severity = Severity::Error;
    QString path = {}; //!< "providers[1].base_url"
    int line = 0;    //!< 1-based line in the file, 0 when there is no file
    QString message = {}; //!< what is wrong and how to mend it, English

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

inline bool hasErrors(const Findings &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            return true;
    }
    return false;
}

} // namespace Gatehouse::Api
