// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/exportdialog.h"

#include "core/report/names.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/filefield.h"
#include "ui/dialogs/periodpicker.h"
#include "ui/dialogs/serverpicker.h"
#include "ui/settings/keys.h"
#include "ui/settings/lastfolder.h"
#include "ui/tasks/background.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace arbscope {

namespace {

QLabel *note(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

enum class FileState { New, Exists, NoFolder };

FileState stateOf(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir() || !file.absoluteDir().exists())
        return FileState::NoFolder;
    return file.exists() ? FileState::Exists : FileState::New;
}

} // namespace

class ExportDialog::Private
{
public:
    Private(ExportDialog *dialog, const std::vector<ServerSummary> &all, const std::vector<QByteArray> &ticked,
            const TimeFormat &timeFormat, Settings &store, FileChooser &fileChooser);

    void layOut();
    void formatChanged();
    void update();
    void checkFile();
    [[nodiscard]] QString suffix() const { return csv->isChecked() ? QStringLiteral("csv") : QStringLiteral("jsonl"); }
    [[nodiscard]] QString filters() const;

    ExportDialog *q;
    TimeFormat format;
    Settings &settings;
    FileChooser &files;
    ServerPicker *servers;
    PeriodPicker *period;
    QRadioButton *csv;
    QRadioButton *json;
    QCheckBox *exact;
    QLabel *exactNote;
    FileField *file;
    QLabel *hint;
    QDialogButtonBox *buttons;
    QPushButton *start;
};

ExportDialog::Private::Private(ExportDialog *dialog, const std::vector<ServerSummary> &all,
                               const std::vector<QByteArray> &ticked, const TimeFormat &timeFormat, Settings &store,
                               FileChooser &fileChooser)
    : q(dialog)
    , format(timeFormat)
    , settings(store)
    , files(fileChooser)
    , servers(new ServerPicker(all, ticked, dialog))
    , period(new PeriodPicker(timeFormat.zone, QDateTime::currentDateTime(), dialog))
    , csv(new QRadioButton(ExportDialog::tr("&CSV, for spreadsheets and scripts"), dialog))
    , json(new QRadioButton(ExportDialog::tr("&JSON lines, one report a line as bots write it"), dialog))
    , exact(new QCheckBox(ExportDialog::tr("E&xact: leave every cell as it is"), dialog))
    , exactNote(
          note(ExportDialog::tr("Otherwise a text that a spreadsheet would run as a formula (it begins with = + - "
                                "@) gets an apostrophe in front. Choose exact for scripts."),
               dialog))
    , file(new FileField(
          [this](const QString &current, const auto &answer) {
              files.chooseSaveFile(q, ExportDialog::tr("Export Trades"), current, filters(), answer);
          },
          dialog))
    , hint(note({}, dialog))
    , buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, dialog))
    , start(buttons->addButton(ExportDialog::tr("&Export"), QDialogButtonBox::AcceptRole))
{
    csv->setObjectName(QStringLiteral("csv"));
    json->setObjectName(QStringLiteral("json"));
    exact->setObjectName(QStringLiteral("exact"));
    file->lineEdit()->setObjectName(QStringLiteral("file"));
    file->lineEdit()->setAccessibleName(ExportDialog::tr("File"));
    hint->setObjectName(QStringLiteral("hint"));
    start->setObjectName(QStringLiteral("export"));
    start->setDefault(true);
}

QString ExportDialog::Private::filters() const
{
    return csv->isChecked() ? ExportDialog::tr("CSV (*.csv)") : ExportDialog::tr("JSON lines (*.jsonl)");
}

void ExportDialog::Private::layOut()
{
    auto *which = new QGroupBox(ExportDialog::tr("Trading servers"), q);
    auto *whichColumn = new QVBoxLayout(which);
    whichColumn->addWidget(servers);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(ExportDialog::tr("&Period"), period);
    auto *clockNote = note(
        ExportDialog::tr("By the trade's clock, in %1.").arg(TimeFormat{format.kind, format.zone}.zoneLabel()), q);
    clockNote->setWordWrap(false);
    form->addRow(QString(), clockNote);
    form->addRow(ExportDialog::tr("Format"), csv);
    form->addRow(QString(), json);
    form->addRow(QString(), exact);
    form->addRow(QString(), exactNote);
    form->addRow(ExportDialog::tr("&File"), file);
    form->addRow(QString(), hint);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(14);
    column->addWidget(which, 1);
    column->addLayout(form);
    column->addWidget(buttons);
}

