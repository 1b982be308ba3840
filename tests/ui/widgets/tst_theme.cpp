// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/theme.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

// WCAG 2.2 relative luminance and contrast ratio.
double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(double(c.redF())) + 0.7152 * channel(double(c.greenF()))
        + 0.0722 * channel(double(c.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanup() { m_theme.reset(); }

    void everyTokenIsAColour();
    void textIsReadableInBothThemes();
    void switchesLive();
    void reachesPagesThatWereHidden();
    void leavesNoMarksInTheStyleSheet();
    void scalesTextWithinBounds();
    void bringsItsFonts();
    void iconsFollowTheTheme();
    void disabledIconsArePale();
    void ringFollowsTheKeyboardOnly();
    void switchGreenWhenOn();

private:
    std::unique_ptr<Theme> m_theme;
};

void ThemeTest::everyTokenIsAColour()
{
    const Tokens tokens = Tokens::load();
    for (const Colours *c : {&tokens.light, &tokens.dark}) {
        for (const auto name : {"bg"_L1, "surface"_L1, "text"_L1, "accent"_L1, "ok"_L1, "warn"_L1,
                                "err"_L1, "grid"_L1, "seriesOther"_L1, "inputBorder"_L1})
            QVERIFY2(c->byName(QString(name)).isValid(), name.data());
        QCOMPARE(c->series.size(), 8);
        QCOMPARE(c->ramp.size(), 6);
    }
    QVERIFY(!tokens.light.byName(u"noSuchToken").isValid());
    QCOMPARE(tokens.light.seriesFill(8), tokens.light.seriesOther);
    QCOMPARE(tokens.light.seriesFill(-1), tokens.light.seriesOther);
}

void ThemeTest::textIsReadableInBothThemes()
{
    constexpr double least = 4.5;
    const Tokens tokens = Tokens::load();
    for (const Colours *c : {&tokens.light, &tokens.dark}) {
        QVERIFY(contrast(c->text, c->surface) >= least);
        QVERIFY(contrast(c->text3, c->neutralSoft) >= least);
        QVERIFY(contrast(c->accentText, c->accent) >= least);
        for (const auto tone : {Tone::Ok, Tone::Warn, Tone::Err, Tone::Info})
            QVERIFY(contrast(c->toneText(tone), c->toneSoft(tone)) >= least);
        QVERIFY(contrast(c->inputBorder, c->surface) >= 3);
    }
}

void ThemeTest::switchesLive()
{
    m_theme->setChoice(Theme::Choice::Light);
    QSignalSpy changed(m_theme.get(), &Theme::changed);
    const QColor light = QApplication::palette().color(QPalette::Window);
    m_theme->setChoice(Theme::Choice::Dark);
    QVERIFY(m_theme->isDark());
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < light.lightness());
    QCOMPARE(colours().bg, QColor(u"#0F1217"_s));
    QCOMPARE(changed.count(), 1);
}

