// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/stylesheet.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor& color)
{
    // WCAG 2.1, "relative luminance".
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

class TestWidgetsTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { Theme::instance().apply(*qApp, ThemeMode::Light, 100); }

    void keepsTextReadableOnEverySurface_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void keepsTextReadableOnEverySurface()
    {
        QFETCH(bool, dark);
        for (const Token surface :
             {Token::Sheet, Token::Chrome, Token::Sunken, Token::Hover, Token::Sel, Token::Press}) {
            for (const Token ink : {Token::Ink, Token::Ink2, Token::Ink3})
                QVERIFY(contrast(Tokens::value(ink, dark), Tokens::value(surface, dark)) >= 4.5);
        }
        for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info, Tone::Vio, Tone::Accent}) {
            const QColor text = Tokens::value(Tokens::text(tone), dark);
            QVERIFY(contrast(text, Tokens::value(Tokens::soft(tone), dark)) >= 4.5);
            QVERIFY(contrast(text, Tokens::value(Token::Sheet, dark)) >= 4.5);
        }
        QVERIFY(contrast(Tokens::value(Token::Ctl, dark), Tokens::value(Token::Sheet, dark)) >= 3.0);
        QVERIFY(contrast(Tokens::value(Token::Focus, dark), Tokens::value(Token::Sel, dark)) >= 3.0);
    }

    void givesEverySiteAReadableColour()
    {
        for (const QString& code : {u"MTL"_s, u"TOR"_s, u"DKR"_s, u"ABJ"_s, u"XYZ"_s, u"Q"_s}) {
            QVERIFY(contrast(Tokens::site(code, false), Tokens::value(Token::Sheet, false)) >= 4.5);
            QVERIFY(contrast(Tokens::site(code, true), Tokens::value(Token::Sheet, true)) >= 4.5);
            QCOMPARE(Tokens::site(code, false), Tokens::site(code.toLower(), false));
        }
    }

    void fillsEveryBlankOfTheStyleSheet()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        const QString light = styleSheetForTheme(false, 100);
        QVERIFY(!light.isEmpty());
        QVERIFY(!light.contains(u'@'));
        QVERIFY(light.contains(u"#0e5f6c"_s));
        QVERIFY(styleSheetForTheme(true, 100).contains(u"chevron-down-dark.svg"_s));
        QVERIFY(styleSheetForTheme(false, 150).contains(u"font-size: 18px"_s));
    }

    void takesItsFontsFromTheProgram()
    {
        QCOMPARE(QFontInfo(Fonts::body()).family(), u"Forecourt Sans"_s);
        QCOMPARE(QFontInfo(Fonts::title()).family(), u"Forecourt Display"_s);
        QCOMPARE(QFontInfo(Fonts::mono()).family(), u"JetBrains Mono"_s);
    }

    void alignsFiguresOfEqualLength()
    {
        for (const QFont& font : {Fonts::body(), Fonts::bodyStrong(), Fonts::second(), Fonts::mono()}) {
            const QFontMetricsF metrics(font);
            QCOMPARE(metrics.horizontalAdvance(u"11,111"_s), metrics.horizontalAdvance(u"98,760"_s));
        }
    }

    void growsTextAndLengthsWithThePersonsChoice()
    {
        Theme::instance().apply(*qApp, ThemeMode::Light, 150);
        QCOMPARE(Fonts::body().pixelSize(), 20);
        QCOMPARE(Theme::px(28), 42);
        Theme::instance().apply(*qApp, ThemeMode::Light, 400);
        QCOMPARE(Theme::instance().textPercent(), Theme::MaximumTextPercent);
        Theme::instance().apply(*qApp, ThemeMode::Light, 10);
        QCOMPARE(Theme::instance().textPercent(), Theme::MinimumTextPercent);
    }

    void changesColoursAtOnceAndSaysSo()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().apply(*qApp, ThemeMode::Dark, 100);
        QCOMPARE(changed.size(), 1);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(Theme::color(Token::Sheet), QColor(0x14, 0x1B, 0x1E));
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(Token::Sheet));
        QCOMPARE(QApplication::palette().color(QPalette::Disabled, QPalette::Text), Theme::color(Token::Ink3));
    }

    void movesNothingWhenMotionIsUnwanted()
    {
        Theme::instance().setReducedMotion(true);
        QCOMPARE(Theme::duration(160), 0);
        Theme::instance().setReducedMotion(false);
    }

    void tintsIconsWithTheThemeInUse()
    {
        const QIcon icon = IconProvider::icon(u"search"_s, Token::Ink);
        const auto darkest = [](const QPixmap& picture) {
            const QImage image = picture.toImage();
            QColor found;
            int alpha = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > alpha) {
                        alpha = pixel.alpha();
                        found = pixel;
                    }
                }
            }
            return found;
        };
        QVERIFY(darkest(icon.pixmap(32)).lightness() < 60);
        Theme::instance().apply(*qApp, ThemeMode::Dark, 100);
        QVERIFY(darkest(icon.pixmap(32)).lightness() > 200);
    }

    void warnsOfAnIconThatDoesNotExist()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon called no-such-icon");
        IconProvider::pixmap(u"no-such-icon"_s, 16, Qt::black, 1.0);
        QVERIFY(!IconProvider::has(u"no-such-icon"_s));
        QVERIFY(IconProvider::has(u"car-garage"_s));
    }
};

QTEST_MAIN(TestWidgetsTheme)
#include "tst_widgets_theme.moc"
