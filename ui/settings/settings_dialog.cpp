#include "ui/settings/settings_dialog.h"

#include "ui/settings/host_pages.h"
#include "ui/settings/plain_pages.h"
#include "ui/settings/queue_page.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace slipway {

SettingsDialog::SettingsDialog(QueueService &queue, SettingsFile &settings, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    resize(860, 560);
    m_list->setObjectName(u"settingsList"_s);
    m_list->setAccessibleName(tr("Subjects"));
    m_list->setFixedWidth(170);
    add(tr("Queue"), new QueuePage(queue, settings, this));
    add(tr("Docker"), new DockerPage(queue, settings, this));
    add(tr("Ollama"), new OllamaPage(queue, settings, this));
    add(tr("List"), new ListPage(queue, settings, this));
    add(tr("Notifications"), new NotificationsPage(settings, this));
    add(tr("Window"), new WindowPage(settings, this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"closeSettings"_s);
    close->setIcon({});
    close->setAutoDefault(false); // Enter completes a field; it does not close
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *page = new QWidget(this);
    page->setObjectName(u"submitPage"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *right = new QVBoxLayout(page);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    buttons->setContentsMargins(26, 10, 18, 14);
    right->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(page, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    openPage(Queue);
}

void SettingsDialog::openPage(Page page)
{
    m_list->setCurrentRow(page);
    m_list->setFocus();
}

SettingsDialog *SettingsDialog::showOver(
    QWidget &window, QueueService &queue, SettingsFile &settings)
{
    auto *dialog = window.findChild<SettingsDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog) {
        dialog = new SettingsDialog(queue, settings, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void SettingsDialog::add(const QString &title, QWidget *page)
{
    m_list->addItem(title);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"plain"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    m_pages->addWidget(area);
}

} // namespace slipway
