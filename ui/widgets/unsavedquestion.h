// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

class QWidget;

namespace Gatehouse::Ui {

//! The question before edits would be lost: save them, discard them, or stay, which is the safe
//! answer.
struct UnsavedQuestion {
    QString objectName; //!< its buttons add ".saveButton", ".discardButton", ".stayButton"
    QString title;      //!< "Save the changes to OpenAI?"
    QString text = {};
    QString saveText = {}; //!< empty: "Save"
    std::function<void()> save;
    std::function<void()> discard;
};

//! Asks once: a question of this name that is open already is left as it is.
void askUnsaved(QWidget *parent, const UnsavedQuestion &question);

} // namespace Gatehouse::Ui
