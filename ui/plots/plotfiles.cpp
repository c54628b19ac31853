// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plotfiles.h"

#include "core/analysis/plotdata.h"
#include "ui/plots/plotcanvas.h"

#include <QSaveFile>
#include <QSvgGenerator>

namespace arbscope {

namespace {

void paintSvg(PlotCanvas &canvas, QIODevice &device)
{
    constexpr int DotsPerInch = 96; // a pixel is one
    QSvgGenerator svg;
    svg.setOutputDevice(&device);
    svg.setSize(canvas.size());
    svg.setViewBox(QRect(QPoint(0, 0), canvas.size()));
    svg.setResolution(DotsPerInch);
    svg.setTitle(canvas.accessibleName());
    svg.setDescription(canvas.accessibleDescription());
    QCPPainter painter;
    painter.begin(&svg);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(canvas.rect(), canvas.palette().base());
    canvas.toPainter(&painter, canvas.width(), canvas.height());
    painter.end();
}

} // namespace

QString savePlotPicture(PlotCanvas &canvas, const QString &path, const QString &format)
{
    constexpr double Sharp = 2; // pixels a pixel, so that it can be printed
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (format == QLatin1StringView("svg"))
        paintSvg(canvas, file);
    else if (!canvas.toPixmap(0, 0, Sharp).save(&file, "PNG"))
        file.cancelWriting();
    return file.commit() ? QString() : file.errorString();
}

QString savePlotData(const PlotData &data, const QString &path)
{
    const std::string csv = data.csv();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (file.write(csv.data(), qint64(csv.size())) != qint64(csv.size()))
        file.cancelWriting();
    return file.commit() ? QString() : file.errorString();
}

} // namespace arbscope
