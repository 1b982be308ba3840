// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QButtonGroup;
class QLayout;
class QPushButton;

namespace Gatehouse::Ui {

//! One choice of a few, all visible. Left and Right move it.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    //! Wraps: in as many lines as the width asks for.
    enum class Shape { OneLine, Wraps };

    explicit SegmentedControl(QWidget *parent = nullptr, Shape shape = Shape::OneLine);

    //! \a id is what current() gives back; \a name is read aloud, the text when empty.
    void addSegment(const QString &id, const QString &text, const QString &name = {});
    QString current() const;
    //! Another text for a segment; \a name is read aloud.
    void setText(const QString &id, const QString &text, const QString &name);
    //! Without currentChanged().
    void setCurrent(const QString &id);

Q_SIGNALS:
    //! The person chose.
    void currentChanged(const QString &id);

private:
    QPushButton *button(const QString &id) const;

    QLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace Gatehouse::Ui
