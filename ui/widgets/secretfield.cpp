// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secretfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

SecretField::SecretField(const QString &area, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
{
    setObjectName(u"%1.secretBox"_s.arg(area));
    setFocusProxy(m_field);
    m_field->setObjectName(u"%1.secretField"_s.arg(area));
    m_field->setAccessibleName(name);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setProperty("kind", u"code"_s);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto *show = makeButton(tr("Show"), {}, u"%1.showButton"_s.arg(area), this);
    show->setIcon(themeIcon(u"eye"_s));
    show->setToolTip(tr("Shows the key while pressed"));
    auto *paste = makeButton(tr("Paste"), {}, u"%1.pasteButton"_s.arg(area), this);
    paste->setIcon(themeIcon(u"clipboard-paste"_s));
    connect(show, &QPushButton::pressed, this, [this] { m_field->setEchoMode(QLineEdit::Normal); });
    connect(show, &QPushButton::released, this,
            [this] { m_field->setEchoMode(QLineEdit::Password); });
    connect(paste, &QPushButton::clicked, this, [this] {
        m_field->setText(cleanedSecret(QGuiApplication::clipboard()->text()));
        m_field->setFocus();
    });
    connect(m_field, &QLineEdit::textChanged, this, &SecretField::textChanged);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_field, 1);
    layout->addWidget(show);
    layout->addWidget(paste);
}

QString SecretField::text() const
{
    return m_field->text();
}

void SecretField::forget()
{
    m_field->setText(QString(m_field->text().size(), u'x'));
    m_field->clear();
}

QString cleanedSecret(const QString &text)
{
    static constexpr QStringView around = u"\"'`“”‘’";
    QString secret = text.trimmed();
    while (!secret.isEmpty() && around.contains(secret.front()))
        secret = secret.sliced(1).trimmed();
    while (!secret.isEmpty() && around.contains(secret.back()))
        secret = secret.chopped(1).trimmed();
    if (secret.startsWith("bearer "_L1, Qt::CaseInsensitive))
        return cleanedSecret(secret.sliced(7));
    return secret;
}

} // namespace Gatehouse::Ui
