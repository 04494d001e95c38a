// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehicleimport.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/sidesheet.h"

#include <QTimer>

class QStackedWidget;
class QTableWidget;

namespace Forecourt {

class AccessDirectory;
class Button;
class Label;
class Note;
class ThinProgress;

/// Imports vehicles from a comma separated file in three steps: choose what the columns mean, look at what would
/// happen line by line, run. Can be stopped at each step; what an import has done is one undo.
class ImportSheet : public SideSheet {
    Q_OBJECT

public:
    ImportSheet(const ShellContext& context, const AccessDirectory& access, QWidget* parent = nullptr);

    /// Asks for a file first.
    void chooseFile();
    void openFile(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Step { Map, Look, Running, Done };
    void showStep(Step step);
    void fillMapping();
    VehicleCsvMapping mapping() const;
    void startDryRun();
    void fillPlan();
    void startImport();
    void showResult(const VehicleImportResult& result);
    void showFailure(const Error& error);
    void next();
    void stop();
    void retranslate();
    QString lineWords(const VehicleImportLine& line) const;

    ShellContext m_context;
    const AccessDirectory& m_access;
    Step m_step = Step::Map;
    QString m_file;
    VehicleCsvPreview m_preview;
    VehicleImportPlan m_plan;
    std::shared_ptr<VehicleImportControl> m_control;
    QTimer m_tick;

    Label* m_about;
    Note* m_note;
    QStackedWidget* m_pages;
    QTableWidget* m_columns;
    QTableWidget* m_lines;
    Label* m_progressText;
    ThinProgress* m_progress;
    Button* m_next;
    Button* m_back;
};

}  // namespace Forecourt
