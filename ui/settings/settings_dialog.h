// All that a person can set, a page a subject. What is changed holds at once and is kept; there is
// nothing to confirm.
#pragma once

#include "core/queue/queue_service.h"
#include "core/settings/settings_file.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace slipway {

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    enum Page { Queue, Docker, Ollama, List, Notifications, Window };

    SettingsDialog(QueueService &queue, SettingsFile &settings, QWidget *parent = nullptr);

    void openPage(Page page);
    // The one of this window: made when it is first asked for, else brought to the front.
    static SettingsDialog *showOver(QWidget &window, QueueService &queue, SettingsFile &settings);

private:
    void add(const QString &title, QWidget *page);

    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace slipway
