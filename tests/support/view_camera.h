// Saves pictures of views, and says what is cut or too pale to read in them.
#pragma once

#include "tests/support/view_checks.h"

#include <QPixmap>
#include <QTest>
#include <QWidget>

#include <cstdio>

namespace slipway {

using namespace Qt::StringLiterals;

class Camera {
public:
    Camera(const QString &folder, const QString &theme)
        : m_folder(folder)
        , m_theme(theme)
    {
    }

    // As it stands once it has come to rest.
    void take(QWidget &widget, const QString &name) const
    {
        QStringList complaints;
        QPixmap picture;
        const bool fine = QTest::qWaitFor(
            [&] {
                QTest::qWait(50);
                picture = widget.grab();
                complaints.clear();
                for (const QString &cut : cutTexts(widget))
                    complaints << u"cut: "_s + cut;
                for (const QString &pale : paleTexts(widget, picture.toImage()))
                    complaints << u"pale: "_s + pale;
                return complaints.isEmpty();
            },
            2000);
        picture.save(u"%1/%2-%3.png"_s.arg(m_folder, name, m_theme));
        if (!fine)
            m_complaints += int(complaints.size());
        for (const QString &each : std::as_const(complaints))
            std::printf("%s-%s: %s\n", qPrintable(name), qPrintable(m_theme), qPrintable(each));
    }
    int complaints() const { return m_complaints; }

private:
    QString m_folder;
    QString m_theme;
    mutable int m_complaints = 0;
};

} // namespace slipway
