// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandpalette.h"

#include "models/base/whendone.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int PaletteHits = 6;
constexpr int PaletteCommands = 8;
constexpr int PalettePreviewDelay = 120;
constexpr QChar CommandMark = u'>';

}  // namespace

CommandPalette::CommandPalette(SearchField* field, QWidget* window)
    : QWidget(window),
      m_field(field),
      m_model(new PaletteModel(this)),
      m_list(new QListView(this)),
      m_previewPane(new QWidget(this)),
      m_foot(new QWidget(this))
{
    setObjectName(u"palette"_s);
    hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });

    auto* footRow = new QHBoxLayout(m_foot);
    footRow->setContentsMargins(Theme::px(14), 0, Theme::px(14), 0);
    footRow->setSpacing(Theme::px(6));
    const auto hint = [this, footRow](const QList<QKeySequence>& keys, std::function<QString()> words) {
        for (const QKeySequence& key : keys)
            footRow->addWidget(new KeyCap(key, m_foot));
        auto* label = new Label(words(), TextRole::Second, Token::Ink2, m_foot);
        footRow->addWidget(label);
        footRow->addSpacing(Theme::px(10));
        m_footWords.emplace_back(label, std::move(words));
    };
    hint({QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)}, [] { return tr("move"); });
    hint({QKeySequence(Qt::Key_Return)}, [] { return tr("open"); });
    hint({QKeySequence(Qt::CTRL | Qt::Key_Return)}, [] { return tr("show all"); });
    footRow->addStretch(1);
    hint({QKeySequence(Qt::Key_Greater)}, [] { return tr("commands"); });

    auto* preview = new QVBoxLayout(m_previewPane);
    preview->setContentsMargins(1, 1, 1, 0);

    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(PalettePreviewDelay);
    connect(&m_previewDelay, &QTimer::timeout, this, &CommandPalette::showPreview);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        if (isVisible())
            search();
        else if (m_field->hasFocus())
            open();
    });
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    retranslate();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::addProvider(SearchProvider* provider)
{
    m_providers.push_back(provider);
    if (provider->prefix().isNull())
        return;
    auto* row = static_cast<QHBoxLayout*>(m_foot->layout());
    auto words = [provider] { return provider->prefixWord(); };
    row->addWidget(new KeyCap(QKeySequence(QString(provider->prefix())), m_foot));
    auto* label = new Label(words(), TextRole::Second, Token::Ink2, m_foot);
    row->addWidget(label);
    m_footWords.emplace_back(label, std::move(words));
}

void CommandPalette::setSite(CurrentSite* site)
{
    m_site = site;
}

void CommandPalette::open(const QString& text)
{
    if (!m_field->hasFocus())
        m_focusBefore = QApplication::focusWidget();
    m_offered = m_commands ? m_commands() : std::vector<PaletteCommand>{};
    m_answers.clear();
    place();
    show();
    raise();
    m_field->setKeyHint(QKeySequence(Qt::Key_Escape));
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (!text.isNull())
        m_field->setText(text);
    else
        m_field->selectAll();
    search();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    ++m_generation;
    m_previewDelay.stop();
    delete m_preview;
    m_field->clear();
    m_field->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
    if (m_field->hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    else if (m_field->hasFocus())
        m_field->clearFocus();
}

int CommandPalette::currentRow() const
{
    return m_list->currentIndex().row();
}

void CommandPalette::retranslate()
{
    m_list->setAccessibleName(tr("Search results"));
    for (const auto& [label, words] : m_footWords)
        label->setText(words());
    if (isVisible())
        open(m_field->text());
}

void CommandPalette::search()
{
    const int generation = ++m_generation;
    const QString text = m_field->text().trimmed();
    const bool commandsOnly = text.startsWith(CommandMark);
    const QChar mark = text.isEmpty() ? QChar() : text.front();
    const bool narrowed = std::ranges::any_of(
        m_providers, [mark](const SearchProvider* p) { return !p->prefix().isNull() && p->prefix() == mark; });
    const QString typed = (narrowed || commandsOnly ? text.mid(1) : text).trimmed();

    auto waiting = std::make_shared<std::vector<Answer>>();
    auto open = std::make_shared<int>(0);
    if (!commandsOnly && !typed.isEmpty()) {
        for (SearchProvider* provider : m_providers) {
            if (narrowed && provider->prefix() != mark)
                continue;
            waiting->push_back({provider, {}});
            ++*open;
        }
    }
    if (*open == 0) {
        m_answers.clear();
        m_answered = true;
        fillLines();
        return;
    }
    m_answered = false;
    // Old results stay until the new ones are complete, so that the list does not flicker at each key.
    fillLines();
    for (std::size_t i = 0; i < waiting->size(); ++i) {
        whenDone((*waiting)[i].provider->search(typed, m_site ? m_site->id() : LocationId(), PaletteHits), this,
                 [this, generation, waiting, open, i](Expected<std::vector<SearchHit>> hits) {
                     if (generation != m_generation)
                         return;
                     if (hits)
                         (*waiting)[i].hits = std::move(*hits);
                     if (--*open > 0)
                         return;
                     m_answers = std::move(*waiting);
                     m_answered = true;
                     fillLines();
                 });
    }
}

void CommandPalette::fillLines()
{
    const QString text = m_field->text().trimmed();
    const bool commandsOnly = text.startsWith(CommandMark);
    const QString typed = commandsOnly ? text.mid(1).trimmed() : text;
    std::vector<std::pair<int, const PaletteCommand*>> fitting;
    for (const PaletteCommand& command : m_offered)
        if (const int fit = command.fitness(typed); fit > 0)
            fitting.emplace_back(fit, &command);
    std::ranges::stable_sort(fitting, std::greater<>(), [](const auto& entry) { return entry.first; });
    if (!commandsOnly && fitting.size() > PaletteCommands)
        fitting.resize(PaletteCommands);
    std::vector<PaletteCommand> commands;
    for (const auto& [fit, command] : fitting)
        commands.push_back(*command);

    std::vector<PaletteModel::Section> sections;
    for (const Answer& answer : m_answers) {
        PaletteModel::Section section{
            answer.provider, answer.provider->hint(typed), answer.hits, answer.provider->allResults(typed), {}};
        if (!section.allResults.isEmpty())
            section.allResultsTitle = tr("Show all “%1” under %2").arg(typed, answer.provider->title());
        sections.push_back(std::move(section));
    }
    const QString nothing = m_answered && !typed.isEmpty() ? tr("Nothing matches “%1”.").arg(typed) : QString();
    m_model->setLines(typed, sections, tr("Commands"), commands, nothing);
    setCurrentRow(m_model->nextChoice(-1, 1));
}

void CommandPalette::setCurrentRow(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row >= 0)
        m_list->scrollTo(m_model->index(row));
    if (row > 0 && m_model->nextChoice(row, -1) < 0)
        m_list->scrollToTop();
    m_previewDelay.start();
}

