// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/parts/fakefilechooser.h"
#include "ui/detail/rawtext.h"
#include "ui/detail/rawview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;

/// A JSON object of many members; as it came it is one line.
static QByteArray longJson(int members)
{
    QByteArray text("{");
    for (int i = 0; i < members; ++i)
        text += (i > 0 ? ", \"member_" : "\"member_") + QByteArray::number(i) + "\": \"\xc3\xa9 value "
            + QByteArray::number(i) + '"';
    return text + '}';
}

class TestRawView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_view = std::make_unique<RawView>(QStringLiteral("x.json"), m_files);
        m_view->resize(500, 300);
        m_view->show();
        m_edit = m_view->findChild<QPlainTextEdit *>();
        m_all = m_view->findChild<QToolButton *>(QStringLiteral("showAllRaw"));
        m_note = m_view->findChild<QLabel *>(QStringLiteral("rawNote"));
    }

    void shortTextIsShownWhole()
    {
        m_view->setText(longJson(10));
        QVERIFY(m_all->isHidden());
        QVERIFY(m_edit->toPlainText().contains(u"member_9"));
    }

    void longTextIsShownWholeOnDemand_data()
    {
        QTest::addColumn<bool>("indented");
        QTest::newRow("indented") << true;
        QTest::newRow("as it came") << false;
    }
    void longTextIsShownWholeOnDemand()
    {
        QFETCH(bool, indented);
        m_view->findChild<QToolButton *>(QStringLiteral("indent"))->setChecked(indented);
        const QByteArray text = longJson(20'000);
        m_view->setText(text);
        QTRY_VERIFY(m_all->isVisible());
        QCOMPARE(m_edit->toPlainText().size(), ShownRawText);
        QVERIFY(m_note->text().contains(u"only the first"));
        m_all->click();
        QTRY_VERIFY(m_edit->toPlainText().endsWith(u'}'));
        QCOMPARE(m_edit->toPlainText(), makeRawText(text, indented, 1'000'000'000).shown);
        QVERIFY(m_edit->toPlainText().contains(u"\"member_19999\": \"é value 19999\""));
        QTRY_COMPARE(m_note->text(), QStringLiteral("%1 bytes").arg(QLocale().toString(text.size())));
        QVERIFY(m_all->isHidden());
        m_view->selectMember(QStringLiteral("member_19998")); // far beyond what was shown at first
        QCOMPARE(m_edit->extraSelections().size(), 1);
        QVERIFY(m_edit->extraSelections().first().cursor.selectedText().contains(u"19998"));
    }

    void anotherTextEndsIt()
    {
        m_view->setText(longJson(50'000));
        QTRY_VERIFY(m_all->isVisible());
        m_all->click();
        QTRY_VERIFY(m_note->text().startsWith(u"Showing"));
        m_view->setText(QByteArray("{}"));
        QCOMPARE(m_edit->toPlainText(), u"{}");
        QTest::qWait(0);
        QCOMPARE(m_edit->toPlainText(), u"{}");
        m_view->setText(longJson(20'000)); // in part again: all was wanted of the other one
        QTRY_VERIFY(m_all->isVisible());
    }

private:
    FakeFileChooser m_files;
    std::unique_ptr<RawView> m_view;
    QPlainTextEdit *m_edit = nullptr;
    QToolButton *m_all = nullptr;
    QLabel *m_note = nullptr;
};

QTEST_MAIN(TestRawView)
#include "tst_rawview.moc"
