// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/shell/gatewaycard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/navbutton.h"

#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int fullWidth = 222;
constexpr int foldedWidth = 56;
constexpr int markSize = 26;

//! The icon of the program, drawn from its SVG at any resolution.
class BrandMark : public QWidget
{
public:
    explicit BrandMark(QWidget *parent)
        : QWidget(parent)
        , m_renderer(u":/gatehouse.svg"_s)
    {
        setFixedSize(markSize, markSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_renderer.render(&painter, rect());
    }

private:
    QSvgRenderer m_renderer;
};

} // namespace

Sidebar::Sidebar(StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_sections{new QVBoxLayout, new QVBoxLayout, new QVBoxLayout, new QVBoxLayout}
    , m_mark(new BrandMark(this))
    , m_brand(makeLabel(u"Gatehouse"_s, u"appName"_s, this))
    , m_gateway(new GatewayCard(status, this))
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("kind", u"sidebar"_s);
    setFixedWidth(fullWidth);
    m_layout->setContentsMargins(12, 14, 13, 12);
    m_layout->setSpacing(2);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(6, 0, 0, 0);
    brand->setSpacing(9);
    brand->addWidget(m_mark);
    brand->addWidget(m_brand, 1);
    m_layout->addLayout(brand);
    m_layout->addSpacing(12);
    m_layout->addWidget(m_gateway);
    m_layout->addSpacing(8);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (Section(i) == Section::Bottom)
            m_layout->addStretch(1);
        m_sections.at(i)->setSpacing(2);
        m_layout->addLayout(m_sections.at(i));
    }
}

void Sidebar::addPage(const QString &id, const QString &iconName, const QString &title,
                      Section section)
{
    QVBoxLayout *group = m_sections.at(std::size_t(section));
    if (group->isEmpty() && (section == Section::SetUp || section == Section::Tools))
        addCaption(group, section == Section::SetUp ? tr("Set up") : tr("Tools"));
    auto *button = new NavButton(iconName, title, this);
    button->setObjectName(u"nav.%1"_s.arg(id));
    button->setFolded(m_folded);
    group->addWidget(button);
    m_pages.insert(id, button);
    orderTabs();
    connect(button, &NavButton::clicked, this, [this, id] { Q_EMIT pageChosen(id); });
}

void Sidebar::setPageShown(const QString &id, bool shown)
{
    if (NavButton *button = m_pages.value(id))
        button->setVisible(shown);
    showCaptions();
}

void Sidebar::showCaptions()
{
    for (const QVBoxLayout *group : m_sections) {
        bool anyPage = false;
        QLabel *caption = nullptr;
        for (int i = 0; i < group->count(); ++i) {
            QWidget *item = group->itemAt(i)->widget();
            if (auto *label = qobject_cast<QLabel *>(item))
                caption = label;
            else
                anyPage = anyPage || !item->isHidden();
        }
        if (caption)
            caption->setVisible(anyPage && !m_folded);
    }
}

void Sidebar::addCaption(QVBoxLayout *group, const QString &text)
{
    QLabel *caption = makeLabel(text, u"section"_s, this);
    caption->setContentsMargins(10, 12, 0, 4);
    caption->setVisible(!m_folded);
    group->addWidget(caption);
    m_captions.append(caption);
}

void Sidebar::orderTabs()
{
    QWidget *last = m_gateway;
    for (const QVBoxLayout *group : m_sections) {
        for (int i = 0; i < group->count(); ++i) {
            if (auto *button = qobject_cast<NavButton *>(group->itemAt(i)->widget())) {
                setTabOrder(last, button);
                last = button;
            }
        }
    }
}

void Sidebar::setCurrent(const QString &id)
{
    if (NavButton *button = m_pages.value(id))
        button->setChecked(true);
}

void Sidebar::setBadge(const QString &id, int count)
{
    if (NavButton *button = m_pages.value(id))
        button->setBadge(count);
}

void Sidebar::setUnsaved(const QString &id, bool unsaved)
{
    if (NavButton *button = m_pages.value(id))
        button->setUnsaved(unsaved);
}

void Sidebar::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth : fullWidth);
    m_layout->setContentsMargins(folded ? 9 : 12, 14, folded ? 10 : 13, 12);
    m_brand->setVisible(!folded);
    m_gateway->setVisible(!folded);
    showCaptions();
    for (NavButton *button : m_pages)
        button->setFolded(folded);
}

} // namespace Gatehouse::Ui
