// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/filterline.h"

#include "ui/models/filterwords.h"
#include "ui/pages/requests/filterfield.h"
#include "ui/pages/requests/requestspage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString withoutWord(const QString &filter, const QString &word)
{
    QStringList words = splitFilter(filter);
    words.removeOne(word);
    return words.join(u' ');
}

bool isRequestId(const QString &text)
{
    static const QRegularExpression id(u"^(?:id:)?req_[0-9A-Za-z]{26}$"_s);
    return id.match(text).hasMatch();
}

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(this))
    , m_error(makeLabel({}, u"error"_s, this))
    , m_chips(new FlowLayout(nullptr, 8, 8))
{
    m_field->setObjectName(u"requests.filterField"_s);
    m_field->setAccessibleName(RequestsPage::tr("Filter requests"));
    m_field->setPlaceholderText(
        RequestsPage::tr("Filter, for example status:error provider:openai latency>2s"));
    m_error->setObjectName(u"requests.filterErrorLabel"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    connect(m_field, &QLineEdit::returnPressed, this, &FilterLine::applied);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() || isRequestId(text.trimmed()))
            Q_EMIT applied(); // a pasted id is looked for at once, in all time
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    layout->addWidget(m_error);
}

void FilterLine::showError(const QString &word, const QString &advice)
{
    m_error->setText(advice);
    m_error->setVisible(!advice.isEmpty());
    setStyleProperty(m_field, "state", advice.isEmpty() ? QString() : u"error"_s);
    m_field->setAccessibleDescription(advice);
    m_field->markWrong(word);
}

void FilterLine::showWords(const QString &filter)
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        if (item->widget()->hasFocus())
            m_field->setFocus();
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> gone(item);
    }
    const QStringList words = splitFilter(filter);
    QWidget *previous = m_field;
    for (const QString &word : words) {
        auto *chip = new Chip(word, parentWidget());
        chip->setObjectName(u"requests.chip.%1"_s.arg(word));
        m_chips->addWidget(chip);
        chip->show();
        setTabOrder(previous, chip);
        previous = chip;
        connect(chip, &Chip::clicked, this,
                [this, word, filter] { Q_EMIT filterChosen(withoutWord(filter, word)); });
    }
}

} // namespace Gatehouse::Ui
