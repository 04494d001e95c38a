// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/conflict.h"
#include "models/outbox/decideconflicts.h"
#include "ui/shell/recordwords.h"

#include <QWidget>

namespace Forecourt {

class Button;
class ConflictChoice;
class FormField;
class IconButton;
class Label;

/// One conflict of a record: field, what was before, the two values to pick from, a value of one's own, and the result.
class ConflictRow : public QWidget {
    Q_OBJECT

public:
    /// Shares of the width of the five columns, for the headings too.
    static constexpr int ColumnShares[] = {16, 11, 23, 23, 20};

    /// What the row says beside the values.
    struct Wording {
        ConflictText::Row text;
        QString hint;      ///< under the field: "pick one"
        QString keptLine;  ///< who typed it, when
        QString lostLine;
        QString keptSide;  ///< name of the column, for screen readers
        QString lostSide;
        bool keptFirst = true;  ///< which of the two stands at the left
        bool beforeKnown = false;
        bool changedSince = false;  ///< the record has a third value by now
    };

    /// `words` may be null: then no other value can be typed. It outlives the row.
    ConflictRow(const RecordWords* words, ConflictedRecord record, std::size_t conflict, Wording wording,
                QWidget* parent);

    /// The record has changed since: `present` is what stands now. What was picked or typed stays.
    void setPresent(const QString& present, bool changedSince);
    /// 1 = left, 2 = right, 3 = another value.
    void pick(int column);
    void setCurrent(bool current);
    ConflictDecision::Choice choice() const;
    /// What was decided; an error next to the field when a typed value cannot be used.
    Expected<ConflictDecision> decision();
    /// Words of what will stand.
    QString resultText() const;
    QString fieldName() const { return m_wording.text.field; }
    bool isTyping() const { return choice() == ConflictDecision::Choice::Other; }

Q_SIGNALS:
    void changed();
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void showResult();
    void startTyping();
    void stopTyping();

    const RecordWords* m_words;
    ConflictedRecord m_record;
    std::size_t m_conflict;
    Wording m_wording;
    ConflictChoice* m_kept;
    ConflictChoice* m_lost;
    Label* m_result;
    IconButton* m_type = nullptr;
    FormField* m_other = nullptr;
    bool m_current = false;
};

}  // namespace Forecourt
