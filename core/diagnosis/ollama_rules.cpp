// What Ollama's server, its model runner and its registry say. The rules for disk, memory, limits
// and time come before these, those for the network after.
#include "core/diagnosis/rule.h"
#include "core/diagnosis/sentences.h"

namespace slipway {
namespace {

using enum ErrorCode;
using enum About;

// One line a rule, so that the table can be read as one.
// clang-format off
constexpr Rule rules[] = {
    // the server
    { "could not connect to ollama", OllamaServiceUnavailable, sentence::ollamaDown },
    { "ollama server not responding", OllamaServiceUnavailable, sentence::ollamaDown },
    { "ollama is not running", OllamaServiceUnavailable, sentence::ollamaDown },
    { "server busy", OllamaServiceUnavailable, sentence::ollamaBusy },
    { "maximum pending requests", OllamaServiceUnavailable, sentence::ollamaBusy },
    { "no slots available", OllamaServiceUnavailable, sentence::ollamaBusy },
    { "llm busy", OllamaServiceUnavailable, sentence::ollamaBusy },
    Rule { "requires a newer version", OllamaServiceUnavailable, sentence::ollamaTooOld }.retryIsVain(),
    Rule { ": 412:", OllamaServiceUnavailable, sentence::ollamaTooOld }.retryIsVain(),
    Rule { "listen tcp", OllamaServiceUnavailable, sentence::ollamaNotStarted }.retryIsVain(),
    Rule { "couldn't start server", OllamaServiceUnavailable, sentence::ollamaNotStarted }.retryIsVain(),
    Rule { "could not create directory", OllamaServiceUnavailable, sentence::ollamaNotStarted }.retryIsVain(),
    Rule { "mkdir*permission denied: ensure path", OllamaServiceUnavailable, sentence::ollamaNotStarted }.retryIsVain(),
    Rule { "ensure path elements are traversable", OllamaServiceUnavailable, sentence::ollamaNotStarted }.retryIsVain(),
    // the model's name
    { "model '{}' not found", OllamaModelNotFound, sentence::noSuchModel },
    { "model \"{}\" not found", OllamaModelNotFound, sentence::noSuchModel },
    { "model {} not found", OllamaModelNotFound, sentence::noSuchModel },
    { "pull model manifest: file does not exist", OllamaModelNotFound, sentence::noSuchModel },
    { "manifest: file does not exist", OllamaModelNotFound, sentence::noSuchModel },
    { "try pulling it first", OllamaModelNotFound, sentence::noSuchModel },
    { "tag is not available in the repository", OllamaModelNotFound, sentence::noSuchModel },
    { "invalid username or password", OllamaModelNotFound, sentence::noSuchModel },
    { "repository not found", OllamaModelNotFound, sentence::noSuchModel },
    { "repository is not gguf", OllamaModelNotFound, sentence::noSuchModel },
    { "not compatible with llama.cpp", OllamaModelNotFound, sentence::noSuchModel },
    { "^unauthorized$", OllamaModelNotFound, sentence::signInNeeded },
    { "no such model", OllamaModelNotFound, sentence::noSuchModel },
    { "unauthorized: access denied", OllamaModelNotFound, sentence::noSuchModel },
    { "pull model manifest: 401", OllamaModelNotFound, sentence::noSuchModel },
    { "pull model manifest: 403", OllamaModelNotFound, sentence::noSuchModel },
    { "pull model manifest: 400", OllamaModelNotFound, sentence::noSuchModel },
    { "pull model manifest: 404", OllamaModelNotFound, sentence::noSuchModel },
    // what was asked for
    { "invalid model name", ValidationInvalidFormat, sentence::badModelName },
    { "invalid model path", ValidationInvalidFormat, sentence::badModelName },
    { "name \"*\" is invalid", ValidationInvalidFormat, sentence::badModelName },
    { "invalid character", ValidationInvalidFormat, sentence::requestWrong },
    { "cannot unmarshal", ValidationInvalidFormat, sentence::requestWrong },
    { "unexpected end of json", ValidationInvalidFormat, sentence::requestWrong },
    { "invalid format", ValidationInvalidFormat, sentence::requestWrong },
    { "illegal base64", ValidationInvalidFormat, sentence::requestWrong },
    { "invalid duration", ValidationInvalidFormat, sentence::requestWrong },
    { "missing unit in duration", ValidationInvalidFormat, sentence::requestWrong },
    { "command must be one of", ValidationInvalidFormat, sentence::requestWrong },
    { "^template: ", ValidationInvalidFormat, sentence::requestWrong },
    { "unknown parameter", ValidationInvalidFormat, sentence::requestWrong },
    { "no from line", ValidationMissingRequired, sentence::argumentMissing },
    { "is required", ValidationMissingRequired, sentence::argumentMissing },
    { "missing request body", ValidationMissingRequired, sentence::argumentMissing },
    { "requires at least", ValidationMissingRequired, sentence::argumentMissing },
    { "accepts * arg(s), received 0", ValidationMissingRequired, sentence::argumentMissing },
    { "accepts * arg(s), received", ValidationInvalidParams, sentence::modelRefused },
    { "neither 'from' or 'files'", ValidationMissingRequired, sentence::argumentMissing },
    { "must be provided", ValidationMissingRequired, sentence::argumentMissing },
    { "does not support {}", ValidationInvalidParams, sentence::modelCannot },
    { "context length", ValidationInvalidParams, sentence::promptTooLong },
    { "context size", ValidationInvalidParams, sentence::promptTooLong },
    { "unknown flag", ValidationInvalidParams, sentence::modelRefused },
    { "unknown command", ValidationInvalidParams, sentence::modelRefused },
    { "invalid option", ValidationInvalidParams, sentence::modelRefused },
    { "insecure protocol", ValidationInvalidParams, sentence::modelRefused },
    // the registry of models
    { "max retries exceeded", OllamaServiceUnavailable, sentence::downloadFailed },
    { "pull model manifest: 5", OllamaServiceUnavailable, sentence::downloadFailed },
    { "pull model manifest: 429", OllamaServiceUnavailable, sentence::downloadFailed },
    { "toomanyrequests", OllamaServiceUnavailable, sentence::downloadFailed },
    { "too many requests", OllamaServiceUnavailable, sentence::downloadFailed },
    { "bad gateway", OllamaServiceUnavailable, sentence::downloadFailed },
    { "service unavailable", OllamaServiceUnavailable, sentence::downloadFailed },
    { "no location header", OllamaServiceUnavailable, sentence::downloadFailed },
    { "realm host", OllamaServiceUnavailable, sentence::downloadFailed },
    Rule { "digest mismatch", InternalError, sentence::downloadDamaged }.retryHelps(),
    { "panic:", InternalError, sentence::toolBroken },
    { "something went wrong, please see the ollama server logs", UnknownError, sentence::noReason },
    // loading and running the model
    Rule { "unexpectedly stopped", OllamaInferenceFailed, sentence::modelCrashed }.retryHelps(),
    Rule { "encountered while running the model", OllamaInferenceFailed, sentence::modelCrashed }.retryHelps(),
    { "post predict", OllamaInferenceFailed, sentence::modelCrashed },
    { "/completion\": eof", OllamaInferenceFailed, sentence::modelCrashed },
    { "failed to start a llama runner", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "failed to start llama", OllamaInferenceFailed, sentence::modelNotLoaded },
    Rule { "^unexpected eof$", OllamaInferenceFailed, sentence::modelCrashed }
        .inTask(TaskType::OllamaPull, OllamaServiceUnavailable, sentence::downloadFailed),
    { "unable to load model", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "error loading model", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "failed to load model", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "unknown model architecture", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "unsupported model", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "invalid file magic", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "may be incompatible with your version", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "not in gguf format", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "error loading llama", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "wrong number of tensors", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "wrong shape", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "failed to create context", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "unsupported architecture", OllamaInferenceFailed, sentence::modelNotLoaded },
    { "driver version is insufficient", OllamaInferenceFailed, sentence::modelCrashed },
    { "unexpected server status", OllamaInferenceFailed, sentence::modelCrashed },
    { "cuda error", OllamaInferenceFailed, sentence::modelCrashed },
    { "rocm error", OllamaInferenceFailed, sentence::modelCrashed },
    { "ggml_", OllamaInferenceFailed, sentence::modelCrashed },
    { "process has terminated", OllamaInferenceFailed, sentence::modelCrashed },
    { "runner has terminated", OllamaInferenceFailed, sentence::modelCrashed },
    { "runner process no longer running", OllamaInferenceFailed, sentence::modelCrashed },
};
// clang-format on

} // namespace

std::span<const Rule> ollamaRules()
{
    return rules;
}

} // namespace slipway
