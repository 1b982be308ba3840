// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palettemodel.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace Gatehouse::Ui {

//! Finds and does anything: pages, actions, settings, objects of the gateway, requests by id, help.
//! An action that needs to know which asks in the same box; Escape or Backspace goes back.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void setEntries(const QList<PaletteEntry> &entries, const QStringList &recent,
                    const std::function<PaletteEntry(const QString &id)> &makeRequest);
    //! What stands in the field at first: a prefix such as "?".
    void setTyped(const QString &text);

Q_SIGNALS:
    //! A row was chosen; it runs after the palette has closed.
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void filter(const QString &text);
    void run();
    void ask(const PaletteEntry &entry);
    //! From the answers back to all entries; false when it shows these already.
    bool goBack();
    bool handleKey(QKeyEvent *event);

    PaletteModel m_model;
    QList<PaletteEntry> m_entries;
    QStringList m_recent;
    std::function<PaletteEntry(const QString &)> m_makeRequest;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_hint;
    bool m_asking = false;
};

} // namespace Gatehouse::Ui
