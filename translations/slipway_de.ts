<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Pull images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or a whole list, two at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Dockerfile; then push it or run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from Ollama, and ask it something</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreCheck</name>
    <message>
        <source>Docker answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image called %1 on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it: %2 in %3 layers, less what is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pulls are left at the registry for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the tag %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no tag %2 of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are free on the engine&apos;s disk; it may take %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are free on the engine&apos;s disk; it takes %2 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port %1 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port %1 is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A container called %1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds %1, less what .dockerignore leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 of the folder are sent to the engine: a .dockerignore could leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are sent to the engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already: only what changed is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not among the models of this server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskActions</name>
    <message>
        <source>Only a paused task can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended: there is nothing to pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes only a moment and cannot be paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stopping already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a task that failed or timed out can be retried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended: there is nothing to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being cancelled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is at work: cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it out of the line until it is resumed. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freezes the container. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops it until it is resumed. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throws away the %1 loaded so far: this engine keeps nothing of a stopped pull. “Hold queue” costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops it. This engine keeps nothing of a stopped pull, but nothing is loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throws away %1 of layers that are not complete. Finished ones are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops it. Finished layers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the build. Finished steps are kept, the current one begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the answer, which begins anew when it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops it. The engine has not said yet what it keeps of a stopped pull; “Hold queue” costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses what is selected. %1 would have to be moved again; “Hold queue” costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses what is selected. Some of it begins anew; “Hold queue” costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses what is selected. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts what is paused back in line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries again, from where it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends what is selected, for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes what is selected off the list, with its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskError</name>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull %1 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use port %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what Docker no longer uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what Docker no longer uses (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Dockerfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Docker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the unfinished model files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the build cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the models in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push under another name …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image called %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image called %1 on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image called %1 at %2, or it is private and needs a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image of this name and tag on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has no image of this name, or it is private and needs a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image exists, but not for this machine&apos;s platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image exists, but not for the platform %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived of the image is damaged or does not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies under this name is of a kind that this Docker cannot run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of the image could not be unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry wants a login, and none is saved for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants a login, and none is saved for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry did not accept the user name, password or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the user name, password or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved login has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry does not let this login use this name: log in as its owner, or choose a name of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker&apos;s program for saved logins does not work, so the login could not be read or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login works, but it lacks a permission for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login works, but it lacks the permission %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry forbids this (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry&apos;s limit of requests is reached for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has trouble of its own and answered with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has no room left: its disk or your quota there is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry takes no uploads at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is larger than the registry, or the proxy in front of it, accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at this address is not a registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry lists data of the image that it no longer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry does not serve your region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has no repository of this name: create it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tag already exists in the registry and may not be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry did not accept the image&apos;s data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of the image is missing on this machine, so it cannot be pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host called %1 can be found: its name is wrong, or the network is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of hosts cannot be looked up: is the network up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was refused: nothing answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before all was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came over the network in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no way to this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s certificate is not trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 speaks plain HTTP, but Docker expects HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry speaks plain HTTP, but Docker expects HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side expects HTTPS, but was asked over plain HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not running, or not at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Docker failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port %1 is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory did not suffice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was killed, most likely because the memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container reached its memory limit and was killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory did not suffice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs %1 of memory, and only %2 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more processes or threads may be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the system is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared memory (/dev/shm) is full; the disk is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more files can be watched (inotify limit).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker has no network addresses left to give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine does not have the processors that were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card that was asked for is not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time limit ended the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use Docker on this machine: its socket is closed to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be used: permission denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission for a file or an operation is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not marked as executable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few user ids are given to you for images (/etc/subuid, /etc/subgid).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the Dockerfile: there is no instruction called %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the Dockerfile is wrong: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile cannot be read as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 that is to be copied is not in the build context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is to be copied is not in the build context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile has no stage called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command of the build ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command of the build failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made for another kind of processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debian or Ubuntu has no package called %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpine has no package called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no package called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python&apos;s package index has nothing that fits %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python has no module called %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node has no module called %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The npm registry has no package called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packages that were asked for do not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not compile: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not compile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download was answered with an error: the address may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no valid image name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid image name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of an image must be in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read as a value here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no valid value for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no valid platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that the command needs was not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base image %1 is blank: a build argument was not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret that the build needs was not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user name or password was not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker knows no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker knows no command %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options were given that exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container name %1 is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Dockerfile %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile is not where it was looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which this needs, does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker cannot do what was asked for with these settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Docker context or host that is set cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit that was asked for is too small or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag is needed here, not a digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model of this name and tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Ollama server does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Ollama server is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model needs a newer version of Ollama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Ollama server could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama could not load the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that runs the model stopped unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot do this: it does not support %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is longer than the model can take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid model name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama could not read the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model needs you to be signed in at ollama.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The downloaded model is damaged and must be downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be pulled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be pushed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image could not be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The docker program is not installed, or cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker&apos;s own data on this machine is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker or one of its parts does not work as it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container&apos;s program ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was asked to stop, by somebody or something outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with code %1 and gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed with this message: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed and gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is a private image, log in to its registry and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the name and tag of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the registry which tags there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull or build %1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or choose one of the images on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to %1, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to %1 again with the right user name and password or token, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again with the right user name and password or token, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the registry again, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the image with a name of your own and push that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in as the owner of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program that credsStore in ~/.docker/config.json names, or remove that entry and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a user name and a password or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let your user into the group docker (sudo usermod -aG docker $USER), log out and in again, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the registry&apos;s owner for this permission, or make a token that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the registry&apos;s owner for the permission, or make a token that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it executable (chmod +x %1) where the image is built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the user who does this the right to use %1, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Docker, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another Docker host in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port than %1, or stop what uses it, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or stop what uses it, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the certificate of the one who signed it into /etc/docker/certs.d/%1/ca.crt, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock and the spelling of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust the network, add %1 to insecure-registries in /etc/docker/daemon.json and restart Docker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: another one may speak HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust the network, add the registry to insecure-registries in /etc/docker/daemon.json and restart Docker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that a server runs at %1, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy %1 in Docker&apos;s settings, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the registry: the limit is higher then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove old images from the registry, or raise the quota there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the largest layer smaller, or let the registry&apos;s proxy take larger uploads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the registry&apos;s address and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the repository in the registry, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push under another tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a platform that the image is made for, or another image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct line %1 of the Dockerfile, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1, the build context and .dockerignore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1, or install it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is a script, check its first line and that its line ends are those of Unix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 for this platform, or build for the platform it was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1, and run apt-get update in the same RUN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1 at pkgs.alpinelinux.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and version of %1, and that it supports the image&apos;s Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install %1 in the image (pip install).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to package.json and install it in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the build argument that %1 needs, or a default for it in the Dockerfile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or remove the container %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the Dockerfile is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of %1, or create it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the container&apos;s memory limit and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller variant of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload other models, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model, or unload other models, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit of open files (ulimit nofile), then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit of processes, or let it start fewer at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it more shared memory (--shm-size), then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise fs.inotify.max_user_watches on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove networks that nothing uses (docker network prune), then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for fewer processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the NVIDIA container toolkit, or run it without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Ollama (ollama.com/download), then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry: what is already here is not downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the prompt, or raise the context length (num_ctx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry: the damaged part is downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in (ollama signin), then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the end of the log: it is what the program printed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Docker, or tell Slipway where the docker program is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart Docker and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health: Docker&apos;s data could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it happens again, update Docker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the image name and tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull or build the image first if it should be on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the registry, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling: registries answer the same for a name that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may use what is named here: the registry&apos;s repository, or the engine&apos;s socket (group docker).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the host is spelled right, is running and can be reached from this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry has trouble of its own: retry in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the line named here, mend the Dockerfile or its files, then retry: finished steps are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the line named here, then retry: layers already in the registry are not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the line named here, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the time limit, or remove it, and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the end of the log: what was it waiting for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free the port, name or device that is in use, or choose another one, and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space: `docker system df` shows what Docker holds, `docker system prune` removes what nothing uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it more memory, or let less run at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value named here and submit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the value named here and submit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until some tasks are done, or cancel some that are waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the tasks to see which there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the model name and tag, or pull the model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the Ollama server (`ollama serve`), or set another host, and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry; if it fails again, try a smaller model or a shorter prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry. If it happens again, copy the report and tell the makers of Slipway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container of %1 was removed outside Slipway before its end could be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container of %1 was removed while it ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container of %1 was killed from outside: by hand, or because the Docker engine or the machine stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker&apos;s program &quot;%1&quot; could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is no Docker engine (HTTP status %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use the Docker engine at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Docker engine answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Docker engine went away while it worked on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password for %1 is needed again: Slipway never keeps one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Ollama server answers at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at %1 refuses requests under this name: Ollama only answers to names of its own machine unless OLLAMA_HOST says otherwise there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is no Ollama server (HTTP status %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Ollama ended before %1 was there: the next try goes on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to Ollama was lost before an answer of %1 came. It may have worked on it all the same, so it is not asked again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 broke off before it was complete: what came of it is in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task was not done within its time limit of %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moved for %1 seconds, so the attempt was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was stopped although nobody asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was to start after %1, which was removed. A retry goes on without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was to start after %1, which was cancelled. A retry goes on without that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>%1 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the unfinished model stay at Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the steps that were done stay in the build cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is held: nothing new starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts as soon as it may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container is frozen and goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you to resume it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has moved for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has moved for %1; after %2 it is ended and tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping so that it can go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping and clearing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time limit is over: stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moved for too long: stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking whether all it needs is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all done in about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not retried by itself: another try alone cannot succeed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last lines of its log:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypeText</name>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a Dockerfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get one from Ollama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model something</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1th</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A desktop queue for Docker and Ollama jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything below this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the queue of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A queue that Slipway exported, to be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::BuildForm</name>
    <message>
        <source>The last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build every step anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for newer base images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push the image afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dockerfile, as seen from the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build arguments, NAME=value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets, id=NAME,src=/file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Dockerfile asks for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not written as NAME=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image needs a name to be pushed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::ChainForm</name>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step waits until the one above it has completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::CommandBox</name>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::DetailPanel</name>
    <message>
        <source>Pages of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a task to see what it is doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::ErrorDialog</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::ErrorPage</name>
    <message>
        <source>The line that shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and add again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what, when, the command, the error and the end of the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::FillButton</name>
    <message>
        <source>Fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what you did lately, or from a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this as a template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name. A template of the same name is replaced:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A template needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::FirstStartPage</name>
    <message>
        <source>What shall Slipway do first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you add waits its turn here, and you always see what it is doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a Dockerfile, a folder or a list of images here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::FixRunner</name>
    <message>
        <source>No program opens %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image gets this name too, and is pushed under it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::LayerTable</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::LogFindBar</name>
    <message>
        <source>Tell capitals from small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the whole log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hits so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::LogPane</name>
    <message>
        <source>Wrap long lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end and stay there (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log as a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is selected (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too much for the clipboard. Save the log as a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Follow · %n new line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with the terminal&apos;s colours (*.log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the log …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::LoginForm</name>
    <message>
        <source>Docker Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example ghcr.io.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway hands it to Docker and stores it nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A login needs its password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::MainWindow</name>
    <message>
        <source>Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 active, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no name, command line, Dockerfile or folder that Slipway could queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be queued: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, Active, Waiting, Paused, Failed, Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new starts until you press this again. What runs goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and run again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several steps: one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, tag, error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing throws away %1 that would have to be moved again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the queue instead to let what runs come to its end: nothing new starts until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold queue instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::ModelAskForm</name>
    <message>
        <source>Why does this build fail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer in one paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, one file a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it loaded for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::ModelPullForm</name>
    <message>
        <source>From a registry without a certificate (http)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several? Paste a list: one task for each. A model that is there already is brought up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::Notifier</name>
    <message>
        <source>Open Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway goes on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its window is in the tray. To end it, choose Quit there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::OptionsRow</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::OverviewPage</name>
    <message>
        <source>Added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::PhaseBar</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::PullForm</name>
    <message>
        <source>All tags of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This engine’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several? Paste a list: one task for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::PushForm</name>
    <message>
        <source>All tags of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name begins with the registry. Without one it goes to Docker Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::QuitQuestion</name>
    <message>
        <source>Quit Slipway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task is at work: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tasks are at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can go on later goes on at the next start, and containers keep running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would have to be moved again then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause until the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all and quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::RunForm</name>
    <message>
        <source>The image’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker chooses one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it running in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the container at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports, host:container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders, host:container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables, NAME=value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is open at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not written as NAME=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not written as host:container.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::SideBar</name>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States, kinds and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::SubmitDialog</name>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter adds and keeps this open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::SubmitForm</name>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::TagForm</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its new name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image keeps its old name too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an image another name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::TaskTableModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 percent, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::TaskTableView</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do yet. Ctrl+N adds a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task is like this now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slipway::TypeList</name>
    <message>
        <source>Kind of task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one after another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
