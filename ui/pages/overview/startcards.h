// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace Gatehouse::Ui {

class CopyButton;

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
    explicit FirstRequestCard(QWidget *parent = nullptr);

    void setBaseUrl(const QString &url);

Q_SIGNALS:
    void connectRequested();

private:
    QLabel *m_url;
    CopyButton *m_copy;
};

} // namespace Gatehouse::Ui
