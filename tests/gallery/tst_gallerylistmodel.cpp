// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/gallerylistmodel.h"
#include "tests/support/gallerystore.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

class ShownGallery {
public:
    explicit ShownGallery(GalleryStore& store)
        : model(store.store()), m_tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        model.setVehicle(store.vehicle);
    }

    QString order() const
    {
        QString letters;
        for (int row = 0; row < model.rowCount(); ++row) {
            letters += model.index(row).data(GalleryListModel::FileNameRole).toString();
            if (model.index(row).data(GalleryListModel::NumberRole).toInt() != row + 1)
                return u"wrong number"_s;
        }
        return letters;
    }

    QString primary() const
    {
        QString letters;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(GalleryListModel::PrimaryRole).toBool())
                letters += model.index(row).data(GalleryListModel::FileNameRole).toString();
        }
        return letters;
    }

    GalleryListModel model;

private:
    QAbstractItemModelTester m_tester;
};

}  // namespace

class TestGalleryListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsThere()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        ShownGallery shown(store);
        QTRY_COMPARE(shown.order(), u"abc"_s);
        QVERIFY(shown.model.isLoaded());
        QCOMPARE(shown.primary(), u"a"_s);
    }

    void followsEveryEdit()
    {
        GalleryStore store;
        ShownGallery shown(store);
        QTRY_VERIFY(shown.model.isLoaded());
        store.add(u"abcd"_s);
        QTRY_COMPARE(shown.order(), u"abcd"_s);
        store.move(u"d"_s, u'b');
        QTRY_COMPARE(shown.order(), u"adbc"_s);
        QVERIFY(store.journal().run(MakePrimary{store.id(u'c')}).result());
        QTRY_COMPARE(shown.primary(), u"c"_s);
        QVERIFY(store.journal().run(RemovePhotos{{store.id(u'c'), store.id(u'a')}}).result());
        QTRY_COMPARE(shown.order(), u"db"_s);
        QTRY_COMPARE(shown.primary(), u"d"_s);
    }

    void selectionSurvivesEditsOfOthers()
    {
        GalleryStore store;
        store.add(u"abcd"_s);
        ShownGallery shown(store);
        QTRY_COMPARE(shown.order(), u"abcd"_s);
        QItemSelectionModel selection(&shown.model);
        selection.select(shown.model.index(2), QItemSelectionModel::Select);
        QSignalSpy resets(&shown.model, &QAbstractItemModel::modelReset);
        store.move(u"c"_s, u'a');
        QVERIFY(store.journal().run(RemovePhotos{{store.id(u'b')}}).result());
        QTRY_COMPARE(shown.order(), u"cad"_s);
        QCOMPARE(selection.selectedIndexes().size(), 1);
        QCOMPARE(selection.selectedIndexes()[0].data(GalleryListModel::FileNameRole).toString(), u"c"_s);
        QCOMPARE(resets.count(), 0);
    }

    void aCaptionChangesOneRow()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        ShownGallery shown(store);
        QTRY_COMPARE(shown.order(), u"abc"_s);
        QSignalSpy changed(&shown.model, &QAbstractItemModel::dataChanged);
        QVERIFY(store.journal().run(CaptionPhoto{store.id(u'b'), u"Left side"_s}).result());
        QTRY_COMPARE(shown.model.index(1).data(GalleryListModel::CaptionRole).toString(), u"Left side"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    }

    void anotherVehicleShowsItsOwnPhotos()
    {
        GalleryStore store;
        store.add(u"abc"_s);
        ShownGallery shown(store);
        QTRY_COMPARE(shown.order(), u"abc"_s);
        shown.model.setVehicle(VehicleId::create());
        QCOMPARE(shown.model.rowCount(), 0);
        QTRY_VERIFY(shown.model.isLoaded());
        shown.model.setVehicle(store.vehicle);
        QTRY_COMPARE(shown.order(), u"abc"_s);
        shown.model.setVehicle({});
        QCOMPARE(shown.model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGalleryListModel)
#include "tst_gallerylistmodel.moc"
