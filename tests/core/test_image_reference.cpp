// Image references, read and refused as docker does.
#include "core/task/image_reference.h"
#include "core/task/task_spec.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {
const QString sha = u"sha256:"_s + QString(64, u'a');
}

class ImageReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void refused_data();
    void refused();
    void fullNames_data();
    void fullNames();
    void tags();
};

void ImageReferenceTest::parts_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digest");
    const auto row = [](const QString &text, const QString &registry, const QString &path,
                         const QString &tag = {}, const QString &digest = {}) {
        QTest::newRow(qPrintable(text)) << registry << path << tag << digest;
    };
    row(u"busybox"_s, {}, u"busybox"_s);
    row(u"library/busybox:1.36"_s, {}, u"library/busybox"_s, u"1.36"_s);
    row(u"team/app/part"_s, {}, u"team/app/part"_s);
    row(u"ghcr.io/team/app:v1"_s, u"ghcr.io"_s, u"team/app"_s, u"v1"_s);
    row(u"localhost/app"_s, u"localhost"_s, u"app"_s);
    row(u"localhost:5000/app"_s, u"localhost:5000"_s, u"app"_s);
    row(u"localhost:5000/app:2"_s, u"localhost:5000"_s, u"app"_s, u"2"_s);
    row(u"registry:5000/app"_s, u"registry:5000"_s, u"app"_s);
    row(u"registry/app"_s, {}, u"registry/app"_s); // no dot, no port: a path
    row(u"127.0.0.1:5000/a/b"_s, u"127.0.0.1:5000"_s, u"a/b"_s);
    row(u"[::1]:5000/app"_s, u"[::1]:5000"_s, u"app"_s);
    row(u"HUB/app"_s, u"HUB"_s, u"app"_s); // upper case can only be a host
    row(u"app:5000"_s, {}, u"app"_s, u"5000"_s);
    row(u"a__b/c-d.e---f"_s, {}, u"a__b/c-d.e---f"_s);
    row(u"app@"_s + sha, {}, u"app"_s, {}, sha);
    row(u"r.io/app:1@"_s + sha, u"r.io"_s, u"app"_s, u"1"_s, sha);
    row(u"app:_x"_s, {}, u"app"_s, u"_x"_s);
    row(u"app:"_s + QString(128, u't'), {}, u"app"_s, QString(128, u't'));
}

void ImageReferenceTest::parts()
{
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto reference = parseImageReference(text);
    QVERIFY(reference);
    QTEST(reference->registry, "registry");
    QTEST(reference->path, "path");
    QTEST(reference->tag, "tag");
    QTEST(reference->digest, "digest");
    QCOMPARE(reference->toString(), text);
}

void ImageReferenceTest::refused_data()
{
    QTest::addColumn<QString>("why");
    const auto row = [](const QString &text, const QString &why) {
        QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << why;
    };
    row(u""_s, u"needed"_s);
    row(u"Busybox"_s, u"lower case: \"busybox\""_s);
    row(u"team/App"_s, u"lower case"_s);
    row(u"busy box"_s, u"space"_s);
    row(u"busybox\n"_s, u"space"_s);
    row(u"busybox:"_s, u"tag"_s);
    row(u"busybox:a b"_s, u"space"_s);
    row(u"busybox:-x"_s, u"tag"_s);
    row(u"busybox:a:b"_s, u"tag"_s);
    row(u"busybox:\u00e4"_s, u"tag"_s);
    row(u"busybox:"_s + QString(129, u't'), u"tag"_s);
    row(u"busybox@sha256:123"_s, u"digest"_s);
    row(u"busybox@"_s, u"digest"_s);
    row(u"@"_s + sha, u"image name"_s);
    row(u"/busybox"_s, u"image name"_s);
    row(u"busybox/"_s, u"image name"_s);
    row(u"a//b"_s, u"image name"_s);
    row(u"-busybox"_s, u"image name"_s);
    row(u"--privileged"_s, u"image name"_s);
    row(u"a..b"_s, u"image name"_s);
    row(u"a___b"_s, u"image name"_s);
    row(u"https://r.io/app"_s, u"registry"_s);
    row(u"-r.io/app"_s, u"registry"_s);
    row(u"r.io:port/app"_s, u"registry"_s);
    row(QString(256, u'a'), u"255"_s);
}

void ImageReferenceTest::refused()
{
    QFETCH(const QString, why);
    QString text = QString::fromUtf8(QTest::currentDataTag());
    if (text == u"nothing"_s)
        text.clear();
    Sentence reason;
    QVERIFY(!parseImageReference(text, &reason));
    QVERIFY2(reason.english().contains(why), qPrintable(reason.english()));
}

void ImageReferenceTest::fullNames_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("full");
    QTest::newRow("app") << u"latest"_s << u"app:latest"_s;
    QTest::newRow("app:1") << u"latest"_s << u"app:1"_s;
    QTest::newRow("r.io:5/app") << u"2"_s << u"r.io:5/app:2"_s;
    QTest::newRow(qPrintable(u"app@"_s + sha)) << u"latest"_s << QString(u"app@"_s + sha);
}

void ImageReferenceTest::fullNames()
{
    QFETCH(const QString, tag);
    QFETCH(const QString, full);
    QCOMPARE(fullImageName(QString::fromLatin1(QTest::currentDataTag()), tag), full);
}

void ImageReferenceTest::tags()
{
    for (const QString &good : { u"latest"_s, u"1.10"_s, u"_"_s, u"V-1.a_b"_s })
        QVERIFY2(isTag(good), qPrintable(good));
    for (const QString &bad : { u""_s, u".1"_s, u"-1"_s, u"a/b"_s, u"a:b"_s, u"a\n"_s, u"a b"_s })
        QVERIFY2(!isTag(bad), qPrintable(bad));
    QCOMPARE(parseImageReference(u"app"_s)->registryName(), u"Docker Hub"_s);
    QCOMPARE(parseImageReference(u"docker.io/app"_s)->registryName(), u"Docker Hub"_s);
    QCOMPARE(parseImageReference(u"r.io/app"_s)->registryName(), u"r.io"_s);
}

QTEST_APPLESS_MAIN(ImageReferenceTest)
#include "test_image_reference.moc"
