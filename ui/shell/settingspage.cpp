// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"

#include "ui/models/preferences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int cardWidth = 640;
constexpr int controlWidth = 220;
constexpr std::array textPercents{85, 100, 115, 130, 150};

QLabel *rowLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    QLabel *label = makeLabel(text, u"muted"_s, parent);
    label->setBuddy(buddy);
    label->setMinimumHeight(buddy->sizeHint().height());
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

SettingsPage::SettingsPage(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_theme(new QComboBox(this))
    , m_textSize(new QComboBox(this))
{
    setObjectName(u"page.settings"_s);
    setAccessibleName(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(buildAppearance());
    layout->addWidget(buildAbout());
    layout->addStretch(1);
    setProperty("ready", true);
}

Card *SettingsPage::buildAppearance()
{
    auto *card = new Card(tr("Appearance"), this);
    card->setMaximumWidth(cardWidth);
    m_theme->setObjectName(u"settings.appearance.themeCombo"_s);
    m_theme->addItems({tr("Like the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(int(m_preferences.theme()));
    m_theme->setFixedWidth(controlWidth);
    m_textSize->setObjectName(u"settings.appearance.textSizeCombo"_s);
    const int percent = qRound(m_preferences.textScale() * 100);
    for (const int choice : textPercents) {
        m_textSize->addItem(tr("%1 %").arg(choice));
        if (choice == percent)
            m_textSize->setCurrentIndex(m_textSize->count() - 1);
    }
    m_textSize->setFixedWidth(controlWidth);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(24);
    form->addRow(rowLabel(tr("Theme"), m_theme, card), m_theme);
    form->addRow(rowLabel(tr("Text size"), m_textSize, card), m_textSize);
    card->content()->addSpacing(6);
    card->content()->addLayout(form);
    connect(m_theme, &QComboBox::activated, this, &SettingsPage::applyTheme);
    connect(m_textSize, &QComboBox::activated, this, &SettingsPage::applyTextSize);
    return card;
}

Card *SettingsPage::buildAbout()
{
    auto *card = new Card(tr("About"), this);
    card->setMaximumWidth(cardWidth);
    card->content()->addWidget(
        makeLabel(tr("Gatehouse %1").arg(QStringLiteral(GATEHOUSE_VERSION)), u"muted"_s, card));
    auto *licences = makeLabel(tr("Free software under the GNU General Public License, version 3 "
                                  "or later. Font: Inter (SIL Open Font License 1.1). Icons: "
                                  "Lucide (ISC licence, older shapes MIT)."),
                               u"caption"_s, card);
    licences->setWordWrap(true);
    card->content()->addWidget(licences);
    return card;
}

void SettingsPage::applyTheme(int index)
{
    const auto choice = Theme::Choice(index);
    m_preferences.setTheme(choice);
    if (Theme *theme = Theme::current())
        theme->setChoice(choice);
}

void SettingsPage::applyTextSize(int index)
{
    const double scale = textPercents.at(std::size_t(index)) / 100.0;
    m_preferences.setTextScale(scale);
    if (Theme *theme = Theme::current())
        theme->setTextScale(scale);
}

} // namespace Gatehouse::Ui
