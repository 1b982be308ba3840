// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace Gatehouse::Alerts {

//! What a measure shows of one thing at one moment.
struct Reading {
    QString measure = {};
    QString object = {};     //!< "openai", "research-month"; empty: what the scope names
    QString name = {};       //!< the object for people
    QStringList scopes = {}; //!< rules of these scopes see it
    QString period = {};     //!< a threshold is told once in it; empty: whenever it is passed
    std::optional<double> value = {}; //!< nothing: not known now, and everything stays as it is
    QString detail = {};              //!< English: "$80.10 of $100.00"
};

//! A look at everything.
struct Readings {
    std::vector<Reading> rows;
    //! Measures that were asked: whatever of them is not among the rows is well.
    QSet<QString> answered;

    void add(Reading reading)
    {
        answered.insert(reading.measure);
        rows.push_back(std::move(reading));
    }
};

} // namespace Gatehouse::Alerts
