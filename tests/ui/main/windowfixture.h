// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/livestore.h"
#include "ui/dialogs/filechooser.h"
#include "ui/settings/settings.h"
#include "ui/window/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

class QAbstractItemModel;

namespace arbscope::test {

/// Answers file dialogs with a fixed path.
class FixedFileChooser final : public FileChooser
{
public:
    QString path;
    void chooseSaveFile(QWidget *, const QString &, const QString &, const QString &, Answer answer) override;
    void chooseOpenFile(QWidget *, const QString &, const QString &, const QString &, Answer answer) override;
};

/// The real window with settings and files of its own in a fresh folder.
class WindowFixture
{
public:
    /// `dialogs`: asks for files in place of files().
    explicit WindowFixture(SecretStore *keychain = nullptr, FileChooser *dialogs = nullptr);
    ~WindowFixture();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Settings &settings() { return *m_settings; }
    [[nodiscard]] FixedFileChooser &files() { return m_files; }
    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< also where exports go
    void reopen(); ///< closes the window and opens another one with the same settings
    void open(const RedisUrl &url);
    [[nodiscard]] const StoreSession &session() const { return m_window->session(); }
    template <class T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QAbstractItemModel *trades() const; ///< of the list
    [[nodiscard]] QString cell(int row, const char *column) const; ///< of the list
    [[nodiscard]] QByteArray orderId(int row) const; ///< empty while it is loading
    [[nodiscard]] QString banner(const char *name) const; ///< its text while it shows, "connectionBanner", …
    [[nodiscard]] QString message() const; ///< of the page in place of the list, while it shows
    /// Entries of menus whose key another one of the same menu has, too.
    [[nodiscard]] QStringList doubledMnemonics() const;
    void trigger(const char *action) const;
    void clickBanner(const char *name, const QString &button) const;

private:
    void makeWindow();

    QTemporaryDir m_folder;
    SecretStore *m_keychain;
    FileChooser *m_dialogs;
    FixedFileChooser m_files;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace arbscope::test
