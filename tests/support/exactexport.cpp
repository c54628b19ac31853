// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exactexport.h"

#include <QFile>

namespace arbscope::test {

ExportRequest exactRequest(ExportFormat format, CsvMode mode)
{
    ExportRequest result;
    result.format = format;
    result.csvMode = mode;
    result.zone = QTimeZone::utc();
    return result;
}

QByteArray csvOf(const std::vector<Report> &reports)
{
    std::string csv;
    appendCsvHeader(csv);
    for (const Report &report : reports)
        appendCsvRecord(csv, report, CsvMode::Exact);
    return QByteArray::fromStdString(csv);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace arbscope::test
