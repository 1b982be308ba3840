// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/providers/editorsection.h"

class QPlainTextEdit;

namespace Gatehouse::Ui {

//! The programs that start and stop a self-hosted engine, and when.
class PowerFields : public EditorSection
{
    Q_OBJECT

public:
    explicit PowerFields(Form &form, QWidget *parent = nullptr);

    void showDraft(const ProviderDraft &draft) override;
    void readDraft(ProviderDraft &draft) const override;
    //! A command whose text is none.
    Api::Findings findings() const override;

private:
    QPlainTextEdit *makeCommand(const QString &example);

    QStringList m_shownWake; //!< as the document has them
    QStringList m_shownSleep;
    QPlainTextEdit *m_wake = nullptr;
    QPlainTextEdit *m_sleep = nullptr;
    QDoubleSpinBox *m_idleTime = nullptr;
    QDoubleSpinBox *m_wakeTime = nullptr;
};

} // namespace Gatehouse::Ui
