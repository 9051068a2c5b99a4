// Work that is brought to the window: pasted, dropped, and put together from steps.
#include "tests/ui/adding_window.h"
#include "ui/submit/chain_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

ChainForm *chainOf(const AddingWindow &shown)
{
    return shown.dialog()->findChild<ChainForm *>();
}

// The visible form inside the chain.
SubmitForm *stepForm(const ChainForm *chain)
{
    for (SubmitForm *form : chain->findChildren<SubmitForm *>()) {
        if (!form->isHidden())
            return form;
    }
    return nullptr;
}

void typeIn(const ChainForm *chain, int step, const QString &field, const QString &text)
{
    auto *list = chain->findChild<QListWidget *>(u"steps"_s);
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(step)).center());
    QTest::keyClicks(stepForm(chain)->findChild<QLineEdit *>(field), text);
}

} // namespace

class TestWindowAdd : public QObject {
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->clear(); }
    void aPastedCommandLineFillsItsForm();
    void aPastedListIsOneTaskEach();
    void aPastedScriptBecomesLinkedSteps();
    void whatCannotBeQueuedIsSaid();
    void pastingInTheSearchSearches();
    void addOpensOnWhatTheClipboardHolds();
    void aDroppedDockerfileIsBuilt();
    void stepsOfferTheirImageToTheNext();
    void stepsAreMovedAndRemoved();
    void theWrongStepIsShown();
};

void TestWindowAdd::aPastedCommandLineFillsItsForm()
{
    AddingWindow shown;
    shown.paste(u"docker run --rm -p 8080:80 nginx:1.27"_s);
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(), u"docker run --rm -p 8080:80 nginx:1.27"_s);
    shown.submit();
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"nginx:1.27"_s });
}

void TestWindowAdd::aPastedListIsOneTaskEach()
{
    AddingWindow shown;
    shown.paste(u"nginx:1\nredis:7 # cache\n"_s);
    QVERIFY(shown.dialog());
    shown.submit();
    QCOMPARE(namesOf(shown.queue.submitted), (QStringList{ u"nginx:1"_s, u"redis:7"_s }));
}

void TestWindowAdd::aPastedScriptBecomesLinkedSteps()
{
    AddingWindow shown;
    shown.paste(u"docker tag app:1 me/app:1\ndocker push me/app:1\ndocker run -d me/app:1"_s);
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(),
        u"docker tag app:1 me/app:1 && docker push me/app:1 && docker run -d me/app:1"_s);
    shown.submit();
    const QList<TaskDraft> &drafts = shown.queue.submitted;
    QCOMPARE(drafts.size(), 3);
    QCOMPARE(drafts[0].options.after, QStringList());
    QCOMPARE(drafts[1].options.after, QStringList{ drafts[0].options.key });
    QCOMPARE(drafts[2].options.after, QStringList{ drafts[1].options.key });
}

void TestWindowAdd::whatCannotBeQueuedIsSaid()
{
    AddingWindow shown;
    shown.paste(u"docker compose up"_s);
    QVERIFY(!shown.dialog());
    QVERIFY2(shown.notice().contains(u"compose"_s), qPrintable(shown.notice()));
    shown.paste(u"Dear Anna, how are you?"_s);
    QVERIFY(!shown.dialog());
    QVERIFY2(shown.notice().contains(u"no name"_s), qPrintable(shown.notice()));
}

void TestWindowAdd::pastingInTheSearchSearches()
{
    AddingWindow shown;
    shown.add(pullOf(u"nginx"_s), TaskStatus::Completed);
    auto *search = shown.search;
    search->setFocus();
    QGuiApplication::clipboard()->setText(u"nginx:1"_s);
    QTest::keySequence(search, QKeySequence(QKeySequence::Paste));
    QCOMPARE(search->text(), u"nginx:1"_s);
    QVERIFY(!shown.dialog());
}

void TestWindowAdd::addOpensOnWhatTheClipboardHolds()
{
    AddingWindow shown;
    QGuiApplication::clipboard()->setText(u"ollama run llama3.2:3b 'Why?'"_s);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_N));
    QVERIFY(shown.dialog());
    shown.submit();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(typeOf(shown.queue.submitted.first().spec), TaskType::OllamaRun);
}

