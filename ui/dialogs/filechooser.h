// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace arbscope {

/// Asks for a file; the answer comes later on the GUI thread, and not at all when the person gives up.
/// An interface so that tests answer in a person's place.
class FileChooser
{
public:
    using Answer = std::function<void(const QString &path)>;

    virtual ~FileChooser() = default;
    /// `suggested`: folder and name; `filters` as QFileDialog's ("CSV (*.csv)", ";;" between).
    virtual void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filters,
                                Answer answer)
        = 0;
    virtual void chooseOpenFile(QWidget *parent, const QString &title, const QString &folder, const QString &filters,
                                Answer answer)
        = 0;
};

/// Qt's or the desktop's own file dialog, window-modal.
class DialogFileChooser final : public FileChooser
{
public:
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filters,
                        Answer answer) override;
    void chooseOpenFile(QWidget *parent, const QString &title, const QString &folder, const QString &filters,
                        Answer answer) override;
};

} // namespace arbscope
