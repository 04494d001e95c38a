// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/importsheet.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/accessdirectory.h"
#include "models/vehicle/vehicleaccess.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLinesShown = 2000;

CsvLanguage importLanguage()
{
    return QLocale().language() == QLocale::French ? CsvLanguage::French : CsvLanguage::English;
}

QTableWidget* plainTable(QWidget* parent)
{
    auto* table = new QTableWidget(parent);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::px(34));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    return table;
}

}  // namespace

ImportSheet::ImportSheet(const ShellContext& context, const AccessDirectory& access, QWidget* parent)
    : SideSheet(parent), m_context(context), m_access(access)
{
    setClosesByItself(false);
    m_about = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_about->setWordWrap(true);
    m_note = new Note(Tone::Bad, QString(), this);
    m_note->hide();
    m_pages = new QStackedWidget(this);
    m_columns = plainTable(m_pages);
    m_lines = plainTable(m_pages);
    auto* running = new QWidget(m_pages);
    auto* runningLayout = new QVBoxLayout(running);
    m_progressText = new Label(QString(), TextRole::Body, Token::Ink, running);
    m_progressText->setWordWrap(true);
    m_progress = new ThinProgress(running);
    runningLayout->addWidget(m_progressText);
    runningLayout->addWidget(m_progress);
    runningLayout->addStretch();
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_lines);
    m_pages->addWidget(running);
    contentLayout()->addWidget(m_about);
    contentLayout()->addWidget(m_note);
    contentLayout()->addWidget(m_pages, 1);
    m_next = new Button(QString(), Button::Kind::Primary, this);
    m_next->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_back = new Button(QString(), Button::Kind::Default, this);
    footerLayout()->addWidget(m_next);
    footerLayout()->addWidget(m_back);
    footerLayout()->addStretch();
    auto* confirm = new QAction(this);
    confirm->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    confirm->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(confirm);
    connect(confirm, &QAction::triggered, this, &ImportSheet::next);
    connect(m_next, &QAbstractButton::clicked, this, &ImportSheet::next);
    connect(m_back, &QAbstractButton::clicked, this, &ImportSheet::stop);
    connect(this, &SideSheet::closeRequested, this, &ImportSheet::stop);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (!m_control)
            return;
        const int done = m_control->done;
        const int total = m_control->total;
        m_progress->setProgress(done, std::max(total, 1));
        m_progressText->setText(total > 0 ? tr("%1 of %n lines", nullptr, total).arg(formatCount(done))
                                          : tr("%n lines read", nullptr, done));
    });
    retranslate();
}

void ImportSheet::chooseFile()
{
    auto* dialog = new QFileDialog(parentWidget(), tr("Import vehicles from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Comma separated values (*.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportSheet::openFile);
    connect(dialog, &QFileDialog::rejected, this, [this] {
        if (m_file.isEmpty())
            closeSheet();
    });
    dialog->open();
}

void ImportSheet::openFile(const QString& file)
{
    m_file = file;
    m_note->hide();
    whenDone(VehicleImport::preview(file), this, [this](const Expected<VehicleCsvPreview>& preview) {
        if (!preview) {
            showFailure(preview.error());
            return;
        }
        m_preview = *preview;
        fillMapping();
        showStep(Step::Map);
    });
}

void ImportSheet::fillMapping()
{
    const auto targets = vehicleCsvTargets();
    m_columns->clear();
    m_columns->setColumnCount(3);
    m_columns->setHorizontalHeaderLabels({tr("Column of the file"), tr("Means"), tr("First value")});
    m_columns->setRowCount(static_cast<int>(m_preview.headers.size()));
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const QString header = m_preview.headers.at(row);
        m_columns->setItem(row, 0, new QTableWidgetItem(header));
        auto* choice = new QComboBox(m_columns);
        choice->setAccessibleName(tr("Meaning of the column %1").arg(header));
        choice->addItem(tr("Do not import"), -1);
        for (size_t i = 0; i < targets.size(); ++i) {
            if (!isShown(m_access, targets[i].field))
                continue;
            choice->addItem(vehicleCsvHeader(targets[i], importLanguage()), static_cast<int>(i));
        }
        const auto& guess = m_preview.mapping[static_cast<size_t>(row)];
        if (guess) {
            const auto found = std::ranges::find(targets, *guess);
            choice->setCurrentIndex(std::max(0, choice->findData(static_cast<int>(found - targets.begin()))));
        }
        m_columns->setCellWidget(row, 1, choice);
        const QString sample = m_preview.rows.empty() ? QString() : m_preview.rows.front().value(row);
        m_columns->setItem(row, 2, new QTableWidgetItem(sample));
    }
    m_columns->setColumnWidth(0, Theme::px(150));
    m_columns->setColumnWidth(1, Theme::px(180));
}

VehicleCsvMapping ImportSheet::mapping() const
{
    const auto targets = vehicleCsvTargets();
    VehicleCsvMapping chosen;
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto* choice = qobject_cast<QComboBox*>(m_columns->cellWidget(row, 1));
        const int index = choice ? choice->currentData().toInt() : -1;
        chosen.push_back(index < 0 ? std::nullopt : std::optional(targets[static_cast<size_t>(index)]));
    }
    return chosen;
}

void ImportSheet::startDryRun()
{
    m_control = std::make_shared<VehicleImportControl>();
    showStep(Step::Running);
    whenDone(VehicleImport::dryRun(*m_context.store, m_file, mapping(), m_control), this,
             [this](const Expected<VehicleImportPlan>& plan) {
                 m_control.reset();
                 if (!plan) {
                     showStep(Step::Map);
                     showFailure(plan.error());
                     return;
                 }
                 m_plan = *plan;
                 fillPlan();
                 showStep(Step::Look);
             });
}

