#include "ui/submit/build_form.h"

#include "core/intake/dockerfile.h"
#include "ui/submit/pair_lines.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 largestDockerfile = 1'000'000; // bytes; what is larger is none

} // namespace

BuildForm::BuildForm(QWidget *parent)
    : SubmitForm(parent)
    , m_context(line(u"/home/me/api"_s))
    , m_dockerfile(line(DockerBuild().dockerfile))
    , m_image(line(u"ghcr.io/acme/api"_s))
    , m_tag(line(u"latest"_s))
    , m_buildArgs(lines(u"VERSION=2.4"_s))
    , m_secrets(lines(u"id=npm,src=/home/me/.npmrc"_s))
    , m_target(line(tr("The last one")))
    , m_platform(new QComboBox(this))
    , m_network(line(tr("Docker’s own")))
    , m_noCache(check(tr("Build every step anew")))
    , m_pull(check(tr("Look for newer base images")))
    , m_push(check(tr("Push the image afterwards")))
{
    m_platform->setEditable(true);
    m_platform->addItems({ QString(), u"linux/amd64"_s, u"linux/arm64"_s, u"linux/arm/v7"_s });
    m_platform->lineEdit()->setPlaceholderText(tr("This engine’s own"));
    auto *browseButton = new QPushButton(tr("Browse…"), this);
    browseButton->setObjectName(u"browse"_s);
    browseButton->setAutoDefault(false); // Enter in a field adds the task
    connect(browseButton, &QPushButton::clicked, this, &BuildForm::browse);

    auto *layout = column();
    addField(layout, u"context_path"_s, tr("Folder"), m_context, {}, browseButton);
    setTabOrder(m_context, browseButton);
    setTabOrder(browseButton, m_dockerfile);
    addField(layout, u"dockerfile"_s, tr("Dockerfile, as seen from the folder"), m_dockerfile);
    auto *name = row(layout);
    addField(name, u"image_name"_s, tr("Name of the image"), m_image,
        tr("Without one, only its id leads to it."));
    addField(name, u"tag"_s, tr("Tag, where the name has none"), m_tag);
    auto *given = row(layout);
    addField(given, u"build_args"_s, tr("Build arguments, NAME=value"), m_buildArgs);
    addField(given, u"secrets"_s, tr("Secrets, id=NAME,src=/file"), m_secrets);
    auto *how = row(layout);
    addField(how, u"target"_s, tr("Stage to build"), m_target);
    addField(how, u"platform"_s, tr("Platform"), m_platform);
    addField(how, u"network"_s, tr("Network"), m_network);
    auto *ticks = row(layout);
    addField(ticks, u"no_cache"_s, {}, m_noCache);
    addField(ticks, u"pull"_s, {}, m_pull);
    addField(ticks, u"push"_s, {}, m_push);
    setFocusProxy(m_context);
    connect(m_context, &QLineEdit::textChanged, this, &BuildForm::readChoices);
    connect(m_dockerfile, &QLineEdit::textChanged, this, &BuildForm::readChoices);
}

// What its Dockerfile has to choose from: stages, arguments, the names of secrets.
void BuildForm::readChoices()
{
    const QString path = QDir(m_context->text().trimmed()).filePath(dockerfile());
    QFile file(path);
    Dockerfile read;
    if (QFileInfo(path).isFile() && file.size() <= largestDockerfile
        && file.open(QIODevice::ReadOnly))
        read = readDockerfile(QString::fromUtf8(file.readAll()));
    offer(u"target"_s, read.stages);
    const auto links = [](const QStringList &names, const QStringList &texts) {
        QStringList all;
        for (qsizetype i = 0; i < names.size(); ++i)
            all << u"<a href=\"%1\">%2</a>"_s.arg(
                names[i].toHtmlEscaped(), texts[i].toHtmlEscaped());
        return all.join(u", "_s);
    };
    QStringList lines;
    QStringList names;
    for (const Dockerfile::Argument &each : std::as_const(read.arguments)) {
        lines << each.name + u'=' + each.usual;
        names << each.name;
    }
    setHint(u"build_args"_s,
        names.isEmpty() ? QString() : tr("The Dockerfile takes %1.").arg(links(lines, names)));
    QStringList secrets;
    for (const QString &id : std::as_const(read.secretIds))
        secrets << u"id=%1,src="_s.arg(id);
    setHint(u"secrets"_s,
        secrets.isEmpty() ? QString()
                          : tr("The Dockerfile asks for %1.").arg(links(secrets, read.secretIds)));
}

