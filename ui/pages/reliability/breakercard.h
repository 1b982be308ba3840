// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/reportmodel.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace Gatehouse::Ui {

class BreakerStrip;

//! The breakers over time, and what a person does about one of them.
class BreakerCard : public Card
{
    Q_OBJECT

public:
    explicit BreakerCard(Api::AdminClient &client, QWidget *parent = nullptr);

    void setReport(const QJsonObject &report, const ReportTimes &times);
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    void openRequests(const QString &filter);
    //! The gateway is asked for a change; \a text says what was done once it answers.
    void changeAsked(Gatehouse::Api::AdminCall *call, const QString &text);
    //! Something was done: a sentence for a short message.
    void done(const QString &text);

private:
    void connectParts();
    void showButtons();
    void openCell(const QString &provider, const QString &model, int point);
    void ask(const QString &action);
    void change(const QString &provider, const QString &model, const QString &action);
    void checkHealth();

    Api::AdminClient &m_client;
    ReportTimes m_times;
    BreakerStrip *m_strip;
    QPushButton *m_check;
    QPushButton *m_reset;
    QPushButton *m_hold;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
