// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/exportpresetform.h"

#include "models/gallery/exportfilename.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize ExportShapes[] = {{}, {4, 3}, {3, 2}, {16, 9}, {1, 1}, {3, 4}};
constexpr qint64 ExportBounds[] = {0, 250'000, 500'000, 1'000'000, 2'000'000, 4'000'000};
constexpr ExportPreset::Corner ExportPlaces[] = {ExportPreset::Corner::TopLeft, ExportPreset::Corner::TopRight,
                                                 ExportPreset::Corner::BottomLeft, ExportPreset::Corner::BottomRight,
                                                 ExportPreset::Corner::Centre};

QSpinBox* exportNumber(QWidget* parent, int least, int most, int step)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setSingleStep(step);
    return box;
}

/// Chooses the entry with this data; what a preset of elsewhere holds becomes an entry.
void chooseExportEntry(QComboBox* box, const QVariant& data, const QString& nameOfOther)
{
    int row = box->findData(data);
    if (row < 0) {
        box->addItem(nameOfOther, data);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
}

QString ratioText(QSize ratio)
{
    return QString::number(ratio.width()) + u" : "_s + QString::number(ratio.height());
}

}  // namespace

ExportPresetForm::ExportPresetForm(QWidget* parent)
    : QWidget(parent),
      m_shapes(new QComboBox(this)),
      m_borders(new QComboBox(this)),
      m_sidePixels(exportNumber(this, ExportPreset::SmallestSide, ExportPreset::LargestSide, 80)),
      m_bounds(new QComboBox(this)),
      m_marks(new QComboBox(this)),
      m_corners(new QComboBox(this)),
      m_markShare(exportNumber(this, 5, 60, 1)),
      m_markStrength(exportNumber(this, 10, 100, 5)),
      m_shape(new FormField(QString(), m_shapes, this)),
      m_border(new FormField(QString(), m_borders, this)),
      m_side(new FormField(QString(), m_sidePixels, this)),
      m_bound(new FormField(QString(), m_bounds, this)),
      m_names(new FormField(QString(), new QLineEdit(this), this)),
      m_mark(new FormField(QString(), m_marks, this)),
      m_corner(new FormField(QString(), m_corners, this)),
      m_markWidth(new FormField(QString(), m_markShare, this)),
      m_markOpacity(new FormField(QString(), m_markStrength, this)),
      m_addLogo(new Button(QString(), Button::Kind::Default, this))
{
    for (const QSize shape : ExportShapes)
        m_shapes->addItem(QString(), shape);
    for (const QColor& border : {QColor(Qt::white), QColor(Qt::black), QColor(0x80, 0x80, 0x80)})
        m_borders->addItem(QString(), border);
    for (const qint64 bound : ExportBounds)
        m_bounds->addItem(QString(), bound);
    for (const ExportPreset::Corner corner : ExportPlaces)
        m_corners->addItem(QString(), QVariant::fromValue(static_cast<int>(corner)));
    m_marks->addItem(QString(), QByteArray());
    m_addLogo->setIconName(u"photo-plus"_s);
    m_names->setObjectName(u"fileNames"_s);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::px(12));
    grid->setVerticalSpacing(Theme::px(12));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_shape, 0, 0);
    grid->addWidget(m_border, 0, 1);
    grid->addWidget(m_side, 1, 0);
    grid->addWidget(m_bound, 1, 1);
    grid->addWidget(m_names, 2, 0, 1, 2);
    grid->addWidget(m_mark, 3, 0);
    grid->addWidget(m_addLogo, 3, 1, Qt::AlignLeft | Qt::AlignBottom);
    grid->addWidget(m_corner, 4, 0);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(Theme::px(12));
    numbers->addWidget(m_markWidth);
    numbers->addWidget(m_markOpacity);
    grid->addLayout(numbers, 4, 1);

    for (QComboBox* box : {m_shapes, m_borders, m_bounds, m_marks, m_corners})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportPresetForm::refresh);
    for (QSpinBox* box : {m_sidePixels, m_markShare, m_markStrength})
        connect(box, &QSpinBox::valueChanged, this, &ExportPresetForm::refresh);
    connect(m_names->line(), &QLineEdit::textChanged, this, &ExportPresetForm::refresh);
    connect(m_addLogo, &QAbstractButton::clicked, this, &ExportPresetForm::addLogoRequested);
    retranslate();
    setPreset({});
}

void ExportPresetForm::setLogos(const std::vector<Logo>& logos)
{
    m_logos = logos;
    const QSignalBlocker quiet(m_marks);
    while (m_marks->count() > 1)
        m_marks->removeItem(1);
    for (const Logo& logo : m_logos)
        m_marks->addItem(logo.name, logo.sha);
    chooseExportEntry(m_marks, m_wantedLogo, tr("A logo that is not here"));
    refresh();
}

