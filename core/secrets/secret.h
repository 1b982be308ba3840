// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <memory>

namespace Gatehouse::Secrets {

//! A secret value in locked memory, wiped when the last copy goes. Cannot be printed: no stream
//! operator, no conversion to a string. Copies share one value. Thread-safe to copy and read.
class Secret
{
public:
    Secret() = default;
    //! Copies \a value into locked memory; the caller wipes its own copy.
    explicit Secret(QByteArrayView value);

    bool isEmpty() const;
    //! The bytes, for the one place that must send them. Never keep or log the view.
    QByteArrayView reveal() const;
    //! "sk-p…9f2c": first and last four characters, shorter secrets less; safe to show.
    QByteArray fingerprint() const;

    bool operator==(const Secret &other) const; //!< constant time

private:
    struct Locked;
    std::shared_ptr<const Locked> m_value;
};

} // namespace Gatehouse::Secrets
