// What core says in English, in the person's language.
#pragma once

#include "core/queue/queue_service.h"
#include "core/task/sentence.h"

namespace slipway {

QString sentenceText(const Sentence &sentence); // as a clause: "waits until 12:00"
QString sentenceText(const QString &text, const QStringList &arguments);

// Why something is refused, as a sentence that begins with a capital and never names a field as
// JSON does.
QString reasonText(const FieldError &error);
QString reasonText(const Refusal &refusal);

QString capitalised(const QString &text);

} // namespace slipway
