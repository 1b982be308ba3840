// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestdata.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace Gatehouse::Ui {

class CopyButton;
class Pill;
class PlainTextLabel;

//! Over the details of a request: how it ended, its id, and what can be done with it.
class RequestHeader : public QWidget
{
    Q_OBJECT

public:
    explicit RequestHeader(QWidget *parent = nullptr);

    //! Of the gateway, for the curl command.
    void setBaseUrl(const QString &url) { m_baseUrl = url; }
    //! \a isRecorded: its body is there to be sent again.
    void showRequest(const RequestRow &row, bool isRecorded);

Q_SIGNALS:
    void closed();
    void previousRequested();
    void nextRequested();
    //! A word that finds requests like this one.
    void filterRequested(const QString &word);
    void cancelRequested(const QString &id);
    void replayRequested();
    void explainRequested();
    //! An alert for "route:fast" or "provider:oa".
    void alertRequested(const QString &scope);
    //! What was done with this object.
    void auditRequested(const QString &object);

private:
    QLayout *makeTop();
    QLayout *makeIdLine();
    QLayout *makeActions();
    void fillMore(QMenu *menu);

    RequestRow m_row;
    QString m_baseUrl;
    Pill *m_status;
    QLabel *m_title;
    PlainTextLabel *m_id;
    CopyButton *m_copyId;
    CopyButton *m_copyCurl;
    QToolButton *m_filterButton;
    QPushButton *m_cancel;
    QPushButton *m_replay;
};

} // namespace Gatehouse::Ui
