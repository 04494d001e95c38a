// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"
#include "models/gallery/logo.h"
#include "models/gallery/photodraft.h"
#include "models/gallery/renditionkeeper.h"
#include "tests/support/showngallery.h"
#include "ui/gallery/editslider.h"
#include "ui/gallery/filmstrip.h"
#include "ui/gallery/photoeditcanvas.h"
#include "ui/gallery/photoeditor.h"
#include "ui/gallery/renditionnote.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSlider>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// The editor on the first of some photos, with its preview there.
class Editing {
public:
    explicit Editing(int photos = 1) : gallery(std::vector<QImage>(static_cast<size_t>(photos), quarters(600, 400)))
    {
        open();
    }

    void open()
    {
        gallery.choose(0);
        QTest::keyClick(gallery.grid, Qt::Key_Space);
        QTest::keyClick(gallery.lightbox(), Qt::Key_E);
        editor = gallery.lightbox()->findChild<PhotoEditor*>();
        if (!editor || !QTest::qWaitFor([&] { return editor->canvas().hasPicture(); }, 60'000))
            qFatal("the editor did not appear");
        canvas = &editor->canvas();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(canvas, Qt::Key(key), modifiers); }
    void drag(const QPointF& from, const QPointF& to) const
    {
        QTest::mousePress(canvas, Qt::LeftButton, {}, from.toPoint());
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(canvas, (from + (to - from) * step / 4).toPoint());
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to.toPoint());
    }
    /// A point of the frame, as shares of it.
    QPointF at(double x, double y) const
    {
        const QRectF rect = canvas->frame().rect();
        return {rect.x() + x * rect.width(), rect.y() + y * rect.height()};
    }
    QByteArray lay() const { return layOf(canvas->grab(canvas->frame().rect().toAlignedRect()).toImage()); }
    QAbstractButton* button(const QString& name) const { return ShownGallery::button(editor, name); }
    const PhotoEdit& edit() const { return editor->draft().edit(); }
    const std::vector<PhotoCover>& covers() const { return editor->draft().covers(); }
    bool says(const QString& words) const
    {
        for (const QLabel* label : editor->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    ShownGallery gallery;
    PhotoEditor* editor = nullptr;
    PhotoEditCanvas* canvas = nullptr;
};

}  // namespace

/// Editing and covering photos by hand, over real files and real helper processes.
class TestPhotoEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp, ThemeMode::Light); }

    void whatIsSetIsAppliedAsOneStep()
    {
        Editing editing;
        editing.press(Qt::Key_R);
        QCOMPARE(editing.edit().turn, 1);
        editing.press(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(editing.edit().crop.width() < 1);
        const auto sliders = editing.editor->findChildren<QSlider*>();
        QCOMPARE(sliders.size(), 2);
        for (QSlider* slider : sliders)
            for (int i = 0; i < 5; ++i)
                QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(editing.edit().straighten, 0.5);
        QCOMPARE(editing.edit().exposure, 0.5);
        const PhotoEdit wanted = editing.edit();
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
        QCOMPARE(editing.gallery.photo(0).edit, wanted);
        QTRY_VERIFY(!editing.editor->isVisible());
        QVERIFY(editing.gallery.lightbox()->isVisible());
        editing.gallery.undo();
        QVERIFY(editing.gallery.photo(0).edit.isNone());
    }

    void theCropIsPulledByItsHandles()
    {
        Editing editing;
        editing.drag(editing.at(1, 1), editing.at(0.75, 0.5));
        QVERIFY(qAbs(editing.edit().crop.width() - 0.75) < 0.02);
        QVERIFY(qAbs(editing.edit().crop.height() - 0.5) < 0.02);
        // The whole of it is moved by its middle, and stays on the photo.
        editing.drag(editing.at(0.3, 0.2), editing.at(0.3 + 0.5, 0.2));
        QVERIFY(qAbs(editing.edit().crop.right() - 1) < 0.001);
        // A drag is one step.
        editing.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editing.edit().crop.left(), 0.0);
        editing.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(editing.edit().isNone());
    }

    void aShapeIsKeptWhilePulling()
    {
        Editing editing;
        const auto pixels = [&] {
            const QRectF crop = editing.edit().crop;
            return crop.width() * 600 / (crop.height() * 400);
        };
        QTest::mouseClick(editing.button(u"1:1"_s), Qt::LeftButton);
        QVERIFY(qAbs(pixels() - 1) < 0.001);
        const QRectF crop = editing.edit().crop;
        editing.drag(editing.at(crop.right(), crop.bottom()), editing.at(crop.right() - 0.2, crop.bottom() - 0.1));
        QVERIFY(editing.edit().crop.width() < crop.width());
        QVERIFY(qAbs(pixels() - 1) < 0.01);
        editing.press(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(qAbs(pixels() - 1) < 0.01);
        QTest::mouseClick(editing.button(u"4:3"_s), Qt::LeftButton);
        QVERIFY(qAbs(pixels() - 4.0 / 3) < 0.01);
    }

    void thePreviewShowsItAndTheOriginalWhileHeld()
    {
        Editing editing;
        editing.press(Qt::Key_3);
        QCOMPARE(editing.lay(), "rgbw");
        editing.press(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(editing.lay(), "brwg", 20'000);
        QTest::keyPress(editing.canvas, Qt::Key_O);
        QVERIFY(layOf(editing.canvas->grab().toImage()) != "brwg");
        QTest::keyRelease(editing.canvas, Qt::Key_O);
        QCOMPARE(editing.lay(), "brwg");
        editing.press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(editing.lay(), "rgbw", 20'000);
    }

    void theHorizonIsTurnedByHand()
    {
        Editing editing;
        QTest::mouseClick(editing.button(u"Straighten"_s), Qt::LeftButton);
        editing.drag(editing.at(0.9, 0.5), editing.at(0.9, 0.6));
        const double degrees = editing.edit().straighten;
        QVERIFY(degrees > 2 && degrees < 20);
        editing.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(editing.edit().straighten, degrees + 1);
        editing.drag(editing.at(0.9, 0.5), editing.at(0.5, 0.9));
        QCOMPARE(editing.edit().straighten, PhotoEdit::MaxStraighten);
    }

    void nothingThatWasSetIsLostByEscape()
    {
        Editing editing;
        editing.press(Qt::Key_R);
        editing.press(Qt::Key_Escape);
        QVERIFY(editing.editor->isVisible());
        QVERIFY(editing.says(u"Keep what you set?"_s));
        editing.press(Qt::Key_Escape);
        QVERIFY(editing.editor->isVisible());
        QVERIFY(!editing.says(u"Keep what you set?"_s));
        QCOMPARE(editing.edit().turn, 1);
        editing.press(Qt::Key_Escape);
        QTest::mouseClick(editing.button(u"Discard"_s), Qt::LeftButton);
        QVERIFY(!editing.editor->isVisible());
        QCOMPARE(editing.gallery.edits->count(), 0);

        // Nothing was set: nothing is asked.
        editing.open();
        QVERIFY(editing.edit().isNone());
        editing.press(Qt::Key_Escape);
        QVERIFY(!editing.editor->isVisible());

        editing.open();
        editing.press(Qt::Key_R);
        editing.gallery.lightbox()->close();
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
        QCOMPARE(editing.gallery.photo(0).edit.turn, 1);
    }

    void resetCanBeTakenBack()
    {
        Editing editing;
        editing.press(Qt::Key_R);
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
        QTRY_VERIFY(!editing.editor->isVisible());
        editing.open();
        QTRY_COMPARE(editing.edit().turn, 1);
        QTest::mouseClick(editing.button(u"Reset"_s), Qt::LeftButton);
        QVERIFY(editing.edit().isNone());
        editing.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editing.edit().turn, 1);
        editing.press(Qt::Key_Backspace, Qt::ControlModifier);
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.edits->count(), 2);
        QVERIFY(editing.gallery.photo(0).edit.isNone());
    }

    void coversAreDrawnMovedAndRemoved()
    {
        Editing editing;
        editing.press(Qt::Key_R);
        editing.press(Qt::Key_3);
        // The top left of the photo that lies on its side is the bottom left of the original.
        editing.drag(editing.at(0.1, 0.1), editing.at(0.4, 0.2));
        QCOMPARE(editing.covers().size(), size_t{1});
        const QRectF box = editing.covers()[0].box;
        QVERIFY(qAbs(box.left() - 0.1) < 0.03 && qAbs(box.right() - 0.2) < 0.03);
        QVERIFY(qAbs(box.top() - 0.6) < 0.03 && qAbs(box.bottom() - 0.9) < 0.03);
        editing.drag(editing.at(0.25, 0.15), editing.at(0.45, 0.15));
        QVERIFY(qAbs(editing.covers()[0].box.top() - (box.top() - 0.2)) < 0.03);
        QVERIFY(qAbs(editing.covers()[0].box.width() - box.width()) < 0.001);

        // The same by keys: right on the screen is up on the original.
        const QRectF before = editing.covers()[0].box;
        editing.press(Qt::Key_Right);
        QVERIFY(editing.covers()[0].box.top() < before.top());
        editing.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(editing.covers()[0].box.height() > before.height());
        QCOMPARE(editing.covers()[0].box.width(), before.width());
        editing.press(Qt::Key_Insert);
        QCOMPARE(editing.covers().size(), size_t{2});
        QVERIFY(editing.covers()[1].box.contains(QPointF(0.5, 0.5)));
        editing.press(Qt::Key_Delete);
        QCOMPARE(editing.covers().size(), size_t{1});
        for (int i = 0; i < 25; ++i)
            editing.press(Qt::Key_Insert);
        QCOMPARE(editing.covers().size(), size_t{PhotoCover::MaxCovers});
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.photo(0).covers.size(), size_t{PhotoCover::MaxCovers});
    }

    void coversGoToOtherPhotosToo()
    {
        Editing editing(3);
        editing.press(Qt::Key_3);
        editing.press(Qt::Key_Insert);
        auto* film = editing.editor->findChild<Filmstrip*>();
        QTRY_VERIFY(film->isVisible());
        QTest::mouseClick(film->viewport(), Qt::LeftButton, {}, film->visualRect(film->model()->index(2, 0)).center());
        QTRY_VERIFY(editing.says(u"1 more photo(s) get the same covers"_s));
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
        QCOMPARE(editing.gallery.photo(0).covers.size(), size_t{1});
        QCOMPARE(editing.gallery.photo(1).covers.size(), size_t{0});
        QCOMPARE(editing.gallery.photo(2).covers, editing.gallery.photo(0).covers);
        editing.gallery.undo();
        QCOMPARE(editing.gallery.photo(0).covers.size(), size_t{0});
        QCOMPARE(editing.gallery.photo(2).covers.size(), size_t{0});
    }

    void photosChosenInTheGridAreOfferedForTheCovers()
    {
        Editing editing(3);
        editing.press(Qt::Key_Escape);
        QTest::keyClick(editing.gallery.lightbox(), Qt::Key_Escape);
        QTRY_VERIFY(!editing.gallery.lightbox()->isVisible());
        editing.gallery.choose(0);
        QTest::keyClick(editing.gallery.grid, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(editing.gallery.grid, Qt::Key_E);
        QTRY_VERIFY(editing.editor->isVisible() && editing.canvas->hasPicture());
        editing.press(Qt::Key_3);
        editing.press(Qt::Key_Insert);
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.photo(2).covers.size(), size_t{1});
        QCOMPARE(editing.gallery.photo(1).covers.size(), size_t{1});
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
    }

    void aPhotoThatCannotBeMadeIsNamedAndTriedAgain()
    {
        ShownGallery gallery({quarters(600, 400), quarters(600, 400)});
        RenditionKeeper keeper(gallery.store.journal(), gallery.workers);
        gallery.view.follow(keeper);
        keeper.start();
        const QString original = BlobStore(gallery.store.store().blobDirectory()).path(gallery.photo(1).originalSha);
        QVERIFY(QFile::copy(original, original + u".kept"_s));
        writeFile(original, "no picture");
        gallery.choose(1);
        QTest::keyClick(gallery.grid, Qt::Key_R);
        const auto* note = gallery.view.findChild<RenditionNote*>();
        QVERIFY(!note->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 60'000);
        QVERIFY(note->text().startsWith(u"Not shown as edited: photo(s) 2."_s));
        QVERIFY(note->text().contains(ErrorText::full({ErrorCode::PhotoNotAnImage, {}, {}}).left(10)));
        QVERIFY(QFile::remove(original) && QFile::copy(original + u".kept"_s, original));
        QTest::mouseClick(ShownGallery::button(note, u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!gallery.photo(1).renditionsBehind, 60'000);
    }

    void aLogoOfTheDealershipCovers()
    {
        Editing editing;
        GalleryStore& store = editing.gallery.store;
        const BlobStore blobs(store.store().blobDirectory());
        const QByteArray png = encoded(quarters(40, 20), "png");
        const QByteArray sha = *blobs.put(png);
        store.must(store.journal().run(AddLogo{LogoId::create(), u"Mark"_s, sha, png.size()}).result());
        editing.press(Qt::Key_3);
        editing.press(Qt::Key_Insert);
        QTRY_VERIFY(editing.button(u"Logo"_s)->isEnabled());
        QTest::mouseClick(editing.button(u"Logo"_s), Qt::LeftButton);
        QCOMPARE(editing.covers()[0].with, PhotoCover::With::Logo);
        QCOMPARE(editing.covers()[0].logoSha, sha);
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.edits->count(), 1);
        QCOMPARE(editing.gallery.photo(0).covers[0].logoSha, sha);
    }

    void anEditWithoutTheOriginalIsStoredAndSaysWhatFollows()
    {
        Editing editing;
        editing.press(Qt::Key_Escape);
        const BlobStore blobs(editing.gallery.store.store().blobDirectory());
        const QByteArray original = editing.gallery.photo(0).originalSha;
        QVERIFY(QFile::remove(blobs.path(original)));
        QVERIFY(!editing.gallery.sync.wanted.contains(original));
        editing.open();
        QVERIFY(editing.gallery.sync.wanted.contains(original));
        QVERIFY(editing.says(u"The original of this photo is not on this computer."_s));
        QCOMPARE(editing.lay(), "rgbw");
        editing.press(Qt::Key_R);
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.gallery.photo(0).edit.turn, 1);
        QVERIFY(editing.gallery.photo(0).renditionsBehind);
    }
};

QTEST_MAIN(TestPhotoEditor)
#include "tst_photoeditor.moc"
