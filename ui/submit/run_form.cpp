#include "ui/submit/run_form.h"

#include "core/docker/docker_command.h"
#include "core/task/task_json.h"
#include "core/task/words.h"
#include "ui/submit/pair_lines.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace slipway {

RunForm::RunForm(QWidget *parent)
    : SubmitForm(parent)
    , m_image(line(u"acme/tests:2.4"_s))
    , m_command(line(tr("The image’s own")))
    , m_name(line(tr("Docker chooses one")))
    , m_network(line(u"bridge"_s))
    , m_memory(line(u"512m"_s))
    , m_cpus(line(u"1.5"_s))
    , m_user(line(u"1000:1000"_s))
    , m_workingDir(line(u"/work"_s))
    , m_restart(new QComboBox(this))
    , m_environment(lines(u"NODE_ENV=test"_s))
    , m_ports(lines(u"8080:80"_s))
    , m_volumes(lines(u"/home/me/data:/data"_s))
    , m_detach(check(tr("Leave it running in the background")))
    , m_remove(check(tr("Remove the container at its end"), true))
{
    m_restart->setEditable(true);
    m_restart->addItems({ QString(), u"no"_s, u"on-failure"_s, u"unless-stopped"_s, u"always"_s });
    m_restart->lineEdit()->setPlaceholderText(tr("Never"));
    auto *layout = column();
    addField(layout, u"image"_s, tr("Image"), m_image);
    auto *first = row(layout);
    addField(first, u"command"_s, tr("Command"), m_command);
    addField(first, u"name"_s, tr("Name of the container"), m_name);
    auto *second = row(layout);
    addField(second, u"ports"_s, tr("Ports, host:container"), m_ports);
    addField(second, u"volumes"_s, tr("Folders, host:container"), m_volumes);
    addField(second, u"environment"_s, tr("Variables, NAME=value"), m_environment);
    auto *third = row(layout);
    addField(third, u"memory"_s, tr("Memory"), m_memory);
    addField(third, u"cpus"_s, tr("CPUs"), m_cpus);
    addField(third, u"network"_s, tr("Network"), m_network);
    auto *fourth = row(layout);
    addField(fourth, u"user"_s, tr("User"), m_user);
    addField(fourth, u"working_dir"_s, tr("Working folder"), m_workingDir);
    addField(fourth, u"restart"_s, tr("Restart"), m_restart);
    auto *last = row(layout);
    addField(last, u"detach"_s, {}, m_detach);
    addField(last, u"remove"_s, {}, m_remove);
    setFocusProxy(m_image);
    // A detached container outlives its task: there is no end at which to remove it.
    connect(m_detach, &QCheckBox::toggled, m_remove, &QWidget::setDisabled);
}

QString RunForm::title() const
{
    return tr("Run a container");
}

std::optional<FieldError> RunForm::wordError() const
{
    const auto wrong = [](const QString &field, const QString &reason) {
        return FieldError{ ErrorCode::ValidationInvalidFormat, field, reason };
    };
    if (!splitWords(m_command->text()))
        return wrong(u"command"_s, tr("A quotation mark is open at the end."));
    if (const auto read = readPairs(m_environment->toPlainText(), u'=', Split::First);
        !read.wrongLine.isEmpty())
        return wrong(
            u"environment"_s, tr("“%1” is not written as NAME=value.").arg(read.wrongLine));
    if (const auto read = readPairs(m_ports->toPlainText(), u':', Split::Last);
        !read.wrongLine.isEmpty())
        return wrong(u"ports"_s, tr("“%1” is not written as host:container.").arg(read.wrongLine));
    if (const auto read = readPairs(m_volumes->toPlainText(), u':', Split::First);
        !read.wrongLine.isEmpty())
        return wrong(
            u"volumes"_s, tr("“%1” is not written as host:container.").arg(read.wrongLine));
    return std::nullopt;
}

QList<TaskSpec> RunForm::specs() const
{
    DockerRun run;
    run.image = m_image->text().trimmed();
    run.command = splitWords(m_command->text()).value_or(QStringList());
    run.name = m_name->text().trimmed();
    run.environment = readPairs(m_environment->toPlainText(), u'=', Split::First).pairs;
    run.ports = readPairs(m_ports->toPlainText(), u':', Split::Last).pairs;
    run.volumes = readPairs(m_volumes->toPlainText(), u':', Split::First).pairs;
    run.network = m_network->text().trimmed();
    run.user = m_user->text().trimmed();
    run.workingDir = m_workingDir->text().trimmed();
    run.memory = m_memory->text().trimmed();
    run.cpus = m_cpus->text().trimmed();
    run.restart = m_restart->currentText().trimmed();
    run.detach = m_detach->isChecked();
    run.remove = m_remove->isChecked() && !run.detach;
    return { run };
}

void RunForm::fill(const TaskSpec &spec)
{
    const auto *run = std::get_if<DockerRun>(&spec);
    if (!run)
        return;
    QStringList words;
    for (const QString &word : run->command)
        words << shellQuoted(word);
    m_image->setText(run->image);
    m_command->setText(words.join(u' '));
    m_name->setText(run->name);
    m_environment->setPlainText(writtenPairs(run->environment, u'='));
    m_ports->setPlainText(writtenPairs(run->ports, u':'));
    m_volumes->setPlainText(writtenPairs(run->volumes, u':'));
    m_network->setText(run->network);
    m_user->setText(run->user);
    m_workingDir->setText(run->workingDir);
    m_memory->setText(run->memory);
    m_cpus->setText(run->cpus);
    m_restart->setCurrentText(run->restart);
    m_detach->setChecked(run->detach);
    m_remove->setChecked(run->remove);
}

} // namespace slipway
