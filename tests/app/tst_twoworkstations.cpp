// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/workstation.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/photo.h"
#include "models/outbox/blobstore.h"
#include "models/vehicle/vehicletablemodel.h"
#include "tests/support/photofiles.h"
#include "tests/support/serverprocess.h"
#include "ui/gallery/gallerygrid.h"
#include "ui/gallery/galleryview.h"
#include "ui/gallery/lightbox.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/signinview.h"
#include "ui/shell/syncchip.h"
#include "ui/vehicle/inventorylist.h"
#include "ui/vehicle/inventorypage.h"
#include "ui/vehicle/vehicledetail.h"
#include "ui/vehicle/vehicleeditor.h"
#include "ui/vehicle/vehiclefilterbar.h"
#include "ui/vehicle/vehiclesidepanel.h"
#include "ui/vehicle/vehicletableview.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

const QString Vin = u"2T3B1RFV3KC045219"_s;

/// The whole workstation on a store of its own, as its program makes it, and the hands of a person on its window.
class Desk {
public:
    explicit Desk(const QUrl& server)
    {
        const auto windowsBefore = windows();
        Options options;
        options.store = m_directory.path();
        options.server = server;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        m_workstation = std::make_unique<Workstation>(*qApp, options);
        m_workstation->start();
        for (MainWindow* window : windows()) {
            if (!windowsBefore.contains(window))
                m_window = window;
        }
        if (!m_window)
            qFatal("no window");
        m_window->resize(1440, 900);
    }

    void comeForward()
    {
        m_window->raise();
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window))
            qFatal("the window does not become active");
    }

    void signIn(const QString& name)
    {
        comeForward();
        SignInView* view = nullptr;
        QTRY_VERIFY((view = shown<SignInView>()));
        const auto lines = view->findChildren<QLineEdit*>();
        QVERIFY(!lines[0]->text().isEmpty());
        lines[1]->setFocus();
        QTest::keyClicks(lines[1], name);
        lines[2]->setFocus();
        QTest::keyClicks(lines[2], ServerProcess::Password);
        QTest::keyClick(lines[2], Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shown<InventoryList>(), 20'000);
        QTRY_COMPARE(m_window->currentPageId(), u"inventory"_s);
    }

    template <class T>
    T* shown() const
    {
        for (T* widget : m_window->findChildren<T*>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    MainWindow* window() const { return m_window; }
    VehicleTableView* table() const { return shown<InventoryList>()->table(); }
    VehicleTableModel* model() const { return m_window->findChild<InventoryList*>()->model(); }
    QString syncWords() const { return m_window->findChild<SyncChip*>()->words(); }

    QLineEdit* field(const QString& name) const
    {
        for (QLineEdit* line : m_window->findChildren<QLineEdit*>()) {
            if (line->isVisible() && line->accessibleName() == name)
                return line;
        }
        qFatal("no field %s", qUtf8Printable(name));
        return nullptr;
    }
    bool isEditing() const { return shown<VehicleEditor>(); }

    /// Replaces the text of a field of the open editor and saves with Ctrl+Enter.
    void type(const QString& name, const QString& text)
    {
        QLineEdit* line = field(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void save(const QString& field)
    {
        QTest::keyClick(this->field(field), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!isEditing());
    }
    /// E on the row at hand, another colour, Ctrl+Enter.
    void paint(const QString& color)
    {
        comeForward();
        table()->setFocus();
        QTRY_VERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_E);
        QTRY_VERIFY(isEditing());
        QTRY_VERIFY(field(u"Stock number"_s)->isEnabled());
        type(u"Colour"_s, color);
        save(u"Colour"_s);
    }

    /// Colour of the vehicle at hand, as the panel beside the list shows it.
    QString color() const
    {
        for (const QLabel* label : shown<InventoryList>()->sidePanel()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().startsWith(u"Painted "_s))
                return label->text();
        }
        return {};
    }

    // ---- photos ------------------------------------------------------------------------------------------------

    GalleryGrid* grid() const { return shown<GalleryGrid>(); }
    /// File names in the order of the places.
    QStringList photos() const
    {
        QStringList names;
        if (!grid())
            return names;
        for (int row = 0; row < shown<GalleryView>()->photoCount(); ++row)
            names << grid()->model()->index(row, 0).data(GalleryListModel::FileNameRole).toString();
        return names;
    }
    QString primary() const
    {
        for (int row = 0; row < shown<GalleryView>()->photoCount(); ++row) {
            const QModelIndex index = grid()->model()->index(row, 0);
            if (index.data(GalleryListModel::PrimaryRole).toBool())
                return index.data(GalleryListModel::FileNameRole).toString();
        }
        return {};
    }
    /// Every photo is on this computer, in the sizes that come by themselves.
    bool allPhotosAreHere() const
    {
        const BlobStore blobs(m_directory.path() + u"/blobs"_s);
        for (int row = 0; row < shown<GalleryView>()->photoCount(); ++row) {
            const auto photo = grid()->model()->index(row, 0).data(GalleryListModel::PhotoRole).value<Photo>();
            for (const QByteArray& sha : {photo.thumbSha, photo.mediumSha}) {
                if (!blobs.has(sha))
                    return false;
            }
        }
        return true;
    }
    void dropFolder(const QString& folder)
    {
        auto* view = shown<GalleryView>();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder)});
        const QPoint point = view->rect().center();
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &drop);
    }
    /// With the mouse: press on one photo, pull, let go where the insertion mark stands before another.
    void drag(int from, int before)
    {
        const QPoint start = grid()->visualRect(grid()->model()->index(from, 0)).center();
        const QRect rect = grid()->visualRect(grid()->model()->index(before, 0));
        const QPoint end(rect.left() + 3, rect.center().y());
        QTest::mousePress(grid()->viewport(), Qt::LeftButton, {}, start);
        for (int step = 1; step <= 5; ++step)
            QTest::mouseMove(grid()->viewport(), start + (end - start) * step / 5);
        QCOMPARE(grid()->insertionRow(), before);
        QTest::mouseRelease(grid()->viewport(), Qt::LeftButton, {}, end);
    }
    void click(int row)
    {
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, {},
                          grid()->visualRect(grid()->model()->index(row, 0)).center());
    }
    /// Opens the vehicle at hand and its photos.
    void openPhotos()
    {
        comeForward();
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(shown<VehicleDetail>());
        shown<VehicleDetail>()->setFocus();
        QTest::keyClick(m_window, Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(grid());
    }

private:
    static QList<MainWindow*> windows()
    {
        QList<MainWindow*> found;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* window = qobject_cast<MainWindow*>(widget))
                found.append(window);
        }
        return found;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<Workstation> m_workstation;
    MainWindow* m_window = nullptr;
};

}  // namespace

