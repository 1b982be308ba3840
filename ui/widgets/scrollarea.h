// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace Gatehouse::Ui {

//! Scrolls \a content up and down, never sideways, with neither frame nor ground of its own. The
//! keyboard goes to what is in it.
QScrollArea *makeScrollArea(QWidget *content, QWidget *parent = nullptr);
//! The same for the body of a page. The scroll bar stands in the right margin of \a inset, whose
//! layout is complete: its cards keep their right edge.
QScrollArea *makePageArea(QWidget *inset, QWidget *parent);

} // namespace Gatehouse::Ui
