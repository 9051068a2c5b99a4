// How an engine's account of its disk is read. The answer is Engine 20.10's, shortened.
#include "core/docker/disk_usage.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TestDiskUsage : public QObject {
    Q_OBJECT

private slots:
    void partsAsDockerSystemDfCountsThem();
    void theLargestImagesFirst();
    void whatPruningFrees();
    void anEmptyEngine();
};

namespace {

QJsonObject answer()
{
    return QJsonDocument::fromJson(R"({"LayersSize":1000,
"Images":[
 {"Id":"sha256:aaaaaaaaaaaaaaaa","RepoTags":["web:1"],"Size":500,"SharedSize":100,"Containers":1},
 {"Id":"sha256:bbbbbbbbbbbbbbbb","RepoTags":["old:1"],"Size":400,"SharedSize":100,"Containers":0},
 {"Id":"sha256:cccccccccccccccc","RepoTags":["<none>:<none>"],"Size":300,"SharedSize":100,"Containers":0},
 {"Id":"sha256:d","RepoTags":["d:1"],"Size":30,"SharedSize":0,"Containers":0},
 {"Id":"sha256:e","RepoTags":["e:1"],"Size":20,"SharedSize":0,"Containers":0},
 {"Id":"sha256:f","RepoTags":["f:1"],"Size":10,"SharedSize":0,"Containers":0}],
"Containers":[{"State":"running","SizeRw":7},{"State":"exited","SizeRw":70},{"State":"created"}],
"Volumes":[{"Name":"a","UsageData":{"RefCount":1,"Size":5}},
 {"Name":"b","UsageData":{"RefCount":0,"Size":50}},{"Name":"c","UsageData":{"RefCount":0,"Size":-1}}],
"BuildCache":[{"Size":600,"InUse":false,"Shared":false},{"Size":60,"InUse":true,"Shared":false},
 {"Size":6000,"InUse":false,"Shared":true}]})")
        .object();
}

} // namespace

void TestDiskUsage::partsAsDockerSystemDfCountsThem()
{
    using Kind = DiskUse::Kind;
    QCOMPARE(diskUseFrom(answer()).parts,
        (QList<DiskUse::Part>{ { Kind::Images, 6, 1000, 600 }, { Kind::Containers, 3, 77, 70 },
            { Kind::Volumes, 3, 55, 50 }, { Kind::BuildCache, 3, 660, 600 } }));
}

void TestDiskUsage::theLargestImagesFirst()
{
    QCOMPARE(diskUseFrom(answer()).largest,
        (QList<DiskUse::Image>{ { u"web:1"_s, 500, true }, { u"old:1"_s, 400, false },
            { u"cccccccccccc"_s, 300, false }, { u"d:1"_s, 30, false }, { u"e:1"_s, 20, false } }));
}

void TestDiskUsage::whatPruningFrees()
{
    QCOMPARE(prunable(answer()), 200 + 70 + 600); // the nameless image, what ended, the cache
}

void TestDiskUsage::anEmptyEngine()
{
    const DiskUse use = diskUseFrom(QJsonDocument::fromJson(
        R"({"LayersSize":0,"Images":null,"Containers":null,"Volumes":null,"BuildCache":null})")
                                        .object());
    QVERIFY(use.known && use.largest.isEmpty());
    for (const DiskUse::Part &part : use.parts)
        QCOMPARE(part.bytes + part.unused + part.count, 0);
}

QTEST_APPLESS_MAIN(TestDiskUsage)
#include "test_disk_usage.moc"
