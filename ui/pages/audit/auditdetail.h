// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace Gatehouse::Ui {

class CopyButton;
struct AuditRow;

//! One record: what was done, by whom and from where, how it was before and after, its hash. What
//! a change of the configuration did is told in sentences, its JSON on demand.
class AuditDetail : public QWidget
{
    Q_OBJECT

public:
    explicit AuditDetail(Api::AdminClient &client, QWidget *parent = nullptr);

    void show(const AuditRow &record);

Q_SIGNALS:
    void closed();

private:
    void askSentences(const AuditRow &record);
    void takeSentences(const Api::AdminCall &call);
    void showChange();

    Api::AdminClient &m_client;
    QPointer<Api::AdminCall> m_call;
    QString m_json;
    QString m_sentences; //!< empty: there are none
    QCheckBox *m_showJson;
    QLabel *m_title;
    QLabel *m_story;
    QLabel *m_object;
    QPlainTextEdit *m_change;
    QLabel *m_hash;
    CopyButton *m_copyHash;
};

//! What differs between \a before and \a after, a line each: "- weight: 70", "+ weight: 60".
QString auditDifference(const QJsonValue &before, const QJsonValue &after);

} // namespace Gatehouse::Ui