void ExportDialog::Private::formatChanged()
{
    exact->setEnabled(csv->isChecked());
    exactNote->setEnabled(csv->isChecked());
    const QString other = QLatin1Char('.') + (csv->isChecked() ? QStringLiteral("jsonl") : QStringLiteral("csv"));
    QString path = file->path();
    if (path.endsWith(other))
        file->setPath(path.chopped(other.size() - 1) + suffix());
    update();
}

void ExportDialog::Private::update()
{
    QString problem;
    if (servers->selected().empty())
        problem = ExportDialog::tr("Tick at least one trading server.");
    else if (!period->isValid())
        problem = ExportDialog::tr("The period ends before it begins.");
    else if (file->path().trimmed().isEmpty())
        problem = ExportDialog::tr("Give the name of a file.");
    hint->setText(problem);
    start->setEnabled(problem.isEmpty());
    if (problem.isEmpty())
        checkFile();
}

void ExportDialog::Private::checkFile()
{
    // A folder may lie on a slow network: asked in the background, and only told, as it may change until the export.
    const QString path = file->path().trimmed();
    runInBackground(
        q, [path] { return stateOf(path); },
        [this, path](FileState state) {
            if (path != file->path().trimmed() || !start->isEnabled())
                return;
            if (state == FileState::Exists)
                hint->setText(ExportDialog::tr("This file exists and will be replaced."));
            else if (state == FileState::NoFolder)
                hint->setText(ExportDialog::tr("There is no such folder to write a file to."));
        });
}

ExportDialog::ExportDialog(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected,
                           const TimeFormat &format, Settings &settings, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, servers, selected, format, settings, files))
{
    setWindowTitle(tr("Export Trades"));
    d->layOut();
    const bool asJson = settings.value(keys::ExportFormat) == QStringLiteral("jsonl");
    (asJson ? d->json : d->csv)->setChecked(true);
    d->exact->setChecked(settings.value(keys::ExportExact));
    const QDate today = QDateTime::currentDateTime().toTimeZone(format.zone).date();
    d->file->setPath(inLastFolder(settings, exportFileName(today, d->suffix())));
    connect(d->servers, &ServerPicker::changed, this, [this] { d->update(); });
    connect(d->period, &PeriodPicker::changed, this, [this] { d->update(); });
    connect(d->file, &FileField::pathEdited, this, [this] { d->update(); });
    connect(d->csv, &QRadioButton::toggled, this, [this] { d->formatChanged(); });
    connect(d->buttons, &QDialogButtonBox::accepted, this, [this] {
        d->settings.setValue(keys::ExportFormat, d->suffix());
        d->settings.setValue(keys::ExportExact, d->exact->isChecked());
        rememberFolderOf(d->settings, d->file->path().trimmed());
        accept();
    });
    connect(d->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    d->formatChanged();
    constexpr int Width = 620;
    setMinimumWidth(Width); // narrower, the notes would need more lines than there is room for
    resize(Width, std::max(sizeHint().height(), heightForWidth(Width)));
}

ExportDialog::~ExportDialog() = default;

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    if (!d->servers->allSelected()) // all: also those that the store has got since
        choice.request.servers = d->servers->selected();
    const Period period = d->period->period();
    choice.request.since = period.since;
    choice.request.until = period.until;
    choice.request.format = d->csv->isChecked() ? ExportFormat::Csv : ExportFormat::JsonLines;
    choice.request.csvMode = d->exact->isChecked() ? CsvMode::Exact : CsvMode::Guarded;
    choice.request.zone = d->format.zone;
    choice.path = d->file->path().trimmed();
    return choice;
}

} // namespace arbscope
