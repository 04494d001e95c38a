// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/galleryexport.h"

#include "models/base/whendone.h"
#include "models/gallery/exportsources.h"
#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "ui/gallery/exportsheet.h"
#include "ui/shell/shellsettings.h"
#include "ui/widgets/pageprint.h"

#include <QFileDialog>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>
#include <ranges>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ExportSheetWidth = 480;

/// Letter where people use it, as the system's measures tell.
QPageSize sheetPaper()
{
    return QPageSize(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ||
                             QLocale::system().territory() == QLocale::Canada
                         ? QPageSize::Letter
                         : QPageSize::A4);
}

}  // namespace

GalleryExport::GalleryExport(Journal& journal, ShellSettings& settings, SyncControl* sync, QWidget* host)
    : QObject(host), m_journal(journal), m_settings(settings), m_sync(sync), m_host(host), m_directory(journal.store())
{
}

BlobStore GalleryExport::blobs() const
{
    return BlobStore(m_journal.store().blobDirectory());
}

void GalleryExport::exportPhotos(const Vehicle& vehicle, const Gallery& gallery)
{
    if (!m_sheet) {
        m_sheet = new ExportSheet(m_journal, blobs(), m_directory, m_settings, m_host);
        connect(m_sheet, &ExportSheet::edited, this, &GalleryExport::edited);
    }
    const std::vector<ExportSource> sources = exportSources(vehicle, gallery);
    // They come while the person chooses; what was wanted last comes first.
    for (const ExportSource& source : sources | std::views::reverse)
        fetch(source.sha);
    m_sheet->setPhotos(sources, static_cast<int>(std::ranges::count_if(gallery.photos, &Photo::isVideo)));
    m_sheet->openOver(m_host, ExportSheetWidth);
}

void GalleryExport::fetch(const QByteArray& sha) const
{
    if (m_sync && !sha.isEmpty())
        m_sync->wantBlob(sha);
}

std::vector<QByteArray> GalleryExport::sheetFiles(const Gallery& gallery) const
{
    std::vector<QByteArray> files;
    const Photo* primary = gallery.primary();
    // A page of paper shows no videos.
    if (primary && !primary->isVideo())
        files.push_back(blobs().has(primary->largeSha) ? primary->largeSha : primary->mediumSha);
    for (const Photo& photo : gallery.photos)
        if (&photo != primary && !photo.isVideo())
            files.push_back(photo.mediumSha);
    return files;
}

void GalleryExport::savePhotoSheet(const PhotoSheet& sheet, const Gallery& gallery)
{
    auto* dialog = new QFileDialog(m_host, tr("Save photo sheet"), m_settings.value(u"export/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (%1)").arg(u"*.pdf"_s));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(exportFileName(sheet.stock.isEmpty() ? tr("Photos") : sheet.stock, {}).chopped(4) + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, sheet, gallery](const QString& file) { write(file, sheet, gallery); });
    if (const Photo* primary = gallery.primary())
        fetch(primary->largeSha);
    dialog->open();
}

void GalleryExport::write(const QString& file, const PhotoSheet& sheet, const Gallery& gallery)
{
    whenDone(writePhotoSheet(sheet, blobs(), sheetFiles(gallery), sheetPaper(), file), this,
             [this, file](const Expected<void>& done) {
                 if (done)
                     Q_EMIT saved(file);
                 else
                     Q_EMIT failed(done.error());
             });
}

void GalleryExport::printPhotoSheet(const PhotoSheet& sheet, const Gallery& gallery)
{
    const auto read =
        QtConcurrent::run([blobs = blobs(), files = sheetFiles(gallery)] { return readSheetPhotos(blobs, files); });
    whenDone(read, this, [this, whole = sheet](const std::vector<QImage>& photos) mutable {
        whole.photos = photos;
        printPage(
            whole.stock + u' ' + whole.title,
            [whole](QPainter& painter, const QRectF& paper) { paintPhotoSheet(painter, paper, whole); }, m_host);
    });
}

}  // namespace Forecourt
