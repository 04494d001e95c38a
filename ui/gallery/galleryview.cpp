// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/galleryview.h"

#include "models/base/errortext.h"
#include "models/gallery/galleryfindings.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/shotlistdirectory.h"
#include "models/gallery/thumbnailsource.h"
#include "models/outbox/journal.h"
#include "ui/gallery/arrivalnote.h"
#include "ui/gallery/compareview.h"
#include "ui/gallery/drophint.h"
#include "ui/gallery/findingspanel.h"
#include "ui/gallery/galleryedits.h"
#include "ui/gallery/galleryexport.h"
#include "ui/gallery/gallerygrid.h"
#include "ui/gallery/gallerysidepanel.h"
#include "ui/gallery/galleryslotsmodel.h"
#include "ui/gallery/importpanel.h"
#include "ui/gallery/lightbox.h"
#include "ui/gallery/overflowdialog.h"
#include "ui/gallery/overflowtray.h"
#include "ui/gallery/renditionnote.h"
#include "ui/gallery/shotlistsheet.h"
#include "ui/gallery/shotwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int SidePanelWidth = 272;
// Below this width the grid needs the room more than the panel.
constexpr int LeastWidthForPanel = 620;

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

}  // namespace

class GalleryView::Private {
public:
    Private(GalleryView* owner, Journal& edits, ThumbnailSource& source, ImageWorkerPool& pool, SyncControl* control)
        : q(owner),
          journal(edits),
          thumbnails(source),
          workers(pool),
          sync(control),
          photos(edits.store()),
          places(photos),
          commands(edits),
          shots(edits.store()),
          findings(edits.store(), photos)
    {
    }

    void build();
    void connectAll();
    void retranslate();
    void refresh();
    void refreshPanel();
    void askForFiles();
    void paste();
    PhotoImporter* newImport(const ImportPlace& place = {});
    bool takes(const QMimeData& data) const;
    void aim(const QDropEvent& drag);
    void drop(const QMimeData& data);
    int swapPartner() const;
    void exportOverflow();
    void follow(PhotoImporter* importer);
    void showIncoming();
    void imported(PhotoImporter* importer, const PhotoImporter::Outcome& outcome);
    Lightbox& largePhotos();
    void openLightbox(int row);
    void editPhoto();
    void compare();
    void removeImport(PhotoImporter* importer);
    void showShots();
    std::vector<PhotoId> rejected() const;
    void openShotList();
    void showError(const Error& error);
    QWidget* toolBar();
    void fitToolBar();

    GalleryView* q;
    Journal& journal;
    ThumbnailSource& thumbnails;
    ImageWorkerPool& workers;
    SyncControl* sync;
    GalleryListModel photos;
    GallerySlotsModel places;
    GalleryEdits commands;
    ShotListDirectory shots;
    GalleryFindings findings;
    std::map<PhotoImporter*, ImportPanel*> imports;
    QString vehicleTitle;
    Vehicle vehicleFacts;
    PhotoSheet sheetFacts;
    GalleryExport* leaving = nullptr;  ///< null: photos stay

    GalleryGrid* grid = nullptr;
    EmptyState* empty = nullptr;
    QStackedWidget* pane = nullptr;  ///< grid or empty
    Button* emptyAction = nullptr;
    DropHint* dropHint = nullptr;
    OverflowTray* tray = nullptr;
    Note* error = nullptr;
    QVBoxLayout* notes = nullptr;
    QWidget* bar = nullptr;
    Button* importButton = nullptr;
    Button* exportButton = nullptr;
    Button* sheetButton = nullptr;
    Button* shotsButton = nullptr;
    Button* rejectsButton = nullptr;  ///< while there are any
    QPointer<ShotListSheet> shotSheet;
    QMenu* sheetMenu = nullptr;
    QAction* saveSheet = nullptr;
    QAction* printSheet = nullptr;
    QAction* exportAction = nullptr;
    Label* summary = nullptr;
    Divider* sideEdge = nullptr;
    QScrollArea* side = nullptr;
    GallerySidePanel* panel = nullptr;
    FindingsPanel* toLookAt = nullptr;
    QVBoxLayout* sideLayout = nullptr;
    QAction* importAction = nullptr;
    QAction* pasteAction = nullptr;
    QPointer<Lightbox> lightbox;
};

