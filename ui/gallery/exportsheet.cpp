// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/exportsheet.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/gallery/exportdirectory.h"
#include "models/outbox/journal.h"
#include "ui/gallery/exportpresetform.h"
#include "ui/shell/shellsettings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrent>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr BuiltInPreset BuiltInPresets[] = {BuiltInPreset::Website, BuiltInPreset::Square, BuiltInPreset::SmallFiles};
constexpr int BuiltInCount = 3;
constexpr int MostFailuresTold = 5;

}  // namespace

ExportSheet::ExportSheet(Journal& journal, BlobStore blobs, ExportDirectory& directory, ShellSettings& settings,
                         QWidget* parent)
    : SideSheet(parent),
      m_journal(journal),
      m_blobs(std::move(blobs)),
      m_directory(directory),
      m_settings(settings),
      m_folder(settings.value(u"export/folder"_s).toString()),
      m_presets(new QComboBox(this)),
      m_preset(new FormField(QString(), m_presets, this)),
      m_nameLine(new QLineEdit(this)),
      m_name(new FormField(QString(), m_nameLine, this)),
      m_save(new Button(QString(), Button::Kind::Default, this)),
      m_remove(new Button(QString(), Button::Kind::Ghost, this)),
      m_form(new ExportPresetForm(this)),
      m_kind(new SegmentedControl(this)),
      m_place(new FormField(QString(), new QLineEdit(this), this)),
      m_choose(new Button(QString(), Button::Kind::Default, this)),
      m_warning(new Note(Tone::Warn, QString(), this)),
      m_said(new Note(Tone::Ok, QString(), this)),
      m_progressText(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_progress(new ThinProgress(this)),
      m_stop(new Button(QString(), Button::Kind::Default, this)),
      m_go(new Button(QString(), Button::Kind::Primary, this))
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    m_wanted = ExportPresetId(Uuid::fromString(settings.value(u"export/preset"_s).toString()).value_or(Uuid()));
    build();
    fillPresets();
    m_kind->setCurrentIndex(settings.value(u"export/zip"_s).toBool() ? 1 : 0);
    if (const int builtIn = settings.value(u"export/builtin"_s).toInt(); m_wanted.isNull() && builtIn < BuiltInCount)
        m_presets->setCurrentIndex(builtIn);
    retranslate();
    choosePreset(m_presets->currentIndex());
}

ExportSheet::~ExportSheet() = default;

