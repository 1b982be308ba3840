// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/filterfield.h"

#include "ui/models/filtervalues.h"
#include "ui/models/filterwords.h"
#include "ui/widgets/theme.h"

#include <QtCore/QStringListModel>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const QStringList &languageWords()
{
    static const QStringList words{u"status:error"_s,   u"status:failed"_s,
                                   u"status:200"_s,     u"status:429"_s,
                                   u"status:5xx"_s,     u"provider:"_s,
                                   u"model:"_s,         u"route:"_s,
                                   u"key:"_s,           u"team:"_s,
                                   u"client:"_s,        u"latency>2s"_s,
                                   u"ttft>1s"_s,        u"cost>0.05"_s,
                                   u"cost:unpriced"_s,  u"tokens>8000"_s,
                                   u"attempts>1"_s,     u"served:fallback"_s,
                                   u"attempt:failed"_s, u"cache:hit"_s,
                                   u"tag:"_s,           u"id:"_s,
                                   u"streamed:yes"_s,   u"streamed:no"_s,
                                   u"error:"_s,         u"since:2h"_s,
                                   u"since:today"_s,    u"since:month"_s,
                                   u"until:"_s};
    return words;
}

// A word still open: the name is there, the value is not.
bool wantsValue(const QString &word)
{
    return word.endsWith(u':');
}

} // namespace

FilterField::FilterField(QWidget *parent)
    : SearchField(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(languageWords(), this))
{
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(9);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterField::complete);
    connect(this, &QLineEdit::textEdited, this, &FilterField::offerCompletions);
    connect(this, &QLineEdit::textChanged, this, [this] { markWrong({}); });
}

void FilterField::markWrong(const QString &word)
{
    m_wrong = word;
    update();
}

int FilterField::wordStart() const
{
    const QString before = text().first(cursorPosition());
    const bool inQuotes = before.count(u'"') % 2 == 1;
    if (before.isEmpty() || (before.back().isSpace() && !inQuotes))
        return cursorPosition();
    return cursorPosition() - int(splitFilter(before).constLast().size());
}

QString FilterField::wordAtCursor() const
{
    const int start = wordStart();
    return text().sliced(start, cursorPosition() - start);
}

void FilterField::offerCompletions()
{
    const QString word = wordAtCursor();
    const QString field = word.section(u':', 0, 0);
    if (word.contains(u':') && FilterValues::knows(field))
        Q_EMIT valuesWanted(field, word.sliced(field.size() + 1).remove(u'"'));
    popUp(languageWords(), word);
}

void FilterField::offerValues(const QString &field, const QStringList &values)
{
    const QString word = wordAtCursor();
    if (!hasFocus() || !word.startsWith(QString(field + u':')))
        return;
    QStringList words;
    for (const QString &value : values)
        words.append(filterWord(field, value));
    // The gateway has chosen already by what was typed after the colon.
    if (!words.contains(word))
        popUp(words, {});
}

void FilterField::popUp(const QStringList &words, const QString &prefix)
{
    m_words->setStringList(words);
    m_completer->setCompletionPrefix(prefix);
    const bool whole =
        m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix;
    if (wordAtCursor().isEmpty() || whole || m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = rect();
    place.setWidth(std::max(260, m_completer->popup()->sizeHintForColumn(0) + 40));
    m_completer->complete(place);
}

void FilterField::complete(const QString &word)
{
    const int start = wordStart();
    const QString rest = text().sliced(cursorPosition());
    const QString put = wantsValue(word) || rest.startsWith(u' ') ? word : QString(word + u' ');
    setText(text().first(start) + put + rest);
    setCursorPosition(start + int(put.size()));
    if (wantsValue(word))
        offerCompletions();
    else
        Q_EMIT returnPressed();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool choosing =
        m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (choosing && enter) {
        event->ignore(); // the list takes it
        return;
    }
    if (enter)
        m_completer->popup()->hide();
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        m_words->setStringList(languageWords());
        m_completer->setCompletionPrefix({});
        m_completer->complete();
        return;
    }
    SearchField::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    SearchField::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
}

void FilterField::paintEvent(QPaintEvent *event)
{
    SearchField::paintEvent(event);
    const qsizetype at = m_wrong.isEmpty() ? -1 : text().indexOf(m_wrong);
    if (at < 0)
        return;
    // The line edit does not tell where a character is, but where its cursor is.
    const QFontMetricsF metrics(font());
    const double textStart =
        cursorRect().center().x() - metrics.horizontalAdvance(text().first(cursorPosition()));
    const double left = textStart + metrics.horizontalAdvance(text().first(at));
    const double right = left + metrics.horizontalAdvance(m_wrong);
    const double y = height() / 2.0 + metrics.ascent() / 2 + 4;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours().err, 1.4));
    QPainterPath wave(QPointF(left, y));
    for (double x = left; x < right; x += 4) {
        wave.quadTo(x + 1, y - 2, x + 2, y);
        wave.quadTo(x + 3, y + 2, x + 4, y);
    }
    painter.setClipRect(rect().adjusted(30, 0, -8, 0));
    painter.drawPath(wave);
}

} // namespace Gatehouse::Ui
