// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaEnum>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <type_traits>

namespace arbscope {

/// A setting's name in the file and what holds while the file says nothing that can be read.
/// T is a type that QVariant holds (bool, int, QString, QStringList, QByteArray …) or an enum with Q_ENUM or Q_ENUM_NS,
/// which is kept under its name.
template <class T> struct SettingKey
{
    const char *name;
    T fallback;
};

/// The program's settings in one INI file; GUI thread only. Never holds a password.
class Settings final : public QObject
{
    Q_OBJECT
public:
    /// Empty path: arbscope.ini in the user's configuration folder.
    explicit Settings(const QString &iniPath = {}, QObject *parent = nullptr);

    template <class T> [[nodiscard]] T value(const SettingKey<T> &key) const
    {
        QVariant stored = read(QLatin1StringView(key.name));
        if constexpr (std::is_enum_v<T>) {
            bool known = false;
            const int number = QMetaEnum::fromType<T>().keyToValue(stored.toString().toLatin1().constData(), &known);
            return known ? static_cast<T>(number) : key.fallback;
        } else {
            return stored.isValid() && stored.convert(QMetaType::fromType<T>()) ? stored.value<T>() : key.fallback;
        }
    }
    template <class T> void setValue(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        if constexpr (std::is_enum_v<T>)
            write(QLatin1StringView(key.name), QString::fromLatin1(QMetaEnum::fromType<T>().valueToKey(int(value))));
        else
            write(QLatin1StringView(key.name), QVariant::fromValue(value));
    }

    /// For names that are made at run time; an invalid QVariant: not there.
    [[nodiscard]] QVariant read(QAnyStringView name) const;
    void write(QAnyStringView name, const QVariant &value);
    void remove(QAnyStringView name);
    void sync();
    [[nodiscard]] QString path() const;

signals:
    void changed(const QString &name); ///< after the value has changed, not when the same was set again

private:
    QSettings m_file;
};

} // namespace arbscope
