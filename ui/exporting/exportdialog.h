// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"
#include "core/store/tradeexport.h"
#include "ui/text/timeformat.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace arbscope {

class FileChooser;
class Settings;

/// What to export and where to.
struct ExportChoice
{
    ExportRequest request;
    QString path;
};

/// Export with choices: servers, period, format, exact mode, target file. Remembers format, mode and folder.
/// Shown with open(); choice() is meaningful after accepted().
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected,
                 const TimeFormat &format, Settings &settings, FileChooser &files, QWidget *parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportChoice choice() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
