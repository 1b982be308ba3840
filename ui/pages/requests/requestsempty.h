// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/emptystate.h"

#include <optional>

class QPushButton;

namespace Gatehouse::Api {
class AdminClient;
}

namespace Gatehouse::Ui {

class FirstRequest;

//! Why there are no requests to show, and the way out.
class RequestsEmpty : public EmptyState
{
    Q_OBJECT

public:
    RequestsEmpty(Api::AdminClient &client, QWidget *parent);

    void setBaseUrl(const QString &url);

    //! \a unfilteredTotal: how many the range holds without the filter, when that is known.
    void showFor(bool filtered, bool allTime, std::optional<qint64> unfilteredTotal);

Q_SIGNALS:
    void connectRequested();
    void clearRequested();
    void allTimeRequested();

private:
    FirstRequest *m_first;
    QPushButton *m_connect;
    QPushButton *m_clear;
    QPushButton *m_allTime;
};

} // namespace Gatehouse::Ui
