// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/importpanel.h"

#include "models/base/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/thinprogress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// More lines than these would push everything else away; the rest is a number.
constexpr int MostWorkingLines = 3;
constexpr int MostFailedLines = 40;

}  // namespace

class ImportPanel::Line : public QWidget {
public:
    Line() : m_name(new Label(QString(), TextRole::Second)), m_words(new Label(QString(), TextRole::Second))
    {
        m_name->setEliding(true);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_name, 1);
        layout->addWidget(m_words);
    }

    void set(const QString& name, const QString& words, bool failed)
    {
        m_name->setText(name);
        m_words->setText(words);
        m_words->setToken(failed ? Token::BadText : Token::Ink2);
        show();
    }

private:
    Label* m_name;
    Label* m_words;
};

ImportPanel::ImportPanel(PhotoImporter& importer, QWidget* parent)
    : QWidget(parent),
      m_importer(importer),
      m_title(new Label(QString(), TextRole::SecondMedium)),
      m_figure(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_progress(new ThinProgress),
      m_reason(new Label(QString(), TextRole::Second, Token::BadText)),
      m_lineLayout(new QVBoxLayout),
      m_button(new Button)
{
    m_lineLayout->setSpacing(6);
    m_reason->setWordWrap(true);
    m_button->setSize(Button::Size::Small);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(m_figure);
    layout->addLayout(title);
    layout->addWidget(m_progress);
    layout->addWidget(m_reason);
    layout->addLayout(m_lineLayout);
    layout->addWidget(m_button, 0, Qt::AlignLeft);

    connect(&importer, &PhotoImporter::itemChanged, this, &ImportPanel::refresh);
    connect(&importer, &PhotoImporter::phaseChanged, this, &ImportPanel::refresh);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_importer.phase() == PhotoImporter::Phase::Finished)
            Q_EMIT closeRequested();
        else
            m_importer.cancel();
    });
    refresh();
}

void ImportPanel::setError(const Error& error)
{
    m_error = error;
    refresh();
}

QString ImportPanel::stateWords(const ImportItem& item)
{
    switch (item.state) {
    case ImportItem::State::Queued: return tr("Waiting");
    case ImportItem::State::Reading: return tr("Reading");
    case ImportItem::State::Done: return tr("Ready");
    case ImportItem::State::Failed: break;
    }
    switch (item.error ? item.error->code : ErrorCode::FileUnreadable) {
    case ErrorCode::FileEmpty: return tr("Empty file");
    case ErrorCode::FileTooLarge: return tr("Too large: %1").arg(item.error->detail);
    case ErrorCode::PhotoNotAnImage: return tr("Neither photo nor video");
    case ErrorCode::PhotoFormatUnsupported: return tr("Kind not accepted: %1").arg(item.error->detail);
    case ErrorCode::PhotoTruncated: return tr("Incomplete or damaged");
    case ErrorCode::PhotoTooManyPixels: return tr("Too many pixels");
    case ErrorCode::PhotoDecoderCrashed: return tr("Badly damaged");
    case ErrorCode::PhotoDecoderTimeout: return tr("Took too long");
    case ErrorCode::GalleryFull: return tr("No free place");
    case ErrorCode::DiskFull: return tr("Disk full");
    default: return tr("Cannot be read");
    }
}

void ImportPanel::setLine(int at, const QString& name, const QString& words, bool failed)
{
    if (at == static_cast<int>(m_lines.size())) {
        m_lines.push_back(new Line);
        m_lineLayout->addWidget(m_lines.back());
    }
    m_lines[static_cast<size_t>(at)]->set(name, words, failed);
}

void ImportPanel::refresh()
{
    const auto& items = m_importer.items();
    const int total = static_cast<int>(items.size());
    const int failed = m_importer.count(ImportItem::State::Failed);
    const int ready = m_importer.count(ImportItem::State::Done);
    const bool over = m_importer.phase() == PhotoImporter::Phase::Finished;

    if (over && m_error)
        m_title->setText(m_error->code == ErrorCode::Cancelled ? tr("Import stopped, nothing was added")
                                                               : tr("Nothing was added"));
    else if (over)
        m_title->setText(tr("%n photo(s) added", nullptr, ready));
    else if (m_importer.phase() == PhotoImporter::Phase::Listing && total == 0)
        m_title->setText(tr("Looking for photos…"));
    else
        m_title->setText(tr("Importing %n file(s)", nullptr, total));
    m_figure->setText(over ? tr("%n not taken", nullptr, failed) : tr("%1 done").arg(ready + failed));
    m_figure->setVisible(total > 0 && (!over || failed > 0));
    m_progress->setProgress(ready + failed, std::max(total, 1));
    m_progress->setVisible(!over);
    m_button->setText(over ? tr("Close") : tr("Stop"));
    m_button->setEnabled(m_importer.phase() != PhotoImporter::Phase::Saving);

    const bool explain = m_error && m_error->code != ErrorCode::Cancelled;
    m_reason->setVisible(explain);
    if (explain)
        m_reason->setText(ErrorText::full(*m_error));

    int lines = 0;
    int working = 0;
    int refused = 0;
    for (const ImportItem& item : items) {
        if (item.state == ImportItem::State::Reading && !over && ++working <= MostWorkingLines)
            setLine(lines++, item.name, stateWords(item), false);
        else if (item.state == ImportItem::State::Failed && ++refused <= MostFailedLines)
            setLine(lines++, item.name, stateWords(item), true);
    }
    if (refused > MostFailedLines)
        setLine(lines++, tr("and %n more", nullptr, refused - MostFailedLines), {}, true);
    for (size_t unused = static_cast<size_t>(lines); unused < m_lines.size(); ++unused)
        m_lines[unused]->hide();
}

void ImportPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace Forecourt
