// A sentence for people, as a value: programs get its English, the window says it in the person's
// language.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace slipway {

// In one pass: an argument that itself holds "%2" is not filled in again.
QString withArguments(const QString &text, const QStringList &arguments);

struct Sentence {
    Sentence() = default;
    // Somebody else's words, or ours for programs alone. Nothing in it is filled in.
    Sentence(const QString &verbatim);
    // `english` with %1..%9, marked QT_TRANSLATE_NOOP("Sentence", ...) where it is written: it is
    // also the id under which the window translates it.
    Sentence(const char *english, const QStringList &names = {}, const QList<Sentence> &parts = {});

    QString text;
    QStringList arguments; // names, numbers, others' words: the same in every language
    QList<Sentence> clauses; // words of ours; their places come after those of the arguments

    bool isEmpty() const { return text.isEmpty(); }
    QString english() const;
    bool operator==(const Sentence &other) const;
};

} // namespace slipway