// A page is made, shown, hidden, and shown again after the theme changed; beside it one that was
// never shown before. Both look like a page that is made now.
void ThemeTest::reachesPagesThatWereHidden()
{
    const auto makePage = [](QWidget *parent) {
        auto *page = new QWidget(parent);
        auto *column = new QVBoxLayout(page);
        column->addWidget(makeLabel(u"Muted words"_s, u"muted"_s, page));
        column->addWidget(makeLabel(u"A title"_s, u"dialogTitle"_s, page));
        column->addWidget(makeButton(u"Save"_s, u"primary"_s, u"save"_s, page));
        column->addWidget(new QSpinBox(page));
        return page;
    };
    m_theme->setChoice(Theme::Choice::Light);
    QStackedWidget deck;
    deck.resize(300, 300);
    deck.addWidget(makePage(&deck));
    deck.addWidget(new QWidget(&deck));
    deck.addWidget(makePage(&deck));
    deck.show();
    QVERIFY(QTest::qWaitForWindowExposed(&deck));
    const QImage light = deck.widget(0)->grab().toImage();
    deck.setCurrentIndex(1);
    m_theme->setTextScale(1.2);
    m_theme->setChoice(Theme::Choice::Dark);
    deck.setCurrentIndex(deck.addWidget(makePage(&deck)));
    QCoreApplication::sendPostedEvents();
    const QImage fresh = deck.currentWidget()->grab().toImage();
    for (const int page : {0, 2}) {
        deck.setCurrentIndex(page);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(deck.currentWidget()->grab().toImage(), fresh);
    }
    m_theme->setTextScale(1);
    m_theme->setChoice(Theme::Choice::Light); // and back while it shows
    deck.setCurrentIndex(0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(deck.currentWidget()->grab().toImage(), light);
}

void ThemeTest::leavesNoMarksInTheStyleSheet()
{
    const QString sheet = qApp->styleSheet();
    QVERIFY(sheet.size() > 2000);
    const QString rules = sheet.mid(sheet.indexOf(u"*/"_s));
    QVERIFY2(!rules.contains(u'@'), qPrintable(rules.mid(rules.indexOf(u'@'), 40)));
    QVERIFY(!rules.contains(u"rgba(0,0,0,255)"_s)); // the colour of an unknown token
}

void ThemeTest::scalesTextWithinBounds()
{
    m_theme->setTextScale(1.3);
    QCOMPARE(QApplication::font().pointSizeF(), 13.0);
    m_theme->setTextScale(9);
    QCOMPARE(QApplication::font().pointSizeF(), 15.0);
}

void ThemeTest::bringsItsFonts()
{
    QCOMPARE(QFontInfo(roleFont(FontRole::Body)).family(), u"Inter"_s);
    QCOMPARE(QFontInfo(roleFont(FontRole::Kpi)).family(), u"Inter Display"_s);
    QVERIFY(roleFont(FontRole::Kpi).pointSizeF() > roleFont(FontRole::PageTitle).pointSizeF());
}

void ThemeTest::iconsFollowTheTheme()
{
    const QIcon mark = themeIcon(u"square"_s, Ink::Accent);
    m_theme->setChoice(Theme::Choice::Light);
    const QImage light = mark.pixmap(24, 24).toImage();
    m_theme->setChoice(Theme::Choice::Dark);
    const QImage dark = mark.pixmap(24, 24).toImage();
    QVERIFY(!light.isNull());
    QVERIFY(light != dark);
}

void ThemeTest::disabledIconsArePale()
{
    const QIcon mark = themeIcon(u"check"_s);
    QVERIFY(mark.pixmap({16, 16}, QIcon::Disabled).toImage()
            != mark.pixmap({16, 16}, QIcon::Normal).toImage());
    QVERIFY(iconSource(u"no-such-icon"_s, Qt::red, 2).isEmpty());
    QVERIFY(iconSource(u"check"_s, Qt::red, 2).contains("#ff0000"));
}

void ThemeTest::ringFollowsTheKeyboardOnly()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    QPushButton *first = makeButton(u"First"_s, u"primary"_s, u"first"_s, &window);
    QPushButton *second = makeButton(u"Second"_s, {}, u"second"_s, &window);
    layout->addWidget(first);
    layout->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *ring = m_theme->findChild<FocusRing *>();
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring->target());
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QCOMPARE(ring->target(), second);
}

void ThemeTest::switchGreenWhenOn()
{
    Switch toggle;
    m_theme->setChoice(Theme::Choice::Light);
    QVERIFY(!hasColour(toggle.grab().toImage(), colours().okFill));
    toggle.click();
    QVERIFY(hasColour(toggle.grab().toImage(), colours().okFill));
}

} // namespace Gatehouse::Ui

QTEST_MAIN(Gatehouse::Ui::ThemeTest)
#include "tst_theme.moc"