void ExportPresetForm::setPreset(const ExportPreset& preset)
{
    m_filling = true;
    chooseExportEntry(m_shapes, preset.ratio.isEmpty() ? QSize() : preset.ratio, ratioText(preset.ratio));
    chooseExportEntry(m_borders, preset.border, preset.border.name());
    m_sidePixels->setValue(preset.longestSide);
    chooseExportEntry(m_bounds, preset.maxBytes, formatBytes(preset.maxBytes));
    m_names->line()->setText(preset.fileName);
    m_names->clearMessage();
    m_wantedLogo = preset.watermark;
    chooseExportEntry(m_marks, preset.watermark, tr("A logo that is not here"));
    m_corners->setCurrentIndex(m_corners->findData(static_cast<int>(preset.corner)));
    m_markShare->setValue(preset.watermarkWidth);
    m_markStrength->setValue(preset.watermarkOpacity);
    m_filling = false;
    refresh();
}

ExportPreset ExportPresetForm::preset() const
{
    ExportPreset preset;
    preset.ratio = m_shapes->currentData().toSize();
    if (preset.ratio.isEmpty())
        preset.ratio = {};
    preset.border = m_borders->currentData().value<QColor>();
    preset.longestSide = m_sidePixels->value();
    preset.maxBytes = m_bounds->currentData().toLongLong();
    preset.fileName = m_names->line()->text().trimmed();
    preset.watermark = m_marks->currentData().toByteArray();
    preset.corner = static_cast<ExportPreset::Corner>(m_corners->currentData().toInt());
    preset.watermarkWidth = m_markShare->value();
    preset.watermarkOpacity = m_markStrength->value();
    return preset;
}

void ExportPresetForm::setExampleNames(const QString& names)
{
    m_names->setHint(names);
}

bool ExportPresetForm::check()
{
    const auto checked = checkExportFileName(m_names->line()->text().trimmed());
    if (checked)
        return true;
    const QString& detail = checked.error().detail;
    m_names->setError(
        detail.startsWith("token:"_L1)
            ? tr("%1 is not known. There are {stock}, {vin}, {year}, {make}, {model}, {slot}, {position} and "
                 "{position:02}.")
                  .arg(detail.mid(6))
            : tr("Give a name with at least {position} or {stock} in it, of up to 120 letters."));
    m_names->line()->setFocus();
    return false;
}

void ExportPresetForm::refresh()
{
    if (m_filling)
        return;
    m_wantedLogo = m_marks->currentData().toByteArray();
    const bool bordered = !m_shapes->currentData().toSize().isEmpty();
    m_border->setEnabled(bordered);
    for (FormField* field : {m_corner, m_markWidth, m_markOpacity})
        field->setVisible(!m_wantedLogo.isEmpty());
    if (m_names->hasError() && checkExportFileName(m_names->line()->text().trimmed()))
        m_names->clearMessage();
    Q_EMIT changed();
}

void ExportPresetForm::retranslate()
{
    m_shape->setName(tr("Shape"));
    m_border->setName(tr("Border"));
    m_side->setName(tr("Longest side"));
    m_bound->setName(tr("Size of each file"));
    m_names->setName(tr("File names"));
    m_mark->setName(tr("Watermark"));
    m_corner->setName(tr("Place"));
    m_markWidth->setName(tr("Width"));
    m_markOpacity->setName(tr("Strength"));
    m_addLogo->setText(tr("Add a logo…"));
    m_shapes->setItemText(0, tr("As photographed"));
    for (int i = 1; i < m_shapes->count(); ++i)
        m_shapes->setItemText(i, ratioText(m_shapes->itemData(i).toSize()));
    m_borders->setItemText(0, tr("White"));
    m_borders->setItemText(1, tr("Black"));
    m_borders->setItemText(2, tr("Grey"));
    m_bounds->setItemText(0, tr("No limit"));
    for (int i = 1; i < m_bounds->count(); ++i)
        m_bounds->setItemText(i, tr("at most %1").arg(formatBytes(m_bounds->itemData(i).toLongLong())));
    m_marks->setItemText(0, tr("None"));
    const QStringList places{tr("Top left"), tr("Top right"), tr("Bottom left"), tr("Bottom right"), tr("Centre")};
    for (int i = 0; i < places.size(); ++i)
        m_corners->setItemText(i, places[i]);
    m_sidePixels->setSuffix(tr(" px", "pixels, after a number"));
    m_markShare->setSuffix(u"\u00a0%"_s);
    m_markStrength->setSuffix(u"\u00a0%"_s);
}

void ExportPresetForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
