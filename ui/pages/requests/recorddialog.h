// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Gatehouse::Ui {

//! Begins recording what the requests of one key or route say, for a while: how many, how long, and
//! what a text would look like once secrets are taken out.
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RecordDialog(Api::AdminClient &client, QWidget *parent = nullptr);

Q_SIGNALS:
    void begun();

private:
    QLayout *makeButtons();
    void loadNames(const QString &path, const QString &kind, const QString &text);
    void showKept(const QJsonObject &recording);
    void preview();
    void start();
    void showProblem(const QString &text);

    Api::AdminClient &m_client;
    QComboBox *m_scope;
    QSpinBox *m_requests;
    QSpinBox *m_minutes;
    QLineEdit *m_sample;
    QLabel *m_preview;
    QLabel *m_kept;
    QLabel *m_problem;
    QPushButton *m_start = nullptr;
    QPointer<Api::AdminCall> m_previewCall;
};

} // namespace Gatehouse::Ui