void ExportSheet::build()
{
    setClosesByItself(false);
    m_go->setFocus();  // once the sheet opens
    m_save->setIconName(u"device-floppy"_s);
    m_remove->setIconName(u"trash"_s);
    m_go->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_openFolder = m_said->addAction(QString());
    m_said->setDismissible(true);
    m_preset->setObjectName(u"preset"_s);
    m_name->setObjectName(u"presetName"_s);
    m_place->setObjectName(u"target"_s);
    for (int i = 0; i < 2; ++i)
        m_kind->addSegment(QString());

    auto* naming = new QHBoxLayout;
    naming->setSpacing(Theme::px(8));
    naming->addWidget(m_name, 1);
    naming->addWidget(m_save, 0, Qt::AlignBottom);
    naming->addWidget(m_remove, 0, Qt::AlignBottom);
    auto* where = new QHBoxLayout;
    where->setSpacing(Theme::px(8));
    where->addWidget(m_place, 1);
    where->addWidget(m_choose, 0, Qt::AlignBottom);
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, Theme::px(10), 0);
    column->setSpacing(Theme::px(14));
    column->addWidget(m_preset);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addLayout(where);
    column->addWidget(new Divider(Qt::Horizontal, inside));
    column->addWidget(m_form);
    column->addLayout(naming);
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    contentLayout()->addWidget(area, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_warning), static_cast<QWidget*>(m_said),
                          static_cast<QWidget*>(m_progressText), static_cast<QWidget*>(m_progress)}) {
        contentLayout()->addWidget(part);
        part->hide();
    }
    footerLayout()->addWidget(m_go);
    footerLayout()->addWidget(m_stop);
    footerLayout()->addStretch(1);

    auto* confirm = new QAction(this);
    confirm->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    confirm->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(confirm);
    connect(confirm, &QAction::triggered, m_go, &QAbstractButton::click);
    connect(m_presets, &QComboBox::currentIndexChanged, this, &ExportSheet::choosePreset);
    connect(m_form, &ExportPresetForm::changed, this, [this] {
        m_exported = false;
        refresh();
    });
    connect(m_form, &ExportPresetForm::addLogoRequested, this, &ExportSheet::chooseLogo);
    connect(m_nameLine, &QLineEdit::textChanged, m_name, &FormField::clearMessage);
    connect(m_save, &QAbstractButton::clicked, this, &ExportSheet::savePreset);
    connect(m_remove, &QAbstractButton::clicked, this, &ExportSheet::removePreset);
    connect(m_kind, &SegmentedControl::currentIndexChanged, this, [this] {
        m_place->line()->setText(QDir::toNativeSeparators(m_kind->currentIndex() == 1 ? m_zip : m_folder));
        refresh();
    });
    connect(m_place->line(), &QLineEdit::textChanged, this, [this](const QString& path) {
        (m_kind->currentIndex() == 1 ? m_zip : m_folder) = QDir::fromNativeSeparators(path.trimmed());
        m_place->clearMessage();
        m_exported = false;
        lookAtTarget();
    });
    connect(m_choose, &QAbstractButton::clicked, this, &ExportSheet::chooseTarget);
    connect(m_go, &QAbstractButton::clicked, this, &ExportSheet::begin);
    connect(m_openFolder, &QAbstractButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
    connect(m_stop, &QAbstractButton::clicked, this, &ExportSheet::requestClose);
    connect(this, &SideSheet::closeRequested, this, &ExportSheet::requestClose);
    connect(&m_directory, &ExportDirectory::changed, this, &ExportSheet::fillPresets);
}

void ExportSheet::setPhotos(const std::vector<ExportSource>& photos, int videos)
{
    if (m_exporter)
        return;
    m_photos = photos;
    m_exported = false;
    m_said->hide();
    if (videos > 0)
        say(Tone::Info, tr("%n video(s) stay here: presets are for photos.", nullptr, videos));
    const QString folder = m_zip.isEmpty() ? m_folder : QFileInfo(m_zip).absolutePath();
    m_zip = folder + u'/' + suggestedName() + u".zip"_s;
    if (m_kind->currentIndex() == 1)
        m_place->line()->setText(QDir::toNativeSeparators(m_zip));
    else if (m_place->line()->text().isEmpty())
        m_place->line()->setText(QDir::toNativeSeparators(m_folder));
    refresh();
}

QString ExportSheet::suggestedName() const
{
    const QString stock = m_photos.empty() ? QString() : m_photos.front().words.stock;
    // The same rules for a name as for files.
    return exportFileName(stock.isEmpty() ? u"photos"_s : stock, {}).chopped(4);
}

void ExportSheet::fillPresets()
{
    const ExportPresetId wanted = m_wanted.isNull() ? ExportPresetId(m_presets->currentData().value<Uuid>()) : m_wanted;
    const int before = m_presets->currentIndex();
    {
        const QSignalBlocker quiet(m_presets);
        while (m_presets->count() > BuiltInCount)
            m_presets->removeItem(BuiltInCount);
        while (m_presets->count() < BuiltInCount)
            m_presets->addItem(QString(), QVariant::fromValue(Uuid()));
        for (const NamedExportPreset& named : m_directory.presets())
            m_presets->addItem(named.name, QVariant::fromValue(named.id.uuid()));
        int row = before > 0 && before < BuiltInCount ? before : 0;
        for (int i = BuiltInCount; i < m_presets->count(); ++i)
            if (m_presets->itemData(i).value<Uuid>() == wanted.uuid())
                row = i;
        m_presets->setCurrentIndex(row);
        if (row >= BuiltInCount)
            m_wanted = {};
    }
    m_form->setLogos(m_directory.logos());
    if (m_presets->currentIndex() != before)
        choosePreset(m_presets->currentIndex());
    refresh();
}

