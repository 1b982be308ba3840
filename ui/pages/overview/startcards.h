// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

class FirstRequest;

//! Without a provider: what is left to do until the first request. One act, "Finish setup".
class FinishSetupCard : public QWidget
{
    Q_OBJECT

public:
    explicit FinishSetupCard(QWidget *parent = nullptr);

Q_SIGNALS:
    void setupRequested();
};

//! With providers but no request yet: the address apps need.
class FirstRequestCard : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRequestCard(Api::AdminClient &client, QWidget *parent = nullptr);

    void setBaseUrl(const QString &url);

Q_SIGNALS:
    void connectRequested();

private:
    FirstRequest *m_first;
};

} // namespace Gatehouse::Ui