QWidget* GalleryView::Private::toolBar()
{
    importButton = new Button(QString(), Button::Kind::Primary);
    importButton->setIconName(u"photo-plus"_s);
    importButton->setKeyHint(Qt::CTRL | Qt::Key_I);
    exportButton = new Button(QString(), Button::Kind::Default);
    exportButton->setIconName(u"file-export"_s);
    exportButton->setKeyHint(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    shotsButton = new Button(QString(), Button::Kind::Default);
    shotsButton->setIconName(u"list-check"_s);
    rejectsButton = new Button(QString(), Button::Kind::Danger);
    rejectsButton->setIconName(u"trash"_s);
    sheetMenu = new QMenu(exportButton);
    saveSheet = sheetMenu->addAction(IconProvider::icon(u"file-text"_s), QString());
    printSheet = sheetMenu->addAction(IconProvider::icon(u"printer"_s), QString());
    sheetButton = new Button(QString(), Button::Kind::Default);
    sheetButton->setIconName(u"file-text"_s);
    sheetButton->setMenu(sheetMenu);
    summary = new Label(QString(), TextRole::Second, Token::Ink2);
    bar = new QWidget;
    // Else it could never become narrower than what fitToolBar() takes away.
    bar->setMinimumWidth(1);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 8, 16, 8);
    layout->addWidget(importButton);
    layout->addWidget(exportButton);
    layout->addWidget(sheetButton);
    layout->addWidget(shotsButton);
    layout->addWidget(rejectsButton);
    layout->addStretch(1);
    layout->addWidget(summary);
    return bar;
}

/// Where there is no room, first the figures go, which the status bar has too, then the keys.
void GalleryView::Private::fitToolBar()
{
    const int room = q->width() - (side->isHidden() ? 0 : side->width());
    const auto keys = [this](bool shown) {
        importButton->setKeyHint(shown ? QKeySequence(Qt::CTRL | Qt::Key_I) : QKeySequence());
        exportButton->setKeyHint(shown ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E) : QKeySequence());
    };
    summary->show();
    keys(true);
    if (bar->sizeHint().width() > room)
        summary->hide();
    if (bar->sizeHint().width() > room)
        keys(false);
}

