// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/palettecommand.h"
#include "ui/shell/searchprovider.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QListView;

namespace Forecourt {

class CurrentSite;
class Label;
class Navigator;
class PaletteModel;
class SearchField;

/// Search over everything and commands by name, below the field of the top bar. The field keeps the focus all the
/// time; arrows move in the list, Enter opens, Esc leaves. A child of the window, so nothing of the window system is
/// in between.
class CommandPalette : public QWidget {
    Q_OBJECT

public:
    CommandPalette(SearchField* field, QWidget* window);
    ~CommandPalette() override;

    void addProvider(SearchProvider* provider);
    void setSite(CurrentSite* site);
    void setNavigator(Navigator* navigator) { m_navigator = navigator; }
    /// Asked each time the palette opens.
    void setCommands(std::function<std::vector<PaletteCommand>()> commands) { m_commands = std::move(commands); }

    /// Opens with a text, by default with what the field holds.
    void open(const QString& text = {});
    void dismiss();
    PaletteModel* model() const { return m_model; }
    int currentRow() const;
    void retranslate();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Answer {
        SearchProvider* provider;
        std::vector<SearchHit> hits;
    };
    void search();
    void fillLines();
    void place();
    void setCurrentRow(int row);
    void choose(int row);
    void showPreview();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    SearchField* m_field;
    PaletteModel* m_model;
    QListView* m_list;
    QWidget* m_previewPane;
    QPointer<QWidget> m_preview;
    QWidget* m_foot;
    std::vector<std::pair<Label*, std::function<QString()>>> m_footWords;
    std::vector<SearchProvider*> m_providers;
    std::vector<Answer> m_answers;
    std::vector<PaletteCommand> m_offered;
    std::function<std::vector<PaletteCommand>()> m_commands;
    QPointer<CurrentSite> m_site;
    Navigator* m_navigator = nullptr;
    QPointer<QWidget> m_focusBefore;
    QTimer m_previewDelay;
    int m_generation = 0;
    bool m_answered = true;
};

}  // namespace Forecourt
