// What went wrong, in plain sentences. %1 is what it is about (an image, a host, a file ...), %2
// the image's registry or a second word. The window translates them under these same texts.
#pragma once

#include <QtGlobal>

namespace slipway::sentence {

// clang-format off
// images
inline constexpr auto noSuchImage = QT_TRANSLATE_NOOP("TaskError", "There is no image called %1 at %2.");
inline constexpr auto noSuchLocalImage = QT_TRANSLATE_NOOP("TaskError", "There is no image called %1 on this machine.");
inline constexpr auto imageHiddenOrMissing = QT_TRANSLATE_NOOP("TaskError", "There is no image called %1 at %2, or it is private and needs a login.");
inline constexpr auto noSuchImageHere = QT_TRANSLATE_NOOP("TaskError", "The registry has no image of this name and tag.");
inline constexpr auto imageNotOnMachine = QT_TRANSLATE_NOOP("TaskError", "There is no image of this name and tag on this machine.");
inline constexpr auto imageHidden = QT_TRANSLATE_NOOP("TaskError", "The registry has no image of this name, or it is private and needs a login.");
inline constexpr auto noSuchPlatform = QT_TRANSLATE_NOOP("TaskError", "The image exists, but not for this machine's platform.");
inline constexpr auto noSuchPlatformNamed = QT_TRANSLATE_NOOP("TaskError", "The image exists, but not for the platform %1.");
inline constexpr auto damagedImage = QT_TRANSLATE_NOOP("TaskError", "What arrived of the image is damaged or does not fit together.");
inline constexpr auto notAnImage = QT_TRANSLATE_NOOP("TaskError", "What lies under this name is of a kind that this Docker cannot run.");
inline constexpr auto layerNotUnpacked = QT_TRANSLATE_NOOP("TaskError", "A layer of the image could not be unpacked.");
// registries
inline constexpr auto notLoggedIn = QT_TRANSLATE_NOOP("TaskError", "The registry wants a login, and none is saved for it.");
inline constexpr auto notLoggedInAt = QT_TRANSLATE_NOOP("TaskError", "%1 wants a login, and none is saved for it.");
inline constexpr auto loginRefused = QT_TRANSLATE_NOOP("TaskError", "The registry did not accept the user name, password or token.");
inline constexpr auto loginRefusedAt = QT_TRANSLATE_NOOP("TaskError", "%1 did not accept the user name, password or token.");
inline constexpr auto loginExpired = QT_TRANSLATE_NOOP("TaskError", "The saved login has expired.");
inline constexpr auto notYourNamespace = QT_TRANSLATE_NOOP("TaskError", "The registry does not let this login use this name: log in as its owner, or choose a name of your own.");
inline constexpr auto loginNotSaved = QT_TRANSLATE_NOOP("TaskError", "Docker's program for saved logins does not work, so the login could not be read or saved.");
inline constexpr auto permissionMissing = QT_TRANSLATE_NOOP("TaskError", "The login works, but it lacks a permission for this.");
inline constexpr auto permissionNamed = QT_TRANSLATE_NOOP("TaskError", "The login works, but it lacks the permission %1.");
inline constexpr auto forbidden = QT_TRANSLATE_NOOP("TaskError", "The registry forbids this (403).");
inline constexpr auto tooManyRequests = QT_TRANSLATE_NOOP("TaskError", "The registry's limit of requests is reached for now.");
inline constexpr auto registryBroken = QT_TRANSLATE_NOOP("TaskError", "The registry has trouble of its own and answered with an error.");
inline constexpr auto registryFull = QT_TRANSLATE_NOOP("TaskError", "The registry has no room left: its disk or your quota there is full.");
inline constexpr auto registryReadOnly = QT_TRANSLATE_NOOP("TaskError", "The registry takes no uploads at the moment.");
inline constexpr auto uploadTooLarge = QT_TRANSLATE_NOOP("TaskError", "A layer is larger than the registry, or the proxy in front of it, accepts.");
inline constexpr auto notARegistry = QT_TRANSLATE_NOOP("TaskError", "What answers at this address is not a registry.");
inline constexpr auto registryLostData = QT_TRANSLATE_NOOP("TaskError", "The registry lists data of the image that it no longer has.");
inline constexpr auto blockedRegion = QT_TRANSLATE_NOOP("TaskError", "The registry does not serve your region.");
inline constexpr auto noRepositoryToPush = QT_TRANSLATE_NOOP("TaskError", "The registry has no repository of this name: create it there first.");
inline constexpr auto immutableTag = QT_TRANSLATE_NOOP("TaskError", "This tag already exists in the registry and may not be replaced.");
inline constexpr auto pushRefused = QT_TRANSLATE_NOOP("TaskError", "The registry did not accept the image's data.");
inline constexpr auto contentMissing = QT_TRANSLATE_NOOP("TaskError", "Data of the image is missing on this machine, so it cannot be pushed.");
// network
inline constexpr auto hostUnknown = QT_TRANSLATE_NOOP("TaskError", "No host called %1 can be found: its name is wrong, or the network is down.");
inline constexpr auto namesUnresolved = QT_TRANSLATE_NOOP("TaskError", "The names of hosts cannot be looked up: is the network up?");
inline constexpr auto nothingAnswers = QT_TRANSLATE_NOOP("TaskError", "Nothing answers at %1.");
inline constexpr auto nothingAnswersAtPort = QT_TRANSLATE_NOOP("TaskError", "Nothing answers at %1, port %2.");
inline constexpr auto connectionRefused = QT_TRANSLATE_NOOP("TaskError", "The connection was refused: nothing answers there.");
inline constexpr auto connectionBroke = QT_TRANSLATE_NOOP("TaskError", "The connection broke before all was there.");
inline constexpr auto noAnswerInTime = QT_TRANSLATE_NOOP("TaskError", "No answer came over the network in time.");
inline constexpr auto noAnswerFrom = QT_TRANSLATE_NOOP("TaskError", "%1 did not answer in time.");
inline constexpr auto unreachable = QT_TRANSLATE_NOOP("TaskError", "The network has no way to this host.");
inline constexpr auto proxyFailed = QT_TRANSLATE_NOOP("TaskError", "The proxy %1 could not be used.");
inline constexpr auto certificateNotTrusted = QT_TRANSLATE_NOOP("TaskError", "The host's certificate is not trusted here.");
inline constexpr auto certificateOfHost = QT_TRANSLATE_NOOP("TaskError", "The certificate of %1 is not trusted here.");
inline constexpr auto plainHttpAt = QT_TRANSLATE_NOOP("TaskError", "%1 speaks plain HTTP, but Docker expects HTTPS.");
inline constexpr auto plainHttp = QT_TRANSLATE_NOOP("TaskError", "The registry speaks plain HTTP, but Docker expects HTTPS.");
inline constexpr auto httpsExpected = QT_TRANSLATE_NOOP("TaskError", "The other side expects HTTPS, but was asked over plain HTTP.");
inline constexpr auto engineDown = QT_TRANSLATE_NOOP("TaskError", "Docker is not running, or not at %1.");
inline constexpr auto engineUnreachable = QT_TRANSLATE_NOOP("TaskError", "The connection to Docker failed.");
inline constexpr auto portTaken = QT_TRANSLATE_NOOP("TaskError", "The port %1 is already in use.");
inline constexpr auto portHeldByContainer = QT_TRANSLATE_NOOP("TaskError", "The port %1 is already in use by the container %2.");
inline constexpr auto portHeldByProgram = QT_TRANSLATE_NOOP("TaskError", "The port %1 is already in use by %2 (process %3).");
inline constexpr auto aPortTaken = QT_TRANSLATE_NOOP("TaskError", "A port is already in use.");
// disk, memory, limits, time
inline constexpr auto diskFull = QT_TRANSLATE_NOOP("TaskError", "The disk is full.");
inline constexpr auto diskFullAt = QT_TRANSLATE_NOOP("TaskError", "The disk is full: %1 could not be written.");
inline constexpr auto memoryFull = QT_TRANSLATE_NOOP("TaskError", "The memory did not suffice.");
inline constexpr auto killedForMemory = QT_TRANSLATE_NOOP("TaskError", "The program was killed, most likely because the memory ran out.");
inline constexpr auto containerMemory = QT_TRANSLATE_NOOP("TaskError", "The container reached its memory limit and was killed.");
inline constexpr auto graphicsMemory = QT_TRANSLATE_NOOP("TaskError", "The graphics card's memory did not suffice.");
inline constexpr auto modelMemory = QT_TRANSLATE_NOOP("TaskError", "The model needs %1 of memory, and only %2 is free.");
inline constexpr auto tooManyFiles = QT_TRANSLATE_NOOP("TaskError", "Too many files are open.");
inline constexpr auto tooManyProcesses = QT_TRANSLATE_NOOP("TaskError", "No more processes or threads may be started.");
inline constexpr auto limitReached = QT_TRANSLATE_NOOP("TaskError", "A limit of the system is reached.");
inline constexpr auto sharedMemoryFull = QT_TRANSLATE_NOOP("TaskError", "The shared memory (/dev/shm) is full; the disk is not.");
inline constexpr auto watchesUsedUp = QT_TRANSLATE_NOOP("TaskError", "No more files can be watched (inotify limit).");
inline constexpr auto addressesUsedUp = QT_TRANSLATE_NOOP("TaskError", "Docker has no network addresses left to give.");
inline constexpr auto tooFewProcessors = QT_TRANSLATE_NOOP("TaskError", "This machine does not have the processors that were asked for.");
inline constexpr auto noGraphicsCard = QT_TRANSLATE_NOOP("TaskError", "The graphics card that was asked for is not available.");
inline constexpr auto timeIsUp = QT_TRANSLATE_NOOP("TaskError", "A time limit ended the work.");
// local permissions
inline constexpr auto socketForbidden = QT_TRANSLATE_NOOP("TaskError", "You may not use Docker on this machine: its socket is closed to you.");
inline constexpr auto engineForbidden = QT_TRANSLATE_NOOP("TaskError", "You may not use the Docker engine at %1.");
inline constexpr auto engineForGroup = QT_TRANSLATE_NOOP("TaskError", "You may not use the Docker engine at %1: only root and the group %2 may.");
inline constexpr auto engineNotYet = QT_TRANSLATE_NOOP("TaskError", "You are in the group %2, which may use the Docker engine at %1, but not yet in this session.");
inline constexpr auto fileForbidden = QT_TRANSLATE_NOOP("TaskError", "%1 may not be used: permission denied.");
inline constexpr auto somethingForbidden = QT_TRANSLATE_NOOP("TaskError", "The permission for a file or an operation is missing.");
inline constexpr auto notExecutable = QT_TRANSLATE_NOOP("TaskError", "%1 is not marked as executable.");
inline constexpr auto userRangesMissing = QT_TRANSLATE_NOOP("TaskError", "Too few user ids are given to you for images (/etc/subuid, /etc/subgid).");
// builds
inline constexpr auto unknownInstruction = QT_TRANSLATE_NOOP("TaskError", "Line %1 of the Dockerfile: there is no instruction called %2.");
inline constexpr auto dockerfileLine = QT_TRANSLATE_NOOP("TaskError", "Line %1 of the Dockerfile is wrong: %2.");
inline constexpr auto dockerfileWrong = QT_TRANSLATE_NOOP("TaskError", "The Dockerfile cannot be read as one.");
inline constexpr auto dockerfileEmpty = QT_TRANSLATE_NOOP("TaskError", "The Dockerfile is empty.");
inline constexpr auto copySourceMissing = QT_TRANSLATE_NOOP("TaskError", "The file %1 that is to be copied is not in the build context.");
inline constexpr auto aCopySourceMissing = QT_TRANSLATE_NOOP("TaskError", "A file that is to be copied is not in the build context.");
inline constexpr auto stageMissing = QT_TRANSLATE_NOOP("TaskError", "The Dockerfile has no stage called %1.");
inline constexpr auto stepFailed = QT_TRANSLATE_NOOP("TaskError", "A command of the build ended with code %1.");
inline constexpr auto commandFailed = QT_TRANSLATE_NOOP("TaskError", "A command of the build failed.");
inline constexpr auto commandMissing = QT_TRANSLATE_NOOP("TaskError", "There is no command called %1.");
inline constexpr auto programFileMissing = QT_TRANSLATE_NOOP("TaskError", "There is no file called %1.");
inline constexpr auto wrongArchitecture = QT_TRANSLATE_NOOP("TaskError", "%1 was made for another kind of processor.");
inline constexpr auto debianPackage = QT_TRANSLATE_NOOP("TaskError", "Debian or Ubuntu has no package called %1 here.");
inline constexpr auto alpinePackage = QT_TRANSLATE_NOOP("TaskError", "Alpine has no package called %1.");
inline constexpr auto packageMissing = QT_TRANSLATE_NOOP("TaskError", "There is no package called %1.");
inline constexpr auto pythonPackage = QT_TRANSLATE_NOOP("TaskError", "Python's package index has nothing that fits %1.");
inline constexpr auto pythonModule = QT_TRANSLATE_NOOP("TaskError", "Python has no module called %1 here.");
inline constexpr auto nodeModule = QT_TRANSLATE_NOOP("TaskError", "Node has no module called %1 here.");
inline constexpr auto npmPackage = QT_TRANSLATE_NOOP("TaskError", "The npm registry has no package called %1.");
inline constexpr auto packagesClash = QT_TRANSLATE_NOOP("TaskError", "The packages that were asked for do not fit together.");
inline constexpr auto compileError = QT_TRANSLATE_NOOP("TaskError", "The source does not compile: %1.");
inline constexpr auto sourceWrong = QT_TRANSLATE_NOOP("TaskError", "The source does not compile.");
inline constexpr auto testsFailed = QT_TRANSLATE_NOOP("TaskError", "Tests failed.");
inline constexpr auto downloadAnswered = QT_TRANSLATE_NOOP("TaskError", "A download was answered with an error: the address may be wrong.");
inline constexpr auto crashed = QT_TRANSLATE_NOOP("TaskError", "A program crashed.");
// what was asked for
inline constexpr auto badReference = QT_TRANSLATE_NOOP("TaskError", "%1 is no valid image name.");
inline constexpr auto aBadReference = QT_TRANSLATE_NOOP("TaskError", "This is no valid image name.");
inline constexpr auto mustBeLowerCase = QT_TRANSLATE_NOOP("TaskError", "The name of an image must be in lower case.");
inline constexpr auto badValue = QT_TRANSLATE_NOOP("TaskError", "%1 cannot be read as a value here.");
inline constexpr auto badValueFor = QT_TRANSLATE_NOOP("TaskError", "%1 is no valid value for %2.");
inline constexpr auto aBadValue = QT_TRANSLATE_NOOP("TaskError", "A value cannot be read.");
inline constexpr auto badPlatform = QT_TRANSLATE_NOOP("TaskError", "%1 is no valid platform.");
inline constexpr auto argumentMissing = QT_TRANSLATE_NOOP("TaskError", "Something that the command needs was not given.");
inline constexpr auto baseBlank = QT_TRANSLATE_NOOP("TaskError", "The base image %1 is blank: a build argument was not given.");
inline constexpr auto secretMissing = QT_TRANSLATE_NOOP("TaskError", "A secret that the build needs was not given.");
inline constexpr auto loginMissing = QT_TRANSLATE_NOOP("TaskError", "A user name or password was not given.");
inline constexpr auto unknownOption = QT_TRANSLATE_NOOP("TaskError", "Docker knows no option %1.");
inline constexpr auto unknownCommand = QT_TRANSLATE_NOOP("TaskError", "Docker knows no command %1.");
inline constexpr auto conflictingOptions = QT_TRANSLATE_NOOP("TaskError", "Options were given that exclude each other.");
inline constexpr auto nameTaken = QT_TRANSLATE_NOOP("TaskError", "The container name %1 is already in use.");
inline constexpr auto pathMissing = QT_TRANSLATE_NOOP("TaskError", "The path %1 does not exist.");
inline constexpr auto dockerfileMissing = QT_TRANSLATE_NOOP("TaskError", "There is no Dockerfile %1.");
inline constexpr auto aDockerfileMissing = QT_TRANSLATE_NOOP("TaskError", "The Dockerfile is not where it was looked for.");
inline constexpr auto thingMissing = QT_TRANSLATE_NOOP("TaskError", "%1, which this needs, does not exist.");
inline constexpr auto notPossible = QT_TRANSLATE_NOOP("TaskError", "Docker cannot do what was asked for with these settings.");
inline constexpr auto contextWrong = QT_TRANSLATE_NOOP("TaskError", "The Docker context or host that is set cannot be used.");
inline constexpr auto limitTooSmall = QT_TRANSLATE_NOOP("TaskError", "A limit that was asked for is too small or too large.");
inline constexpr auto digestNotAllowed = QT_TRANSLATE_NOOP("TaskError", "A tag is needed here, not a digest.");
// Ollama
inline constexpr auto noSuchModel = QT_TRANSLATE_NOOP("TaskError", "There is no model called %1.");
inline constexpr auto noSuchModelHere = QT_TRANSLATE_NOOP("TaskError", "There is no model of this name and tag.");
inline constexpr auto ollamaDown = QT_TRANSLATE_NOOP("TaskError", "The Ollama server does not answer.");
inline constexpr auto ollamaBusy = QT_TRANSLATE_NOOP("TaskError", "The Ollama server is busy.");
inline constexpr auto ollamaTooOld = QT_TRANSLATE_NOOP("TaskError", "This model needs a newer version of Ollama.");
inline constexpr auto ollamaNotStarted = QT_TRANSLATE_NOOP("TaskError", "The Ollama server could not start.");
inline constexpr auto downloadFailed = QT_TRANSLATE_NOOP("TaskError", "The model could not be downloaded.");
inline constexpr auto modelNotLoaded = QT_TRANSLATE_NOOP("TaskError", "Ollama could not load the model.");
inline constexpr auto modelCrashed = QT_TRANSLATE_NOOP("TaskError", "The program that runs the model stopped unexpectedly.");
inline constexpr auto modelCannot = QT_TRANSLATE_NOOP("TaskError", "The model cannot do this: it does not support %1.");
inline constexpr auto promptTooLong = QT_TRANSLATE_NOOP("TaskError", "The prompt is longer than the model can take.");
inline constexpr auto badModelName = QT_TRANSLATE_NOOP("TaskError", "This is no valid model name.");
inline constexpr auto requestWrong = QT_TRANSLATE_NOOP("TaskError", "Ollama could not read the request.");
inline constexpr auto modelRefused = QT_TRANSLATE_NOOP("TaskError", "Ollama did not accept the request.");
inline constexpr auto signInNeeded = QT_TRANSLATE_NOOP("TaskError", "This model needs you to be signed in at ollama.com.");
inline constexpr auto downloadDamaged = QT_TRANSLATE_NOOP("TaskError", "The downloaded model is damaged and must be downloaded again.");
// defects, and what nobody knows
inline constexpr auto pullFailed = QT_TRANSLATE_NOOP("TaskError", "The image could not be pulled.");
inline constexpr auto pushFailed = QT_TRANSLATE_NOOP("TaskError", "The image could not be pushed.");
inline constexpr auto buildFailed = QT_TRANSLATE_NOOP("TaskError", "The image could not be built.");
inline constexpr auto loginFailed = QT_TRANSLATE_NOOP("TaskError", "The login failed.");
inline constexpr auto dockerMissing = QT_TRANSLATE_NOOP("TaskError", "The docker program is not installed, or cannot be found.");
inline constexpr auto dockerNotStarted = QT_TRANSLATE_NOOP("TaskError", "Docker's program \"%1\" could not be started: %2.");
inline constexpr auto storeDamaged = QT_TRANSLATE_NOOP("TaskError", "Docker's own data on this machine is damaged.");
inline constexpr auto toolBroken = QT_TRANSLATE_NOOP("TaskError", "Docker or one of its parts does not work as it should.");
inline constexpr auto containerEnded = QT_TRANSLATE_NOOP("TaskError", "The container's program ended with code %1.");
inline constexpr auto askedToStop = QT_TRANSLATE_NOOP("TaskError", "The program was asked to stop, by somebody or something outside.");
inline constexpr auto endedWithCode = QT_TRANSLATE_NOOP("TaskError", "It ended with code %1 and gave no reason.");
inline constexpr auto saidOnly = QT_TRANSLATE_NOOP("TaskError", "It failed with this message: %1");
inline constexpr auto noReason = QT_TRANSLATE_NOOP("TaskError", "It failed and gave no reason.");
// clang-format on

} // namespace slipway::sentence