void ExportSheet::choosePreset(int row)
{
    if (row < 0)
        return;
    if (row < BuiltInCount) {
        m_form->setPreset(builtInPreset(BuiltInPresets[row]));
        m_nameLine->clear();
    } else {
        const NamedExportPreset& named = m_directory.presets()[static_cast<size_t>(row - BuiltInCount)];
        m_form->setPreset(named.preset);
        m_nameLine->setText(named.name);
    }
    refresh();
}

ExportTarget ExportSheet::target() const
{
    return m_kind->currentIndex() == 1 ? ExportTarget{ExportTarget::Form::Zip, m_zip}
                                       : ExportTarget{ExportTarget::Form::Folder, m_folder};
}

void ExportSheet::refresh()
{
    const ExportPreset preset = m_form->preset();
    QString example;
    if (!m_photos.empty() && checkExportFileName(preset.fileName)) {
        std::vector<ExportWords> words;
        for (const ExportSource& source : m_photos)
            words.push_back(source.words);
        const std::vector<QString> names = exportFileNames(preset.fileName, words);
        example = names.size() == 1 ? names.front() : names.front() + u" … "_s + names.back();
    }
    m_form->setExampleNames(example);
    const bool running = m_exporter != nullptr;
    m_remove->setVisible(m_presets->currentIndex() >= BuiltInCount);
    for (QWidget* part : {static_cast<QWidget*>(m_preset), static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_name),
                          static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_remove), static_cast<QWidget*>(m_kind),
                          static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_choose)})
        part->setEnabled(!running);
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    m_go->setEnabled(!running && !m_photos.empty());
    m_stop->setText(running ? tr("Stop") : tr("Close"));
    m_place->setName(m_kind->currentIndex() == 1 ? tr("ZIP file") : tr("Folder"));
    lookAtTarget();
}

void ExportSheet::lookAtTarget()
{
    const int looked = ++m_looked;
    if (m_exporter)
        return;
    // A folder may lie on a drive that sleeps.
    const auto there = QtConcurrent::run([photos = m_photos, preset = m_form->preset(), to = target()] {
        return to.path.isEmpty() ? 0 : static_cast<int>(PhotoExporter::replaced(photos, preset, to).size());
    });
    whenDone(there, this, [this, looked](int replaced) {
        if (looked != m_looked)
            return;
        // What was written just now is no surprise.
        const bool warns = replaced > 0 && !m_exported;
        m_warning->setVisible(warns);
        m_warning->setText(m_kind->currentIndex() == 1 ? tr("This ZIP file is there already and will be replaced.")
                                                       : tr("%n file(s) of these names are there already and will be "
                                                            "replaced.",
                                                            nullptr, replaced));
        const auto count = static_cast<int>(m_photos.size());
        m_go->setText(warns ? tr("Replace and export %n photo(s)", nullptr, count)
                            : tr("Export %n photo(s)", nullptr, count));
    });
}

