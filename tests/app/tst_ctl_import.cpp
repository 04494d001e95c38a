// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ctlrunner.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

/// Import of comma separated files by the real forecourtctl.
class CtlImportTest : public QObject {
    Q_OBJECT

    static QString write(const CtlRunner& ctl, const QByteArray& text)
    {
        QFile file(ctl.path(u"stock.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file cannot be written");
        return file.fileName();
    }

private Q_SLOTS:
    void createsAndThenLeavesUnchanged()
    {
        const CtlRunner ctl;
        const QString file = write(ctl, "Stock number,Make,Model,Year\nB26-1,Toyota,RAV4,2019\nB26-2,Kia,Rio,2018\n");
        const CtlAnswer first = ctl.run({u"vehicle"_s, u"import"_s, file});
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.json().value(u"created"_s), QJsonValue(2));
        const CtlAnswer again = ctl.run({u"vehicle"_s, u"import"_s, file});
        QCOMPARE(again.json().value(u"created"_s), QJsonValue(0));
        QCOMPARE(again.json().value(u"unchanged"_s), QJsonValue(2));
    }

    void dryRunChangesNothing()
    {
        const CtlRunner ctl;
        const QString file = write(ctl, "Stock number,Make\nB26-1,Toyota\n");
        const CtlAnswer answer = ctl.run({u"vehicle"_s, u"import"_s, file, u"--dry-run"_s});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().value(u"created"_s), QJsonValue(1));
        QCOMPARE(ctl.run({u"vehicle"_s, u"list"_s}).json().value(u"total"_s), QJsonValue(0));
    }

    void skipsBrokenLinesWithTheirReason()
    {
        const CtlRunner ctl;
        const QString file = write(ctl, "Stock number,Make,Year\nB26-1,Toyota,2019\nB26-2,Kia,1885\nB26-3,Ford,2020\n");
        const CtlAnswer answer = ctl.run({u"vehicle"_s, u"import"_s, file});
        QCOMPARE(answer.exitCode, 6);
        QCOMPARE(answer.json().value(u"created"_s), QJsonValue(2));
        const QJsonArray skipped = answer.json().value(u"skipped"_s).toArray();
        QCOMPARE(skipped.size(), 1);
        QCOMPARE(skipped[0][u"line"_s], QJsonValue(3));
        QCOMPARE(skipped[0][u"code"_s], QJsonValue(u"YEAR-RANGE"_s));
        QVERIFY(answer.err.contains("1885"));
    }

    void refusesFilesThatAreNotThereOrEmpty()
    {
        const CtlRunner ctl;
        QCOMPARE(ctl.run({u"vehicle"_s, u"import"_s, ctl.path(u"nowhere.csv"_s)}).errorCode(), u"FILE-READ"_s);
        QCOMPARE(ctl.run({u"vehicle"_s, u"import"_s, write(ctl, {})}).errorCode(), u"FILE-EMPTY"_s);
    }
};

QTEST_GUILESS_MAIN(CtlImportTest)
#include "tst_ctl_import.moc"
