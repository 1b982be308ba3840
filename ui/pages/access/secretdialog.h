// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Gatehouse::Ui {

class CopyButton;
class SnippetView;

//! The text of a new key, shown this once, and how apps are told. Closing before it was copied or
//! marked as saved asks.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    struct Content {
        QString title; //!< "Key “laptop” created"
        QString secret;
        QString baseUrl;
        QStringList models; //!< what the key may call
    };

    explicit SecretDialog(Content content, QWidget *parent = nullptr);

    //! Asks first when the secret would be lost.
    void reject() override;

private:
    QLayout *makeSecretLine();
    QLayout *makeModelLine();
    QLayout *makeButtons();
    void showSnippets();
    void takeCopy(const QString &text);
    void askToCopy();

    Content m_content;
    QLineEdit *m_secret;
    CopyButton *m_copy;
    QComboBox *m_model;
    SnippetView *m_snippets;
    QCheckBox *m_saved;
    bool m_copied = false;
};

} // namespace Gatehouse::Ui
