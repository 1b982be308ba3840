// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copybutton.h"

#include "ui/widgets/icons.h"

#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto checkMarkTime = 1500ms;

} // namespace

CopyButton::CopyButton(const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
    , m_back(new QTimer(this))
{
    setIconSize({15, 15});
    setFocusPolicy(Qt::StrongFocus);
    m_back->setSingleShot(true);
    m_back->setInterval(checkMarkTime);
    connect(m_back, &QTimer::timeout, this, [this] { showCopied(false); });
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    showCopied(false);
}

void CopyButton::setCopyText(const QString &text)
{
    m_text = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    showCopied(true);
    m_back->start();
    Q_EMIT copied();
}

void CopyButton::showCopied(bool copied)
{
    setIcon(copied ? themeIcon(u"check"_s, Ink::Ok) : themeIcon(u"copy"_s));
    setToolTip(copied ? tr("Copied") : m_name);
    setAccessibleName(copied ? tr("Copied") : m_name);
}

} // namespace Gatehouse::Ui
