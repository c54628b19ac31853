// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

class QWidget;

namespace arbscope {

class Banner;
class FileChooser;
class Settings;

/// Saves a table of figures as a CSV file that a person names: the old file or the whole new one.
class TableSaver final : public QObject
{
    Q_OBJECT
public:
    TableSaver(Settings &settings, FileChooser &files, Banner &banner, QWidget &window);

    /// `name`: of the file to begin with, without a suffix; what no file can be named with is replaced.
    void save(const QString &title, const QString &name, const QByteArray &csv);

private:
    void write(const QString &path, const QByteArray &csv);

    Settings &m_settings;
    FileChooser &m_files;
    Banner &m_banner;
    QWidget &m_window;
};

} // namespace arbscope
