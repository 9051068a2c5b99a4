#include "ui/type_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct TypeText {
    Q_DECLARE_TR_FUNCTIONS(TypeText)
};

} // namespace

QString typeText(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return TypeText::tr("Pull");
    case TaskType::DockerPush:
        return TypeText::tr("Push");
    case TaskType::DockerBuild:
        return TypeText::tr("Build");
    case TaskType::DockerTag:
        return TypeText::tr("Tag");
    case TaskType::DockerRun:
        return TypeText::tr("Run");
    case TaskType::DockerLogin:
        return TypeText::tr("Log in");
    case TaskType::OllamaPull:
        return TypeText::tr("Model");
    case TaskType::OllamaRun:
        return TypeText::tr("Ask");
    }
    Q_UNREACHABLE();
}

QString typePhrase(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return TypeText::tr("get an image");
    case TaskType::DockerPush:
        return TypeText::tr("to a registry");
    case TaskType::DockerBuild:
        return TypeText::tr("from a Dockerfile");
    case TaskType::DockerTag:
        return TypeText::tr("give a name");
    case TaskType::DockerRun:
        return TypeText::tr("a container");
    case TaskType::DockerLogin:
        return TypeText::tr("to a registry", "log in");
    case TaskType::OllamaPull:
        return TypeText::tr("get one from Ollama");
    case TaskType::OllamaRun:
        return TypeText::tr("a model something");
    }
    Q_UNREACHABLE();
}

QString typeIcon(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return u"pull"_s;
    case TaskType::DockerPush:
        return u"push"_s;
    case TaskType::DockerBuild:
        return u"build"_s;
    case TaskType::DockerTag:
        return u"tag"_s;
    case TaskType::DockerRun:
        return u"run"_s;
    case TaskType::DockerLogin:
        return u"login"_s;
    case TaskType::OllamaPull:
        return u"model"_s;
    case TaskType::OllamaRun:
        return u"ask"_s;
    }
    Q_UNREACHABLE();
}

} // namespace slipway
