// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photoexporter.h"
#include "models/outbox/undostep.h"
#include "ui/widgets/sidesheet.h"
#include "ui/widgets/tokens.h"

class QComboBox;
class QLineEdit;

namespace Forecourt {

class Button;
class ExportDirectory;
class ExportPresetForm;
class FormField;
class Journal;
class Label;
class Note;
class SegmentedControl;
class ShellSettings;
class ThinProgress;

/// Exports the photos of one vehicle for a marketplace: choose a preset or change its settings, say where to, and see
/// how it goes. Presets and logos belong to the dealership; what this person chose last is remembered here.
class ExportSheet : public SideSheet {
    Q_OBJECT

public:
    /// All must outlive it.
    ExportSheet(Journal& journal, BlobStore blobs, ExportDirectory& directory, ShellSettings& settings,
                QWidget* parent = nullptr);
    ~ExportSheet() override;

    /// What to export, in order, and how many videos stay, which the person is told. Ignored while an export runs.
    void setPhotos(const std::vector<ExportSource>& photos, int videos = 0);
    /// What the file dialogs do once something is chosen.
    void setTarget(const QString& path);
    void addLogo(const QString& file);

Q_SIGNALS:
    /// A preset or a logo was edited; `text` names it for the undo list.
    void edited(const QString& text, const Forecourt::UndoStep& undo);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void fillPresets();
    void choosePreset(int row);
    void refresh();
    void lookAtTarget();
    void chooseTarget();
    void chooseLogo();
    void savePreset();
    void removePreset();
    void begin();
    void end(const PhotoExporter::Outcome& outcome);
    void remember();
    void requestClose();
    void say(Tone tone, const QString& text);
    ExportTarget target() const;
    QString suggestedName() const;
    void retranslate();

    Journal& m_journal;
    BlobStore m_blobs;
    ExportDirectory& m_directory;
    ShellSettings& m_settings;
    std::vector<ExportSource> m_photos;
    std::unique_ptr<PhotoExporter> m_exporter;
    ExportPresetId m_wanted;  ///< to be chosen once it is read
    QString m_folder, m_zip;
    QString m_written;        ///< where the last export went
    bool m_exported = false;  ///< nothing was changed here since the last export
    int m_looked = 0;

    QComboBox* m_presets;
    FormField* m_preset;
    QLineEdit* m_nameLine;
    FormField* m_name;
    Button* m_save;
    Button* m_remove;
    ExportPresetForm* m_form;
    SegmentedControl* m_kind;
    FormField* m_place;
    Button* m_choose;
    Note* m_warning;
    Note* m_said;
    Button* m_openFolder = nullptr;
    Label* m_progressText;
    ThinProgress* m_progress;
    Button* m_stop;
    Button* m_go;
};

}  // namespace Forecourt