void TestWindowAdd::aDroppedDockerfileIsBuilt()
{
    AddingWindow shown;
    QFile file(shown.folder.filePath(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("FROM scratch\n") > 0);
    file.close();
    QMimeData held;
    held.setUrls({ QUrl::fromLocalFile(file.fileName()) });
    QDragEnterEvent enter({ 50, 50 }, Qt::CopyAction, &held, Qt::LeftButton, {});
    QApplication::sendEvent(&shown.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 50, 50 }, Qt::CopyAction, &held, Qt::LeftButton, {});
    QApplication::sendEvent(&shown.window, &drop);
    QVERIFY(shown.dialog());
    shown.submit();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(
        std::get<DockerBuild>(shown.queue.submitted.first().spec).contextPath, shown.folder.path());
}

void TestWindowAdd::stepsOfferTheirImageToTheNext()
{
    AddingWindow shown;
    QFile file(shown.folder.filePath(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    shown.window.submission().openOnClipboard();
    shown.dialog()->chooseChain();
    ChainForm *chain = chainOf(shown);
    typeIn(chain, 0, u"context_path"_s, shown.folder.path());
    typeIn(chain, 0, u"image_name"_s, u"acme/api"_s);
    typeIn(chain, 1, u"target_image"_s, u"ghcr.io/acme/api:2"_s);
    // A field that a person wrote in stays when what is before it changes.
    typeIn(chain, 3, u"image"_s, u"-own"_s);
    typeIn(chain, 0, u"tag"_s, u"2"_s);
    shown.submit();
    const QList<TaskDraft> &drafts = shown.queue.submitted;
    QCOMPARE(namesOf(drafts),
        (QStringList{ u"acme/api:2"_s, u"acme/api:2 → ghcr.io/acme/api:2"_s,
            u"ghcr.io/acme/api:2"_s, u"ghcr.io/acme/api:2-own"_s }));
    QCOMPARE(drafts[3].options.after, QStringList{ drafts[2].options.key });
}

void TestWindowAdd::stepsAreMovedAndRemoved()
{
    AddingWindow shown;
    shown.paste(u"docker pull a:1\ndocker tag a:1 b:1\ndocker push b:1"_s);
    const auto click = [&](const QString &name) {
        QTest::mouseClick(chainOf(shown)->findChild<QPushButton *>(name), Qt::LeftButton);
    };
    auto *list = chainOf(shown)->findChild<QListWidget *>(u"steps"_s);
    list->setCurrentRow(2);
    click(u"stepUp"_s);
    QCOMPARE(shown.command(), u"docker pull a:1 && docker push b:1 && docker tag a:1 b:1"_s);
    click(u"removeStep"_s);
    QCOMPARE(shown.command(), u"docker pull a:1 && docker tag a:1 b:1"_s);
    QTest::mouseClick(
        chainOf(shown)->findChild<QCheckBox *>(u"inOrder"_s), Qt::LeftButton, {}, QPoint(8, 8));
    shown.submit();
    QCOMPARE(shown.queue.submitted.size(), 2);
    QCOMPARE(shown.queue.submitted[1].options.after, QStringList());
}

void TestWindowAdd::theWrongStepIsShown()
{
    AddingWindow shown;
    shown.paste(u"docker pull a:1\ndocker push b:1"_s);
    auto *list = chainOf(shown)->findChild<QListWidget *>(u"steps"_s);
    list->setCurrentRow(1);
    auto *image = stepForm(chainOf(shown))->findChild<QLineEdit *>(u"image_name"_s);
    image->clear();
    QTest::keyClicks(image, u"Wrong Name"_s);
    list->setCurrentRow(0);
    shown.submit();
    QVERIFY(shown.queue.submitted.isEmpty());
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(!stepForm(chainOf(shown))->shownError(u"image_name"_s).isEmpty());
}

QTEST_MAIN(TestWindowAdd)
#include "test_window_add.moc"