void ExportSheet::chooseTarget()
{
    const bool zip = m_kind->currentIndex() == 1;
    auto* dialog = new QFileDialog(this, zip ? tr("Export to a ZIP file") : tr("Export to a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (zip) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(tr("ZIP files (%1)").arg(u"*.zip"_s));
        dialog->setDefaultSuffix(u"zip"_s);
        // The sheet itself says what would be replaced.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->setDirectory(QFileInfo(m_zip).absolutePath());
        dialog->selectFile(QFileInfo(m_zip).fileName());
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setDirectory(m_folder);
    }
    connect(dialog, &QFileDialog::fileSelected, this, &ExportSheet::setTarget);
    dialog->open();
}

void ExportSheet::setTarget(const QString& path)
{
    m_place->line()->setText(QDir::toNativeSeparators(path));
}

void ExportSheet::chooseLogo()
{
    auto* dialog = new QFileDialog(this, tr("Add a logo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Pictures (%1)").arg(u"*.png *.svg *.webp *.jpg *.jpeg"_s), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, &ExportSheet::addLogo);
    dialog->open();
}

void ExportSheet::addLogo(const QString& file)
{
    struct Made {
        QByteArray sha;
        qint64 size = 0;
    };
    const auto made = QtConcurrent::run([file, blobs = m_blobs]() -> Expected<Made> {
        const auto png = makeLogo(file);
        if (!png)
            return fail(png.error());
        const auto sha = blobs.put(*png);
        if (!sha)
            return fail(sha.error());
        return Made{*sha, png->size()};
    });
    whenDone(made, this, [this, name = QFileInfo(file).completeBaseName()](const Expected<Made>& logo) {
        if (!logo)
            return say(Tone::Bad, ErrorText::full(logo.error()));
        whenDone(m_journal.run(AddLogo{LogoId::create(), name, logo->sha, logo->size}), this,
                 [this, name, sha = logo->sha](const Expected<EditOutcome>& outcome) {
                     if (!outcome)
                         return say(Tone::Bad, ErrorText::full(outcome.error()));
                     ExportPreset preset = m_form->preset();
                     preset.watermark = sha;
                     m_form->setPreset(preset);
                     Q_EMIT edited(tr("Logo %1 added").arg(name), outcome->undo);
                 });
    });
}

void ExportSheet::savePreset()
{
    if (!m_form->check())
        return;
    const QString name = m_nameLine->text().trimmed();
    if (name.isEmpty()) {
        m_name->setError(tr("Give the preset a name."));
        m_nameLine->setFocus();
        return;
    }
    // The same name means the same preset: the one that is chosen, or another one of that name.
    ExportPresetId id = ExportPresetId::create();
    for (const NamedExportPreset& named : m_directory.presets())
        if (named.name.compare(name, Qt::CaseInsensitive) == 0)
            id = named.id;
    m_wanted = id;
    whenDone(m_journal.run(SaveExportPreset{id, name, m_form->preset()}), this,
             [this, name](const Expected<EditOutcome>& outcome) {
                 if (!outcome)
                     return say(Tone::Bad, ErrorText::full(outcome.error()));
                 say(Tone::Ok, tr("Preset %1 saved for everybody here.").arg(name));
                 if (!outcome->undo.isEmpty())
                     Q_EMIT edited(tr("Preset %1 saved").arg(name), outcome->undo);
                 else
                     m_wanted = {};
             });
}

void ExportSheet::removePreset()
{
    const int row = m_presets->currentIndex() - BuiltInCount;
    if (row < 0)
        return;
    const NamedExportPreset named = m_directory.presets()[static_cast<size_t>(row)];
    whenDone(m_journal.run(RemoveExportPreset{named.id}), this,
             [this, name = named.name](const Expected<EditOutcome>& outcome) {
                 if (!outcome)
                     return say(Tone::Bad, ErrorText::full(outcome.error()));
                 say(Tone::Ok, tr("Preset %1 deleted. Undo brings it back.").arg(name));
                 Q_EMIT edited(tr("Preset %1 deleted").arg(name), outcome->undo);
             });
}

void ExportSheet::begin()
{
    if (m_exporter || m_photos.empty() || !m_form->check())
        return;
    const ExportTarget to = target();
    if (to.path.isEmpty() || !QDir::isAbsolutePath(to.path)) {
        m_place->setError(tr("Choose where the photos go."));
        m_place->line()->setFocus();
        return;
    }
    remember();
    m_said->hide();
    m_warning->hide();
    m_progress->setProgress(0, static_cast<qint64>(m_photos.size()));
    m_progressText->setText(tr("%1 of %n photo(s)", nullptr, static_cast<int>(m_photos.size())).arg(0));
    m_exporter = std::make_unique<PhotoExporter>(m_blobs);
    connect(m_exporter.get(), &PhotoExporter::progressed, this, [this](int done, int all) {
        m_progress->setProgress(done, all);
        m_progressText->setText(tr("%1 of %n photo(s)", nullptr, all).arg(formatCount(done)));
    });
    connect(m_exporter.get(), &PhotoExporter::finished, this, &ExportSheet::end);
    m_exporter->start(m_photos, m_form->preset(), to);
    refresh();
    m_stop->setFocus(Qt::OtherFocusReason);
}

void ExportSheet::end(const PhotoExporter::Outcome& outcome)
{
    m_exporter.release()->deleteLater();
    m_exported = !outcome.error;
    refresh();
    m_go->setFocus(Qt::OtherFocusReason);
    if (outcome.error) {
        if (outcome.error->code == ErrorCode::Cancelled)
            say(Tone::Info, tr("Stopped. Nothing was written."));
        else if (outcome.error->code == ErrorCode::NotFound && outcome.error->detail == "watermark"_L1)
            say(Tone::Bad,
                tr("The logo of the watermark has not arrived on this computer yet. Choose another one or none, or "
                   "go online first."));
        else
            say(Tone::Bad, ErrorText::full(*outcome.error));
        return;
    }
    const auto count = static_cast<int>(outcome.written.size());
    QStringList words;
    if (count > 0)
        words << tr("%n photo(s) exported, %1.", nullptr, count).arg(formatBytes(outcome.bytes));
    QStringList missing;
    QStringList broken;
    for (const PhotoExporter::Failure& failure : outcome.failures)
        (failure.error.code == ErrorCode::NotFound ? missing : broken) << failure.name;
    const auto some = [](const QStringList& names) {
        return names.size() <= MostFailuresTold ? names.join(u", "_s)
                                                : names.mid(0, MostFailuresTold).join(u", "_s) + u" …"_s;
    };
    if (!missing.isEmpty())
        words << tr("%n photo(s) have not arrived on this computer yet: %1. Export again once they have.", nullptr,
                    static_cast<int>(missing.size()))
                     .arg(some(missing));
    if (!broken.isEmpty())
        words << tr("%n photo(s) cannot be exported like this: %1.", nullptr, static_cast<int>(broken.size()))
                     .arg(some(broken));
    say(outcome.failures.empty() ? Tone::Ok : count > 0 ? Tone::Warn : Tone::Bad, words.join(u' '));
    m_written = m_kind->currentIndex() == 1 ? QFileInfo(m_zip).absolutePath() : m_folder;
    m_openFolder->setVisible(count > 0);
}

void ExportSheet::remember()
{
    m_settings.setValue(u"export/folder"_s, m_kind->currentIndex() == 1 ? QFileInfo(m_zip).absolutePath() : m_folder);
    m_settings.setValue(u"export/zip"_s, m_kind->currentIndex() == 1);
    const int row = m_presets->currentIndex();
    m_settings.setValue(u"export/builtin"_s, qMin(row, BuiltInCount));
    m_settings.setValue(u"export/preset"_s,
                        row < BuiltInCount ? QString() : m_presets->currentData().value<Uuid>().toString());
}

void ExportSheet::requestClose()
{
    if (m_exporter)
        m_exporter->cancel();
    else
        closeSheet();
}

void ExportSheet::say(Tone tone, const QString& text)
{
    m_said->setTone(tone);
    m_said->setText(text.toHtmlEscaped());
    m_openFolder->hide();
    m_said->show();
}

void ExportSheet::retranslate()
{
    setTitle(tr("Export photos"));
    m_preset->setName(tr("Preset"));
    const QStringList builtIn{tr("Website, 4 : 3"), tr("Square, 1080 px"), tr("Small files")};
    for (int i = 0; i < BuiltInCount; ++i)
        m_presets->setItemText(i, builtIn[i]);
    m_name->setName(tr("Keep these settings as"));
    m_save->setText(tr("Save preset"));
    m_remove->setText(tr("Delete"));
    m_kind->setAccessibleName(tr("Where to"));
    m_kind->setSegmentText(0, tr("Folder"));
    m_kind->setSegmentText(1, tr("ZIP file"));
    m_choose->setText(tr("Choose…"));
    m_openFolder->setText(tr("Open folder"));
    refresh();
}

void ExportSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SideSheet::changeEvent(event);
}

}  // namespace Forecourt
