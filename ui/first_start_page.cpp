#include "ui/first_start_page.h"

#include "ui/host_line.h"
#include "ui/type_text.h"
#include "ui/widgets.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct WayIn {
    TaskType type;
    const char *title;
    const char *words;
};

constexpr WayIn waysIn[] = {
    { TaskType::DockerPull, QT_TRANSLATE_NOOP("FirstStartPage", "Pull images"),
        QT_TRANSLATE_NOOP("FirstStartPage", "one or a whole list, two at a time") },
    { TaskType::DockerBuild, QT_TRANSLATE_NOOP("FirstStartPage", "Build a folder"),
        QT_TRANSLATE_NOOP("FirstStartPage", "a Dockerfile; then push it or run it") },
    { TaskType::OllamaPull, QT_TRANSLATE_NOOP("FirstStartPage", "Get a model"),
        QT_TRANSLATE_NOOP("FirstStartPage", "from Ollama, and ask it something") },
};

QPushButton *card(const WayIn &way, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(u"card"_s);
    button->setFixedSize(230, 136);
    button->setAccessibleName(QCoreApplication::translate("FirstStartPage", way.title));
    auto *icon = new IconPicture(24, QPalette::Link, button);
    icon->setIcon(typeIcon(way.type));
    auto *title = new QLabel(QCoreApplication::translate("FirstStartPage", way.title), button);
    enlarge(title, 1, QFont::DemiBold);
    QLabel *words = softLabel(QCoreApplication::translate("FirstStartPage", way.words), button);
    words->setWordWrap(true);
    auto *layout = new QVBoxLayout(button);
    layout->setContentsMargins(18, 18, 14, 14);
    layout->setSpacing(3);
    layout->addWidget(icon, 0, Qt::AlignLeft);
    layout->addSpacing(12);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addStretch();
    for (QWidget *part : { static_cast<QWidget *>(icon), static_cast<QWidget *>(title),
             static_cast<QWidget *>(words) })
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
    return button;
}

} // namespace

FirstStartPage::FirstStartPage(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_hosts(new QVBoxLayout)
{
    setObjectName(u"firstStart"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *question = new QLabel(tr("What shall Slipway do first?"), this);
    question->setAlignment(Qt::AlignCenter);
    enlarge(question, 8, QFont::DemiBold);
    auto *promise = new QLabel(
        tr("Everything you add waits its turn here, and you always see what it is doing."), this);
    promise->setAlignment(Qt::AlignCenter);
    promise->setProperty("tone", u"soft"_s);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch();
    for (const WayIn &way : waysIn) {
        QPushButton *button = card(way, this);
        cards->addWidget(button);
        connect(
            button, &QPushButton::clicked, this, [this, type = way.type] { emit addAsked(type); });
    }
    cards->addStretch();
    QLabel *drop = softLabel(
        tr("or drop a Dockerfile, a compose file, a folder or a list of images here"), this);
    drop->setAlignment(Qt::AlignCenter);
    m_hosts->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(3);
    layout->addWidget(question);
    layout->addWidget(promise);
    layout->addSpacing(16);
    layout->addLayout(cards);
    layout->addSpacing(4);
    layout->addWidget(drop);
    layout->addStretch(2);
    layout->addLayout(m_hosts);
    layout->addStretch(2);
    connect(&queue, &QueueService::hostsChanged, this, &FirstStartPage::showHosts);
    showHosts();
}

void FirstStartPage::showHosts()
{
    while (QLayoutItem *item = m_hosts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HostState &host : m_queue.hosts())
        m_hosts->addWidget(
            new HostLine(host, HostLine::Length::Sentence, this), 0, Qt::AlignHCenter);
}

} // namespace slipway
