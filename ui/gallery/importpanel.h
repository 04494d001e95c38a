// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photoimporter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace Forecourt {

class Button;
class Label;
class ThinProgress;

/// One import as it goes: how far it is, the files at work, and those that could not be taken with the reason. Stays
/// after the end while there are reasons to read.
class ImportPanel : public QWidget {
    Q_OBJECT

public:
    /// `importer` must outlive this panel or be destroyed with it.
    explicit ImportPanel(PhotoImporter& importer, QWidget* parent = nullptr);

    /// Why nothing was saved, once the import is over.
    void setError(const Error& error);

    /// One file in words: "scan.tiff", "Too large".
    static QString stateWords(const ImportItem& item);

Q_SIGNALS:
    /// The person has read the reasons.
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Line;

    void refresh();
    /// Shows `words` about a file in the next line; lines are kept, because they change often.
    void setLine(int at, const QString& name, const QString& words, bool failed);

    PhotoImporter& m_importer;
    Label* m_title;
    Label* m_figure;
    ThinProgress* m_progress;
    Label* m_reason;
    QVBoxLayout* m_lineLayout;
    std::vector<Line*> m_lines;
    Button* m_button;
    std::optional<Error> m_error;
};

}  // namespace Forecourt
