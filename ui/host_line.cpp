#include "ui/host_line.h"

#include "ui/error_text.h"
#include "ui/task_text.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

class Dot : public QWidget {
public:
    Dot(const HostState &host, QWidget *parent)
        : QWidget(parent)
        , m_host(host)
    {
        setFixedSize(8, 8);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursFor(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(!m_host.known ? colours.soft
                : m_host.reachable     ? colours.done
                                       : colours.warning);
        painter.drawEllipse(QRectF(0.5, 0.5, 7, 7));
    }

private:
    HostState m_host;
};

QString sentence(const HostState &host)
{
    if (!host.known || host.reachable)
        return hostText(host);
    QStringList parts{ host.error ? errorSentence(*host.error) : hostText(host) };
    if (host.error)
        parts += suggestionSentences(*host.error).mid(0, 1);
    return parts.join(u' ');
}

} // namespace

HostLine::HostLine(const HostState &host, Length length, QWidget *parent)
    : QWidget(parent)
{
    QLabel *words = softLabel(length == Length::Sentence ? sentence(host) : hostText(host), this);
    words->setTextFormat(Qt::PlainText);
    if (length == Length::Sentence) {
        // Beside the dot the height that belongs to a width is not asked for: it is set here.
        words->setWordWrap(true);
        words->ensurePolished();
        words->setFixedWidth(qMin(620, words->fontMetrics().horizontalAdvance(words->text()) + 4));
        words->setFixedHeight(words->heightForWidth(words->width()));
    }
    setToolTip(length == Length::Short ? sentence(host).toHtmlEscaped() : QString());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(7);
    layout->addWidget(new Dot(host, this));
    layout->addWidget(words);
}

} // namespace slipway
