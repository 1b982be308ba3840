// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Gatehouse::Ui {

class PlainTextLabel;

//! A lifted surface: rounded, hairline border, a whisper of shadow, painted without style sheet or
//! effect. With a title it starts with a header line: title, caption, then header widgets.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCaption(const QString &caption);
    //! Adds to the right end of the header line.
    void addHeaderWidget(QWidget *widget);
    //! The content reaches nearly to the border, for tables; the header keeps its place.
    void setFlush();
    //! Where the content goes.
    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;
    //! The border colour; clickable cards answer the pointer with it.
    virtual QColor borderColour() const;

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_header = nullptr;
    QLabel *m_title = nullptr;
    PlainTextLabel *m_caption = nullptr;
};

} // namespace Gatehouse::Ui
