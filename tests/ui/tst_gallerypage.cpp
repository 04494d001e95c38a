// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/galleryneedsmodel.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/user/userdirectory.h"
#include "tests/support/gallerystore.h"
#include "tests/support/scriptedsynccontrol.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/appearance.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabstrip.h"

#include <QListView>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

class GalleryNavigator final : public Navigator {
public:
    void open(const Route& route) override { opened.append(route); }
    void notify(const QString& text) override { said.append(text); }
    QList<Route> opened;
    QStringList said;
};

/// The page on screen over a real store: B26-1187 with three photos, B26-0001 and B26-0002 with none.
class ShownGalleryPage {
public:
    ShownGalleryPage()
    {
        settings.wishForSession(u"light"_s, u"en"_s);
        store.add(u"abc"_s);
        for (const QString& stock : {u"B26-0001"_s, u"B26-0002"_s})
            cars.push_back(addCar(stock));
        page.emplace(context, services);
        page->resize(1180, 760);
        page->show();
        page->activateWindow();
        page->setFocus();
        if (!QTest::qWaitForWindowActive(&*page) || !QTest::qWaitFor([&] { return strip()->model()->rowCount() == 3; }))
            qFatal("the page did not appear");
    }

    VehicleId addCar(const QString& stock)
    {
        const VehicleId car = VehicleId::create();
        store.must(store.edit([&](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car.uuid(), {{u"stock_number"_s, stock}, {u"make"_s, u"Kia"_s}});
        }));
        return car;
    }
    QListView* strip() const
    {
        for (auto* view : page->findChildren<QListView*>())
            if (qobject_cast<GalleryNeedsModel*>(view->model()))
                return view;
        qFatal("no strip");
    }
    TabStrip* tabs() const { return page->findChild<TabStrip*>(); }
    GalleryView* gallery() const { return page->findChild<GalleryView*>(); }
    QString stockAt(int row) const
    {
        return strip()->model()->index(row, 0).data(GalleryNeedsModel::GlanceRole).value<GalleryGlance>().stockNumber;
    }
    VehicleId shown() const { return VehicleId(*Uuid::fromString(page->route().path.value(1))); }
    bool says(const QString& text) const
    {
        for (const Label* label : page->findChildren<Label*>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    }

    GalleryStore store;
    ShellSettings settings{QString()};
    Appearance appearance{*qApp, settings};
    ScriptedSyncControl sync;
    CurrentSite site;
    UndoHistory undo{store.journal()};
    LocationDirectory locations{store.store()};
    UserDirectory users{store.store()};
    GalleryNavigator navigator;
    ImageWorkerPool workers;
    ThumbnailSource thumbnails{BlobStore(store.store().blobDirectory())};
    GalleryServices services{&thumbnails, &workers, {}};
    ShellContext context{&store.store(), &store.journal(), &sync,  &site,     &undo,
                         &settings,      &locations,       &users, &navigator};
    std::vector<VehicleId> cars;
    std::optional<GalleryPage> page;
};

}  // namespace

/// The photos of the whole stock at a glance.
class TestGalleryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheVehicleThatHasFewestPhotos()
    {
        ShownGalleryPage shown;
        QCOMPARE(shown.stockAt(0), u"B26-0001"_s);
        QCOMPARE(shown.stockAt(2), u"B26-1187"_s);
        QCOMPARE(shown.shown(), shown.cars[0]);
        QVERIFY(shown.says(u"3 vehicles under 12 photos"_s));
        QTRY_COMPARE(shown.page->statusText(), u"1 of 3 · 0 of 50 places"_s);
    }

    void opensOneVehicleAfterAnotherByKey()
    {
        ShownGalleryPage shown;
        QTest::keyClick(&*shown.page, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(shown.shown(), shown.cars[1]);
        QTest::keyClick(&*shown.page, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(shown.shown(), shown.store.vehicle);
        QTRY_COMPARE(shown.gallery()->photoCount(), 3);
        // The last one is the last one.
        QTest::keyClick(&*shown.page, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(shown.shown(), shown.store.vehicle);
        QTest::keyClick(&*shown.page, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(shown.shown(), shown.cars[1]);
        QTest::keyClick(&*shown.page, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(shown.navigator.opened.value(0).path.value(1), shown.cars[1].toString());
    }

    void listsByWhatIsLacking()
    {
        ShownGalleryPage shown;
        shown.tabs()->setCurrentIndex(3);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 1);
        QCOMPARE(shown.stockAt(0), u"B26-1187"_s);
        // What was chosen stays until another one is chosen.
        QCOMPARE(shown.shown(), shown.cars[0]);
        shown.tabs()->setCurrentIndex(1);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 2);
        shown.page->findChild<SearchField*>()->setText(u"0002"_s);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 1);
        shown.page->findChild<SearchField*>()->setText(u"nothing like it"_s);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 0);
    }

    void followsTheStock()
    {
        ShownGalleryPage shown;
        QTest::mouseClick(shown.strip()->viewport(), Qt::LeftButton, {},
                          shown.strip()->visualRect(shown.strip()->model()->index(2, 0)).center());
        QTRY_COMPARE(shown.shown(), shown.store.vehicle);
        shown.store.add(u"defghijkl"_s);
        QTRY_VERIFY(shown.says(u"2 vehicles under 12 photos"_s));
        QTRY_COMPARE(shown.gallery()->photoCount(), 12);
        shown.tabs()->setCurrentIndex(2);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 2);
        QCOMPARE(shown.shown(), shown.store.vehicle);
        shown.addCar(u"A26-0003"_s);
        QTRY_COMPARE(shown.strip()->model()->rowCount(), 3);
        QCOMPARE(shown.stockAt(0), u"A26-0003"_s);
    }

    void comesBackToThePlaceOfItsRoute()
    {
        ShownGalleryPage shown;
        shown.page->activate({u"gallery"_s, {u"vehicle"_s, shown.store.vehicle.toString()}});
        QCOMPARE(shown.shown(), shown.store.vehicle);
        QTRY_COMPARE(shown.strip()->currentIndex().row(), 2);
        QTRY_COMPARE(shown.gallery()->photoCount(), 3);
    }
};

QTEST_MAIN(TestGalleryPage)
#include "tst_gallerypage.moc"
