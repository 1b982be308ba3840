// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace Gatehouse::Ui {

//! A page with its filter, as it was visited.
struct Visit {
    QString page;
    QString filter = {};

    bool operator==(const Visit &) const = default;
};

//! The way through the pages, to go back and forward on.
class Visits
{
public:
    static constexpr int mostKept = 100;

    bool isEmpty() const { return m_visits.isEmpty(); }
    //! An empty visit before the first.
    Visit current() const { return m_visits.value(m_at); }
    //! What lies \a steps ahead, or behind when negative; nothing beyond the ends.
    std::optional<Visit> at(int steps) const;
    void move(int steps) { m_at += steps; }
    //! Goes to a new place; what lay ahead is forgotten.
    void add(const Visit &visit);

private:
    QList<Visit> m_visits;
    qsizetype m_at = -1;
};

} // namespace Gatehouse::Ui