void CommandPalette::choose(int row)
{
    const PaletteModel::Choice* choice = m_model->choice(row);
    if (!choice)
        return;
    // dismiss() empties the model's ground; what was chosen must outlive it.
    const Route route = choice->route;
    const std::function<void()> run = choice->run;
    dismiss();
    if (run)
        run();
    else if (m_navigator)
        m_navigator->open(route);
}

void CommandPalette::showPreview()
{
    delete m_preview;
    const PaletteModel::Choice* choice = m_model->choice(currentRow());
    if (!m_previewPane->isVisible() || !choice || !choice->hit || !choice->provider)
        return;
    m_preview = choice->provider->createPreview(*choice->hit, m_previewPane);
    if (m_preview) {
        m_previewPane->layout()->addWidget(m_preview);
        m_preview->show();
    }
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + Theme::px(6)));
    const bool wide = window->width() >= Theme::px(1100);
    const int margin = PopupFrame::Margin;
    const int width = qMin(Theme::px(wide ? 786 : 540), window->width() - 2 * Theme::px(8));
    const int height = qMin(Theme::px(446), window->height() - below.y() - Theme::px(40));
    const int centre = below.x() + m_field->width() / 2;
    const int left = qBound(Theme::px(8), centre - width / 2, window->width() - width - Theme::px(8));
    setGeometry(left - margin, below.y() - margin, width + 2 * margin, height + 2 * margin);
    const QRect panel = rect().adjusted(margin, margin, -margin, -margin);
    const int foot = Theme::px(34);
    const int preview = wide ? Theme::px(318) : 0;
    m_list->setGeometry(panel.adjusted(0, Theme::px(4), -preview, -foot));
    m_previewPane->setVisible(wide);
    m_previewPane->setGeometry(panel.adjusted(panel.width() - preview, 0, 0, -foot));
    m_foot->setGeometry(panel.adjusted(0, panel.height() - foot, 0, 0));
}

bool CommandPalette::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const auto step = [this](int direction) {
        const int next = m_model->nextChoice(currentRow(), direction);
        if (next >= 0)
            setCurrentRow(next);
        return true;
    };
    switch (key) {
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(modifiers.testFlag(Qt::ControlModifier) && m_model->allResultsRow() >= 0 ? m_model->allResultsRow()
                                                                                        : currentRow());
        return true;
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true;  // nothing else here takes the focus
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event)
{
    if (object == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    switch (event->type()) {
    case QEvent::FocusIn:
        // Coming back from another window must not open it again.
        if (const auto reason = static_cast<QFocusEvent*>(event)->reason();
            !isVisible() && (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason ||
                             reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason))
            open();
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
            dismiss();
        break;
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isVisible() && handleKey(key->key(), key->modifiers()))
            return true;
        break;
    }
    default: break;
    }
    return QWidget::eventFilter(object, event);
}

void CommandPalette::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int margin = PopupFrame::Margin;
    const QRectF panel = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    PopupFrame::paintPanel(painter, panel);
    const QRect foot = m_foot->geometry();
    if (m_previewPane->isVisible()) {
        const QRect side = m_previewPane->geometry();
        painter.fillRect(side.adjusted(0, 1, -1, 0), Theme::color(Token::Sunken));
        painter.fillRect(QRect(side.left(), side.top() + 1, 1, side.height() - 1), Theme::color(Token::Line));
    }
    painter.fillRect(QRect(foot.left() + 1, foot.top(), foot.width() - 2, 1), Theme::color(Token::Line));
}

}  // namespace Forecourt
