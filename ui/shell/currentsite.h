// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QObject>

namespace Forecourt {

/// The site (location of the dealership) that the person looks at now, chosen in the top bar. Pages filter by it and
/// offer it as the default for new records. A null id means all sites.
class CurrentSite : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    LocationId id() const { return m_id; }
    bool isAll() const { return m_id.isNull(); }
    void setId(LocationId id);

Q_SIGNALS:
    void changed(Forecourt::LocationId id);

private:
    LocationId m_id;
};

}  // namespace Forecourt
