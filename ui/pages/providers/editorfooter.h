// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! The foot of a provider's form: what is to be said of it, and its buttons.
class EditorFooter : public QWidget
{
    Q_OBJECT

public:
    explicit EditorFooter(QWidget *parent);

    QString message() const;
    void setMessage(const QString &text, const QString &tone);
    //! A new provider is tested before it is saved, and has nothing to go back to.
    void showNew(bool isNew);
    void setEnabledParts(bool save, bool discard);
    void offerSaveAnyway(bool offered);

Q_SIGNALS:
    void saveRequested();
    void saveAnywayRequested();
    void discardRequested();

private:
    QLabel *m_message;
    QPushButton *m_saveAnyway;
    QPushButton *m_discard;
    QPushButton *m_save;
};

} // namespace Gatehouse::Ui
