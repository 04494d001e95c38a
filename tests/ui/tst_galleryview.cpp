// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "tests/support/gallerystore.h"
#include "tests/support/photofiles.h"
#include "ui/gallery/captionfield.h"
#include "ui/gallery/gallerygrid.h"
#include "ui/gallery/galleryslotsmodel.h"
#include "ui/gallery/galleryview.h"
#include "ui/gallery/importpanel.h"
#include "ui/gallery/lightbox.h"
#include "ui/gallery/lightboxcanvas.h"
#include "ui/gallery/overflowdialog.h"
#include "ui/gallery/overflowtray.h"
#include "ui/gallery/shotlistsheet.h"
#include "ui/gallery/videoplayer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include <functional>
#include <memory>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// A gallery on screen over a real store, as a page shows it.
class ShownGalleryView {
public:
    explicit ShownGalleryView(const QString& letters = {})
    {
        if (!letters.isEmpty())
            store.add(letters);
        showOver(letters.size());
    }
    /// Over a store that is filled already.
    explicit ShownGalleryView(const std::function<void(GalleryStore&)>& fill)
    {
        fill(store);
        showOver(std::ssize(store.gallery().photos));
    }

    void showOver(qsizetype photos)
    {
        view.resize(1180, 700);
        view.setVehicle(store.vehicle);
        view.show();
        view.activateWindow();
        view.setFocus();
        edits.emplace(&view, &GalleryView::edited);
        if (!QTest::qWaitForWindowActive(&view) || !QTest::qWaitFor([&] { return view.photoCount() == photos; }))
            qFatal("the gallery did not appear");
    }

    QPoint centreOf(int row) const { return grid->visualRect(grid->model()->index(row, 0)).center(); }

    /// Drags as a hand does: press, several moves, release.
    void drag(const QPoint& from, const QPoint& to, bool release = true)
    {
        QTest::mousePress(grid->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step)
            QTest::mouseMove(grid->viewport(), from + (to - from) * step / 4);
        if (release)
            QTest::mouseRelease(grid->viewport(), Qt::LeftButton, {}, to);
    }

    /// A point where the insertion mark stands before `row`.
    QPoint gapBefore(int row) const
    {
        const QRect rect = grid->visualRect(grid->model()->index(row, 0));
        return {rect.left() + 3, rect.center().y()};
    }

    void dropFromOutside(const QList<QUrl>& urls)
    {
        QMimeData data;
        data.setUrls(urls);
        dropFromOutside(data, view.rect().center());
    }
    /// On a point of the grid.
    void dropOnGrid(const QMimeData& data, const QPoint& point)
    {
        dropFromOutside(data, grid->viewport()->mapTo(&view, point));
    }

