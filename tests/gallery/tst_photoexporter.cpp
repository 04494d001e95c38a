// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportsources.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace Forecourt;
using namespace Qt::StringLiterals;

/// Photos of a BlobStore leave for a folder or a ZIP file, with real files.
class TestPhotoExporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_blobs = std::make_unique<BlobStore>(m_place->filePath(u"blobs"_s));
        m_sources.clear();
        const QList<QColor> colours{Qt::red, Qt::green, Qt::blue};
        for (int i = 0; i < 3; ++i)
            m_sources.push_back({PhotoId::create(), put(picture(colours[i])), words(i + 1)});
    }

    void writesAFolderInOrder()
    {
        const QString folder = m_place->filePath(u"new/B26-1187"_s);
        const PhotoExporter::Outcome outcome = run({}, {ExportTarget::Form::Folder, folder});
        QVERIFY(!outcome.error);
        QVERIFY(outcome.failures.empty());
        const QStringList names{u"B26-1187-01.jpg"_s, u"B26-1187-02.jpg"_s, u"B26-1187-03.jpg"_s};
        QCOMPARE(outcome.written, names);
        QCOMPARE(everythingIn(folder), names);
        const QImage second(folder + u"/B26-1187-02.jpg"_s);
        QCOMPARE(second.size(), QSize(400, 300));
        QVERIFY(second.pixelColor(200, 150).green() > 200);
        qint64 bytes = 0;
        for (const QString& name : names)
            bytes += QFileInfo(folder + u'/' + name).size();
        QCOMPARE(outcome.bytes, bytes);
        QCOMPARE(m_progress, (QList<QPair<int, int>>{{1, 3}, {2, 3}, {3, 3}}));
    }

    void replacesFilesOnlyByTheSameName()
    {
        const QString folder = m_place->filePath(u"out"_s);
        QVERIFY(QDir().mkpath(folder));
        write(folder + u"/B26-1187-02.jpg"_s, "old");
        write(folder + u"/mine.jpg"_s, "mine");
        const ExportTarget target{ExportTarget::Form::Folder, folder};
        QCOMPARE(PhotoExporter::replaced(m_sources, {}, target), QStringList{u"B26-1187-02.jpg"_s});
        QVERIFY(!run({}, target).error);
        QCOMPARE(read(folder + u"/mine.jpg"_s), QByteArray("mine"));
        QVERIFY(read(folder + u"/B26-1187-02.jpg"_s) != "old");
        QCOMPARE(everythingIn(folder).size(), 4);
    }

    void writesAZipThatOthersRead()
    {
        const QString path = m_place->filePath(u"été.zip"_s);
        m_sources[1].words.stock = u"Éclair"_s;
        const PhotoExporter::Outcome outcome = run({}, {ExportTarget::Form::Zip, path});
        QVERIFY(!outcome.error);
        QCOMPARE(everythingIn(m_place->path()), QStringList{u"été.zip"_s});
        int code = 0;
        zip_t* archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
        QVERIFY(archive);
        QCOMPARE(zip_get_num_entries(archive, 0), 3);
        QCOMPARE(QString::fromUtf8(zip_get_name(archive, 1, 0)), u"Éclair-02.jpg"_s);
        zip_stat_t stat;
        zip_stat_index(archive, 1, 0, &stat);
        QByteArray bytes(static_cast<qsizetype>(stat.size), 0);
        zip_file_t* file = zip_fopen_index(archive, 1, 0);
        QCOMPARE(zip_fread(file, bytes.data(), stat.size), static_cast<zip_int64_t>(bytes.size()));
        zip_fclose(file);
        zip_discard(archive);
        QVERIFY(QImage::fromData(bytes, "jpeg").pixelColor(200, 150).green() > 200);
        QCOMPARE(PhotoExporter::replaced(m_sources, {}, {ExportTarget::Form::Zip, path}), QStringList{u"été.zip"_s});
    }

    void saysWhichPhotosAreNotThere()
    {
        m_sources[0].sha = QByteArray(32, 'x');
        m_sources[1].sha = put("no picture");
        const QString folder = m_place->filePath(u"out"_s);
        const PhotoExporter::Outcome outcome = run({}, {ExportTarget::Form::Folder, folder});
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.written, QStringList{u"B26-1187-03.jpg"_s});
        QCOMPARE(outcome.failures.size(), 2U);
        QCOMPARE(outcome.failures[0].photo, m_sources[0].photo);
        QCOMPARE(outcome.failures[0].error.code, ErrorCode::NotFound);
        QCOMPARE(outcome.failures[1].error.code, ErrorCode::PhotoTruncated);
        QCOMPARE(outcome.failures[1].name, u"B26-1187-02.jpg"_s);
        QCOMPARE(everythingIn(folder), outcome.written);
    }

    void makesNoEmptyZip()
    {
        for (ExportSource& source : m_sources)
            source.sha = QByteArray(32, 'x');
        const PhotoExporter::Outcome outcome = run({}, {ExportTarget::Form::Zip, m_place->filePath(u"a.zip"_s)});
        QVERIFY(outcome.written.isEmpty());
        QCOMPARE(outcome.failures.size(), 3U);
        QCOMPARE(everythingIn(m_place->path()), QStringList());
    }

    void leavesNothingWhenItIsCancelled()
    {
        const QString folder = m_place->filePath(u"out"_s);
        QVERIFY(QDir().mkpath(folder));
        write(folder + u"/B26-1187-02.jpg"_s, "old");
        PhotoExporter exporter(*m_blobs);
        std::optional<PhotoExporter::Outcome> outcome;
        connect(&exporter, &PhotoExporter::finished, this, [&](const PhotoExporter::Outcome& told) { outcome = told; });
        connect(&exporter, &PhotoExporter::progressed, &exporter, &PhotoExporter::cancel);
        exporter.start(m_sources, {}, {ExportTarget::Form::Folder, folder});
        QTRY_VERIFY(outcome);
        QVERIFY(outcome->error);
        QCOMPARE(outcome->error->code, ErrorCode::Cancelled);
        QVERIFY(outcome->written.isEmpty());
        QCOMPARE(read(folder + u"/B26-1187-02.jpg"_s), QByteArray("old"));
        QCOMPARE(everythingIn(folder), QStringList{u"B26-1187-02.jpg"_s});
    }

    void canBeLetGoAtAnyMoment()
    {
        const QString folder = m_place->filePath(u"out"_s);
        auto exporter = std::make_unique<PhotoExporter>(*m_blobs);
        exporter->start(m_sources, {}, {ExportTarget::Form::Folder, folder});
        exporter.reset();
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void saysWhyTheTargetCannotBeWritten()
    {
        write(m_place->filePath(u"file"_s), "in the way");
        const QString path = m_place->filePath(u"file/out"_s);
        const PhotoExporter::Outcome folder = run({}, {ExportTarget::Form::Folder, path});
        QVERIFY(folder.error);
        QCOMPARE(folder.error->code, ErrorCode::FileUnwritable);
        const PhotoExporter::Outcome zip = run({}, {ExportTarget::Form::Zip, path + u".zip"_s});
        QVERIFY(zip.error);
        QCOMPARE(zip.error->code, ErrorCode::FileUnwritable);
        QVERIFY(QDir().mkpath(m_place->filePath(u"taken.zip"_s)));
        const PhotoExporter::Outcome taken = run({}, {ExportTarget::Form::Zip, m_place->filePath(u"taken.zip"_s)});
        QVERIFY(taken.error);
        QCOMPARE(taken.error->code, ErrorCode::FileUnwritable);
    }

    void refusesAPresetThatCannotWork()
    {
        ExportPreset preset;
        preset.fileName = u"photo"_s;
        const QString folder = m_place->filePath(u"out"_s);
        const PhotoExporter::Outcome outcome = run(preset, {ExportTarget::Form::Folder, folder});
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::InvalidInput);
        preset = {};
        preset.watermark = QByteArray(32, 'x');
        const PhotoExporter::Outcome unmarked = run(preset, {ExportTarget::Form::Folder, folder});
        QVERIFY(unmarked.error);
        QCOMPARE(unmarked.error->code, ErrorCode::NotFound);
        QCOMPARE(unmarked.error->detail, u"watermark"_s);
    }

    void putsTheLogoOnEveryPhoto()
    {
        QImage logo(100, 50, QImage::Format_ARGB32);
        logo.fill(Qt::white);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && logo.save(&buffer, "png"));
        ExportPreset preset;
        preset.watermark = put(png);
        preset.watermarkOpacity = 100;
        const QString folder = m_place->filePath(u"out"_s);
        QVERIFY(!run(preset, {ExportTarget::Form::Folder, folder}).error);
        for (const QString& name : everythingIn(folder)) {
            const QColor corner = QImage(folder + u'/' + name).pixelColor(360, 280);
            QVERIFY(corner.red() > 230 && corner.green() > 230 && corner.blue() > 230);
        }
    }

    void leavesOutWhatIsForNobody()
    {
        Vehicle vehicle;
        vehicle.stockNumber = u"B26-1187"_s;
        Gallery gallery;
        for (int i = 0; i < 52; ++i) {
            Photo photo;
            photo.id = PhotoId::create();
            photo.slot = i == 2 ? u"engine"_s : QString();
            gallery.photos.push_back(photo);
        }
        gallery.photos[0].cull = PhotoCull::Reject;
        gallery.photos[1].durationMs = 4'000;
        const std::vector<ExportSource> sources = exportSources(vehicle, gallery);
        // Two did not fit, one was rejected, one is a video.
        QCOMPARE(sources.size(), 48U);
        QCOMPARE(sources.front().photo, gallery.photos[2].id);
        QCOMPARE(sources.front().words.slot, u"engine"_s);
        QCOMPARE(sources.front().words.position, 1);
        QCOMPARE(sources.back().photo, gallery.photos[49].id);
    }

