// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/pages/spend/whatifquestion.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace Gatehouse::Ui {

class Banner;
class ConfigurationModel;
class WhatIfResult;

//! What past traffic would have cost under another configuration: runs the replay of a question at
//! the gateway and shows its result.
class WhatIfPane : public QWidget
{
    Q_OBJECT

public:
    using FileChooser = WhatIfQuestion::FileChooser;

    //! \a configuration outlives the pane.
    WhatIfPane(Api::AdminClient &client, ConfigurationModel &configuration,
               QWidget *parent = nullptr);

    //! The traffic that the shared range names.
    void setRange(const QString &range) { m_question->setRange(range); }
    void setEditable(bool editable);
    //! How files are asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_question->setFileChooser(std::move(chooser)); }

Q_SIGNALS:
    void loaded();
    void done(const QString &text);
    //! The document that was tried is to become the draft of the routes.
    void draftWanted(const Gatehouse::Api::Document &document);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void run();
    void cancel();
    void look();
    void take(const QJsonObject &job);
    void end(const QString &problem = {});
    void showResult(const QJsonObject &result);
    void showButtons();
    void exportResult();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    QTimer m_timer;
    QString m_job;
    Api::Document m_tried;
    WhatIfQuestion *m_question;
    Banner *m_problem = nullptr;
    WhatIfResult *m_result;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
