// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/secretdialog.h"

#include "ui/models/snippets.h"
#include "ui/widgets/clipboardtimeout.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize dialogSize(680, 540);

} // namespace

SecretDialog::SecretDialog(Content content, QWidget *parent)
    : QDialog(parent)
    , m_content(std::move(content))
    , m_secret(new QLineEdit(m_content.secret, this))
    , m_copy(new CopyButton(tr("Copy key"), this))
    , m_model(new QComboBox(this))
    , m_snippets(new SnippetView(u"access.secretDialog"_s, this))
    , m_saved(new QCheckBox(tr("I have saved the key"), this))
{
    setObjectName(u"access.secretDialog"_s);
    setWindowTitle(m_content.title);
    resize(dialogSize);
    QLabel *advice = makeLabel(
        tr("Copy the key now: it cannot be shown again. The clipboard is cleared after a minute."),
        u"muted"_s, this);
    advice->setWordWrap(true);
    connect(m_snippets, &SnippetView::copied, this, &SecretDialog::takeCopy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(m_content.title, u"dialogTitle"_s, this));
    layout->addWidget(advice);
    layout->addLayout(makeSecretLine());
    layout->addSpacing(4);
    layout->addLayout(makeModelLine());
    layout->addWidget(m_snippets, 1);
    layout->addLayout(makeButtons());
    showSnippets();
    m_copy->setFocus();
}

QLayout *SecretDialog::makeSecretLine()
{
    m_secret->setObjectName(u"access.secretDialog.secretField"_s);
    m_secret->setAccessibleName(tr("The new key"));
    m_secret->setReadOnly(true);
    m_secret->setCursorPosition(0);
    m_secret->setProperty("kind", u"code"_s);
    m_copy->setObjectName(u"access.secretDialog.copyButton"_s);
    m_copy->setCopyText(m_content.secret);
    connect(m_copy, &CopyButton::copied, this, [this] { takeCopy(m_content.secret); });
    QLabel *label = makeLabel(tr("Key"), u"strong"_s, this);
    label->setBuddy(m_secret);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_secret, 1);
    layout->addWidget(m_copy);
    return layout;
}

QLayout *SecretDialog::makeModelLine()
{
    m_model->setObjectName(u"access.secretDialog.modelCombo"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(28);
    m_model->addItems(m_content.models);
    m_model->setEnabled(m_model->count() > 0);
    connect(m_model, &QComboBox::currentTextChanged, this, &SecretDialog::showSnippets);
    QLabel *label = makeLabel(tr("Connect an app to"), u"strong"_s, this);
    label->setBuddy(m_model);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_model);
    layout->addStretch(1);
    return layout;
}

QLayout *SecretDialog::makeButtons()
{
    m_saved->setObjectName(u"access.secretDialog.savedCheck"_s);
    m_saved->setAccessibleName(m_saved->text());
    QPushButton *close =
        makeButton(tr("Done"), u"primary"_s, u"access.secretDialog.closeButton"_s, this);
    connect(close, &QPushButton::clicked, this, &SecretDialog::reject);
    auto *layout = new QHBoxLayout;
    layout->addWidget(m_saved);
    layout->addStretch(1);
    layout->addWidget(close);
    return layout;
}

void SecretDialog::showSnippets()
{
    m_snippets->setTexts(
        snippetTexts({.baseUrl = m_content.baseUrl,
                      .key = m_content.secret,
                      .model = m_model->count() > 0 ? m_model->currentText() : u"MODEL"_s,
                      .keyInEnvironment = false}));
}

void SecretDialog::takeCopy(const QString &text)
{
    if (!text.contains(m_content.secret))
        return;
    m_copied = true;
    clearClipboardLater(text);
}

void SecretDialog::reject()
{
    if (m_copied || m_saved->isChecked())
        QDialog::reject();
    else
        askToCopy();
}

void SecretDialog::askToCopy()
{
    QMessageBox *box = makeQuestion(this, u"access.copyDialog"_s, tr("Copy the key first?"),
                                    tr("It cannot be shown again."));
    QPushButton *copy = box->addButton(tr("Copy and close"), QMessageBox::AcceptRole);
    copy->setObjectName(u"access.copyAndCloseButton"_s);
    QPushButton *close = box->addButton(tr("Close without it"), QMessageBox::DestructiveRole);
    close->setObjectName(u"access.closeWithoutCopyButton"_s);
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    stay->setObjectName(u"access.stayButton"_s);
    box->setDefaultButton(copy);
    box->setEscapeButton(stay);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_copy->click();
        QDialog::reject();
    });
    connect(close, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
