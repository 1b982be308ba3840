// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/editorfooter.h"

#include "ui/pages/providers/providereditor.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

EditorFooter::EditorFooter(QWidget *parent)
    : QWidget(parent)
    , m_message(makeLabel({}, u"caption"_s, this))
    , m_saveAnyway(makeButton(ProviderEditor::tr("Save anyway"), u"ghost"_s,
                              u"providers.editor.saveAnywayButton"_s, this))
    , m_discard(
          makeButton(ProviderEditor::tr("Discard"), {}, u"providers.editor.discardButton"_s, this))
    , m_save(makeButton(ProviderEditor::tr("Save"), u"primary"_s, u"providers.editor.saveButton"_s,
                        this))
{
    m_message->setObjectName(u"providers.editor.messageLabel"_s);
    m_message->setWordWrap(true);
    m_save->setToolTip(ProviderEditor::tr("Saves the provider (Ctrl+S)"));
    m_saveAnyway->hide();
    connect(m_save, &QPushButton::clicked, this, &EditorFooter::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &EditorFooter::discardRequested);
    connect(m_saveAnyway, &QPushButton::clicked, this, &EditorFooter::saveAnywayRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_saveAnyway);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
}

QString EditorFooter::message() const
{
    return m_message->text();
}

void EditorFooter::setMessage(const QString &text, const QString &tone)
{
    m_message->setText(text);
    setStyleProperty(m_message, "tone", tone);
}

void EditorFooter::showNew(bool isNew)
{
    m_save->setText(isNew ? ProviderEditor::tr("Test and save") : ProviderEditor::tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_discard->setText(isNew ? ProviderEditor::tr("Cancel") : ProviderEditor::tr("Discard"));
    m_discard->setAccessibleName(m_discard->text());
}

void EditorFooter::setEnabledParts(bool save, bool discard)
{
    m_save->setEnabled(save);
    m_discard->setEnabled(discard);
}

void EditorFooter::offerSaveAnyway(bool offered)
{
    m_saveAnyway->setVisible(offered);
}

} // namespace Gatehouse::Ui
