// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class CopyButton;

//! Where no request came yet: the address that apps need, and a request to try it with.
class FirstRequest : public QWidget
{
    Q_OBJECT

public:
    //! \a area: "overview", "requests".
    FirstRequest(Api::AdminClient &client, const QString &area, QWidget *parent = nullptr);

    void setBaseUrl(const QString &url);
    //! "Send a test request": for the place where the actions are.
    QPushButton *testButton() const { return m_test; }

private:
    void sendTest();
    void showResult(const QString &text, const QString &tone);

    Api::AdminClient &m_client;
    QLabel *m_url;
    CopyButton *m_copy;
    QPushButton *m_test;
    QLabel *m_result;
};

} // namespace Gatehouse::Ui
