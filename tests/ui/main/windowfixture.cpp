// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main/windowfixture.h"

#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"
#include "ui/settings/keys.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/messagepage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace arbscope::test {

void FixedFileChooser::chooseSaveFile(QWidget *, const QString &, const QString &, const QString &, Answer answer)
{
    answer(path);
}

void FixedFileChooser::chooseOpenFile(QWidget *, const QString &, const QString &, const QString &, Answer answer)
{
    answer(path);
}

WindowFixture::WindowFixture(SecretStore *keychain, FileChooser *dialogs)
    : m_keychain(keychain)
    , m_dialogs(dialogs ? dialogs : &m_files)
    , m_settings(std::make_unique<Settings>(m_folder.filePath(QStringLiteral("arbscope.ini"))))
{
    m_settings->setValue(keys::ExportFolder, m_folder.path());
    m_settings->setValue(keys::MarksFile, m_folder.filePath(QStringLiteral("marks.json")));
    m_settings->setValue(keys::ZoneKind, TimeZoneKind::Utc);
    makeWindow();
}

WindowFixture::~WindowFixture() = default;

void WindowFixture::makeWindow()
{
    m_window = std::make_unique<MainWindow>(*m_settings, *m_dialogs, m_keychain);
    for (const char *name : {"tradeList", "serverTree"})
        new QAbstractItemModelTester(child<QAbstractItemView>(name)->model(),
                                     QAbstractItemModelTester::FailureReportingMode::QtTest, m_window.get());
    if (m_settings->value(keys::WindowGeometry).isEmpty())
        m_window->resize(1440, 880); // as on a usual screen: the one of tests is smaller
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowFixture::reopen()
{
    m_window->close();
    m_window.reset();
    makeWindow();
}

void WindowFixture::open(const RedisUrl &url)
{
    m_window->storeFlow().open({url, {}});
}

QAbstractItemModel *WindowFixture::trades() const
{
    return child<TradeList>("tradeList")->model();
}

QString WindowFixture::cell(int row, const char *column) const
{
    return trades()->index(row, tradeColumnIndex(QString::fromLatin1(column))).data().toString();
}

QByteArray WindowFixture::orderId(int row) const
{
    return trades()->index(row, 0).data(TradeTableModel::OrderIdRole).toByteArray();
}

QString WindowFixture::banner(const char *name) const
{
    const auto *banner = child<Banner>(name);
    return banner->isVisible() ? banner->text() : QString();
}

QString WindowFixture::message() const
{
    const auto *page = child<MessagePage>("messagePage");
    return page->isVisible() ? page->title() : QString();
}

QStringList WindowFixture::doubledMnemonics() const
{
    QStringList doubled;
    for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
        QStringList keys;
        for (const QAction *action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (!key.isEmpty() && keys.contains(key))
                doubled << menu->title() + u": " + action->text();
            keys << key;
        }
    }
    return doubled;
}

void WindowFixture::trigger(const char *action) const
{
    auto *found = child<QAction>(action);
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
}

void WindowFixture::clickBanner(const char *name, const QString &button) const
{
    for (QPushButton *each : child<Banner>(name)->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == button) {
            each->click();
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no button %1").arg(button)));
}

} // namespace arbscope::test
