// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/snippetview.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

SnippetView::SnippetView(const QString &area, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_hint(makeLabel({}, u"caption"_s, this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new CopyButton(tr("Copy this text with the key"), this))
{
    m_tabs->setObjectName(u"%1.tabs"_s.arg(area));
    m_tabs->setAccessibleName(tr("Kind of app"));
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true); // more kinds of apps than fit beside each other
    m_tabs->setElideMode(Qt::ElideNone);
    m_text->setObjectName(u"%1.snippetField"_s.arg(area));
    m_text->setAccessibleName(tr("Text for the app"));
    m_text->setReadOnly(true);
    m_text->setProperty("kind", u"code"_s);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_copy->setObjectName(u"%1.copySnippetButton"_s.arg(area));
    connect(m_tabs, &QTabBar::currentChanged, this, &SnippetView::showCurrent);
    connect(m_copy, &CopyButton::copied, this, [this] { Q_EMIT copied(m_copy->copyText()); });
    auto *hintLine = new QHBoxLayout;
    hintLine->addWidget(m_hint, 1);
    hintLine->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tabs);
    layout->addLayout(hintLine);
    layout->addWidget(m_text, 1);
}

void SnippetView::setTexts(const QList<Text> &texts)
{
    m_texts = texts;
    {
        const QSignalBlocker quiet(m_tabs);
        while (m_tabs->count() > texts.size())
            m_tabs->removeTab(m_tabs->count() - 1);
        while (m_tabs->count() < texts.size())
            m_tabs->addTab({});
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->setTabText(i, texts.at(i).title);
    }
    showCurrent();
}

void SnippetView::showCurrent()
{
    const Text text = m_texts.value(m_tabs->currentIndex());
    m_hint->setText(text.hint);
    m_text->setPlainText(text.shown.trimmed());
    m_copy->setCopyText(text.copied);
}

} // namespace Gatehouse::Ui
