// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

namespace Gatehouse::Ui {

//! Asks the gateway which values stored requests have for a field of the filter language. Only the
//! newest question is answered.
class FilterValues : public QObject
{
    Q_OBJECT

public:
    explicit FilterValues(Api::AdminClient &client, QObject *parent = nullptr);

    //! Whether the gateway can tell values of \a field.
    static bool knows(const QString &field);
    //! Values of \a field that contain \a part.
    void ask(const QString &field, const QString &part);

Q_SIGNALS:
    void found(const QString &field, const QStringList &values);

private:
    Api::AdminClient &m_client;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
