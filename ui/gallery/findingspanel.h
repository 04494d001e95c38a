// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/photocheck.h"

#include <QWidget>

class QListWidget;

namespace Forecourt {

class Label;

/// "To look at": what was found about the photos of a gallery, each line leading to its photo. Hides itself while there
/// is nothing.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void setFindings(const std::vector<PhotoFindings>& findings, const Gallery& gallery);

Q_SIGNALS:
    void photoChosen(Forecourt::PhotoId photo);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    Label* m_title;
    QListWidget* m_list;
    std::vector<PhotoFindings> m_findings;
    Gallery m_gallery;
};

}  // namespace Forecourt
