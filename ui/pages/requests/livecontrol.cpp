// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/livecontrol.h"

#include "ui/pages/requests/requeststable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int newRowsOffset = 44;

} // namespace

LiveControl::LiveControl(RequestsModel &model, QWidget *page)
    : QObject(page)
    , m_model(model)
    , m_button(makeButton(tr("Live"), {}, u"requests.liveToggle"_s, page))
{
    m_button->setCheckable(true);
    m_button->setChecked(true);
    m_button->setToolTip(tr("Show new requests as they come in (Space)"));
    connect(m_button, &QPushButton::clicked, this, [this](bool live) {
        m_pausedByScroll = false;
        setLive(live);
    });
}

void LiveControl::follow(RequestsTable &table, QWidget *card)
{
    m_table = &table;
    m_newRows = makeButton({}, u"primary"_s, u"requests.newRowsButton"_s, card);
    m_newRows->setIcon(themeIcon(u"arrow-up"_s, Ink::AccentText));
    m_newRows->hide();
    connect(m_newRows, &QPushButton::clicked, this, [this] {
        m_pausedByScroll = false;
        m_table->scrollToTop();
        setLive(true);
    });
    connect(m_table, &RequestsTable::resized, this, &LiveControl::showNewRows);
    connect(&m_model, &RequestsModel::modelReset, this, [this] { m_table->scrollToTop(); });
    connect(&m_model, &RequestsModel::waitingChanged, this, &LiveControl::showNewRows);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &LiveControl::followScroll);
    setLive(true);
}

void LiveControl::toggle()
{
    m_button->click();
}

void LiveControl::setLive(bool live)
{
    m_model.setLive(live);
    m_button->setChecked(live);
    m_button->setText(live ? tr("Live") : tr("Paused"));
    m_button->setAccessibleName(live ? tr("Live, new requests are shown")
                                     : tr("Paused, new requests wait"));
    m_button->setIcon(live ? themeIcon(u"circle-dot"_s, Ink::Ok)
                           : themeIcon(u"pause"_s, Ink::Muted));
    showNewRows();
}

void LiveControl::followScroll(int value)
{
    if (value > 0 && m_model.isLive()) {
        m_pausedByScroll = true;
        setLive(false);
    } else if (value == 0 && m_pausedByScroll) {
        m_pausedByScroll = false;
        setLive(true);
    }
}

void LiveControl::showNewRows()
{
    const int count = m_model.waitingCount();
    m_newRows->setVisible(count > 0 && !m_model.isLive());
    m_newRows->setText(tr("%n new", nullptr, count));
    m_newRows->setAccessibleName(tr("Show %n new requests", nullptr, count));
    m_newRows->adjustSize();
    const QPoint middle =
        m_table->mapTo(m_newRows->parentWidget(), QPoint(m_table->width() / 2, newRowsOffset));
    m_newRows->move(middle.x() - m_newRows->width() / 2, middle.y());
    m_newRows->raise();
}

} // namespace Gatehouse::Ui
