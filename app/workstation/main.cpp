// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/options.h"
#include "app/workstation/workstation.h"
#include "models/base/errortext.h"
#include "ui/shell/languages.h"

#include <QApplication>
#include <QLocale>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Help, version and wrong options are answered without a display.
std::optional<int> answerWithoutWindow(int argc, char** argv, Forecourt::Options& options)
{
    const QCoreApplication core(argc, argv);
    Forecourt::Languages languages;
    languages.apply(QLocale::system().language() == QLocale::French ? u"fr"_s : u"en"_s);
    auto parsed = Forecourt::Options::parse(QCoreApplication::arguments());
    if (!parsed) {
        QTextStream(stderr) << "forecourt: " << parsed.error().subject << "\n"
                            << QCoreApplication::translate("Options", "Try forecourt --help.") << Qt::endl;
        return static_cast<int>(Forecourt::ExitStatus::BadOptions);
    }
    if (!parsed->answer.isEmpty()) {
        QTextStream(stdout) << parsed->answer;
        return static_cast<int>(Forecourt::ExitStatus::Normal);
    }
    options = *parsed;
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(u"forecourt"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FORECOURT_VERSION));
    Forecourt::Options options;
    if (const auto status = answerWithoutWindow(argc, argv, options))
        return *status;
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Forecourt"_s);
    QGuiApplication::setDesktopFileName(u"app.forecourt.Forecourt"_s);
    Forecourt::Workstation workstation(application, options);
    QMetaObject::invokeMethod(&workstation, &Forecourt::Workstation::start, Qt::QueuedConnection);
    return QApplication::exec();
}
