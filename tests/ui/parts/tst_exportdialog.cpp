// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilechooser.h"
#include "ui/dialogs/periodpicker.h"
#include "ui/dialogs/serverpicker.h"
#include "ui/exporting/exportdialog.h"
#include "ui/settings/keys.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace arbscope;
using namespace arbscope::test;

class tst_ExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeFileChooser m_files;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ExportDialog> m_dialog;

    static std::vector<ServerSummary> servers()
    {
        return {{"alpha", 3, 3, 1.0, 2.0},
                {"b\xff"
                 "ta",
                 4, 4, 1.0, 2.0},
                {"gamma <i>", 5, 5, 1.0, 2.0}};
    }
    template <class W> W *field(const char *name) const { return m_dialog->findChild<W *>(QString::fromLatin1(name)); }
    QString path() const { return field<QLineEdit>("file")->text(); }
    QString hint() const { return field<QLabel>("hint")->text(); }
    void makeDialog(const std::vector<QByteArray> &selected = {"alpha"})
    {
        m_dialog = std::make_unique<ExportDialog>(
            servers(), selected, TimeFormat::make(TimeZoneKind::Named, "Europe/Berlin"), *m_settings, m_files);
        m_dialog->show();
    }
    void typePath(const QString &text)
    {
        auto *edit = field<QLineEdit>("file");
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_settings->setValue(keys::ExportFolder, m_folder.path());
        makeDialog();
    }
    void cleanup() { m_dialog.reset(); }

    void startsWithTheDefaults()
    {
        const ExportChoice choice = m_dialog->choice();
        QCOMPARE(choice.request.servers, std::vector<QByteArray>{"alpha"});
        QVERIFY(std::isinf(choice.request.since) && choice.request.since < 0);
        QVERIFY(std::isinf(choice.request.until) && choice.request.until > 0);
        QVERIFY(choice.request.format == ExportFormat::Csv);
        QVERIFY(choice.request.csvMode == CsvMode::Guarded);
        QCOMPARE(choice.request.zone, QTimeZone("Europe/Berlin"));
        QVERIFY(choice.path.startsWith(m_folder.path()));
        QVERIFY(choice.path.contains(QStringLiteral("/trade-export-")) && choice.path.endsWith(QStringLiteral(".csv")));
    }

    void serversAreSearchedAndTicked()
    {
        auto *list = field<QListView>("servers");
        QCOMPARE(list->model()->rowCount(), 3);
        QVERIFY(list->model()->index(1, 0).data().toString().startsWith(QStringLiteral("b\\xffta")));
        field<QLineEdit>("serverSearch")->setText(QStringLiteral("GAM"));
        QCOMPARE(list->model()->rowCount(), 1);
        field<QPushButton>("tickAll")->click();
        QCOMPARE(m_dialog->choice().request.servers, (std::vector<QByteArray>{"alpha", "gamma <i>"}));
        field<QLineEdit>("serverSearch")->clear();
        field<QPushButton>("tickAll")->click();
        QVERIFY(m_dialog->choice().request.servers.empty()); // all, whatever the store gets meanwhile
        field<QPushButton>("tickNone")->click();
        QVERIFY(!field<QPushButton>("export")->isEnabled());
        QVERIFY(!hint().isEmpty());
        list->model()->setData(list->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(m_dialog->choice().request.servers,
                 std::vector<QByteArray>{"b\xff"
                                         "ta"});
        QVERIFY(field<QPushButton>("export")->isEnabled());
    }

    void formatChangesTheName()
    {
        field<QRadioButton>("json")->click();
        QVERIFY(path().endsWith(QStringLiteral(".jsonl")));
        QVERIFY(!field<QCheckBox>("exact")->isEnabled());
        QVERIFY(m_dialog->choice().request.format == ExportFormat::JsonLines);
        field<QRadioButton>("csv")->click();
        QVERIFY(path().endsWith(QStringLiteral(".csv")));
        field<QCheckBox>("exact")->click();
        QVERIFY(m_dialog->choice().request.csvMode == CsvMode::Exact);
        typePath(QStringLiteral("/tmp/my.trades"));
        field<QRadioButton>("json")->click();
        QCOMPARE(path(), QStringLiteral("/tmp/my.trades")); // a name of one's own stays
    }

    void choicesAreRemembered()
    {
        field<QRadioButton>("json")->click();
        field<QCheckBox>("exact")->setChecked(true);
        const QTemporaryDir other;
        m_files.answer = other.filePath(QStringLiteral("x.jsonl"));
        m_dialog->findChild<QLineEdit *>(QStringLiteral("file"))->parentWidget()->findChild<QToolButton *>()->click();
        QCOMPARE(path(), m_files.answer);
        QVERIFY(m_files.suggested.startsWith(m_folder.path()));
        field<QPushButton>("export")->click();
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        makeDialog();
        QVERIFY(field<QRadioButton>("json")->isChecked());
        QVERIFY(field<QCheckBox>("exact")->isChecked());
        QVERIFY(path().startsWith(other.path()));
    }

    void saysWhatWillHappenToTheFile()
    {
        const QString there = m_folder.filePath(QStringLiteral("there.csv"));
        QFile file(there);
        QVERIFY(file.open(QIODevice::WriteOnly));
        typePath(there);
        QTRY_VERIFY(hint().contains(QStringLiteral("replaced")));
        typePath(QStringLiteral("/no/such/folder/x.csv"));
        QTRY_VERIFY(hint().contains(QStringLiteral("no such folder")));
        field<QLineEdit>("file")->selectAll();
        QTest::keyClick(field<QLineEdit>("file"), Qt::Key_Delete);
        QVERIFY(!field<QPushButton>("export")->isEnabled());
    }

    void period_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<double>("since");
        QTest::addColumn<double>("lastSecond");
        // now: 2021-03-29 15:30 in Berlin, the day after the clocks went forward
        QTest::newRow("today") << int(PeriodPicker::Today) << 1616968800.0 << 1617055199.0;
        QTest::newRow("yesterday, 23 hours") << int(PeriodPicker::Yesterday) << 1616886000.0 << 1616968799.0;
        QTest::newRow("last 7 days") << int(PeriodPicker::LastSevenDays) << 1616454000.0 << 1617055199.0;
        QTest::newRow("last 30 days") << int(PeriodPicker::LastThirtyDays) << 1614466800.0 << 1617055199.0;
    }
    void period()
    {
        QFETCH(int, choice);
        QFETCH(double, lastSecond);
        PeriodPicker picker(QTimeZone("Europe/Berlin"), QDateTime::fromSecsSinceEpoch(1617024600, Qt::UTC));
        picker.setChoice(static_cast<PeriodPicker::Choice>(choice));
        const Period period = picker.period();
        QTEST(period.since, "since");
        QVERIFY(period.until > lastSecond + 0.999 && period.until < lastSecond + 1);
        QVERIFY(picker.isValid());
    }

    void periodFromTo()
    {
        PeriodPicker picker(QTimeZone("Asia/Tokyo"), QDateTime::fromSecsSinceEpoch(1617024600, Qt::UTC));
        const QDateTime from = QDateTime::fromSecsSinceEpoch(1600000000, Qt::UTC);
        picker.setCustom(from, from.addSecs(10));
        QCOMPARE(picker.period().since, 1600000000.0);
        QVERIFY(picker.period().until > 1600000010.9 && picker.period().until < 1600000011.0);
        picker.setCustom(from, from.addSecs(-10));
        QVERIFY(!picker.isValid());
    }

    void tenThousandServers()
    {
        std::vector<ServerSummary> many;
        many.reserve(10000);
        for (int i = 0; i < 10000; ++i)
            many.push_back({"server-" + QByteArray::number(i), 1, 1, {}, {}});
        ServerPicker picker(many, {"server-9999"});
        QCOMPARE(picker.selected(), std::vector<QByteArray>{"server-9999"});
        picker.findChild<QLineEdit *>()->setText(QStringLiteral("server-77"));
        QCOMPARE(picker.findChild<QListView *>()->model()->rowCount(), 111);
    }
};

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