QString ImportSheet::lineWords(const VehicleImportLine& line) const
{
    if (line.kind == VehicleImportLine::Kind::Skipped)
        return ErrorText::full(line.error);
    QStringList words;
    for (const Error& warning : line.warnings)
        words << ErrorText::summary(warning);
    return words.join(u' ');
}

void ImportSheet::fillPlan()
{
    const auto kindWords = [](VehicleImportLine::Kind kind) {
        switch (kind) {
        case VehicleImportLine::Kind::Create: return tr("New");
        case VehicleImportLine::Kind::Update: return tr("Changed");
        case VehicleImportLine::Kind::Unchanged: return tr("Unchanged");
        case VehicleImportLine::Kind::Skipped: return tr("Skipped");
        }
        Q_UNREACHABLE();
        return QString();
    };
    // What is skipped comes first: it is what a person has to look at.
    std::vector<const VehicleImportLine*> ordered;
    for (const VehicleImportLine& line : m_plan.lines)
        ordered.push_back(&line);
    std::ranges::stable_partition(ordered, [](const VehicleImportLine* line) {
        return line->kind == VehicleImportLine::Kind::Skipped || !line->warnings.empty();
    });
    m_lines->clear();
    m_lines->setColumnCount(4);
    m_lines->setHorizontalHeaderLabels({tr("Line"), tr("Result"), tr("Vehicle"), tr("Why")});
    const int shown = std::min<int>(static_cast<int>(ordered.size()), MaxLinesShown);
    m_lines->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const VehicleImportLine& line = *ordered[static_cast<size_t>(row)];
        const QString why = lineWords(line);
        const QString name = line.stockNumber.isEmpty() ? line.name : line.stockNumber + u" · "_s + line.name;
        const QStringList cells{QString::number(line.line), kindWords(line.kind), name, why};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(why);
            if (line.kind == VehicleImportLine::Kind::Skipped)
                item->setForeground(Theme::color(Token::BadText));
            m_lines->setItem(row, column, item);
        }
    }
    m_lines->setColumnWidth(0, Theme::px(56));
    m_lines->setColumnWidth(1, Theme::px(86));
    m_lines->setColumnWidth(2, Theme::px(190));
}

void ImportSheet::startImport()
{
    m_control = std::make_shared<VehicleImportControl>();
    showStep(Step::Running);
    whenDone(VehicleImport::run(*m_context.journal, m_plan, m_control), this,
             [this](const Expected<VehicleImportResult>& result) {
                 m_control.reset();
                 if (!result) {
                     showStep(Step::Look);
                     showFailure(result.error());
                     return;
                 }
                 showResult(*result);
             });
}

void ImportSheet::showResult(const VehicleImportResult& result)
{
    const int changed = result.created + result.updated;
    m_context.undo->push([changed] { return tr("%n vehicles imported", nullptr, changed); }, result.undo);
    showStep(Step::Done);
    QString text =
        tr("%n vehicles are new,", nullptr, result.created) + u' ' + tr("%n were changed.", nullptr, result.updated);
    if (result.cancelled)
        text += u' ' + tr("The rest was not imported because you stopped it.");
    if (!result.skipped.empty())
        text += u' ' + tr("%n lines could not be stored after all.", nullptr, static_cast<int>(result.skipped.size()));
    m_progressText->setText(text);
    m_progress->setProgress(1, 1);
}

void ImportSheet::showFailure(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_note->setText(ErrorText::full(error).toHtmlEscaped());
    m_note->show();
}

void ImportSheet::next()
{
    m_note->hide();
    if (m_step == Step::Map)
        startDryRun();
    else if (m_step == Step::Look && m_plan.creates + m_plan.updates > 0)
        startImport();
    else if (m_step == Step::Done)
        closeSheet();
}

void ImportSheet::stop()
{
    if (m_control) {
        m_control->cancelled = true;
        return;
    }
    if (m_step == Step::Look) {
        showStep(Step::Map);
        return;
    }
    closeSheet();
}

void ImportSheet::showStep(Step step)
{
    m_step = step;
    m_pages->setCurrentIndex(step == Step::Map ? 0 : step == Step::Look ? 1 : 2);
    if (step == Step::Running)
        m_tick.start();
    else
        m_tick.stop();
    retranslate();
}

void ImportSheet::retranslate()
{
    setTitle(tr("Import vehicles"));
    m_columns->setAccessibleName(tr("Meaning of the columns"));
    m_lines->setAccessibleName(tr("What the import would do"));
    const QString name = QFileInfo(m_file).fileName();
    switch (m_step) {
    case Step::Map:
        m_about->setText(tr("%1. Say what each column means; nothing is stored yet.").arg(name));
        m_next->setText(tr("Try it"));
        m_back->setText(tr("Cancel"));
        break;
    case Step::Look:
        m_about->setText(tr("%1 new, %2 changed, %3 unchanged, %4 skipped. Nothing is stored yet.")
                             .arg(formatCount(m_plan.creates), formatCount(m_plan.updates),
                                  formatCount(m_plan.unchanged), formatCount(m_plan.skipped)));
        m_next->setText(tr("Import %n vehicles", nullptr, m_plan.creates + m_plan.updates));
        m_back->setText(tr("Back"));
        break;
    case Step::Running:
        m_about->setText(name);
        m_next->setText(tr("Working…"));
        m_back->setText(tr("Stop"));
        break;
    case Step::Done:
        m_about->setText(name);
        m_next->setText(tr("Close"));
        m_back->setText(tr("Cancel"));
        break;
    }
    m_next->setEnabled(m_step != Step::Running && !(m_step == Step::Look && m_plan.creates + m_plan.updates == 0));
    m_back->setVisible(m_step != Step::Done);
}

void ImportSheet::changeEvent(QEvent* event)
{
    SideSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
