// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace arbscope {

/// Takes secrets out of any text: passwords in addresses, whatever they belong to, and those that it was told of.
class SecretFilter
{
public:
    void add(const QString &secret); ///< an empty one is none
    [[nodiscard]] QString cleaned(QString text) const;

private:
    QStringList m_secrets; ///< the longest first: one may be part of another
};

} // namespace arbscope
