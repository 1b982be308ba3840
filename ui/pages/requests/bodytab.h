// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Gatehouse::Ui {

class SearchField;
class SegmentedControl;

//! What a request said and was answered, where it was recorded. Nothing is read before the person
//! asks for it, because every look is written to the audit log.
class BodyTab : public QWidget
{
    Q_OBJECT

public:
    explicit BodyTab(Api::AdminClient &client, QWidget *parent = nullptr);

    //! \a recorded: there is something to look at.
    void setRequest(const QString &id, bool recorded);
    //! \a body as the gateway gives it to who asks for it.
    void showBody(const QJsonObject &body);
    //! Asks the gateway for the recording: one look, told by shown(), gone() or failed().
    void read();

Q_SIGNALS:
    //! The recording as the gateway gave it.
    void shown(const QJsonObject &recording);
    //! It is there no more.
    void gone();
    void failed(const QString &text);

private:
    QWidget *makeTools();
    void forget();
    void forgetRecording();
    void showText();
    void findNext();
    void showProblem(const QString &text, const QString &detail);
    QString messages() const;
    QString raw() const;

    Api::AdminClient &m_client;
    QString m_id;
    QString m_request;
    QString m_answer;
    QPointer<Api::AdminCall> m_call;
    QLabel *m_state;
    QPushButton *m_show;
    QWidget *m_tools;
    SegmentedControl *m_view;
    SearchField *m_search;
    QLabel *m_facts;
    QPlainTextEdit *m_text;
    QPushButton *m_delete;
};

} // namespace Gatehouse::Ui