void BuildForm::remember(TaskType type, const UsedValues &used, const QStringList &images)
{
    SubmitForm::remember(type, used, images);
    readChoices(); // stages are those of this Dockerfile, not those of others
}

void BuildForm::hintChosen(const QString &name, const QString &link)
{
    QPlainTextEdit *lines = name == "secrets"_L1 ? m_secrets : m_buildArgs;
    const QString start =
        link.left(name == "secrets"_L1 ? link.indexOf(u',') + 1 : link.indexOf(u'=') + 1);
    QStringList written = lines->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    const bool known = std::any_of(written.cbegin(), written.cend(),
        [&start](const QString &line) { return line.trimmed().startsWith(start); });
    if (!known)
        written << link;
    lines->setPlainText(written.join(u'\n'));
    lines->moveCursor(QTextCursor::End);
    lines->setFocus();
}

QString BuildForm::title() const
{
    return tr("Build an image");
}

void BuildForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder to build"), m_context->text().trimmed());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_context, &QLineEdit::setText);
    dialog->open();
}

// A task names its Dockerfile by an absolute path, unless it is the folder's usual one.
QString BuildForm::dockerfile() const
{
    const QString usual = DockerBuild().dockerfile;
    const QString written = m_dockerfile->text().trimmed();
    if (written.isEmpty() || written == usual)
        return usual;
    return QDir::cleanPath(QDir(m_context->text().trimmed()).filePath(written));
}

std::optional<FieldError> BuildForm::wordError() const
{
    if (m_context->text().trimmed().isEmpty())
        return std::nullopt; // said first, by the rules of the task itself
    if (const auto read = readPairs(m_buildArgs->toPlainText(), u'='); !read.wrongLine.isEmpty())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"build_args"_s,
            tr("“%1” is not written as NAME=value.").arg(read.wrongLine) };
    if (m_push->isChecked() && m_image->text().trimmed().isEmpty())
        return FieldError{ ErrorCode::ValidationInvalidParams, u"push"_s,
            tr("An image needs a name to be pushed.") };
    return std::nullopt;
}

QList<TaskSpec> BuildForm::specs() const
{
    DockerBuild build;
    build.contextPath = m_context->text().trimmed();
    build.dockerfile = dockerfile();
    build.imageName = m_image->text().trimmed();
    if (!m_tag->text().trimmed().isEmpty())
        build.tag = m_tag->text().trimmed();
    build.buildArgs = readPairs(m_buildArgs->toPlainText(), u'=').pairs;
    for (const QString &line : m_secrets->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            build.secrets << line.trimmed();
    }
    build.target = m_target->text().trimmed();
    build.platform = m_platform->currentText().trimmed();
    build.network = m_network->text().trimmed();
    build.noCache = m_noCache->isChecked();
    build.pull = m_pull->isChecked();
    build.push = m_push->isChecked();
    return { build };
}

void BuildForm::fill(const TaskSpec &spec)
{
    const auto *build = std::get_if<DockerBuild>(&spec);
    if (!build)
        return;
    const DockerBuild usual;
    m_context->setText(build->contextPath);
    m_dockerfile->setText(build->dockerfile == usual.dockerfile ? QString() : build->dockerfile);
    m_image->setText(build->imageName);
    m_tag->setText(build->tag == usual.tag ? QString() : build->tag);
    m_buildArgs->setPlainText(writtenPairs(build->buildArgs, u'='));
    m_secrets->setPlainText(build->secrets.join(u'\n'));
    m_target->setText(build->target);
    m_platform->setCurrentText(build->platform);
    m_network->setText(build->network);
    m_noCache->setChecked(build->noCache);
    m_pull->setChecked(build->pull);
    m_push->setChecked(build->push);
}

} // namespace slipway
