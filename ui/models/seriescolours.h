// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! Which series colour an object wears: given at first use, kept from then on, so that a provider
//! looks the same in every chart and table. From the ninth on: "Other". And what it is called.
class SeriesColours
{
public:
    //! The index of \a id, given now when it had none; -1 for "Other".
    int indexOf(const QString &id);
    //! -1 when \a id never got one.
    int known(const QString &id) const { return m_indexes.value(id, -1); }
    //! The id of what has no name.
    QString name(const QString &id) const { return m_names.value(id, id); }
    void setNames(QHash<QString, QString> names) { m_names = std::move(names); }

private:
    QHash<QString, int> m_indexes;
    QHash<QString, QString> m_names;
};

} // namespace Gatehouse::Ui
