// Which docker program and engine, and which Ollama server: each with its state beside it.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/settings/settings_page.h"

class QLineEdit;

namespace slipway {

class DockerPage : public SettingsPage {
    Q_OBJECT

public:
    DockerPage(QueueService &queue, SettingsFile &settings, QWidget *parent);

private:
    void tryProgram();
    void takeHost();
    void showHosts();

    QueueService &m_queue;
    QLineEdit *m_program;
    QLabel *m_programSays;
    QComboBox *m_host;
    QLabel *m_hostSays;
    QLabel *m_engineSays;
};

class OllamaPage : public SettingsPage {
    Q_OBJECT

public:
    OllamaPage(QueueService &queue, SettingsFile &settings, QWidget *parent);

private:
    void takeHost();
    void showHosts();

    QueueService &m_queue;
    QLineEdit *m_host;
    QLabel *m_hostSays;
    QLabel *m_serverSays;
};

} // namespace slipway
