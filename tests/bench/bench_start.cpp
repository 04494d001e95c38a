// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/searchqueue.h"
#include "tests/bench/benchvehicles.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

// Prints how long the workstation takes from being called to its first painted rows, beside a program of the same
// libraries that shows an empty main window. Both are real processes, called in turn.

namespace Forecourt::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 9;

/// Says when it is painted, as StartTimer does.
class EmptyWindow : public QMainWindow {
protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, this, [] {
            QTextStream(stdout) << "ready" << Qt::endl;
            QCoreApplication::quit();
        });
    }
};

/// Milliseconds until the program says that it is ready; the line that it says so with.
double timeStart(const QString& program, const QStringList& arguments, QByteArray& line)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(60'000))
            qFatal("%s does not say that it is ready", qUtf8Printable(program));
    }
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    line = process.readLine().trimmed();
    process.waitForFinished();
    return took;
}

void fill(const QString& directory, int count)
{
    auto store = require(Store::open({directory}));
    auto journal = require(Journal::open(*store));
    std::vector<Vehicle> vehicles;
    vehicles.reserve(static_cast<size_t>(count));
    for (int number = 0; number < count; ++number)
        vehicles.push_back(benchVehicle(number));
    addVehicles(*journal, vehicles, 1000);
    // A normal day: everything is in the search index, which is filled in a lull of the writer.
    while (!require(store->read(&SearchQueue::isEmpty).takeResult()))
        QThread::yieldCurrentThread();
}

int run(int vehicles)
{
    const QTemporaryDir directory;
    const QString store = directory.filePath(u"store"_s);
    fill(store, vehicles);
    const QString self = QCoreApplication::applicationFilePath();
    const QString workstation = QCoreApplication::applicationDirPath() + u"/forecourt"_s;
    Samples ours;
    Samples empty;
    QByteArray line;
    for (int start = 0; start < Starts; ++start) {
        empty.add(timeStart(self, {u"--empty"_s}, line));
        ours.add(timeStart(workstation, {u"--store"_s, store, u"--offline"_s, u"--time-start"_s}, line));
    }
    heading("Start, from the call to the first painted rows");
    std::printf("  %d vehicles: median %.0f ms (best %.0f)   empty main window %.0f ms (best %.0f)   more: %.0f ms\n",
                vehicles, ours.quantile(0.5), ours.quantile(0), empty.quantile(0.5), empty.quantile(0),
                ours.quantile(0.5) - empty.quantile(0.5));
    std::printf("  resident then: %s\n", line.mid(6).constData());
    return 0;
}

}  // namespace

}  // namespace Forecourt::Bench

int main(int argc, char** argv)
{
    if (argc > 1 && QByteArray(argv[1]) == "--empty") {
        const QApplication application(argc, argv);
        Forecourt::Bench::EmptyWindow window;
        window.resize(1440, 900);
        window.show();
        return QApplication::exec();
    }
    const QCoreApplication application(argc, argv);
    return Forecourt::Bench::run(argc > 1 ? QByteArray(argv[1]).toInt() : 100'000);
}
