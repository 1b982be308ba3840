// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;

namespace Gatehouse::Ui {

class CopyButton;
struct AuditRow;

//! One record: what was done, by whom and from where, how it was before and after, its hash.
class AuditDetail : public QWidget
{
    Q_OBJECT

public:
    explicit AuditDetail(QWidget *parent = nullptr);

    void show(const AuditRow &record);

Q_SIGNALS:
    void closed();

private:
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
