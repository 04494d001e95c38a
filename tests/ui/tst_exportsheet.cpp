// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportdirectory.h"
#include "tests/support/teststore.h"
#include "ui/gallery/exportpresetform.h"
#include "ui/gallery/exportsheet.h"
#include "ui/shell/appearance.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The sheet that exports photos, over a real store with real files.
class TestExportSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<TestStore>();
        m_settings = std::make_unique<ShellSettings>(QString());
        m_settings->wishForSession(u"light"_s, u"en"_s);
        m_appearance = std::make_unique<Appearance>(*qApp, *m_settings);
        m_directory = std::make_unique<ExportDirectory>(m_store->store());
        m_undo = std::make_unique<UndoHistory>(m_store->journal());
        m_host = std::make_unique<QWidget>();
        m_host->resize(1000, 760);
        m_host->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_host.get()));
        m_folder = m_store->path() + u"/out"_s;
        m_photos.clear();
        for (int i = 1; i <= 3; ++i)
            m_photos.push_back({PhotoId::create(),
                                put(picture(QColor::fromHsv(i * 90, 200, 200), "jpeg")),
                                {u"B26-1187"_s, {}, {}, {}, {}, {}, i}});
        open();
    }
    void cleanup()
    {
        m_sheet = nullptr;
        m_host.reset();
        m_directory.reset();
        m_undo.reset();
        m_appearance.reset();
        m_store.reset();
    }

    void exportsByKeyAndSaysWhatItDid()
    {
        QTRY_VERIFY(button(u"Export 3 photos"_s));
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(said().startsWith(u"3 photos exported, "_s));
        QCOMPARE(QDir(m_folder).entryList(QDir::Files),
                 (QStringList{u"B26-1187-01.jpg"_s, u"B26-1187-02.jpg"_s, u"B26-1187-03.jpg"_s}));
        QCOMPARE(QImage(m_folder + u"/B26-1187-01.jpg"_s).size(), QSize(400, 300));
        QVERIFY(button(u"Export 3 photos"_s));
        // To another preset they would be replaced, and the sheet says so first.
        preset()->setCurrentIndex(1);
        QTRY_VERIFY(button(u"Replace and export 3 photos"_s));
    }

    void remembersWhatWasChosenLast()
    {
        preset()->setCurrentIndex(1);
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(said().startsWith(u"3 photos exported"_s));
        QCOMPARE(QImage(m_folder + u"/B26-1187-01.jpg"_s).size(), QSize(400, 400));
        delete m_sheet;
        m_sheet = new ExportSheet(m_store->journal(), blobs(), *m_directory, *m_settings, m_host.get());
        m_sheet->setPhotos(m_photos);
        QCOMPARE(preset()->currentIndex(), 1);
        QCOMPARE(m_sheet->findChild<FormField*>(u"target"_s)->line()->text(), QDir::toNativeSeparators(m_folder));
    }

    void namesAPhotoThatHasNotArrived()
    {
        m_photos[1].sha = QByteArray(32, 'x');
        m_sheet->setPhotos(m_photos);
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(said().contains(u"1 photo has not arrived on this computer yet: B26-1187-02.jpg."_s));
        QVERIFY(said().startsWith(u"2 photos exported"_s));
    }

    void keepsAPatternThatCannotWorkAtItsField()
    {
        auto* names = m_sheet->findChild<FormField*>(u"fileNames"_s);
        names->line()->setText(u"{stok}.jpg"_s);
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(names->hasError());
        QVERIFY(names->message().startsWith(u"{stok} is not known."_s));
        QCOMPARE(names->line()->text(), u"{stok}.jpg"_s);
        QVERIFY(!QDir(m_folder).exists());
        names->line()->setText(u"{stock}_{position}"_s);
        QVERIFY(!names->hasError());
        QCOMPARE(names->message(), u"B26-1187_1.jpg … B26-1187_3.jpg"_s);
    }

    void savesAPresetForEverybodyWithUndo()
    {
        auto* name = m_sheet->findChild<FormField*>(u"presetName"_s);
        QTest::mouseClick(button(u"Save preset"_s), Qt::LeftButton);
        QVERIFY(name->hasError());
        name->line()->setText(u"AutoTrader"_s);
        m_sheet->findChild<FormField*>(u"fileNames"_s)->line()->setText(u"{vin}-{position}"_s);
        QTest::mouseClick(button(u"Save preset"_s), Qt::LeftButton);
        QTRY_COMPARE(preset()->currentText(), u"AutoTrader"_s);
        QCOMPARE(m_directory->presets().front().preset.fileName, u"{vin}-{position}"_s);
        QCOMPARE(m_undo->undoText(), u"Preset AutoTrader saved"_s);

        // Other settings under the same name are the same preset.
        m_sheet->findChild<FormField*>(u"fileNames"_s)->line()->setText(u"{stock} {position}"_s);
        QTest::mouseClick(button(u"Save preset"_s), Qt::LeftButton);
        QTRY_COMPARE(m_directory->presets().front().preset.fileName, u"{stock} {position}"_s);
        QCOMPARE(m_directory->presets().size(), 1U);

        QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(m_directory->presets().size(), 0U);
        QCOMPARE(preset()->currentIndex(), 0);
        m_undo->undo();
        QTRY_COMPARE(m_directory->presets().size(), 1U);
        QTRY_COMPARE(preset()->count(), 4);
    }

    void putsALogoOnThePhotos()
    {
        const QString file = m_store->path() + u"/Marque blanche.png"_s;
        QImage logo(80, 40, QImage::Format_ARGB32);
        logo.fill(Qt::white);
        QVERIFY(logo.save(file));
        m_sheet->addLogo(file);
        QTRY_COMPARE(m_directory->logos().size(), 1U);
        QCOMPARE(m_directory->logos().front().name, u"Marque blanche"_s);
        QTRY_COMPARE(m_sheet->findChild<ExportPresetForm*>()->preset().watermark, m_directory->logos().front().sha);
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(said().startsWith(u"3 photos exported"_s));
        const QColor corner = QImage(m_folder + u"/B26-1187-01.jpg"_s).pixelColor(360, 280);
        QVERIFY(corner.saturation() < 90);
        // The logo is on its way to the others.
        QCOMPARE(
            m_store->scalar(u"SELECT count(*) FROM blobs WHERE sha = ?"_s, {m_directory->logos().front().sha}).toInt(),
            1);
    }

    void refusesALogoThatIsNoPicture()
    {
        const QString file = m_store->path() + u"/notes.txt"_s;
        QFile text(file);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("not a picture");
        text.close();
        m_sheet->addLogo(file);
        QTRY_VERIFY(said().contains(u"notes.txt"_s));
        QCOMPARE(m_directory->logos().size(), 0U);
    }

    void writesAZip()
    {
        m_sheet->findChild<SegmentedControl*>()->setCurrentIndex(1);
        auto* target = m_sheet->findChild<FormField*>(u"target"_s);
        QVERIFY(target->line()->text().endsWith(u"B26-1187.zip"_s));
        m_sheet->setTarget(m_folder + u"/a.zip"_s);
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(said().startsWith(u"3 photos exported"_s));
        QVERIFY(QFileInfo(m_folder + u"/a.zip"_s).size() > 1000);
    }

    void asksForAPlace()
    {
        auto* target = m_sheet->findChild<FormField*>(u"target"_s);
        target->line()->clear();
        QTest::keyClick(m_sheet, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(target->message(), u"Choose where the photos go."_s);
    }

private:
    void open()
    {
        m_sheet = new ExportSheet(m_store->journal(), blobs(), *m_directory, *m_settings, m_host.get());
        connect(m_sheet, &ExportSheet::edited, m_undo.get(),
                [this](const QString& text, const UndoStep& step) { m_undo->push([text] { return text; }, step); });
        m_sheet->setPhotos(m_photos);
        m_sheet->setTarget(m_folder);
        m_sheet->openOver(m_host.get(), 480);
    }
    BlobStore blobs() const { return BlobStore(m_store->store().blobDirectory()); }
    QComboBox* preset() const
    {
        return qobject_cast<QComboBox*>(m_sheet->findChild<FormField*>(u"preset"_s)->editor());
    }
    Button* button(const QString& text) const
    {
        for (Button* one : m_sheet->findChildren<Button*>())
            if (one->text() == text && one->isVisible())
                return one;
        return nullptr;
    }
    QString said() const
    {
        QStringList words;
        for (const Note* note : m_sheet->findChildren<Note*>())
            if (note->isVisible())
                words << note->text();
        return words.join(u'\n');
    }
    static QByteArray picture(const QColor& colour, const char* format)
    {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }
    QByteArray put(const QByteArray& bytes) const { return blobs().put(bytes).value(); }

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<ShellSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ExportDirectory> m_directory;
    std::unique_ptr<UndoHistory> m_undo;
    std::unique_ptr<QWidget> m_host;
    ExportSheet* m_sheet = nullptr;
    QString m_folder;
    std::vector<ExportSource> m_photos;
};

QTEST_MAIN(TestExportSheet)
#include "tst_exportsheet.moc"