    void dropFromOutside(const QMimeData& data, const QPoint& point)
    {
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &enter);
        accepted = enter.isAccepted();
        QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &drop);
    }

    /// What stands in a place.
    QString wordsOf(int row) const { return grid->model()->index(row, 0).data(GallerySlotsModel::ShotRole).toString(); }
    QPushButton* button(const QString& text) const
    {
        for (auto* one : view.findChildren<QPushButton*>())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    void undo() { store.must(store.journal().revert(edits->last().at(1).value<UndoStep>()).result()); }

    template <class T>
    T* shown() const
    {
        for (T* widget : view.findChildren<T*>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    GalleryStore store;
    ImageWorkerPool workers;
    ThumbnailSource thumbnails{BlobStore(store.store().blobDirectory())};
    GalleryView view{store.journal(), thumbnails, workers, nullptr};
    GalleryGrid* grid = view.findChild<GalleryGrid*>();
    std::optional<QSignalSpy> edits;
    bool accepted = false;
};

}  // namespace

class TestGalleryView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp, ThemeMode::Light); }

    void showsFiftyNumberedPlaces()
    {
        ShownGalleryView gallery(u"abc"_s);
        const auto* model = gallery.grid->model();
        QCOMPARE(model->rowCount(), 50);
        QCOMPARE(model->index(2, 0).data(GalleryListModel::FileNameRole).toString(), u"c"_s);
        QCOMPARE(model->index(49, 0).data(GalleryListModel::NumberRole).toInt(), 50);
        QCOMPARE(model->index(49, 0).data(GallerySlotsModel::KindRole).value<GallerySlotsModel::Kind>(),
                 GallerySlotsModel::Kind::Empty);
    }

    void placesKeepTheRulesOfItemModels()
    {
        GalleryStore store;
        store.add(u"ab"_s);
        GalleryListModel photos(store.store());
        GallerySlotsModel places(photos);
        QAbstractItemModelTester tester(&places, QAbstractItemModelTester::FailureReportingMode::Fatal);
        photos.setVehicle(store.vehicle);
        QTRY_COMPARE(places.photoCount(), 2);
        places.setIncoming(std::vector<ImportItem>(3));
        QCOMPARE(places.rowCount(), 50);
        QCOMPARE(places.kindAt(2), GallerySlotsModel::Kind::Incoming);
        QCOMPARE(places.kindAt(5), GallerySlotsModel::Kind::Empty);
        store.add(QString(48, u'x'));
        QTRY_COMPARE(places.photoCount(), 50);
        QCOMPARE(places.rowCount(), 53);
        places.setIncoming({});
        QCOMPARE(places.rowCount(), 50);
        store.move(u"b"_s, u'a');
        QTRY_COMPARE(places.photoAt(0)->fileName, u"b"_s);
        QVERIFY(store.journal().run(RemovePhotos{{store.id(u'a')}}).result());
        QTRY_COMPARE(places.photoCount(), 49);
        QCOMPARE(places.rowCount(), 50);
        photos.setVehicle({});
        QCOMPARE(places.photoCount(), 0);
    }

    void draggingAPhotoMovesIt()
    {
        ShownGalleryView gallery(u"abcdef"_s);
        gallery.drag(gallery.centreOf(4), gallery.gapBefore(1));
        QTRY_COMPARE(gallery.store.order(), u"aebcdf"_s);
        QTRY_COMPARE(gallery.edits->count(), 1);
        gallery.undo();
        QCOMPARE(gallery.store.order(), u"abcdef"_s);
    }

    void draggingShowsWhereItWouldLand()
    {
        ShownGalleryView gallery(u"abcdef"_s);
        gallery.drag(gallery.centreOf(0), gallery.gapBefore(3), false);
        QVERIFY(gallery.grid->isDragging());
        QCOMPARE(gallery.grid->insertionRow(), 3);
        QTest::keyClick(gallery.grid, Qt::Key_Escape);
        QVERIFY(!gallery.grid->isDragging());
        QTest::mouseRelease(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.gapBefore(3));
        QTest::qWait(0);
        QCOMPARE(gallery.store.order(), u"abcdef"_s);
        QCOMPARE(gallery.edits->count(), 0);
    }

    void draggingOntoFreePlacesMovesToTheEnd()
    {
        ShownGalleryView gallery(u"abc"_s);
        gallery.drag(gallery.centreOf(0), gallery.centreOf(30));
        QTRY_COMPARE(gallery.store.order(), u"bca"_s);
    }

    void gapsNameTheShotsThatAreMissing()
    {
        ShownGalleryView gallery(u"abc"_s);
        QCOMPARE(gallery.wordsOf(3), u"Front ¾"_s);
        QCOMPARE(gallery.wordsOf(4), u"Left side"_s);
        QCOMPARE(gallery.wordsOf(0), QString());
        // There are more free places than shots.
        QCOMPARE(gallery.wordsOf(3 + 12), QString());
        QCOMPARE(gallery.grid->model()->index(3, 0).data(Qt::AccessibleTextRole).toString(), u"Missing: Front ¾"_s);
        QVERIFY(gallery.button(u"Shots 0 of 12"_s));
    }

    void aPhotoDroppedOnAGapBecomesThatShot()
    {
        ShownGalleryView gallery(u"abc"_s);
        gallery.drag(gallery.centreOf(2), gallery.centreOf(4), false);
        QCOMPARE(gallery.grid->gapRow(), 4);
        QCOMPARE(gallery.grid->insertionRow(), -1);
        QTest::mouseRelease(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(4));
        QTRY_COMPARE(gallery.store.gallery().photos[2].slot, u"left"_s);
        QCOMPARE(gallery.store.order(), u"abc"_s);
        QTRY_COMPARE(gallery.wordsOf(2), u"Left side"_s);
        QCOMPARE(gallery.wordsOf(4), u"Rear ¾"_s);
        QVERIFY(gallery.button(u"Shots 1 of 12"_s));
        gallery.undo();
        QTRY_COMPARE(gallery.wordsOf(4), u"Left side"_s);
        // The left edge of the first gap is still the end of the photos.
        gallery.drag(gallery.centreOf(0), gallery.gapBefore(3));
        QTRY_COMPARE(gallery.store.order(), u"bca"_s);
    }

    void theShotOfAllChosenPhotosIsChosenBesideThem()
    {
        ShownGalleryView gallery(u"abc"_s);
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(1));
        QTest::keyClick(gallery.grid, Qt::Key_A, Qt::ControlModifier);
        auto* shot = gallery.shown<QComboBox>();
        QVERIFY(shot);
        QCOMPARE(shot->currentText(), u"Nothing of the list"_s);
        shot->setFocus();
        QTest::keyClicks(shot, u"Eng"_s);
        QTRY_COMPARE(gallery.store.gallery().photos[2].slot, u"engine"_s);
        QCOMPARE(gallery.store.gallery().photos[0].slot, u"engine"_s);
        QTRY_COMPARE(gallery.edits->count(), 1);
        QCOMPARE(gallery.edits->last().at(0).toString(), u"Shot of 3 photo(s) chosen"_s);
    }

    void photosAreKeptRejectedTurnedAndPlacedByKeys()
    {
        ShownGalleryView gallery(u"abcd"_s);
        const auto press = [&gallery](Qt::Key key) { QTest::keyClick(gallery.grid, key); };
        const auto photo = [&gallery](int row) { return gallery.store.gallery().photos[static_cast<size_t>(row)]; };
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(1));
        press(Qt::Key_X);
        QTRY_COMPARE(photo(1).cull, PhotoCull::Reject);
        QTRY_VERIFY(gallery.grid->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"rejected"_s));
        press(Qt::Key_K);
        QTRY_COMPARE(photo(1).cull, PhotoCull::Keep);
        QTRY_VERIFY(gallery.grid->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"to keep"_s));
        // The same key again takes the mark away.
        press(Qt::Key_K);
        QTRY_COMPARE(photo(1).cull, PhotoCull::None);
        press(Qt::Key_R);
        QTRY_COMPARE(photo(1).edit.turn, 1);
        QCOMPARE(photo(0).edit.turn, 0);
        gallery.undo();
        QTRY_COMPARE(photo(1).edit.turn, 0);
        press(Qt::Key_4);
        QTRY_COMPARE(gallery.store.order(), u"acdb"_s);
        QTRY_COMPARE(gallery.grid->currentIndex().row(), 3);
        press(Qt::Key_1);
        QTRY_COMPARE(gallery.store.order(), u"bacd"_s);
        press(Qt::Key_9);
        QTRY_COMPARE(gallery.store.order(), u"acdb"_s);
    }

    void saysWhatToLookAtAgain()
    {
        // Real files: a dark picture, and one with shapes, twice.
        ShownGalleryView gallery;
        const QTemporaryDir folder;
        const auto draw = [&folder](const QString& name, const QColor& ground, bool shapes) {
            QImage image(1600, 1200, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            for (int i = 0; shapes && i < 60; ++i)
                painter.fillRect((i * 397) % 1500, (i * 211) % 1100, 90, 130,
                                 QColor::fromHsv(i * 37 % 360, 120, 255 - i * 3));
            painter.end();
            image.save(folder.filePath(name));
            return QUrl::fromLocalFile(folder.filePath(name));
        };
        const QUrl dark = draw(u"a.png"_s, QColor(6, 6, 6), false);
        const QUrl shapes = draw(u"b.png"_s, QColor(120, 130, 140), true);
        gallery.dropFromOutside({dark, shapes});
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 2, 30'000);
        const auto hint = [&gallery](int row) {
            return gallery.grid->model()->index(row, 0).data(GallerySlotsModel::HintRole).toString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!hint(0).isEmpty(), 10'000);
        QVERIFY(hint(1).isEmpty());
        gallery.dropFromOutside({shapes});
        QTRY_COMPARE_WITH_TIMEOUT(hint(2), u"Same as 2"_s, 30'000);
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(0));
        const auto lists = gallery.view.findChildren<QListWidget*>();
        QTRY_VERIFY(!lists.isEmpty() && lists.front()->isVisible());
        QTest::mouseClick(lists.front()->viewport(), Qt::LeftButton, {},
                          lists.front()->visualItemRect(lists.front()->item(lists.front()->count() - 1)).center());
        QCOMPARE(gallery.grid->currentIndex().row(), 2);
    }

    void whatIsRejectedIsRemovedTogether()
    {
        ShownGalleryView gallery(u"abcd"_s);
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(0));
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, Qt::ControlModifier, gallery.centreOf(2));
        QVERIFY(!gallery.button(u"Remove 2 rejected"_s));
        QTest::keyClick(gallery.grid, Qt::Key_X);
        QPushButton* remove = nullptr;
        QTRY_VERIFY((remove = gallery.button(u"Remove 2 rejected"_s)) && remove->isVisible());
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_COMPARE(gallery.store.order(), u"bd"_s);
        QTRY_VERIFY(!remove->isVisible());
        QTRY_COMPARE(gallery.edits->last().at(0).toString(), u"2 photo(s) removed"_s);
        gallery.undo();
        QTRY_COMPARE(gallery.store.order(), u"abcd"_s);
    }

    void theShotListIsChangedByKeysForEverybody()
    {
        ShownGalleryView gallery(u"a"_s);
        QTest::mouseClick(gallery.button(u"Shots 0 of 12"_s), Qt::LeftButton);
        auto* list = gallery.view.findChild<ShotListSheet*>()->findChild<QListWidget*>();
        QVERIFY(list);
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->count(), 13);
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(gallery.wordsOf(1), u"Left side"_s);
        QTRY_COMPARE(list->currentRow(), 0);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(gallery.wordsOf(1), u"Front ¾"_s);
        QTRY_COMPARE(list->count(), 12);
        QTest::keyClick(list, Qt::Key_Insert);
        QTRY_COMPARE(list->count(), 13);
        QTRY_COMPARE(list->currentRow(), 12);
        QTest::keyClick(list, Qt::Key_F2);
        auto* editor = list->findChild<QLineEdit*>();
        QTRY_VERIFY(editor && editor->isVisible());
        editor->selectAll();
        QTest::keyClicks(editor, u"Sunroof"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(gallery.wordsOf(12), u"Sunroof"_s);
        // Not needed: then it is no gap any more.
        QTest::keyClick(list, Qt::Key_Space);
        QTRY_VERIFY(gallery.wordsOf(12).isEmpty());
        gallery.undo();
        QTRY_COMPARE(gallery.wordsOf(12), u"Sunroof"_s);
    }

    void severalSelectedPhotosMoveTogether()
    {
        ShownGalleryView gallery(u"abcdef"_s);
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(3));
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, Qt::ControlModifier, gallery.centreOf(5));
        gallery.drag(gallery.centreOf(3), gallery.gapBefore(0));
        QTRY_COMPARE(gallery.store.order(), u"dfabce"_s);
        QTRY_COMPARE(gallery.edits->count(), 1);
    }

    void aPlainClickOnOneOfSeveralSelectsOnlyIt()
    {
        ShownGalleryView gallery(u"abc"_s);
        QTest::keyClick(gallery.grid, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(gallery.grid->chosenPhotos().size(), 3u);
        QTest::mouseClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(1));
        QCOMPARE(gallery.grid->chosenPhotos(), std::vector{gallery.store.id(u'b')});
    }

    void controlArrowsMoveByOne()
    {
        ShownGalleryView gallery(u"abcd"_s);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(1, 0));
        QTest::keyClick(gallery.grid, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(gallery.store.order(), u"acbd"_s);
        QTRY_COMPARE(gallery.grid->currentIndex().row(), 2);
        QTest::keyClick(gallery.grid, Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(gallery.store.order(), u"acdb"_s);
        QTRY_COMPARE(gallery.grid->currentIndex().row(), 3);
        QTest::keyClick(gallery.grid, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(gallery.grid, Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(gallery.store.order(), u"acbd"_s);
        QTRY_COMPARE(gallery.edits->count(), 3);
    }

    void keysMakePrimaryAndRemove()
    {
        ShownGalleryView gallery(u"abc"_s);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(2, 0));
        QTest::keyClick(gallery.grid, Qt::Key_P);
        QTRY_COMPARE(gallery.store.primary(), u"c"_s);
        QTest::keyClick(gallery.grid, Qt::Key_Delete);
        QTRY_COMPARE(gallery.store.order(), u"ab"_s);
        QTRY_COMPARE(gallery.edits->count(), 2);
        QCOMPARE(gallery.store.primary(), u"a"_s);
        gallery.undo();
        QTRY_COMPARE(gallery.view.photoCount(), 3);
        QCOMPARE(gallery.store.primary(), u"c"_s);
    }

    void aDroppedFolderIsImported()
    {
        ShownGalleryView gallery;
        QTRY_VERIFY(gallery.shown<EmptyState>());
        QTemporaryDir folder;
        for (int i = 1; i <= 3; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(600, 400), "jpeg"));
        gallery.dropFromOutside({QUrl::fromLocalFile(folder.path())});
        QVERIFY(gallery.accepted);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 3, 30'000);
        QCOMPARE(gallery.store.order(), u"123"_s);
        QTRY_COMPARE(gallery.edits->count(), 1);
        QVERIFY(!gallery.shown<EmptyState>());
        QTRY_VERIFY(!gallery.shown<ImportPanel>());
        gallery.undo();
        QTRY_COMPARE(gallery.view.photoCount(), 0);
    }

    void aFileDroppedOnAGapBecomesThatShot()
    {
        ShownGalleryView gallery(u"abc"_s);
        QTRY_COMPARE(gallery.wordsOf(3), u"Front ¾"_s);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"x"_s), encoded(quarters(), "jpeg"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.filePath(u"x"_s))});
        const QString shot = gallery.grid->model()->index(5, 0).data(GallerySlotsModel::ShotCodeRole).toString();
        gallery.dropOnGrid(data, gallery.centreOf(5));
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 4, 60'000);
        QCOMPARE(gallery.store.order(), u"abcx"_s);
        QCOMPARE(gallery.store.gallery().photos[3].slot, shot);
        QTRY_COMPARE(gallery.edits->count(), 1);
        gallery.undo();
        QTRY_COMPARE(gallery.view.photoCount(), 3);
    }

    void filesDroppedBetweenTwoPhotosComeBetweenThem()
    {
        ShownGalleryView gallery(u"abc"_s);
        QTemporaryDir folder;
        for (const QString& name : {u"1"_s, u"2"_s})
            writeFile(folder.filePath(name), encoded(quarters(), "jpeg"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        gallery.dropOnGrid(data, gallery.gapBefore(1));
        QCOMPARE(gallery.grid->insertionRow(), -1);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 5, 60'000);
        QCOMPARE(gallery.store.order(), u"a12bc"_s);
    }

    void showsWhereFilesWouldLand()
    {
        ShownGalleryView gallery(u"abc"_s);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/car.jpg"_s)});
        const auto over = [&](const QPoint& point) {
            QDragEnterEvent enter(gallery.grid->viewport()->mapTo(&gallery.view, point), Qt::CopyAction, &data,
                                  Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&gallery.view, &enter);
        };
        over(gallery.gapBefore(2));
        QCOMPARE(gallery.grid->insertionRow(), 2);
        over(gallery.centreOf(6));
        QCOMPARE(gallery.grid->gapRow(), 6);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&gallery.view, &leave);
        QCOMPARE(gallery.grid->gapRow(), -1);
        QCOMPARE(gallery.grid->insertionRow(), -1);
    }

    void whatDidNotFitWaitsBelowTheGrid()
    {
        ShownGalleryView gallery([](GalleryStore& store) { store.overfill(u"xyz"_s); });
        auto* tray = gallery.shown<OverflowTray>();
        QVERIFY(tray);
        auto* list = tray->findChild<QListView*>();
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(gallery.store.order().last(3), u"xyz"_s);
        QVERIFY(!gallery.grid->isRowHidden(49));
        for (int row = 50; row < 53; ++row)
            QVERIFY(gallery.grid->isRowHidden(row));
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"51"));

        // By key: the second one comes in for the photo that is current in the grid.
        const PhotoId third = gallery.store.gallery().photos[2].id;
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(2, 0));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(gallery.button(u"Swap with photo 3"_s)->isEnabled());
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(gallery.edits->count(), 1);
        QTRY_COMPARE(gallery.store.gallery().photos[2].fileName, u"y"_s);
        QCOMPARE(gallery.store.gallery().overflow()[1].id, third);
        gallery.undo();
        QTRY_COMPARE(gallery.store.order().last(3), u"xyz"_s);

        // By hand: it takes a place, and the last one goes out.
        QTRY_COMPARE(list->model()->rowCount(), 3);
        const std::unique_ptr<QMimeData> data(list->model()->mimeData({list->model()->index(2, 0)}));
        gallery.dropOnGrid(*data, gallery.gapBefore(1));
        QTRY_COMPARE(gallery.store.gallery().photos[1].fileName, u"z"_s);
        QCOMPARE(gallery.store.gallery().photos.size(), 53u);

        // The others come in by themselves when photos go.
        QTRY_COMPARE(gallery.edits->count(), 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        gallery.store.must(
            gallery.store.journal()
                .run(RemovePhotos{{gallery.store.gallery().photos[5].id, gallery.store.gallery().photos[6].id}})
                .result());
        QTRY_VERIFY(!gallery.shown<OverflowTray>());
        QCOMPARE(gallery.store.gallery().photos.size(), 50u);
        QVERIFY(!gallery.grid->isRowHidden(49));
    }

    void linksOfTheWebAreNotTaken()
    {
        ShownGalleryView gallery;
        gallery.dropFromOutside({QUrl(u"https://example.com/car.jpg"_s)});
        QVERIFY(!gallery.accepted);
        QVERIFY(!gallery.shown<ImportPanel>());
    }

    void refusedFilesStayListedUntilRead()
    {
        ShownGalleryView gallery;
        QTemporaryDir folder;
        writeFile(folder.filePath(u"good.jpg"_s), encoded(quarters(), "jpeg"));
        writeFile(folder.filePath(u"text.jpg"_s), "no picture");
        gallery.view.importFiles({folder.path()});
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 1, 30'000);
        auto* panel = gallery.shown<ImportPanel>();
        QVERIFY(panel);
        QStringList words;
        for (const QLabel* label : panel->findChildren<QLabel*>())
            words += label->text();
        QVERIFY(words.contains(u"text.jpg"_s));
        QVERIFY(words.contains(ImportPanel::stateWords(
            {{}, {}, 0, ImportItem::State::Failed, Error{ErrorCode::PhotoNotAnImage, {}, {}}, {}, false, {}})));
        QTest::mouseClick(panel->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_VERIFY(!gallery.shown<ImportPanel>());
    }

    void aPictureIsPasted()
    {
        ShownGalleryView gallery;
        QGuiApplication::clipboard()->setImage(quarters());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 1, 30'000);
        QCOMPARE(gallery.store.gallery().photos[0].mime, u"image/png"_s);
    }

    void tooManyAreAskedAbout()
    {
        ShownGalleryView gallery(QString(48, u'x'));
        QTemporaryDir folder;
        for (int i = 1; i <= 4; ++i)
            writeFile(folder.filePath(QString::number(i)), encoded(quarters(), "jpeg"));
        gallery.view.importFiles({folder.path()});
        QTRY_VERIFY(gallery.shown<OverflowDialog>());
        auto* dialog = gallery.shown<OverflowDialog>();
        auto* list = dialog->findChild<QListWidget*>();
        QCOMPARE(list->count(), 4);
        QCOMPARE(dialog->chosenRows(), (std::vector{0, 1}));
        list->item(2)->setCheckState(Qt::Checked);
        QPushButton* take = dialog->findChildren<QPushButton*>().last();
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->isDefault())
                take = button;
        }
        QVERIFY(!take->isEnabled());
        list->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(take->isEnabled());
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 50, 30'000);
        QCOMPARE(gallery.store.order().last(2), u"23"_s);
    }

    /// A phone's folder: nothing is read before somebody has chosen, and what cannot be a photo is not offered.
    void fiftyOfEightyMixedFilesAreChosenBeforeAnyIsRead()
    {
        ShownGalleryView gallery;
        QTemporaryDir folder;
        const QByteArray jpeg = encoded(quarters(), "jpeg");
        const QByteArray png = encoded(quarters(), "png");
        for (int i = 1; i <= 80; ++i)
            writeFile(folder.filePath(QString::number(i)), i % 8 == 0   ? QByteArray("no picture")
                                                           : i % 3 == 0 ? png
                                                                        : jpeg);
        gallery.view.importFiles({folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(gallery.shown<OverflowDialog>(), 30'000);
        auto* dialog = gallery.shown<OverflowDialog>();
        auto* list = dialog->findChild<QListWidget*>();
        QCOMPARE(list->count(), 70);
        QCOMPARE(dialog->chosenRows().size(), 50u);
        const auto* importer = gallery.view.findChild<PhotoImporter*>();
        QCOMPARE(importer->count(ImportItem::State::Done) + importer->count(ImportItem::State::Reading), 0);
        QCOMPARE(gallery.store.store()
                     .read([](Connection& c) { return c.scalar(u"SELECT count(*) FROM import_files"_s); })
                     .result()
                     ->toInt(),
                 0);
        // By keyboard: another one for the first.
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        list->setCurrentRow(69);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog->chosenRows().size(), 50u);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(gallery.view.photoCount(), 50, 120'000);
        QCOMPARE(gallery.store.gallery().photos.front().fileName, u"2"_s);
        QCOMPARE(gallery.store.gallery().photos.back().fileName, u"79"_s);
    }

    void takingNoneLeavesTheGalleryAlone()
    {
        ShownGalleryView gallery(QString(50, u'x'));
        QTemporaryDir folder;
        writeFile(folder.filePath(u"1"_s), encoded(quarters(), "jpeg"));
        gallery.view.importFiles({folder.path()});
        QTRY_VERIFY(gallery.shown<OverflowDialog>());
        QTest::keyClick(gallery.shown<OverflowDialog>(), Qt::Key_Escape);
        QTRY_VERIFY(!gallery.shown<OverflowDialog>());
        QTRY_VERIFY(gallery.shown<ImportPanel>());
        QCOMPARE(gallery.store.order().size(), 50);
    }

    void theCaptionIsKeptWhenAnotherPhotoIsChosen()
    {
        ShownGalleryView gallery(u"ab"_s);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(0, 0));
        auto* caption = gallery.view.findChild<CaptionField*>();
        caption->setFocus();
        QTest::keyClicks(caption, u"Front left, P"_s);
        QCOMPARE(gallery.store.primary(), u"a"_s);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(1, 0));
        QTRY_COMPARE(gallery.store.gallery().photos[0].caption, u"Front left, P"_s);
        QCOMPARE(caption->text(), QString());
    }

    void theLightboxWalksZoomsAndEdits()
    {
        ShownGalleryView gallery(u"abc"_s);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(0, 0));
        QTest::keyClick(gallery.grid, Qt::Key_Space);
        auto* lightbox = gallery.shown<Lightbox>();
        QVERIFY(lightbox);
        QCOMPARE(lightbox->row(), 0);
        QTest::keyClick(lightbox, Qt::Key_Right);
        QTest::keyClick(lightbox, Qt::Key_Right);
        QTest::keyClick(lightbox, Qt::Key_Right);
        QCOMPARE(lightbox->row(), 2);
        QTest::keyClick(lightbox, Qt::Key_Left);
        QCOMPARE(lightbox->row(), 1);
        QCOMPARE(gallery.grid->currentIndex().row(), 1);

        const double whole = lightbox->canvas().zoom();
        QTest::keyClick(lightbox, Qt::Key_Plus);
        QVERIFY(lightbox->canvas().zoom() > whole);
        QTest::keyClick(lightbox, Qt::Key_1);
        QCOMPARE(lightbox->canvas().zoom(), 1.0);
        QTest::keyClick(lightbox, Qt::Key_0);
        QVERIFY(lightbox->canvas().isFitted());

        QTest::keyClick(lightbox, Qt::Key_P);
        QTRY_COMPARE(gallery.store.primary(), u"b"_s);
        QTest::keyClick(lightbox, Qt::Key_Delete);
        QTRY_COMPARE(gallery.store.order(), u"ac"_s);
        QTRY_COMPARE(gallery.edits->count(), 2);
        QTRY_COMPARE(lightbox->row(), 1);
        QTest::keyClick(lightbox, Qt::Key_Escape);
        QTRY_VERIFY(!lightbox->isVisible());
    }

    void aVideoIsToldFromAPhotoEverywhere()
    {
        ShownGalleryView gallery(u"a"_s);
        NewPhoto clip = GalleryStore::newPhoto(u"b"_s);
        clip.durationMs = 72'000;
        clip.mime = u"video/mp4"_s;
        gallery.store.must(gallery.store.journal().run(AddPhotos{gallery.store.vehicle, {clip}}).result());
        QTRY_COMPARE(gallery.view.photoCount(), 2);
        gallery.grid->setCurrentIndex(gallery.grid->model()->index(1, 0));
        QVERIFY(gallery.grid->model()
                    ->index(1, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Video 2 of 2, 1\u00A0min"_s));
        auto* turn = gallery.button(u"Turn"_s);
        QVERIFY(turn);
        QVERIFY(!turn->isEnabled());
        QVERIFY(!turn->toolTip().isEmpty());
        // By the keyboard neither: only the photo is turned when both are chosen.
        gallery.grid->selectAll();
        QTest::keyClick(gallery.grid, Qt::Key_R);
        QTRY_COMPARE(gallery.store.gallery().photos[0].edit.turn, 1);
        QVERIFY(gallery.store.gallery().photos[1].edit.isNone());

        gallery.grid->setCurrentIndex(gallery.grid->model()->index(0, 0));
        QTest::keyClick(gallery.grid, Qt::Key_Space);
        auto* lightbox = gallery.shown<Lightbox>();
        QVERIFY(lightbox);
        QVERIFY2(!lightbox->player(), "photos need no player");
        QTest::keyClick(lightbox, Qt::Key_Right);
        QVERIFY(lightbox->player());
        QVERIFY(lightbox->player()->isVisible());
        QTest::keyClick(lightbox, Qt::Key_Space);
        QCOMPARE(lightbox->player()->state(), VideoPlayer::State::Fetching);
        QCOMPARE(lightbox->row(), 1);
        QTest::keyClick(lightbox, Qt::Key_Left);
        QVERIFY(!lightbox->player()->isVisible());
        QCOMPARE(lightbox->player()->state(), VideoPlayer::State::Ready);
    }

    void theLightboxClosesWithTheLastPhoto()
    {
        ShownGalleryView gallery(u"a"_s);
        QTest::mouseDClick(gallery.grid->viewport(), Qt::LeftButton, {}, gallery.centreOf(0));
        auto* lightbox = gallery.shown<Lightbox>();
        QVERIFY(lightbox);
        QTest::keyClick(lightbox, Qt::Key_Delete);
        QTRY_VERIFY(!lightbox->isVisible());
    }

    void everyPlaceCanBeHeard()
    {
        ShownGalleryView gallery(u"ab"_s);
        const auto* model = gallery.grid->model();
        const QString first = model->index(0, 0).data(Qt::AccessibleTextRole).toString();
        const QString second = model->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(first.contains(u"a"_s) && first.size() > second.size());
        QVERIFY(model->index(40, 0).data(Qt::AccessibleTextRole).toString().contains(u"41"_s));
        QVERIFY(!gallery.grid->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestGalleryView)
#include "tst_galleryview.moc"
