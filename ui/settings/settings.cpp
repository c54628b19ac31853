// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QStandardPaths>

namespace arbscope {

namespace {

QString pathOrDefault(const QString &iniPath)
{
    if (!iniPath.isEmpty())
        return iniPath;
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/arbscope.ini");
}

} // namespace

Settings::Settings(const QString &iniPath, QObject *parent)
    : QObject(parent)
    , m_file(pathOrDefault(iniPath), QSettings::IniFormat)
{ }

QVariant Settings::read(QAnyStringView name) const
{
    return m_file.value(name.toString());
}

void Settings::write(QAnyStringView name, const QVariant &value)
{
    const QString key = name.toString();
    if (m_file.contains(key) && m_file.value(key) == value)
        return;
    m_file.setValue(key, value);
    emit changed(key);
}

void Settings::remove(QAnyStringView name)
{
    m_file.remove(name.toString());
    emit changed(name.toString());
}

void Settings::sync()
{
    m_file.sync();
}

QString Settings::path() const
{
    return m_file.fileName();
}

} // namespace arbscope
