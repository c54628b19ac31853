// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timeflow.h"

#include "ui/settings/keys.h"
#include "ui/settings/settings.h"
#include "ui/text/timedisplay.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMainWindow>
#include <QStatusBar>

namespace arbscope {

TimeFlow::TimeFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    const Settings &settings = parts.settings;
    m_parts.times.setFormat(
        TimeFormat::make(settings.value(keys::ZoneKind), settings.value(keys::ZoneName), settings.value(keys::Style)));
    showChoice();
    connect(parts.actions.zones, &QActionGroup::triggered, this, [this](const QAction *chosen) {
        if (chosen == m_parts.actions.otherZone)
            askForZone();
        else
            set(TimeFormat::make(static_cast<TimeZoneKind>(chosen->data().toInt()), {}, m_parts.times.format().style));
    });
    connect(parts.actions.timeStyles, &QActionGroup::triggered, this, [this](const QAction *chosen) {
        TimeFormat format = m_parts.times.format();
        format.style = static_cast<TimeStyle>(chosen->data().toInt());
        set(format);
    });
}

void TimeFlow::set(const TimeFormat &format)
{
    m_parts.times.setFormat(format);
    m_parts.settings.setValue(keys::ZoneKind, format.kind);
    m_parts.settings.setValue(keys::ZoneName, format.kind == TimeZoneKind::Named ? format.zone.id() : QByteArray());
    m_parts.settings.setValue(keys::Style, format.style);
    showChoice();
}

void TimeFlow::showChoice() const
{
    const TimeFormat &format = m_parts.times.format();
    for (QAction *zone : m_parts.actions.zones->actions())
        zone->setChecked(zone->data().toInt() == int(format.kind));
    for (QAction *style : m_parts.actions.timeStyles->actions())
        style->setChecked(style->data().toInt() == int(format.style));
}

void TimeFlow::askForZone()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(id);
    auto *dialog = new QInputDialog(&m_parts.window);
    dialog->setObjectName(QStringLiteral("zoneDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Time zone"));
    dialog->setLabelText(tr("Show all times in:"));
    dialog->setComboBoxItems(zones);
    dialog->setComboBoxEditable(true);
    dialog->setTextValue(QString::fromLatin1(m_parts.times.zone().id()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (QTimeZone::isTimeZoneIdAvailable(name.toLatin1()))
            set(TimeFormat::make(TimeZoneKind::Named, name.toLatin1(), m_parts.times.format().style));
        else
            m_parts.window.statusBar()->showMessage(tr("“%1” is not the name of a time zone.").arg(name), 5000);
    });
    connect(dialog, &QDialog::finished, this, &TimeFlow::showChoice); // the menu has marked what may not be chosen
    dialog->open();
}

} // namespace arbscope
