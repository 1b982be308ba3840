// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/wizard/setup.h"
#include "ui/wizard/testrequest.h"
#include "ui/wizard/wizardpage.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CopyButton;
class SnippetView;

//! Step 5: the new key, shown this once, what apps need, and a first request to watch.
class ConnectStep : public WizardPage
{
    Q_OBJECT

public:
    ConnectStep(Api::AdminClient &client, Setup &setup, QWidget *parent = nullptr);

    void start();
    //! Whether the key went to the clipboard, alone or inside a snippet.
    bool wasCopied() const { return m_copied; }
    void copyKey();

Q_SIGNALS:
    void requestOpened(const QString &id);

private:
    QWidget *makeKeyLine();
    QWidget *makeSnippets();
    QWidget *makeSendLine();
    void showSnippet();
    void markCopied(const QString &text);
    void sendTest();
    void takeAnswer(const TestRequest::Answer &answer);
    void takeEvent(const QString &kind, const QJsonObject &body);
    void showResult(const QString &text, const QString &tone);

    Setup &m_setup;
    TestRequest m_test;
    QLineEdit *m_secret = nullptr;
    CopyButton *m_copySecret = nullptr;
    SnippetView *m_snippets = nullptr;
    QComboBox *m_model = nullptr;
    QCheckBox *m_environment = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_result = nullptr;
    QPushButton *m_open = nullptr;
    QString m_requestId;
    bool m_copied = false;
};

} // namespace Gatehouse::Ui
