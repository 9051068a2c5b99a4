#include "ui/editor/text_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 largest = 2'000'000; // bytes: more is no file that people write
const QByteArray byteOrderMark("\xEF\xBB\xBF");

TextFile withProblem(TextFile file, TextFile::Problem problem, const QString &reason = {})
{
    file.problem = problem;
    file.reason = reason;
    return file;
}

QByteArray bytesOf(const TextFile &like, QString text)
{
    if (like.hasCarriageReturns)
        text.replace(u'\n', "\r\n"_L1);
    const QByteArray bytes = like.isUtf8 ? text.toUtf8() : text.toLatin1();
    return like.hasMark ? byteOrderMark + bytes : bytes;
}

bool isLatin1(const QString &text)
{
    return std::all_of(
        text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 256; });
}

} // namespace

TextFile readTextFile(const QString &path)
{
    TextFile read;
    read.path = path;
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return withProblem(read, TextFile::Problem::Unreadable, file.errorString());
    if (file.size() > largest)
        return withProblem(read, TextFile::Problem::TooLarge);
    read.bytes = file.readAll();
    read.isWritable = QFileInfo(path).isWritable();
    if (read.bytes.contains('\0'))
        return withProblem(read, TextFile::Problem::NoText);
    read.hasMark = read.bytes.startsWith(byteOrderMark);
    const QByteArray letters = read.bytes.mid(read.hasMark ? byteOrderMark.size() : 0);
    QStringDecoder decoder(QStringDecoder::Utf8);
    read.text = decoder(letters);
    if (decoder.hasError()) {
        read.isUtf8 = false;
        read.text = QString::fromLatin1(letters);
    }
    const auto withReturns = letters.count("\r\n");
    read.hasCarriageReturns = withReturns > 0 && withReturns * 2 >= letters.count('\n');
    read.text.replace("\r\n"_L1, "\n"_L1);
    return read;
}

SaveAnswer saveTextFile(const TextFile &before, const QString &text, bool overChanges)
{
    SaveAnswer answer;
    const TextFile now = readTextFile(before.path);
    if (!overChanges && (now.problem != before.problem || now.bytes != before.bytes)) {
        answer.kind = SaveAnswer::Kind::ChangedMeanwhile;
        return answer;
    }
    TextFile like = before;
    like.isUtf8 = before.isUtf8 || !isLatin1(text); // a letter that was typed is not lost
    const QByteArray bytes = bytesOf(like, text);
    QSaveFile file(before.path);
    file.setDirectWriteFallback(true); // a file may be ours in a folder that is not
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        answer.reason = file.errorString();
        return answer;
    }
    answer.kind = SaveAnswer::Kind::Saved;
    answer.file = readTextFile(before.path);
    return answer;
}

} // namespace slipway
