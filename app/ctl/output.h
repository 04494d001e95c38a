// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace Forecourt {

/// What forecourtctl says. Results go to standard output, either as text or as one JSON document; everything that is
/// about the work, and not its result, goes to standard error.
class Output {
public:
    explicit Output(bool json) : m_json(json) {}

    bool json() const { return m_json; }

    /// The result for scripts: printed at the end, and only with --json.
    void document(const QJsonObject& result);
    /// A line of the result for people; nothing with --json.
    void line(const QString& text = {});
    /// Columns of the result for people, aligned; `right` names columns of figures, from 0.
    void table(const QStringList& headers, const std::vector<QStringList>& rows, const std::vector<int>& right = {});
    /// About the work.
    void message(const QString& text);
    /// Why it failed: the sentence on standard error, and with --json the document {"error": …}.
    void failure(const Error& error);
    /// What is wrong with the command line, likewise.
    void usage(const QString& text);
    /// That the store is locked, likewise: DEVICE-LOCKED.
    void locked(const QString& text);
    /// Writes what is left.
    void finish();

    /// The shape of a failure in documents: code, message, and the record or file it is about.
    static QJsonObject toJson(const Error& error);

private:
    bool m_json;
    QJsonObject m_document;
};

}  // namespace Forecourt
