// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace Gatehouse {

//! Takes secrets out of text that leaves the program (logs, provider errors, crash text).
//! Implementations are thread-safe.
class Redactor
{
public:
    virtual ~Redactor() = default;

    //! \a text with each secret replaced by "[redacted]".
    virtual QByteArray redacted(QByteArrayView text) const = 0;
};

//! Redacts by shape alone: gateway keys, provider key prefixes, bearer values.
class PatternRedactor : public Redactor
{
public:
    QByteArray redacted(QByteArrayView text) const override;
};

} // namespace Gatehouse
