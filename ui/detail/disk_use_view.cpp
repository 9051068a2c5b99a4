#include "ui/detail/disk_use_view.h"

#include "ui/units_text.h"
#include "core/executor/when_answered.h"
#include "ui/widgets.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString nameOf(DiskUse::Kind kind)
{
    switch (kind) {
    case DiskUse::Kind::Images:
        return DiskUseView::tr("Images");
    case DiskUse::Kind::Containers:
        return DiskUseView::tr("Containers");
    case DiskUse::Kind::Volumes:
        return DiskUseView::tr("Volumes");
    case DiskUse::Kind::BuildCache:
        return DiskUseView::tr("Build cache");
    }
    Q_UNREACHABLE();
}

} // namespace

DiskUseView::DiskUseView(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_heading(new QLabel(tr("What fills the disk"), this))
    , m_lines(new QGridLayout)
{
    setObjectName(u"diskUse"_s);
    setAccessibleName(m_heading->text());
    enlarge(m_heading, 0, QFont::DemiBold);
    m_lines->setHorizontalSpacing(24);
    m_lines->setVerticalSpacing(3);
    m_lines->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addLayout(m_lines);
    hide();
}

void DiskUseView::setTask(const Task &task)
{
    const bool isDocker = task.type() != TaskType::OllamaPull && task.type() != TaskType::OllamaRun;
    const bool isFull = task.error && task.error->code == ErrorCode::SystemDiskSpace && isDocker;
    m_subject = isFull ? idText(task.id) + QString::number(task.revision) : QString();
    m_host = task.resolvedHost;
    setVisible(isFull);
    if (isVisible())
        ask();
}

void DiskUseView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void DiskUseView::ask()
{
    if (m_subject.isEmpty() || std::exchange(m_asked, m_subject) == m_subject)
        return;
    clear();
    addLine({ tr("Docker is counting …") });
    whenAnswered(this, m_queue.diskUse(m_host), [this, subject = m_subject](const DiskUse &use) {
        if (subject == m_subject)
            show(use);
    });
}

void DiskUseView::show(const DiskUse &use)
{
    clear();
    if (!use.known)
        return addLine({ tr("Docker did not tell.") });
    addLine({ {}, tr("Size"), tr("Not in use") }, u"soft"_s);
    for (const DiskUse::Part &part : use.parts)
        addLine({ tr("%1 (%2)").arg(nameOf(part.kind)).arg(part.count), sizeText(part.bytes),
            sizeText(part.unused) });
    if (use.largest.isEmpty())
        return;
    addLine({ tr("The largest images") }, u"soft"_s);
    for (const DiskUse::Image &image : use.largest)
        addLine(
            { image.name, sizeText(image.bytes), image.inUse ? tr("in use") : tr("not in use") });
}

void DiskUseView::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void DiskUseView::addLine(const QStringList &words, const QString &tone)
{
    const int row = m_lines->rowCount();
    for (int column = 0; column < int(words.size()); ++column) {
        auto *label = new QLabel(words[column], this);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setTone(label, tone);
        m_lines->addWidget(label, row, column, column > 0 ? Qt::AlignRight : Qt::AlignLeft);
    }
}

} // namespace slipway
