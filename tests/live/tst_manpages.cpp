// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paths.h"
#include "tests/support/clirun.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <map>

using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto CommonSection = "Options of every command"_L1;

/// Section of a page, or command of a program → what its options are called, with their values: "--from RANK".
using Options = std::map<QString, QStringList>;

QString pagePath(const QString &page)
{
    return QStringLiteral(ARBSCOPE_SOURCE_DIR "/packaging/man/") + page;
}

QStringList linesOf(const QString &page)
{
    QFile file(pagePath(page));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    }
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// The options that a page lists, by subsection; "Ss list Ar SERVER" is "list SERVER".
Options documented(const QString &page)
{
    static const QRegularExpression option(uR"(Fl (-?[\w-]+)(?: Ar (\w+))?)"_s);
    Options options;
    QString section;
    for (const QString &line : linesOf(page)) {
        if (line.startsWith(".Sh "_L1)) {
            section.clear();
        } else if (line.startsWith(".Ss "_L1)) {
            section = line.mid(4).remove(u"Ar "_s);
            section.truncate(QString(section + u" Op "_s).indexOf(u" Op "_s));
            options[section];
        } else if (line.startsWith(".It Fl "_L1)) {
            for (auto match = option.globalMatch(line); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                options[section] << QString(u'-' + found.captured(1) + u' ' + found.captured(2)).trimmed();
            }
        }
    }
    for (auto &[name, list] : options) {
        list.sort();
    }
    return options;
}

/// The options under a title of a help text.
QStringList offered(const QByteArray &help, const QByteArray &title)
{
    static const QRegularExpression entry(uR"(^  (--?[\w-]+(?: [A-Z]+)?)(?:, (--[\w-]+))?(?:  |$))"_s);
    QStringList options;
    bool isInside = false;
    for (const QByteArray &line : help.split('\n')) {
        if (!line.startsWith(' ')) {
            isInside = line.startsWith(title);
        }
        const QRegularExpressionMatch match = entry.match(QString::fromUtf8(line));
        if (isInside && match.hasMatch()) {
            options << match.captured(1);
            if (match.hasCaptured(2)) {
                options << match.captured(2);
            }
        }
    }
    options.sort();
    return options;
}

} // namespace

class TestManPages final : public QObject
{
    Q_OBJECT
private slots:
    void commandLineIsDocumented();
    void windowIsDocumented();
    void formatsWithoutWarning_data();
    void formatsWithoutWarning();
};

void TestManPages::commandLineIsDocumented()
{
    static const QRegularExpression commandEntry(u"^  ([a-z]+)  "_s);
    Options inPage = documented(u"arbscope-cli.1"_s);
    const QByteArray help = runCli({"--help"}).out;
    QCOMPARE(inPage[CommonSection], offered(help, "Options, before or after"));
    inPage.erase(CommonSection);
    Options inHelp;
    for (const QByteArray &line : help.mid(help.indexOf("Commands:")).split('\n').mid(1)) {
        const QRegularExpressionMatch match = commandEntry.match(QString::fromUtf8(line));
        if (!match.hasMatch()) {
            break;
        }
        const QByteArray command = match.captured(1).toUtf8();
        const QByteArray commandHelp = runCli({command, "--help"}).out;
        // "Usage: arbscope-cli list SERVER [--from RANK] …"
        const QByteArray usage
            = commandHelp.left(commandHelp.indexOf('\n')).mid(qsizetype(qstrlen("Usage: arbscope-cli ")));
        const qsizetype options = usage.indexOf(" [");
        const QString heading = QString::fromUtf8(options < 0 ? usage : usage.left(options));
        inHelp[heading] = offered(commandHelp, "Options:");
    }
    QCOMPARE(inHelp.size(), std::size_t(12));
    for (const auto &[heading, options] : inHelp) {
        QVERIFY2(inPage.contains(heading), qPrintable(heading));
        QCOMPARE(inPage[heading], options);
    }
    QCOMPARE(inPage.size(), inHelp.size());
}

void TestManPages::windowIsDocumented()
{
    QProcess arbscope;
    arbscope.start(QStringLiteral(ARBSCOPE_BIN_DIR "/arbscope"), {u"--help"_s});
    QVERIFY(arbscope.waitForFinished());
    QCOMPARE(arbscope.exitCode(), 0);
    QCOMPARE(documented(u"arbscope.1"_s)[QString()], offered(arbscope.readAllStandardOutput(), "Options:"));
}

void TestManPages::formatsWithoutWarning_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("arbscope") << u"arbscope.1"_s;
    QTest::newRow("arbscope-cli") << u"arbscope-cli.1"_s;
}

void TestManPages::formatsWithoutWarning()
{
    QFETCH(const QString, page);
    const QString mandoc = QStandardPaths::findExecutable(u"mandoc"_s);
    const QString groff = QStandardPaths::findExecutable(u"groff"_s);
    QProcess check;
    if (!mandoc.isEmpty()) {
        check.start(mandoc, {u"-T"_s, u"lint"_s, u"-W"_s, u"warning"_s, pagePath(page)});
    } else if (!groff.isEmpty()) {
        check.start(groff, {u"-ww"_s, u"-mdoc"_s, u"-Tutf8"_s, u"-z"_s, pagePath(page)});
    } else {
        QFAIL("neither mandoc nor groff is there: ./dev setup");
    }
    QVERIFY(check.waitForFinished());
    QCOMPARE(QString::fromUtf8(check.readAllStandardOutput() + check.readAllStandardError()), QString());
    QCOMPARE(check.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
