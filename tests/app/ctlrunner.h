// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace Forecourt::Testing {

/// What forecourtctl answered.
struct CtlAnswer {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// The document on standard output; empty when there is not exactly one.
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString errorCode() const
    {
        using namespace Qt::StringLiterals;
        return json().value(u"error"_s).toObject().value(u"code"_s).toString();
    }
};

/// Runs the real forecourtctl on a store of its own.
class CtlRunner {
public:
    CtlRunner() = default;
    /// In a folder below this one.
    explicit CtlRunner(const QString& parent) : m_folder(parent + QStringLiteral("/ctl-XXXXXX")) {}

    QString store() const { return m_folder.filePath(QStringLiteral("store")); }
    /// A path in the folder of this test.
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// With --json and this runner's store.
    CtlAnswer run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runRaw(QStringList{QStringLiteral("--store"), store(), QStringLiteral("--json")} + arguments, input);
    }

    /// As given.
    static CtlAnswer runRaw(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QDir(qEnvironmentVariable("FORECOURT_BIN_DIR")).filePath(QStringLiteral("forecourtctl")),
                      arguments);
        process.write(input);
        process.closeWriteChannel();
        CtlAnswer answer;
        if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
            answer.exitCode = process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.err = process.readAllStandardError();
        return answer;
    }

private:
    QTemporaryDir m_folder;
};

}  // namespace Forecourt::Testing
