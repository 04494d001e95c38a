// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"
#include "ui/gallery/gallerycontext.h"
#include "ui/widgets/tokens.h"

#include <QImage>
#include <QWidget>

namespace Forecourt {

class CoverTool;
class CropTool;
class EditPreview;
class EditTool;
class ExportDirectory;
class Filmstrip;
class LightboxButton;
class LightboxKeys;
class LightboxLabel;
class PhotoDraft;
class PhotoEditCanvas;
class PhotoEditPanel;
class StraightenTool;

/// Turns, straightens, crops, lights and covers one photo, with a preview as it goes; the original stays untouched.
/// Enter applies everything as one step of the undo list. Esc ends; what was set is asked about first. Closed in any
/// other way, what was set is applied.
class PhotoEditor : public QWidget {
    Q_OBJECT

public:
    explicit PhotoEditor(const GalleryContext& context, QWidget* parent = nullptr);

    /// `chosen`: photos that covers are offered to be copied to.
    void edit(const Photo& photo, const std::vector<PhotoId>& chosen);
    PhotoId photo() const;
    PhotoDraft& draft() { return *m_draft; }
    PhotoEditCanvas& canvas() { return *m_canvas; }

    /// Stores what was set, if anything was, without waiting; for a window that closes.
    void applyAndLeave();

Q_SIGNALS:
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTopBar();
    QWidget* makeQuestion();
    QWidget* makeFilm();
    void connectAll();
    void follow();
    void useTool(int tool);
    void apply();
    void cancel();
    void ask(bool asking);
    void showOriginal(bool shown);
    void preview();
    void showState();
    void say(const QString& words, Token token);
    std::vector<PhotoId> alsoCovered() const;
    bool isToBeStored() const;
    void refresh();
    void retranslate();

    GalleryContext m_context;
    PhotoDraft* m_draft;
    EditPreview* m_preview;
    CropTool* m_crop;
    StraightenTool* m_straighten;
    CoverTool* m_cover;
    ExportDirectory* m_logos;
    PhotoEditCanvas* m_canvas;
    PhotoEditPanel* m_panel;
    Filmstrip* m_film;
    QWidget* m_filmArea = nullptr;
    QWidget* m_question = nullptr;
    LightboxKeys* m_keys;
    LightboxLabel* m_title;
    LightboxLabel* m_note;
    LightboxLabel* m_asked;
    LightboxLabel* m_filmWords;
    LightboxButton* m_cancel;
    LightboxButton* m_undo;
    LightboxButton* m_redo;
    LightboxButton* m_original;
    LightboxButton* m_reset;
    LightboxButton* m_apply;
    LightboxButton* m_questionApply;
    LightboxButton* m_questionDrop;
    LightboxButton* m_questionBack;
    bool m_applying = false;
};

}  // namespace Forecourt