void GalleryView::Private::build()
{
    grid = new GalleryGrid(places, thumbnails);
    empty = new EmptyState(EmptyState::Drawing::Photos);
    emptyAction = empty->addAction(QString(), Qt::CTRL | Qt::Key_I);
    pane = new QStackedWidget;
    pane->addWidget(grid);
    pane->addWidget(empty);
    dropHint = new DropHint(q);
    error = new Note(Tone::Bad);
    error->setDismissible(true);
    error->hide();

    panel = new GallerySidePanel(thumbnails);
    auto* sideContent = new QWidget;
    sideLayout = new QVBoxLayout(sideContent);
    sideLayout->setContentsMargins(14, 12, 14, 12);
    sideLayout->setSpacing(16);
    sideLayout->addWidget(panel);
    toLookAt = new FindingsPanel;
    sideLayout->addWidget(toLookAt);
    sideLayout->addStretch(1);
    sideEdge = new Divider(Qt::Vertical);
    side = new QScrollArea;
    side->setWidget(sideContent);
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->viewport()->setAutoFillBackground(false);
    sideContent->setAutoFillBackground(false);

    auto* gridArea = new QWidget;
    gridArea->setBackgroundRole(QPalette::AlternateBase);
    gridArea->setAutoFillBackground(true);
    auto* gridLayout = new QVBoxLayout(gridArea);
    gridLayout->setContentsMargins(16, 8, 0, 0);
    gridLayout->addWidget(pane);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(toolBar());
    left->addWidget(new Divider);
    left->addWidget(error);
    left->addWidget(new ArrivalNote(photos, thumbnails, sync));
    notes = new QVBoxLayout;
    left->addLayout(notes);
    left->addWidget(gridArea, 1);
    tray = new OverflowTray(places, thumbnails);
    left->addWidget(tray);
    auto* layout = new QHBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(sideEdge);
    layout->addWidget(side);

    importAction = new QAction(q);
    importAction->setShortcut(Qt::CTRL | Qt::Key_I);
    pasteAction = new QAction(q);
    pasteAction->setShortcut(QKeySequence::Paste);
    exportAction = new QAction(q);
    exportAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    for (QAction* action : {importAction, pasteAction, exportAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        q->addAction(action);
    }
    q->setBackgroundRole(QPalette::Base);
    q->setAutoFillBackground(true);
    q->setFocusProxy(grid);
    q->setAcceptDrops(true);
}

void GalleryView::Private::connectAll()
{
    connect(importAction, &QAction::triggered, q, [this] { askForFiles(); });
    connect(pasteAction, &QAction::triggered, q, [this] { paste(); });
    connect(importButton, &QPushButton::clicked, importAction, &QAction::trigger);
    connect(exportButton, &QPushButton::clicked, exportAction, &QAction::trigger);
    connect(exportAction, &QAction::triggered, q, [this] { leaving->exportPhotos(vehicleFacts, photos.gallery()); });
    connect(saveSheet, &QAction::triggered, q, [this] { leaving->savePhotoSheet(sheetFacts, photos.gallery()); });
    connect(printSheet, &QAction::triggered, q, [this] { leaving->printPhotoSheet(sheetFacts, photos.gallery()); });
    connect(emptyAction, &QPushButton::clicked, importAction, &QAction::trigger);
    connect(&photos, &GalleryListModel::loaded, q, [this] {
        refresh();
        Q_EMIT q->photoCountChanged(q->photoCount());
    });
    connect(&photos, &QAbstractItemModel::modelReset, q, [this] { refresh(); });
    connect(grid, &GalleryGrid::currentPhotoChanged, q, [this] { refreshPanel(); });
    connect(grid->selectionModel(), &QItemSelectionModel::selectionChanged, q, [this] { refreshPanel(); });
    connect(grid, &GalleryGrid::moveRequested, q, [this](const std::vector<PhotoId>& moved, PhotoId before) {
        commands.move(photos.vehicle(), moved, before);
    });
    connect(tray, &OverflowTray::swapRequested, q, [this](PhotoId photo) {
        if (const Photo* partner = places.photoAt(swapPartner()))
            commands.swap(photos.vehicle(), photo, partner->id);
    });
    connect(tray, &OverflowTray::removeRequested, &commands, &GalleryEdits::remove);
    connect(tray, &OverflowTray::openRequested, q, [this](PhotoId photo) { openLightbox(photos.rowOf(photo)); });
    connect(tray, &OverflowTray::exportRequested, q, [this] { exportOverflow(); });
    connect(grid, &GalleryGrid::primaryRequested, &commands, &GalleryEdits::makePrimary);
    connect(grid, &GalleryGrid::removeRequested, &commands, &GalleryEdits::remove);
    connect(grid, &GalleryGrid::turnRequested, &commands, &GalleryEdits::turn);
    connect(grid, &GalleryGrid::cullRequested, &commands, &GalleryEdits::cull);
    connect(panel, &GallerySidePanel::turnRequested, q, [this] { commands.turn(grid->chosenPhotos(), 1); });
    connect(rejectsButton, &QPushButton::clicked, q, [this] { commands.remove(rejected()); });
    connect(grid, &GalleryGrid::openRequested, q, [this](int row) { openLightbox(row); });
    connect(grid, &GalleryGrid::editRequested, q, [this] { editPhoto(); });
    connect(panel, &GallerySidePanel::editRequested, q, [this] { editPhoto(); });
    connect(grid, &GalleryGrid::compareRequested, q, [this] { compare(); });
    connect(panel, &GallerySidePanel::compareRequested, q, [this] { compare(); });
    connect(panel, &GallerySidePanel::openRequested, q, [this] { openLightbox(grid->currentIndex().row()); });
    connect(panel, &GallerySidePanel::primaryRequested, q, [this] {
        if (const Photo* photo = places.photoAt(grid->currentIndex().row()))
            commands.makePrimary(photo->id);
    });
    connect(panel, &GallerySidePanel::removeRequested, q, [this] { commands.remove(grid->chosenPhotos()); });
    connect(panel, &GallerySidePanel::shotChosen, q,
            [this](const QString& code) { commands.assignShot(grid->chosenPhotos(), code); });
    connect(grid, &GalleryGrid::shotRequested, &commands, &GalleryEdits::assignShot);
    places.setFindings(&findings);
    connect(&findings, &GalleryFindings::changed, q,
            [this] { toLookAt->setFindings(findings.all(), photos.gallery()); });
    connect(toLookAt, &FindingsPanel::photoChosen, q, [this](PhotoId photo) {
        if (const int row = photos.rowOf(photo); row >= 0)
            grid->setCurrentIndex(places.index(row));
    });
    connect(&shots, &ShotListDirectory::changed, q, [this] { showShots(); });
    connect(shotsButton, &QPushButton::clicked, q, [this] { openShotList(); });
    connect(panel, &GallerySidePanel::captionTyped, &commands, &GalleryEdits::caption);
    connect(&commands, &GalleryEdits::edited, q, &GalleryView::edited);
    connect(&commands, &GalleryEdits::failed, q, [this](const Error& reason) { showError(reason); });
}

void GalleryView::Private::retranslate()
{
    importButton->setText(tr("Import"));
    importButton->setToolTip(tr("Add photos from files"));
    importAction->setText(tr("Import photos"));
    exportButton->setText(tr("Export"));
    exportButton->setToolTip(tr("Save the photos as files for a website"));
    exportAction->setText(tr("Export photos"));
    sheetButton->setText(tr("Photo sheet"));
    sheetButton->setToolTip(tr("One page with all photos and the facts"));
    saveSheet->setText(tr("Save as PDF…"));
    printSheet->setText(tr("Print…"));
    pasteAction->setText(tr("Paste photos"));
    empty->setTitle(tr("No photos yet"));
    empty->setText(
        tr("Drop photos or a folder here, paste a picture, or choose files. JPEG, PNG, WebP, TIFF, HEIC and "
           "AVIF are read, and videos up to 100 MB."));
    emptyAction->setText(tr("Choose photos"));
    grid->setAccessibleName(tr("Photos"));
    refresh();
}

void GalleryView::Private::refresh()
{
    int incoming = 0;
    int refused = 0;
    for (const auto& [importer, shown] : imports) {
        if (importer->vehicle() != photos.vehicle())
            continue;
        refused += importer->count(ImportItem::State::Failed);
        if (importer->phase() != PhotoImporter::Phase::Finished)
            incoming += static_cast<int>(importer->candidates().size());
    }
    const int count = std::min(q->photoCount(), Gallery::MaxPhotos);
    const int outside = q->photoCount() - count;
    QStringList words{tr("%n photo(s)", nullptr, count)};
    if (incoming > 0)
        words += tr("%n coming in", nullptr, incoming);
    words += tr("%n free place(s)", nullptr, std::max(0, Gallery::MaxPhotos - count - incoming));
    summary->setText(words.join(u", "_s));

    QStringList status{tr("%1 of %2 places").arg(count).arg(Gallery::MaxPhotos)};
    if (incoming > 0)
        status += tr("%n importing", nullptr, incoming);
    if (outside > 0)
        status += tr("%n did not fit", nullptr, outside);
    if (refused > 0)
        status += tr("%n refused", nullptr, refused);
    Q_EMIT q->statusChanged(status.join(u" · "_s));
    const auto rejects = static_cast<int>(rejected().size());
    rejectsButton->setVisible(rejects > 0);
    rejectsButton->setText(tr("Remove %n rejected", nullptr, rejects));
    const ShotList& list = shots.list();
    const std::vector<Shot> missing = list.missing(photos.gallery());
    const auto needed = std::ranges::count(list.shots, false, &Shot::optional);
    shotsButton->setText(tr("Shots %1 of %2").arg(needed - static_cast<qsizetype>(missing.size())).arg(needed));
    QStringList names;
    for (const Shot& shot : missing)
        names << ShotWords::name(shot);
    shotsButton->setToolTip(names.isEmpty() ? tr("No shot is missing.") : tr("Missing: %1").arg(names.join(u", "_s)));
    if (shotSheet)
        shotSheet->setGallery(photos.gallery());

    tray->setExportable(leaving != nullptr);
    for (QWidget* way : {exportButton, sheetButton}) {
        way->setVisible(leaving != nullptr);
        way->setEnabled(count > 0);
    }
    exportAction->setEnabled(leaving && count > 0);
    const bool nothing = photos.isLoaded() && count == 0 && incoming == 0;
    QWidget* wanted = nothing ? static_cast<QWidget*>(empty) : grid;
    if (pane->currentWidget() != wanted) {
        const bool focused = q->isAncestorOf(QApplication::focusWidget());
        pane->setCurrentWidget(wanted);
        q->setFocusProxy(nothing ? static_cast<QWidget*>(emptyAction) : grid);
        if (focused)
            q->setFocus();
    }
    if (const auto& failure = photos.error())
        showError(*failure);
    refreshPanel();
}

void GalleryView::Private::refreshPanel()
{
    const bool any = places.photoAt(grid->currentIndex().row()) != nullptr;
    side->setVisible((any && q->width() >= Theme::px(LeastWidthForPanel)) || !imports.empty());
    sideEdge->setVisible(!side->isHidden());
    tray->setPartner(swapPartner() + 1);
    fitToolBar();
    panel->showPhoto(photos.gallery(), any ? grid->currentIndex().row() : -1,
                     static_cast<int>(grid->chosenPhotos().size()));
}

void GalleryView::Private::showShots()
{
    places.setShotList(shots.list());
    panel->setShotList(shots.list());
    refresh();
}

std::vector<PhotoId> GalleryView::Private::rejected() const
{
    std::vector<PhotoId> found;
    for (const Photo& photo : photos.gallery().photos)
        if (photo.cull == PhotoCull::Reject)
            found.push_back(photo.id);
    return found;
}

void GalleryView::Private::openShotList()
{
    if (!shotSheet) {
        shotSheet = new ShotListSheet(journal, shots, q);
        connect(shotSheet, &ShotListSheet::edited, q, &GalleryView::edited);
    }
    shotSheet->setGallery(photos.gallery());
    shotSheet->openOver(q);
}

void GalleryView::Private::showError(const Error& reason)
{
    error->setText(ErrorText::full(reason));
    error->show();
}

void GalleryView::Private::askForFiles()
{
    auto* dialog = new QFileDialog(q, tr("Import photos"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Photos and videos (%1)")
                                .arg(u"*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic *.heif *.avif "
                                     "*.mp4 *.m4v *.mov *.webm *.mkv *.avi"_s),
                            tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::filesSelected, q, &GalleryView::importFiles);
    dialog->open();
}

void GalleryView::Private::paste()
{
    const QMimeData* data = QApplication::clipboard()->mimeData();
    if (!data)
        return;
    // Files that were copied in a file manager come before a picture of their icon.
    if (const QStringList paths = localPaths(*data); !paths.isEmpty()) {
        q->importFiles(paths);
        return;
    }
    const QImage picture = qvariant_cast<QImage>(data->imageData());
    if (picture.isNull() || photos.vehicle().isNull())
        return;
    //: File name of a picture from the clipboard
    newImport()->start(picture, tr("Pasted picture") + u".png"_s);
}

PhotoImporter* GalleryView::Private::newImport(const ImportPlace& place)
{
    auto* importer = new PhotoImporter(journal, workers, photos.vehicle(), q);
    importer->setPlace(place);
    follow(importer);
    return importer;
}

void GalleryView::Private::follow(PhotoImporter* importer)
{
    auto* shown = new ImportPanel(*importer);
    sideLayout->insertWidget(sideLayout->count() - 1, shown);
    imports[importer] = shown;
    connect(shown, &ImportPanel::closeRequested, q, [this, importer] { removeImport(importer); });
    connect(importer, &PhotoImporter::itemChanged, q, [this] { showIncoming(); });
    connect(importer, &PhotoImporter::phaseChanged, q, [this, importer](PhotoImporter::Phase phase) {
        if (phase == PhotoImporter::Phase::Choosing) {
            auto* dialog = new OverflowDialog(*importer, q);
            connect(importer, &QObject::destroyed, dialog, &QDialog::close);
            dialog->open();
        }
        showIncoming();
    });
    connect(importer, &PhotoImporter::finished, q,
            [this, importer](const PhotoImporter::Outcome& outcome) { imported(importer, outcome); });
    refreshPanel();
}

void GalleryView::Private::showIncoming()
{
    std::vector<ImportItem> files;
    for (const auto& [importer, shown] : imports) {
        const auto phase = importer->phase();
        if (importer->vehicle() != photos.vehicle() ||
            (phase != PhotoImporter::Phase::Reading && phase != PhotoImporter::Phase::Saving))
            continue;
        for (const int row : importer->candidates())
            files.push_back(importer->items()[static_cast<size_t>(row)]);
    }
    places.setIncoming(std::move(files));
    refresh();
}

void GalleryView::Private::imported(PhotoImporter* importer, const PhotoImporter::Outcome& outcome)
{
    showIncoming();
    if (!outcome.undo.isEmpty())
        Q_EMIT q->edited(tr("%n photo(s) added", nullptr, static_cast<int>(outcome.added.size())), outcome.undo);
    if (outcome.error)
        imports.at(importer)->setError(*outcome.error);
    else if (importer->count(ImportItem::State::Failed) == 0)
        removeImport(importer);
}

void GalleryView::Private::removeImport(PhotoImporter* importer)
{
    const auto found = imports.find(importer);
    if (found == imports.end())
        return;
    found->second->deleteLater();
    imports.erase(found);
    importer->deleteLater();
    refresh();
}

Lightbox& GalleryView::Private::largePhotos()
{
    if (!lightbox) {
        lightbox = new Lightbox({photos, thumbnails, commands, findings, workers, journal.store()}, q);
        lightbox->setVideoFiles(BlobStore(journal.store().blobDirectory()), sync);
        connect(lightbox, &Lightbox::undoRequested, q, &GalleryView::undoRequested);
        connect(lightbox, &Lightbox::redoRequested, q, &GalleryView::redoRequested);
        connect(lightbox, &Lightbox::rowChanged, q, [this](int shown) {
            if (shown < Gallery::MaxPhotos)
                grid->setCurrentIndex(places.index(shown));
        });
    }
    lightbox->setVehicleTitle(vehicleTitle);
    return *lightbox;
}

void GalleryView::Private::openLightbox(int row)
{
    // Of several that are chosen one is opened; the others remain of use there.
    std::vector<PhotoId> chosen = grid->chosenPhotos();
    if (chosen.size() == 1)
        chosen.clear();
    if (places.photoAt(row))
        largePhotos().open(row, chosen);
}

void GalleryView::Private::editPhoto()
{
    openLightbox(grid->currentIndex().row());
    if (lightbox)
        lightbox->edit();
}

void GalleryView::Private::compare()
{
    const Photo* current = places.photoAt(grid->currentIndex().row());
    const std::vector<PhotoId> chosen = grid->chosenPhotos();
    if (chosen.size() == 2)
        largePhotos().openComparing(chosen[0], chosen[1]);
    else if (const PhotoId other = current ? CompareView::partnerOf(photos.gallery(), current->id) : PhotoId();
             !other.isNull())
        largePhotos().openComparing(current->id, other);
}

GalleryView::GalleryView(Journal& journal, ThumbnailSource& thumbnails, ImageWorkerPool& workers, SyncControl* sync,
                         QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(this, journal, thumbnails, workers, sync))
{
    d->build();
    d->connectAll();
    d->showShots();
    d->retranslate();
}

GalleryView::~GalleryView()
{
    // Importers report to their panels, and both are children of this widget: end them in that order.
    for (const auto& [importer, shown] : std::exchange(d->imports, {})) {
        importer->disconnect();
        delete shown;
        delete importer;
    }
    delete d->lightbox;
}

void GalleryView::setVehicle(VehicleId vehicle)
{
    if (vehicle == d->photos.vehicle())
        return;
    if (d->lightbox)
        d->lightbox->close();
    d->error->hide();
    d->photos.setVehicle(vehicle);
    d->showIncoming();
}

void GalleryView::setVehicleTitle(const QString& title)
{
    d->vehicleTitle = title;
}

int GalleryView::photoCount() const
{
    return d->photos.rowCount();
}

void GalleryView::setVehicleFacts(const Vehicle& vehicle, const PhotoSheet& sheet)
{
    d->vehicleFacts = vehicle;
    d->sheetFacts = sheet;
}

void GalleryView::offerExport(ShellSettings& settings)
{
    d->leaving = new GalleryExport(d->journal, settings, d->sync, this);
    connect(d->leaving, &GalleryExport::edited, this, &GalleryView::edited);
    connect(d->leaving, &GalleryExport::failed, this, [this](const Error& reason) { d->showError(reason); });
    connect(d->leaving, &GalleryExport::saved, this, [this](const QString& file) {
        Q_EMIT said(tr("Photo sheet saved as %1").arg(QFileInfo(file).fileName()));
    });
    d->refresh();
}

void GalleryView::follow(RenditionKeeper& keeper)
{
    d->notes->addWidget(new RenditionNote(d->photos, keeper));
}

void GalleryView::importFiles(const QStringList& paths)
{
    if (!paths.isEmpty() && !d->photos.vehicle().isNull())
        d->newImport()->start(paths);
}

void GalleryView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
}

void GalleryView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    d->side->setFixedWidth(Theme::px(SidePanelWidth));
    d->refreshPanel();
}

