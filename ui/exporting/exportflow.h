// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/store/storedtrade.h"
#include "core/store/tradeexport.h"

#include <QObject>

class QWidget;

namespace arbscope {

class Banner;
class FileChooser;
class Settings;
class StoreSession;
class TaskStrip;
class TimeDisplay;
struct ExportTarget;

/// Exports from the window: at once or with choices; progress goes to the task strip, the outcome to the banner.
class ExportFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        Settings &settings;
        FileChooser &files;
        Banner &banner;
        TaskStrip &tasks;
        const TimeDisplay &times;
        QWidget &window;
    };
    explicit ExportFlow(const Parts &parts);

    /// CSV of one server, of the trades that `filter` is true of where there is one, under the default name in the last
    /// folder; a file of that name stays, the new one gets a number. The order is that of time; `sayOrder`: it is told.
    void exportAtOnce(const QByteArray &server, const FilterPart &filter, bool sayOrder);
    void exportWithChoices(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected);
    /// Asks where to, in the last folder under `name`, and writes it there.
    void exportTo(const ExportRequest &request, const QString &name);

signals:
    void choicesRequested(); ///< from the banner of a failed export

private:
    void start(const ExportRequest &request, const ExportTarget &target, const QString &note = {});
    void showResult(const ExportResult &result, const QString &path, const QString &note);
    void showFailure(const ExportError &error, const QString &path);

    Parts m_parts;
};

} // namespace arbscope