private:
    PhotoExporter::Outcome run(const ExportPreset& preset, const ExportTarget& target)
    {
        PhotoExporter exporter(*m_blobs);
        std::optional<PhotoExporter::Outcome> outcome;
        m_progress.clear();
        connect(&exporter, &PhotoExporter::progressed, this,
                [this](int done, int all) { m_progress << qMakePair(done, all); });
        connect(&exporter, &PhotoExporter::finished, this, [&](const PhotoExporter::Outcome& told) { outcome = told; });
        exporter.start(m_sources, preset, target);
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 30'000))
            qFatal("the export does not end");
        return *outcome;
    }
    static ExportWords words(int position) { return {u"B26-1187"_s, {}, {}, {}, {}, {}, position}; }
    static QByteArray picture(const QColor& colour)
    {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "jpeg");
        return jpeg;
    }
    QByteArray put(const QByteArray& bytes) const { return m_blobs->put(bytes).value(); }
    /// What was left lying hidden counts too; the BlobStore does not.
    static QStringList everythingIn(const QString& folder)
    {
        QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
        names.removeOne(u"blobs"_s);
        return names;
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<BlobStore> m_blobs;
    std::vector<ExportSource> m_sources;
    QList<QPair<int, int>> m_progress;
};

QTEST_GUILESS_MAIN(TestPhotoExporter)
#include "tst_photoexporter.moc"
