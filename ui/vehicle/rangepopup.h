// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/popupframe.h"

#include <optional>

class QLineEdit;

namespace Forecourt {

class Label;

/// A pop-over that asks for a lower and an upper bound, either of which may stay empty. Text that cannot be read is
/// answered in place and leaves the bound as it was.
class RangePopup : public PopupFrame {
    Q_OBJECT

public:
    /// Reads what a person typed; nothing when it is no value. Empty text never reaches it.
    using Read = std::function<std::optional<qint64>(const QString&)>;

    RangePopup(const QString& title, const QString& from, const QString& to, Read read, const QString& complaint,
               QWidget* parent);

Q_SIGNALS:
    void chosen(std::optional<qint64> from, std::optional<qint64> to);

private:
    void announce();

    Read m_read;
    QString m_complaint;
    QLineEdit* m_from;
    QLineEdit* m_to;
    Label* m_message;
};

}  // namespace Forecourt
