// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/findings.h"
#include "ui/widgets/formfield.h"

#include <QtCore/QHash>

#include <functional>

namespace Gatehouse::Ui {

//! Fields by the path of the value they edit ("base_url", "timeouts.connect"), so that findings of
//! validate() and of the gateway appear under the field they speak of.
class Form : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The field stays its parent's; it may die before the form.
    void add(const QString &path, FormField *field);
    FormField *field(const QString &path) const;

    //! Shows every finding under its field: the one whose path is the same or the longest that it
    //! begins with. The first wrong field gets the focus. Returns the findings without a field.
    Api::Findings show(const Api::Findings &findings);
    //! Only what is wrong at \a path, for leaving a field; others stay as they are.
    void showOnly(const QString &path, const Api::Findings &findings);
    void clear();
    void setLocked(const QString &origin);
    //! The same with an origin for each path, and the path itself as the setting's name to copy.
    void setLocked(const std::function<QString(const QString &path)> &originOf);

private:
    QString owner(const QString &path) const;

    QHash<QString, FormField *> m_fields;
    QStringList m_order;
};

} // namespace Gatehouse::Ui
