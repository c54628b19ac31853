// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilechooser.h"
#include "ui/dialogs/savedlist.h"
#include "ui/settings/savedconnections.h"
#include "ui/settings/settings.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace arbscope;
using namespace arbscope::test;

class tst_SavedList : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeFileChooser m_files;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SavedConnections> m_saved;
    std::unique_ptr<SavedList> m_list;

    QString add(const QString &name, const QString &folder, StoreMark mark = StoreMark::None)
    {
        SavedConnection connection;
        connection.folder = folder;
        connection.target.name = name;
        connection.target.mark = mark;
        connection.target.url = *RedisUrl::parse(QString(u"redis://u:s3cret@" + name));
        return m_saved->save(connection);
    }
    QTreeWidget *tree() const { return m_list->findChild<QTreeWidget *>(); }
    void trigger(const char *action) { m_list->findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    /// What can be seen, a word a row, with the marks.
    QString rows() const
    {
        QStringList result;
        for (QTreeWidgetItemIterator each(tree(), QTreeWidgetItemIterator::NotHidden); *each; ++each) {
            const bool inHidden = (*each)->parent() && (*each)->parent()->isHidden();
            if (!inHidden)
                result.append((*each)->text(0)
                              + ((*each)->text(1).isEmpty() ? QString() : QString(u':' + (*each)->text(1))));
        }
        return result.join(u' ');
    }

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_saved = std::make_unique<SavedConnections>(*m_settings);
        m_list = std::make_unique<SavedList>(*m_saved, m_files);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    }
    void cleanup() { m_list.reset(); }

    void showsFoldersMarksAndFindsThem()
    {
        add(QStringLiteral("alone"), {});
        add(QStringLiteral("one"), QStringLiteral("fra"), StoreMark::Production);
        add(QStringLiteral("two"), QStringLiteral("zrh"));
        QCOMPARE(rows(), u"alone fra one:Production zrh two");
        auto *search = m_list->findChild<QLineEdit *>();
        for (const auto &[typed, found] : {std::pair(u"TWO", u"zrh two"),
                                           {u"production", u"fra one:Production"},
                                           {u"fra", u"fra one:Production"},
                                           {u"redis://u@alone", u"alone"},
                                           {u"nobody", u""}}) {
            search->setText(QString::fromUtf16(typed));
            QCOMPARE(rows(), found);
        }
        search->clear();
        QCOMPARE(rows(), u"alone fra one:Production zrh two");
    }

    void isWalkedAndOpenedByKeys()
    {
        const QString one = add(QStringLiteral("one"), {});
        const QString two = add(QStringLiteral("two"), {});
        QSignalSpy chosen(m_list.get(), &SavedList::chosen);
        QSignalSpy activated(m_list.get(), &SavedList::activated);
        tree()->setFocus();
        m_list->setCurrent(one);
        QTest::keyClick(tree(), Qt::Key_Down);
        QCOMPARE(m_list->currentId(), two);
        QCOMPARE(chosen.last().first().toString(), two);
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toString(), two);
        QTest::keyClick(tree(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(rows(), u"two one");
        QCOMPARE(m_list->currentId(), two);
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(rows(), u"one two");
        QTest::keyClick(tree(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(rows(), u"one two two copy");
        QVERIFY(m_list->currentId() != two);
    }

    void deletesAfterAQuestion()
    {
        const QString one = add(QStringLiteral("one"), {});
        m_list->setCurrent(one);
        QSignalSpy removed(m_saved.get(), &SavedConnections::removed);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Delete);
        auto *question = m_list->findChild<QMessageBox *>();
        QVERIFY(question);
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_list->findChild<QMessageBox *>());
        QVERIFY(m_saved->find(one));
        trigger("savedDelete");
        m_list->findChild<QPushButton *>(QStringLiteral("confirmDeleteButton"))->click();
        QTRY_VERIFY(!m_saved->find(one));
        QCOMPARE(removed.size(), 1);
        QVERIFY(!m_list->findChild<QAction *>(QStringLiteral("savedDelete"))->isEnabled());
    }

    void goesToAFileAndComesBack()
    {
        add(QStringLiteral("one"), QStringLiteral("fra"), StoreMark::Production);
        QSignalSpy told(m_list.get(), &SavedList::told);
        m_files.answer = m_folder.filePath(QStringLiteral("connections.json"));
        trigger("savedExport");
        QVERIFY(!told.last().at(2).toBool());
        QFile file(m_files.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("fra"));
        QVERIFY(!bytes.contains("s3cret"));

        m_saved->remove(m_saved->list().front().id);
        trigger("savedImport");
        QCOMPARE(rows(), u"fra one:Production");
        QVERIFY2(told.last().first().toString().contains(u'1'), qPrintable(told.last().first().toString()));
        m_files.answer = m_folder.filePath(QStringLiteral("not there"));
        trigger("savedImport");
        QVERIFY(told.last().at(2).toBool());
        m_files.answer = m_folder.filePath(QStringLiteral("no folder/x.json"));
        trigger("savedExport");
        QVERIFY(told.last().at(2).toBool());
    }

    void copiesTheCommandWithoutTheSecret()
    {
        m_list->setCurrent(add(QStringLiteral("one"), {}));
        trigger("savedCommand");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"arbscope-cli --url redis://u@one:6379 servers");
    }
};

QTEST_MAIN(tst_SavedList)
#include "tst_savedlist.moc"
