#include "ui/settings/host_pages.h"

#include "core/executor/when_answered.h"
#include "ui/error_text.h"
#include "ui/sentence_text.h"
#include "ui/task_text.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

std::optional<HostState> current(const QueueService &queue, HostKind kind)
{
    for (const HostState &host : queue.hosts()) {
        if (host.kind == kind)
            return host;
    }
    return std::nullopt;
}

QString stateSentence(const HostState &host)
{
    if (!host.known || host.reachable || !host.error)
        return hostText(host);
    const QStringList sentences =
        QStringList(errorSentence(*host.error)) + suggestionSentences(*host.error).mid(0, 1);
    return sentences.join(u' ');
}

QString stateTone(const HostState &host)
{
    return !host.known ? u"soft"_s : host.reachable ? u"done"_s : u"error"_s;
}

void markWrong(QWidget *field, bool wrong)
{
    field->setProperty("wrong", wrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

DockerPage::DockerPage(QueueService &queue, SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("Docker"), settings, parent)
    , m_queue(queue)
    , m_program(new QLineEdit(this))
    , m_host(new QComboBox(this))
{
    m_program->setPlaceholderText(tr("docker, as found in PATH"));
    m_program->setText(settings.values().dockerProgram);
    addRow(tr("Program"), m_program, u"docker_program"_s);
    m_programSays = addSentence(u"docker_program_says"_s);
    connect(m_program, &QLineEdit::editingFinished, this, &DockerPage::tryProgram);

    m_host->setEditable(true);
    m_host->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_host->lineEdit()->setPlaceholderText(tr("as docker itself is set"));
    m_host->lineEdit()->setAccessibleName(tr("Engine"));
    addRow(tr("Engine"), m_host, u"docker_host"_s);
    m_hostSays = addSentence(u"docker_host_says"_s);
    addHint(tr("A context of docker's, or an address like ssh://me@build-box. Tasks that have "
               "started stay where they are."));
    connect(m_host, &QComboBox::activated, this, &DockerPage::takeHost);
    connect(m_host->lineEdit(), &QLineEdit::editingFinished, this, &DockerPage::takeHost);

    auto *check = new QPushButton(tr("Check now"), this);
    check->setAutoDefault(false);
    addRow(tr("State"), check, u"docker_check"_s);
    m_engineSays = addSentence(u"docker_engine_says"_s);
    connect(check, &QPushButton::clicked, this, [this] {
        tryProgram();
        m_queue.refreshHosts();
    });
    finish();
    showHosts();
    connect(&queue, &QueueService::hostsChanged, this, &DockerPage::showHosts);
}

void DockerPage::showHosts()
{
    const auto engine = current(m_queue, HostKind::Docker);
    if (!engine)
        return;
    if (!m_host->lineEdit()->hasFocus() && m_hostSays->text().isEmpty()) { // nobody is typing
        m_host->clear();
        m_host->addItem(QString());
        m_host->addItems(engine->contexts);
        m_host->setEditText(m_settings.values().dockerHost);
    }
    say(m_engineSays, stateSentence(*engine), stateTone(*engine));
}

// One that does not start is not taken: the one before stays in use.
void DockerPage::tryProgram()
{
    const QString program = m_program->text().trimmed();
    const HostAction action{ HostAction::Kind::TryDockerProgram, {}, program };
    whenAnswered(this, m_queue.perform(action), [this, program](const HostActionAnswer &answer) {
        if (program != m_program->text().trimmed())
            return; // asked anew meanwhile
        markWrong(m_program, !answer.done);
        if (!answer.done) {
            const QString name = program.isEmpty() ? u"docker"_s : program;
            const QString why = answer.words.isEmpty() ? tr("it does not say its version")
                                                       : sentenceText(answer.words);
            say(m_programSays,
                tr("%1 cannot be used: %2. The one before stays in use.").arg(name, why),
                u"error"_s);
            return;
        }
        say(m_programSays, sentenceText(answer.words), u"done"_s);
        Settings settings = m_settings.values();
        settings.dockerProgram = program;
        m_settings.change(settings);
    });
}

void DockerPage::takeHost()
{
    const QString host = m_host->currentText().trimmed();
    const auto engine = current(m_queue, HostKind::Docker);
    TaskOptions options;
    options.host = host;
    QString problem;
    if (validate(options))
        problem =
            tr("“%1” is neither a context's name nor an address like tcp://host:2376.").arg(host);
    else if (!host.isEmpty() && !host.contains("://"_L1) && host != "default"_L1 && engine
        && !engine->contexts.contains(host))
        problem = tr("Docker has no context called “%1”.").arg(host);
    markWrong(m_host, !problem.isEmpty());
    say(m_hostSays, problem, u"error"_s);
    if (!problem.isEmpty())
        return;
    Settings settings = m_settings.values();
    settings.dockerHost = host;
    m_settings.change(settings);
}

OllamaPage::OllamaPage(QueueService &queue, SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("Ollama"), settings, parent)
    , m_queue(queue)
    , m_host(new QLineEdit(this))
{
    m_host->setPlaceholderText(tr("as OLLAMA_HOST says, else this machine"));
    m_host->setText(settings.values().ollamaHost);
    addRow(tr("Server"), m_host, u"ollama_host"_s);
    m_hostSays = addSentence(u"ollama_host_says"_s);
    addHint(tr("A name or an address, with or without a port: gpu-box:11434."));
    connect(m_host, &QLineEdit::editingFinished, this, &OllamaPage::takeHost);
    auto *check = new QPushButton(tr("Check now"), this);
    check->setAutoDefault(false);
    addRow(tr("State"), check, u"ollama_check"_s);
    m_serverSays = addSentence(u"ollama_server_says"_s);
    connect(check, &QPushButton::clicked, this, [this] { m_queue.refreshHosts(); });
    finish();
    showHosts();
    connect(&queue, &QueueService::hostsChanged, this, &OllamaPage::showHosts);
}

void OllamaPage::showHosts()
{
    if (const auto server = current(m_queue, HostKind::Ollama))
        say(m_serverSays, stateSentence(*server), stateTone(*server));
}

void OllamaPage::takeHost()
{
    const QString host = m_host->text().trimmed();
    const QUrl url(host.contains("://"_L1) ? host : u"http://"_s + host, QUrl::StrictMode);
    const bool isAddress = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    const bool isWrong = !host.isEmpty() && !isAddress;
    markWrong(m_host, isWrong);
    say(m_hostSays,
        isWrong
            ? tr("“%1” is no address. Write it like gpu-box:11434 or https://gpu-box.").arg(host)
            : QString(),
        u"error"_s);
    if (isWrong)
        return;
    Settings settings = m_settings.values();
    settings.ollamaHost = host;
    m_settings.change(settings);
}

} // namespace slipway
