// What programs say in build steps and containers. In a build these are the build's own faults; of
// a container's program only that it ended is known, whatever it says here.
#include "core/diagnosis/rule.h"
#include "core/diagnosis/sentences.h"

namespace slipway {
namespace {

using enum ErrorCode;
using enum About;

// One line a rule, so that the table can be read as one.
// clang-format off
constexpr Rule rules[] = {
    // answered with an error: not the network's fault
    { "curl: (22)", DockerBuildFailed, sentence::downloadAnswered },
    { "the requested url returned error", DockerBuildFailed, sentence::downloadAnswered },
    { "error 404: not found", DockerBuildFailed, sentence::downloadAnswered },
    { "error 403: forbidden", DockerBuildFailed, sentence::downloadAnswered },
    { "server returned error: http", DockerBuildFailed, sentence::downloadAnswered },
    { "http error 4", DockerBuildFailed, sentence::downloadAnswered },
    { "httperror: 4", DockerBuildFailed, sentence::downloadAnswered },
    { "npm error 404*'{}' is not in this registry", DockerBuildFailed, sentence::npmPackage },
    { "npm err! 404*'{}' is not in", DockerBuildFailed, sentence::npmPackage },
    { "code e404", DockerBuildFailed, sentence::downloadAnswered },
    { "~e404", DockerBuildFailed, sentence::downloadAnswered },
    { "could not read username for", DockerBuildFailed, sentence::downloadAnswered },
    { "repository '*' not found", DockerBuildFailed, sentence::downloadAnswered },
    { "unexpected status code 404", DockerBuildFailed, sentence::downloadAnswered },
    { "404 not found", DockerBuildFailed, sentence::downloadAnswered },
    // time
    { "timeout: sending signal", SystemTimeout, sentence::timeIsUp },
    // asked to stop
    Rule { "received sigterm", UnknownError, sentence::askedToStop }
        .consequence()
        .inTask(TaskType::DockerBuild, DockerBuildFailed, sentence::commandFailed),
    Rule { "received signal", UnknownError, sentence::askedToStop }
        .consequence()
        .inTask(TaskType::DockerBuild, DockerBuildFailed, sentence::commandFailed),
    Rule { "~sigterm", UnknownError, sentence::askedToStop }
        .consequence()
        .inTask(TaskType::DockerBuild, DockerBuildFailed, sentence::commandFailed),
    Rule { "shutting down", UnknownError, sentence::askedToStop }
        .consequence()
        .inTask(TaskType::DockerBuild, DockerBuildFailed, sentence::commandFailed),
    Rule { "graceful", UnknownError, sentence::askedToStop }
        .consequence()
        .inTask(TaskType::DockerBuild, DockerBuildFailed, sentence::commandFailed),
    // packages
    Rule { "unable to locate package {}", DockerBuildFailed, sentence::debianPackage }.consequence(),
    Rule { "package '{}' has no installation candidate", DockerBuildFailed, sentence::debianPackage }.consequence(),
    Rule { "couldn't find any package by", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "version '*' for '{}' was not found", DockerBuildFailed, sentence::debianPackage }.consequence(),
    Rule { "unable to fetch some archives", DockerBuildFailed, sentence::downloadAnswered }.consequence(),
    Rule { "failed to fetch ", DockerBuildFailed, sentence::downloadAnswered }.consequence(),
    Rule { "some index files failed to download", DockerBuildFailed, sentence::downloadAnswered }.consequence(),
    Rule { "  {} (no such package)", DockerBuildFailed, sentence::alpinePackage }.consequence(),
    Rule { "{} (no such package)", DockerBuildFailed, sentence::alpinePackage }.consequence(),
    Rule { "unable to select packages", DockerBuildFailed, sentence::packagesClash }.consequence(),
    Rule { "no matching distribution found for {}", DockerBuildFailed, sentence::pythonPackage }.consequence(),
    Rule { "could not find a version that satisfies the requirement {}", DockerBuildFailed, sentence::pythonPackage }.consequence(),
    Rule { "no match for argument: {}", DockerBuildFailed, sentence::packageMissing }.consequence(),
    Rule { "unable to find a match: {}", DockerBuildFailed, sentence::packageMissing }.consequence(),
    Rule { "no package {} available", DockerBuildFailed, sentence::packageMissing }.consequence(),
    { "target not found: {}", DockerBuildFailed, sentence::packageMissing },
    { "code eresolve", DockerBuildFailed, sentence::packagesClash },
    { "~could not resolve dependency", DockerBuildFailed, sentence::packagesClash },
    { "unmet dependencies", DockerBuildFailed, sentence::packagesClash },
    { "no module named '{}'", DockerBuildFailed, sentence::pythonModule },
    { "no module named {}", DockerBuildFailed, sentence::pythonModule },
    { "cannot find module '{}'", DockerBuildFailed, sentence::nodeModule },
    Rule { "module_not_found", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "code: 'eacces'", DockerPermissionDenied, sentence::somethingForbidden }.consequence(),
    Rule { "failed (failures=", DockerBuildFailed, sentence::testsFailed }.consequence(),
    { "no required module provides package {}", DockerBuildFailed, sentence::packageMissing },
    { "could not find artifact {} in", DockerBuildFailed, sentence::packageMissing },
    { "missing go.sum entry", DockerBuildFailed, sentence::commandFailed },
    // permissions
    { "permissionerror: *: '{}'", DockerPermissionDenied, sentence::fileForbidden },
    { "~eacces: permission denied, * '{}'", DockerPermissionDenied, sentence::fileForbidden },
    { "/bin/sh: {}: permission denied", DockerPermissionDenied, sentence::notExecutable },
    { "/bin/sh: *: {}: permission denied", DockerPermissionDenied, sentence::notExecutable },
    { "cannot create directory '{}': permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "cannot open '{}*permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "cannot touch '{}': permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "permission denied (publickey", DockerPermissionDenied, sentence::somethingForbidden },
    { "permission denied", DockerPermissionDenied, sentence::somethingForbidden },
    { "~eacces", DockerPermissionDenied, sentence::somethingForbidden },
    { "~eperm", DockerPermissionDenied, sentence::somethingForbidden },
    { "operation not permitted", DockerPermissionDenied, sentence::somethingForbidden },
    { "must be run as root", DockerPermissionDenied, sentence::somethingForbidden },
    { "are you root?", DockerPermissionDenied, sentence::somethingForbidden },
    { "keine berechtigung", DockerPermissionDenied, sentence::somethingForbidden },
    { "permission non accordée", DockerPermissionDenied, sentence::somethingForbidden },
    { "permiso denegado", DockerPermissionDenied, sentence::somethingForbidden },
    { "permesso negato", DockerPermissionDenied, sentence::somethingForbidden },
    { "accessdenied", DockerPermissionDenied, sentence::somethingForbidden },
    { "opération non permise", DockerPermissionDenied, sentence::somethingForbidden },
    { "vorgang nicht zulässig", DockerPermissionDenied, sentence::somethingForbidden },
    // commands and files
    { "the input device is not a tty", ValidationInvalidParams, sentence::notPossible },
    { "exec user process caused: no such file", ValidationInvalidParams, sentence::notPossible },
    Rule { "^exec {}: no such file or directory", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    { "missing script", DockerBuildFailed, sentence::commandFailed },
    Rule { "/bin/sh: 1: {}: exec format error", DockerBuildFailed, sentence::wrongArchitecture }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::wrongArchitecture),
    Rule { "{}: exec format error", DockerBuildFailed, sentence::wrongArchitecture }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::wrongArchitecture),
    Rule { "exec format error", DockerBuildFailed, sentence::crashed }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::notPossible),
    Rule { "/bin/sh: 1: {}: not found", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    Rule { "^sh: {}: not found", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    Rule { "/bin/sh: {}: not found", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    Rule { "line *: {}: command not found", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    Rule { "{}: command not found", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    Rule { "env: '{}': no such file", DockerBuildFailed, sentence::commandMissing }
        .inTask(TaskType::DockerRun, ValidationInvalidParams, sentence::commandMissing),
    { "illegal option", DockerBuildFailed, sentence::commandFailed },
    { "unbound variable", DockerBuildFailed, sentence::commandFailed },
    // sources
    { "fatal error: {}: no such file or directory", DockerBuildFailed, sentence::programFileMissing },
    { ": error: {>}", DockerBuildFailed, sentence::compileError, OutputOnly },
    { "undefined reference", DockerBuildFailed, sentence::sourceWrong },
    { "fatal error:", DockerBuildFailed, sentence::sourceWrong },
    { "~error[e", DockerBuildFailed, sentence::sourceWrong },
    { "~error ts", DockerBuildFailed, sentence::sourceWrong },
    { "undefined: ", DockerBuildFailed, sentence::sourceWrong },
    { "compilation failure", DockerBuildFailed, sentence::sourceWrong },
    { "could not compile", DockerBuildFailed, sentence::sourceWrong },
    { "syntaxerror", DockerBuildFailed, sentence::sourceWrong },
    { "syntax error", DockerBuildFailed, sentence::sourceWrong },
    { "cannot find symbol", DockerBuildFailed, sentence::sourceWrong },
    { "assertionerror", DockerBuildFailed, sentence::testsFailed },
    { " failed, * passed", DockerBuildFailed, sentence::testsFailed },
    { "== * failed in ", DockerBuildFailed, sentence::testsFailed },
    { "tests failed", DockerBuildFailed, sentence::testsFailed },
    { "test failed", DockerBuildFailed, sentence::testsFailed },
    { "--- fail:", DockerBuildFailed, sentence::testsFailed },
    { "failed (errors=", DockerBuildFailed, sentence::testsFailed },
    { "test suites:*failed", DockerBuildFailed, sentence::testsFailed },
    { "there are test failures", DockerBuildFailed, sentence::testsFailed },
    { "segmentation fault", DockerBuildFailed, sentence::crashed },
    { "core dumped", DockerBuildFailed, sentence::crashed },
    // follow from what went wrong before
    Rule { "unexpected end of file", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "not in gzip format", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "does not look like a tar archive", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "error is not recoverable", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "child returned status", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "no such file or directory", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "*** [", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "~elifecycle", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "returned non-zero exit status", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "failed with exit code", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "build failed", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "subprocess-exited-with-error", DockerBuildFailed, sentence::commandFailed }.consequence(),
    Rule { "legacy-install-failure", DockerBuildFailed, sentence::commandFailed }.consequence(),
    // it went on
    Rule { "successfully", UnknownError, sentence::noReason }.recovery().butNot("did not|not successfully|unsuccessfully"),
    Rule { "succeeded", UnknownError, sentence::noReason }.recovery().butNot("not succeeded|failed"),
    Rule { "' saved [", UnknownError, sentence::noReason }.recovery(),
    Rule { "attempt ok", UnknownError, sentence::noReason }.recovery(),
    Rule { "recovered", UnknownError, sentence::noReason }.recovery().butNot("not "),
    Rule { "using bundled", UnknownError, sentence::noReason }.recovery(),
    Rule { "using cached", UnknownError, sentence::noReason }.recovery(),
    // looks like an error
    Rule { "error", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "failed", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "failure", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "fatal", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "cannot ", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "not found", DockerBuildFailed, sentence::commandFailed }.guess(),
    Rule { "exception", DockerBuildFailed, sentence::commandFailed }.guess(),
};
// clang-format on

} // namespace

std::span<const Rule> programRules()
{
    return rules;
}

} // namespace slipway
