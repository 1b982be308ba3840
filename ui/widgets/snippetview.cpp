// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/snippetview.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

SnippetView::SnippetView(const QString &area, QWidget *parent)
    : QWidget(parent)
    , m_kinds(new SegmentedControl(this, SegmentedControl::Shape::Wraps))
    , m_hint(makeLabel({}, u"caption"_s, this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new CopyButton(tr("Copy this text with the key"), this))
{
    m_kinds->setObjectName(u"%1.kinds"_s.arg(area));
    m_kinds->setAccessibleName(tr("Kind of app"));
    m_text->setObjectName(u"%1.snippetField"_s.arg(area));
    m_text->setAccessibleName(tr("Text for the app"));
    m_text->setReadOnly(true);
    m_text->setProperty("kind", u"code"_s);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_copy->setObjectName(u"%1.copySnippetButton"_s.arg(area));
    connect(m_kinds, &SegmentedControl::currentChanged, this, &SnippetView::showCurrent);
    connect(m_copy, &CopyButton::copied, this, [this] { Q_EMIT copied(m_copy->copyText()); });
    auto *hintLine = new QHBoxLayout;
    hintLine->addWidget(m_hint, 1);
    hintLine->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_kinds);
    layout->addLayout(hintLine);
    layout->addWidget(m_text, 1);
}

void SnippetView::setTexts(const QList<Text> &texts)
{
    Q_ASSERT(m_texts.isEmpty() || m_texts.size() == texts.size()); // the kinds stay, not the texts
    for (qsizetype i = m_texts.size(); i < texts.size(); ++i)
        m_kinds->addSegment(QString::number(i), texts.at(i).title);
    if (m_texts.isEmpty())
        m_kinds->setCurrent(QString::number(0));
    m_texts = texts;
    showCurrent();
}

void SnippetView::showCurrent()
{
    const Text text = m_texts.value(m_kinds->current().toInt());
    m_hint->setText(text.hint);
    m_text->setPlainText(text.shown.trimmed());
    m_copy->setCopyText(text.copied);
}

} // namespace Gatehouse::Ui