/// What Forecourt is for, from the first sign-in on, with two whole workstations and a real server: a vehicle is added
/// by its VIN, photographed, changed without a network, and seen on the other desk.
class TestTwoWorkstations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FORECOURT_NO_KEYCHAIN", "1");
        QCoreApplication::setApplicationName(u"forecourt"_s);
        QApplication::setQuitOnLastWindowClosed(false);
        server.addUser(u"awa"_s);
        server.addUser(u"theo"_s);
        server.start();
        for (int i = 1; i <= 4; ++i) {
            QFile file(camera.filePath(u"IMG_%1.jpg"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(encoded(quarters(640 + i, 480), "jpg"));
        }
        first = std::make_unique<Desk>(server.url());
        first->signIn(u"awa"_s);
    }
    void cleanupTestCase()
    {
        second.reset();
        first.reset();
    }

    void aVehicleIsAddedByItsVin()
    {
        QTest::keyClick(first->window(), Qt::Key_N);
        QTRY_VERIFY(first->isEditing());
        QTRY_VERIFY(first->field(u"VIN"_s)->hasFocus());
        QTest::keyClicks(first->field(u"VIN"_s), Vin);
        QTRY_COMPARE(first->field(u"Make"_s)->text(), u"Toyota"_s);
        QCOMPARE(first->field(u"Model"_s)->text(), u"RAV4"_s);
        QCOMPARE(first->field(u"Year"_s)->text(), u"2019"_s);
        first->type(u"Stock number"_s, u"B26-9001"_s);
        first->save(u"Stock number"_s);
        QTRY_COMPARE(first->model()->rowCount(), 1);
    }

    void anEditIsTakenBack()
    {
        QTRY_VERIFY(first->model()->summary(0));
        first->table()->setFocus();
        first->table()->setCurrentIndex(first->model()->index(0, 0));
        QTest::keyClick(first->table(), Qt::Key_E);
        QTRY_VERIFY(first->isEditing());
        QTRY_VERIFY(first->field(u"Stock number"_s)->isEnabled());
        QCOMPARE(first->field(u"Stock number"_s)->text(), u"B26-9001"_s);
        first->type(u"Stock number"_s, u"WRONG"_s);
        first->save(u"Stock number"_s);
        QTRY_COMPARE(first->model()->summary(0) ? first->model()->summary(0)->stockNumber : QString(), u"WRONG"_s);
        first->table()->setFocus();
        QTest::keyClick(first->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(first->model()->summary(0) ? first->model()->summary(0)->stockNumber : QString(), u"B26-9001"_s);
    }

    void itIsFoundByTheLastSixOfItsVin()
    {
        QTest::keyClick(first->window(), Qt::Key_N);
        QTRY_VERIFY(first->isEditing());
        first->type(u"Stock number"_s, u"B26-9002"_s);
        first->type(u"Make"_s, u"Honda"_s);
        first->save(u"Make"_s);
        QTRY_COMPARE(first->model()->rowCount(), 2);
        first->table()->setFocus();
        QTest::keyClick(first->window(), Qt::Key_Slash);
        QLineEdit* filter = first->shown<InventoryList>()->filterBar()->textField();
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"045219"_s);
        QTRY_COMPARE(first->model()->rowCount(), 1);
        QTRY_VERIFY(first->model()->summary(0));
        QCOMPARE(first->model()->summary(0)->stockNumber, u"B26-9001"_s);
    }

    void aFolderOfPhotosIsDroppedAndPutInOrder()
    {
        first->openPhotos();
        first->dropFolder(camera.path());
        QTRY_COMPARE_WITH_TIMEOUT(
            first->photos(), (QStringList{u"IMG_1.jpg"_s, u"IMG_2.jpg"_s, u"IMG_3.jpg"_s, u"IMG_4.jpg"_s}), 30'000);
        QCOMPARE(first->primary(), u"IMG_1.jpg"_s);
        first->drag(3, 0);
        QTRY_COMPARE(first->photos().value(0), u"IMG_4.jpg"_s);
        first->click(2);
        QTest::keyClick(first->grid(), Qt::Key_P);
        QTRY_COMPARE(first->primary(), u"IMG_2.jpg"_s);
        QTest::keyClick(first->grid(), Qt::Key_Return);
        QTRY_VERIFY(first->shown<Lightbox>());
        QCOMPARE(first->shown<Lightbox>()->row(), 2);
        QTest::keyClick(first->shown<Lightbox>(), Qt::Key_Right);
        QTRY_COMPARE(first->shown<Lightbox>()->row(), 3);
        QTest::keyClick(first->shown<Lightbox>(), Qt::Key_Escape);
        QTRY_VERIFY(!first->shown<Lightbox>());
        QTRY_COMPARE_WITH_TIMEOUT(first->syncWords(), u"Online"_s, 30'000);
    }

    void workGoesOnWithoutTheServer()
    {
        server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(first->syncWords().startsWith(u"Offline since"_s), 30'000);
        first->drag(1, 4);
        QTRY_COMPARE(first->photos().value(3), u"IMG_1.jpg"_s);
        QTest::keyClick(first->window(), Qt::Key_Escape);
        QTRY_VERIFY(first->shown<InventoryList>());
        first->paint(u"Painted offline"_s);
        QTRY_VERIFY2(first->syncWords().endsWith(u"2 changes waiting"_s), qPrintable(first->syncWords()));
    }

    void theSecondDeskSeesEverythingOnceTheServerIsBack()
    {
        server.start();
        second = std::make_unique<Desk>(server.url());
        second->signIn(u"theo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(second->model()->rowCount(), 2, 30'000);
        QLineEdit* filter = second->shown<InventoryList>()->filterBar()->textField();
        QTest::keyClicks(filter, u"045219"_s);
        QTRY_COMPARE(second->model()->rowCount(), 1);
        second->table()->setCurrentIndex(second->model()->index(0, 0));
        second->openPhotos();
        QTRY_COMPARE_WITH_TIMEOUT(
            second->photos(), (QStringList{u"IMG_4.jpg"_s, u"IMG_2.jpg"_s, u"IMG_3.jpg"_s, u"IMG_1.jpg"_s}), 60'000);
        QTRY_COMPARE(second->primary(), u"IMG_2.jpg"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second->allPhotosAreHere(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(first->syncWords(), u"Online"_s, 60'000);
        QTest::keyClick(second->window(), Qt::Key_Escape);
        QTRY_VERIFY(second->shown<InventoryList>());
        QTRY_COMPARE_WITH_TIMEOUT(second->color(), u"Painted offline"_s, 30'000);
    }

    void changesOfOneDeskAppearOnTheOtherWithoutAClick()
    {
        second->paint(u"Painted by Theo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(first->color(), u"Painted by Theo"_s, 10'000);
        first->paint(u"Painted by Awa"_s);
        QTRY_COMPARE_WITH_TIMEOUT(second->color(), u"Painted by Awa"_s, 10'000);
        QTRY_COMPARE(second->syncWords(), u"Online"_s);
    }

private:
    ServerProcess server;
    QTemporaryDir camera;
    std::unique_ptr<Desk> first;
    std::unique_ptr<Desk> second;
};

QTEST_MAIN(TestTwoWorkstations)
#include "tst_twoworkstations.moc"
