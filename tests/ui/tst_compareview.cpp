// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/showngallery.h"
#include "ui/gallery/comparepane.h"
#include "ui/gallery/compareview.h"
#include "ui/gallery/lightboxcanvas.h"
#include "ui/widgets/singlekeys.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Lines, drawn sharply or through a small picture.
QImage lines(const QColor& ground, bool sharp)
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    for (int i = 0; i < 60; ++i)
        painter.fillRect((i * 397) % 1500, (i * 211) % 1100, 90, 130, QColor::fromHsv(i * 37 % 360, 120, 255 - i * 3));
    painter.end();
    return sharp ? image
                 : image.scaled(80, 60, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .scaled(1600, 1200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

std::vector<QImage> four()
{
    return {lines(Qt::gray, true), lines(Qt::darkCyan, false), lines(Qt::darkYellow, true), lines(Qt::darkRed, true)};
}

}  // namespace

class TestCompareView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp, ThemeMode::Light); }

    void comparesTheTwoThatAreChosenInTheGrid()
    {
        ShownGallery gallery(four());
        const auto centre = [&](int row) {
            return gallery.grid->visualRect(gallery.grid->model()->index(row, 0)).center();
        };
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, centre(0));
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(2));
        QTest::keyClick(gallery.grid, Qt::Key_C);
        CompareView* view = compareView(gallery);
        QVERIFY(view && view->isVisible());
        QCOMPARE(view->photo(0), gallery.photo(0).id);
        QCOMPARE(view->photo(1), gallery.photo(2).id);
        QCOMPARE(view->chosenSide(), 1);
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_VERIFY(!gallery.lightbox()->isVisible());
        QCOMPARE(gallery.grid->chosenPhotos().size(), size_t{2});

        // With one chosen it is that one and the next, or the one before the last.
        gallery.choose(3);
        QTest::keyClick(gallery.grid, Qt::Key_C);
        QCOMPARE(view->photo(0), gallery.photo(3).id);
        QCOMPARE(view->photo(1), gallery.photo(2).id);
        QTest::keyClick(view, Qt::Key_C);
        QTRY_VERIFY(!gallery.lightbox()->isVisible());
    }

    void keysActOnTheChosenSide()
    {
        ShownGallery gallery(four());
        CompareView* view = openFromLightbox(gallery);
        // Arrows pass over the photo of the other side.
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->photo(1), gallery.photo(2).id);
        QTest::keyClick(view, Qt::Key_Left);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->photo(1), gallery.photo(1).id);
        QCOMPARE(view->photo(0), gallery.photo(0).id);

        QTest::keyClick(view, Qt::Key_X);
        QTRY_COMPARE(gallery.photo(1).cull, PhotoCull::Reject);
        QCOMPARE(gallery.photo(0).cull, PhotoCull::None);
        QTRY_VERIFY(view->pane(1).accessibleName().contains(u"rejected"_s));
        QTest::keyClick(view, Qt::Key_Tab);
        QCOMPARE(view->chosenSide(), 0);
        QTest::keyClick(view, Qt::Key_K);
        QTRY_COMPARE(gallery.photo(0).cull, PhotoCull::Keep);
        QCOMPARE(gallery.photo(1).cull, PhotoCull::Reject);
        QTest::keyClick(view, Qt::Key_R);
        QTRY_COMPARE(gallery.edits->count(), 3);
        QCOMPARE(gallery.photo(0).edit.turn, 1);
        gallery.undo();
        QTRY_COMPARE(gallery.photo(0).edit.turn, 0);
        QTest::mouseClick(&view->pane(1).canvas(), Qt::LeftButton);
        QCOMPARE(view->chosenSide(), 1);
        QTest::keyClick(view, Qt::Key_P);
        QTRY_COMPARE(gallery.store.gallery().primary()->id, gallery.photo(1).id);
        // Ends at the photo that was chosen last.
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(gallery.lightbox()->isVisible());
        QCOMPARE(gallery.lightbox()->row(), 1);
    }

    void bothSidesZoomAndMoveTogetherUntilUnlinked()
    {
        ShownGallery gallery(four());
        CompareView* view = openFromLightbox(gallery);
        LightboxCanvas& left = view->pane(0).canvas();
        LightboxCanvas& right = view->pane(1).canvas();
        QTRY_COMPARE(left.size(), right.size());
        QTest::keyClick(view, Qt::Key_Plus);
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(right.view().enlarged > 1.5);
        QCOMPARE(left.view().enlarged, right.view().enlarged);
        // Dragged on the left, the right goes along.
        const QPoint middle = left.rect().center();
        QTest::mousePress(&left, Qt::LeftButton, {}, middle);
        QTest::mouseMove(&left, middle + QPoint(60, 20));
        QTest::mouseRelease(&left, Qt::LeftButton, {}, middle + QPoint(60, 20));
        QVERIFY(left.view().centre.x() < 0.5);
        QCOMPARE(right.view().centre, left.view().centre);

        QTest::keyClick(view, Qt::Key_L);
        QTest::keyClick(view, Qt::Key_0);
        QVERIFY(left.isFitted());
        QVERIFY(!right.isFitted());
        QTest::mouseClick(ShownGallery::button(view, u"Zoom and move both sides"_s), Qt::LeftButton);
        QVERIFY(right.isFitted());
    }

    void saysWhichIsSharper()
    {
        ShownGallery gallery(four());
        CompareView* view = openFromLightbox(gallery);
        QTRY_COMPARE_WITH_TIMEOUT(view->pane(0).accessibleDescription(), u"Sharper than the other"_s, 20'000);
        QVERIFY(view->pane(1).accessibleDescription() == u"Blurry"_s ||
                view->pane(1).accessibleDescription() == u"Less sharp than the other"_s);
    }

    void aPhotoThatIsRemovedMakesRoomForItsNeighbour()
    {
        ShownGallery gallery({quarters(), quarters(), quarters()});
        CompareView* view = openFromLightbox(gallery);
        const PhotoId first = gallery.photo(0).id;
        const PhotoId last = gallery.photo(2).id;
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_COMPARE(view->photo(1), last);
        QCOMPARE(view->photo(0), first);
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_VERIFY(!view->isVisible());
        QVERIFY(gallery.lightbox()->isVisible());
        QCOMPARE(gallery.lightbox()->row(), 0);
        QTRY_COMPARE(gallery.edits->count(), 2);
        gallery.undo();
        QTRY_COMPARE(gallery.store.gallery().photos.size(), size_t{2});
    }

    void aTurnedPhotoKeepsItsShape()
    {
        ShownGallery gallery({quarters(600, 400)});
        gallery.choose(0);
        QTest::keyClick(gallery.grid, Qt::Key_Space);
        LightboxCanvas& canvas = gallery.lightbox()->canvas();
        const auto width = [&] { return shownWidth(canvas); };
        QTRY_VERIFY(width() > 0);
        QTest::keyClick(gallery.lightbox(), Qt::Key_1);
        QTRY_COMPARE(width(), 600);
        // Until the renditions follow, which nothing here makes, it is still the picture that lies.
        QTest::keyClick(gallery.lightbox(), Qt::Key_R);
        QTRY_COMPARE(gallery.photo(0).edit.turn, 1);
        QTRY_VERIFY(gallery.lightbox()->row() == 0);
        QCOMPARE(width(), 600);
    }

    void lettersThatAreSwitchedOffDoNothing()
    {
        ShownGallery gallery({quarters(), quarters()});
        CompareView* view = openFromLightbox(gallery);
        SingleKeys::setOn(false);
        QTest::keyClick(view, Qt::Key_X);
        QTest::keyClick(view, Qt::Key_C);
        SingleKeys::setOn(true);
        QVERIFY(view->isVisible());
        // Keys that mean nothing here do not reach the single photo behind.
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(gallery.lightbox()->row(), 0);
        QTest::mouseClick(ShownGallery::button(view, u"Keep this side"_s), Qt::LeftButton);
        QTRY_COMPARE(gallery.photo(1).cull, PhotoCull::Keep);
    }

    void undoWorksInAWindowOfItsOwn()
    {
        ShownGallery gallery(four());
        connect(&gallery.view, &GalleryView::undoRequested, &gallery.view, [&gallery] { gallery.undo(); });
        CompareView* view = openFromLightbox(gallery);
        const PhotoId chosen = view->chosenPhoto();
        const auto cull = [&] {
            const Gallery now = gallery.store.gallery();
            return now.photos.at(static_cast<size_t>(now.indexOf(chosen))).cull;
        };
        QTest::keyClick(view, Qt::Key_X);
        QTRY_COMPARE(cull(), PhotoCull::Reject);
        QTRY_COMPARE(gallery.edits->size(), 1);
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(cull(), PhotoCull::None);
    }

private:
    static CompareView* compareView(const ShownGallery& gallery)
    {
        return gallery.lightbox()->findChild<CompareView*>();
    }

    static CompareView* openFromLightbox(ShownGallery& gallery)
    {
        gallery.choose(0);
        QTest::keyClick(gallery.grid, Qt::Key_Space);
        QTest::keyClick(gallery.lightbox(), Qt::Key_C);
        return compareView(gallery);
    }

    /// Pixels of the line through the middle that are no ground.
    static int shownWidth(LightboxCanvas& canvas)
    {
        const QImage shot = canvas.grab().toImage();
        int pixels = 0;
        for (int x = 0; x < shot.width(); ++x)
            pixels += layOf(shot.copy(x, shot.height() / 3, 1, 1)) != "????" ? 1 : 0;
        return pixels;
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
