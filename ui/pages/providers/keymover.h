// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

//! Moves the text of a stored key between the keychain and the sealed file, after asking. The
//! gateway does it: the text is never shown and never passes here.
class KeyMover : public QObject
{
    Q_OBJECT

public:
    KeyMover(Api::AdminClient &client, QWidget *parent);

    //! "keychain:openai-main" and the like, which can be kept elsewhere.
    static bool isMovable(const QString &reference);
    //! Asks, then moves it to the place where it is not.
    void ask(const QString &reference);

Q_SIGNALS:
    void moved(const QString &sentence);
    void failed(const QString &sentence);

private:
    void move(const QString &reference, bool toVault);

    Api::AdminClient &m_client;
    QWidget *m_window;
};

} // namespace Gatehouse::Ui
