// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace Gatehouse::Ui {

//! A label of plain text in one of the tones of the style sheet: "pageTitle", "title", "muted",
//! "caption", "section", "error", "code"…
QLabel *makeLabel(const QString &text, const QString &tone, QWidget *parent = nullptr);

//! Sets a dynamic property that style sheet rules match ("kind", "tone", "state") and lets the
//! widget take its new look.
void setStyleProperty(QWidget *widget, const char *property, const QString &value);

//! A push button of a kind of the style sheet: "primary", "ghost", "link", "danger" or "" for the
//! ordinary one. \a objectName also names it for tests; the text is its accessible name.
QPushButton *makeButton(const QString &text, const QString &kind, const QString &objectName,
                        QWidget *parent = nullptr);

//! A flat button with only an icon; \a name is its tooltip and accessible name.
QToolButton *makeIconButton(const QString &iconName, const QString &name, const QString &objectName,
                            QWidget *parent = nullptr);

} // namespace Gatehouse::Ui