void GalleryView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!d->takes(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    d->aim(*event);
}

void GalleryView::dragMoveEvent(QDragMoveEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    d->aim(*event);
}

void GalleryView::dragLeaveEvent(QDragLeaveEvent*)
{
    d->dropHint->hide();
    d->grid->aimNowhere();
}

void GalleryView::dropEvent(QDropEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    d->aim(*event);
    d->drop(*event->mimeData());
}

bool GalleryView::Private::takes(const QMimeData& data) const
{
    return !photos.vehicle().isNull() &&
           (!localPaths(data).isEmpty() || data.hasImage() || !OverflowModel::dragged(data).empty());
}

/// Over the grid the place where things land is marked; anywhere else they go to the end.
void GalleryView::Private::aim(const QDropEvent& drag)
{
    const QPoint point = grid->viewport()->mapFrom(q, drag.position().toPoint());
    if (grid->isVisible() && grid->viewport()->rect().contains(point)) {
        dropHint->hide();
        grid->aim(point);
        return;
    }
    grid->aimNowhere();
    if (OverflowModel::dragged(*drag.mimeData()).empty())
        dropHint->appear(tr("Drop to add photos to this vehicle"));
}

void GalleryView::Private::drop(const QMimeData& data)
{
    const GalleryGrid::Target target = grid->target();
    const bool aimed = dropHint->isHidden();
    dropHint->hide();
    grid->aimNowhere();
    if (const std::vector<PhotoId> waiting = OverflowModel::dragged(data); !waiting.empty()) {
        if (aimed && !target.before.isNull())
            commands.move(photos.vehicle(), waiting, target.before);
        return;
    }
    const ImportPlace place{target.before, target.shot};
    if (const QStringList paths = localPaths(data); !paths.isEmpty())
        newImport(place)->start(paths);
    else if (const QImage picture = qvariant_cast<QImage>(data.imageData()); !picture.isNull())
        newImport(place)->start(picture, tr("Dropped picture") + u".png"_s);
}

/// Row of the photo that goes out for one that comes in: the current one, else the last. The primary photo always
/// fits, so that another one would have to go in its place.
int GalleryView::Private::swapPartner() const
{
    const Photo* primary = photos.gallery().primary();
    const auto goes = [&](int row) {
        const Photo* photo = row < Gallery::MaxPhotos ? places.photoAt(row) : nullptr;
        return photo && photo->id != primary->id;
    };
    for (const int row : {grid->currentIndex().row(), Gallery::MaxPhotos - 1, Gallery::MaxPhotos - 2}) {
        if (goes(row))
            return row;
    }
    return -1;
}

void GalleryView::Private::exportOverflow()
{
    Gallery outside = photos.gallery();
    const auto overflow = outside.overflow();
    outside.photos = std::vector<Photo>(overflow.begin(), overflow.end());
    leaving->exportPhotos(vehicleFacts, outside);
}

}  // namespace Forecourt
