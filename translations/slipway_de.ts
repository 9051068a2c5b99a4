<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Pull images</source>
        <translation>Images holen</translation>
    </message>
    <message>
        <source>one or a whole list, two at a time</source>
        <translation>eines oder eine ganze Liste, zwei zugleich</translation>
    </message>
    <message>
        <source>Build a folder</source>
        <translation>Ordner bauen</translation>
    </message>
    <message>
        <source>a Dockerfile; then push it or run it</source>
        <translation>ein Dockerfile; danach hochladen oder starten</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>from Ollama, and ask it something</source>
        <translation>von Ollama, und es etwas fragen</translation>
    </message>
</context>
<context>
    <name>KeysList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Pulling fs layer</source>
        <translation>Wird angefordert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Verifying Checksum</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Download complete</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Pull complete</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Already exists</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Layer already exists</source>
        <translation>Schon dort</translation>
    </message>
</context>
<context>
    <name>LineMoves</name>
    <message>
        <source>It is the next to start of its kind already.</source>
        <translation>Sie ist schon die nächste ihrer Art.</translation>
    </message>
    <message>
        <source>They are the next to start of their kind already.</source>
        <translation>Sie sind schon die nächsten ihrer Art.</translation>
    </message>
    <message>
        <source>It is the last to start of its kind already.</source>
        <translation>Sie startet von ihrer Art ohnehin als letzte.</translation>
    </message>
    <message>
        <source>They are the last to start of their kind already.</source>
        <translation>Sie starten von ihrer Art ohnehin als letzte.</translation>
    </message>
</context>
<context>
    <name>PreCheck</name>
    <message>
        <source>Docker answers.</source>
        <translation>Docker antwortet.</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 ist auf diesem Rechner vorhanden.</translation>
    </message>
    <message>
        <source>There is no image called %1 on this machine.</source>
        <translation>Auf diesem Rechner gibt es kein Image namens %1.</translation>
    </message>
    <message>
        <source>%1 has it: %2 in %3 layers, less what is here already.</source>
        <translation>%1 hat es: %2 in %3 Layern, abzüglich dessen, was schon hier ist.</translation>
    </message>
    <message>
        <source>%1 has the tag %2.</source>
        <translation>%1 hat das Tag %2.</translation>
    </message>
    <message>
        <source>%1 has no tag %2 of it.</source>
        <translation>%1 hat davon kein Tag %2.</translation>
    </message>
    <message>
        <source>%1 are free on the engine&apos;s disk; it may take %2.</source>
        <translation>Auf der Festplatte der Engine sind %1 frei; es braucht vielleicht %2.</translation>
    </message>
    <message>
        <source>%1 are free on the engine&apos;s disk; it takes %2 at most.</source>
        <translation>Auf der Festplatte der Engine sind %1 frei; es braucht höchstens %2.</translation>
    </message>
    <message>
        <source>The port %1 is free.</source>
        <translation>Der Port %1 ist frei.</translation>
    </message>
    <message>
        <source>The name %1 is free.</source>
        <translation>Der Name %1 ist frei.</translation>
    </message>
    <message>
        <source>A container called %1 is there already.</source>
        <translation>Einen Container namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Ollama answers.</source>
        <translation>Ollama antwortet.</translation>
    </message>
    <message>
        <source>%1 is there already: only what changed is loaded.</source>
        <translation>%1 ist schon da: Nur was sich geändert hat, wird geladen.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 ist da.</translation>
    </message>
    <message>
        <source>%1 is not among the models of this server.</source>
        <translation>%1 gehört nicht zu den Modellen dieses Servers.</translation>
    </message>
    <message>
        <source>The Dockerfile is there.</source>
        <translation>Das Dockerfile ist da.</translation>
    </message>
    <message>
        <source>You may not read the Dockerfile %1.</source>
        <translation>Sie dürfen das Dockerfile %1 nicht lesen.</translation>
    </message>
    <message>
        <source>The build&apos;s context is more than %1 in more than %2 files: it was not counted to its end. What the build does not need can be left out in %3.</source>
        <translation>Der Build-Kontext ist größer als %1, in mehr als %2 Dateien: Er wurde nicht zu Ende gezählt. Was der Build nicht braucht, lässt sich in %3 ausnehmen.</translation>
    </message>
    <message>
        <source>The build&apos;s context is %1, %2 of it in %3. What the build does not need can be left out in %4.</source>
        <translation>Der Build-Kontext ist %1 groß, davon %2 in %3. Was der Build nicht braucht, lässt sich in %4 ausnehmen.</translation>
    </message>
    <message>
        <source>The build&apos;s context is %1; %2 says what is left out of it.</source>
        <translation>Der Build-Kontext ist %1 groß; was nicht dazugehört, sagt %2.</translation>
    </message>
    <message>
        <source>The build&apos;s context is %1.</source>
        <translation>Der Build-Kontext ist %1 groß.</translation>
    </message>
    <message>
        <source>Docker cannot read the line &quot;%1&quot; of %2.</source>
        <translation>Docker kann die Zeile „%1“ von %2 nicht lesen.</translation>
    </message>
    <message>
        <source>You may not read %1, which belongs to the build&apos;s context. Make it readable, or leave it out in %2.</source>
        <translation>Sie dürfen %1 nicht lesen, das zum Build-Kontext gehört. Machen Sie es lesbar, oder nehmen Sie es in %2 aus.</translation>
    </message>
    <message>
        <source>You may not read %1 files or folders of the build&apos;s context, %2 among them. Make them readable, or leave them out in %3.</source>
        <translation>Sie dürfen %1 Dateien oder Ordner des Build-Kontexts nicht lesen, darunter %2. Machen Sie sie lesbar, oder nehmen Sie sie in %3 aus.</translation>
    </message>
    <message>
        <source>%1 is in the server&apos;s memory already.</source>
        <translation>%1 ist schon im Speicher des Servers.</translation>
    </message>
    <message>
        <source>%1 takes at least %2 of memory; %3 are free.</source>
        <translation>%1 braucht mindestens %2 Arbeitsspeicher; %3 sind frei.</translation>
    </message>
    <message>
        <source>%1 takes at least %2 of memory; %3 are free when Ollama has unloaded other models.</source>
        <translation>%1 braucht mindestens %2 Arbeitsspeicher; %3 sind frei, wenn Ollama andere Modelle entladen hat.</translation>
    </message>
    <message>
        <source>%1 takes at least %2 of memory; %3 are free, besides what the graphics card has.</source>
        <translation>%1 braucht mindestens %2 Speicher; %3 sind frei, ohne den der Grafikkarte.</translation>
    </message>
    <message>
        <source>%1 takes at least %2 of memory; this machine has only %3.</source>
        <translation>%1 braucht mindestens %2 Arbeitsspeicher; dieser Rechner hat nur %3.</translation>
    </message>
    <message>
        <source>%1 takes at least %2 of memory; only %3 are free.</source>
        <translation>%1 braucht mindestens %2 Arbeitsspeicher; nur %3 sind frei.</translation>
    </message>
    <message>
        <source>%1 has no model %2.</source>
        <translation>%1 hat kein Modell %2.</translation>
    </message>
    <message>
        <source>%1 has no model %2. Did you mean %3?</source>
        <translation>%1 hat kein Modell %2. Meinten Sie %3?</translation>
    </message>
    <message>
        <source>%1 has %2: %3 to load.</source>
        <translation>%1 hat %2: Zu laden sind %3.</translation>
    </message>
    <message>
        <source>%1 are free where Ollama keeps its models; it takes %2.</source>
        <translation>%1 sind frei, wo Ollama seine Modelle ablegt; gebraucht werden %2.</translation>
    </message>
    <message>
        <source>%1 has it: %2, less what is here already.</source>
        <translation>%1 hat es: %2, abzüglich dessen, was schon hier ist.</translation>
    </message>
    <message>
        <source>%1 has it, but not for %2.</source>
        <translation>%1 hat es, aber nicht für %2.</translation>
    </message>
    <message>
        <source>No pulls are left at %1: it asks to be left alone for %2 min.</source>
        <translation>Bei %1 sind keine Pulls mehr frei: Die Registry bittet um %2 Min. Ruhe.</translation>
    </message>
    <message>
        <source>No pulls are left at %1: all %2 that it allows in %3 h are used. They come back one by one.</source>
        <translation>Bei %1 sind keine Pulls mehr frei: Alle %2, die in %3 Std. erlaubt sind, sind verbraucht. Sie kommen nach und nach wieder.</translation>
    </message>
    <message>
        <source>No pulls are left at %1.</source>
        <translation>Bei %1 sind keine Pulls mehr frei.</translation>
    </message>
    <message>
        <source>Pulls left at %1: %2.</source>
        <translation>Bei %1 noch frei: %2 Pulls.</translation>
    </message>
    <message>
        <source>Pulls left at %1: only %2, for everybody at your address. Whoever logs in has more.</source>
        <translation>Bei %1 noch frei: nur %2 Pulls, für alle an Ihrer Adresse. Wer sich anmeldet, hat mehr.</translation>
    </message>
    <message>
        <source>Pulls left at %1: only %2.</source>
        <translation>Bei %1 noch frei: nur %2 Pulls.</translation>
    </message>
    <message>
        <source>You are not logged in to %1.</source>
        <translation>Sie sind bei %1 nicht angemeldet.</translation>
    </message>
    <message>
        <source>%1 is a name of Docker&apos;s own: to push it, call it %2/%1, with your own name or your organisation&apos;s.</source>
        <translation>%1 ist ein Name von Docker selbst: Zum Hochladen nennen Sie es %2/%1, mit Ihrem eigenen Namen oder dem Ihrer Organisation.</translation>
    </message>
    <message>
        <source>You are logged in to %1.</source>
        <translation>Sie sind bei %1 angemeldet.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Sending the build context</source>
        <translation>Der Build-Kontext wird gesendet</translation>
    </message>
    <message>
        <source>Starting again</source>
        <translation>Beginnt von vorn</translation>
    </message>
    <message>
        <source>Extracting layer %1 of %2: %3 %</source>
        <translation>Layer %1 von %2 wird entpackt: %3 %</translation>
    </message>
    <message>
        <source>%1 of %2 layers</source>
        <translation>%1 von %2 Layern</translation>
    </message>
    <message>
        <source>waiting for the model to load and read the prompt</source>
        <translation>wartet, bis das Modell geladen ist und den Prompt gelesen hat</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>%1, the server repeats a part that failed</source>
        <translation>%1, der Server wiederholt einen fehlgeschlagenen Teil</translation>
    </message>
    <message>
        <source>The task it is to wait for is no longer there.</source>
        <translation>Die Aufgabe, auf die gewartet werden soll, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The task it is to wait for was cancelled and will never complete.</source>
        <translation>Die Aufgabe, auf die gewartet werden soll, wurde abgebrochen und wird nie fertig.</translation>
    </message>
    <message>
        <source>The tasks would wait for each other in a circle: %1</source>
        <translation>Die Aufgaben würden im Kreis aufeinander warten: %1</translation>
    </message>
    <message>
        <source>waits for Docker, which does not answer</source>
        <translation>wartet auf Docker, das nicht antwortet</translation>
    </message>
    <message>
        <source>waits for Ollama, which does not answer</source>
        <translation>wartet auf Ollama, das nicht antwortet</translation>
    </message>
    <message>
        <source>waits for the network, which is down</source>
        <translation>wartet auf das Netzwerk, das ausgefallen ist</translation>
    </message>
    <message>
        <source>waits for room: only %1 are free on the disk of %2, and %3 are to stay free</source>
        <translation>wartet auf Platz: Auf der Festplatte von %2 sind nur %1 frei, und %3 sollen frei bleiben</translation>
    </message>
    <message>
        <source>Slipway was closed before this was saved</source>
        <translation>Slipway wurde beendet, bevor dies gespeichert war</translation>
    </message>
    <message>
        <source>waits for its next try</source>
        <translation>wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>is still clearing away its last attempt</source>
        <translation>räumt noch den letzten Versuch auf</translation>
    </message>
    <message>
        <source>Cannot %1 pending task: it %2</source>
        <translation>Die Aufgabe lässt sich nicht %1, denn sie %2</translation>
    </message>
    <message>
        <source>this version cannot run %1 tasks</source>
        <translation>diese Version kann Aufgaben der Art %1 nicht ausführen</translation>
    </message>
    <message>
        <source>The queue is full: %1 tasks are waiting</source>
        <translation>Die Warteschlange ist voll: %1 Aufgaben warten</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>fortsetzen</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>ist angehalten</translation>
    </message>
    <message>
        <source>validating</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>lädt hoch</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>lädt herunter</translation>
    </message>
    <message>
        <source>building</source>
        <translation>baut</translation>
    </message>
    <message>
        <source>pulling</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>ist fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ist abgebrochen</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>ist abgelaufen</translation>
    </message>
    <message>
        <source>Slipway is closing</source>
        <translation>Slipway wird gerade beendet</translation>
    </message>
    <message>
        <source>The store is not open</source>
        <translation>Der Speicher der Warteschlange ist nicht geöffnet</translation>
    </message>
    <message>
        <source>There is no task %1</source>
        <translation>Eine Aufgabe %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Cannot %1 %2 task</source>
        <translation>Die Aufgabe lässt sich nicht %1, denn sie %2</translation>
    </message>
    <message>
        <source>Maximum retries reached</source>
        <translation>Die Höchstzahl der Wiederholungen ist erreicht</translation>
    </message>
    <message>
        <source>the type of a task stays</source>
        <translation>die Art einer Aufgabe bleibt</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>wartet bis %1</translation>
    </message>
    <message>
        <source>waits for %1, which failed</source>
        <translation>wartet auf %1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waits for %1, which failed, and %2 more</source>
        <translation>wartet auf %1, fehlgeschlagen, und %2 weitere</translation>
    </message>
    <message>
        <source>waits for %1, and %2 more</source>
        <translation>wartet auf %1 und %2 weitere</translation>
    </message>
    <message>
        <source>an image name is needed</source>
        <translation>ein Image-Name wird gebraucht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; contains a space</source>
        <translation>„%1“ enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no digest (like sha256:0123...)</source>
        <translation>„%1“ ist kein Digest (wie sha256:0123...)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag (letters, digits, _, . and -, at most 128)</source>
        <translation>„%1“ ist kein Tag (Buchstaben, Ziffern, _, . und -, höchstens 128)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no registry name</source>
        <translation>„%1“ ist kein Name einer Registry</translation>
    </message>
    <message>
        <source>an image name is written in lower case: &quot;%1&quot;</source>
        <translation>ein Image-Name wird kleingeschrieben: „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no image name</source>
        <translation>„%1“ ist kein Image-Name</translation>
    </message>
    <message>
        <source>an image name has at most 255 characters</source>
        <translation>ein Image-Name hat höchstens 255 Zeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port number</source>
        <translation>„%1“ ist keine Portnummer</translation>
    </message>
    <message>
        <source>port %1 is out of range (1 to 65535)</source>
        <translation>den Port %1 gibt es nicht (1 bis 65535)</translation>
    </message>
    <message>
        <source>the port range &quot;%1&quot; runs backwards</source>
        <translation>der Portbereich „%1“ läuft rückwärts</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no platform (like linux/amd64 or linux/arm64/v8)</source>
        <translation>„%1“ ist keine Plattform (wie linux/amd64 oder linux/arm64/v8)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to publish a port on</source>
        <translation>unter „%1“ lässt sich kein Port veröffentlichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an absolute path or the name of a volume</source>
        <translation>„%1“ muss ein absoluter Pfad oder der Name eines Volumes sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an absolute path in the container</source>
        <translation>„%1“ muss ein absoluter Pfad im Container sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no container path with options (like /data:ro)</source>
        <translation>„%1“ ist kein Pfad im Container mit Optionen (wie /data:ro)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no memory size (like 512m or 2g)</source>
        <translation>„%1“ ist keine Speichergröße (wie 512m oder 2g)</translation>
    </message>
    <message>
        <source>%1 is too little: the engine wants at least 6m</source>
        <translation>%1 ist zu wenig: Die Engine verlangt mindestens 6m</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of CPUs (like 1.5)</source>
        <translation>„%1“ ist keine Anzahl von CPUs (wie 1.5)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of no, always, unless-stopped, on-failure[:times]</source>
        <translation>„%1“ ist keines von no, always, unless-stopped, on-failure[:Anzahl]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no container name (letters, digits, _, . and -, at least 2)</source>
        <translation>„%1“ ist kein Containername (Buchstaben, Ziffern, _, . und -, mindestens 2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no variable name</source>
        <translation>„%1“ ist kein Variablenname</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no part of a secret (id, src, env)</source>
        <translation>„%1“ gehört nicht zu einem Secret (id, src, env)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an absolute path</source>
        <translation>„%1“ muss ein absoluter Pfad sein</translation>
    </message>
    <message>
        <source>a secret is written id=NAME,src=/path/to/file or id=NAME,env=VARIABLE</source>
        <translation>ein Secret schreibt man id=NAME,src=/pfad/zur/datei oder id=NAME,env=VARIABLE</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no model name (like llama3.2:3b)</source>
        <translation>„%1“ ist kein Modellname (wie llama3.2:3b)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a context name nor an address</source>
        <translation>„%1“ ist weder ein Kontextname noch eine Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address (unix:///..., tcp://host:port, ssh://host, http://host:port)</source>
        <translation>„%1“ ist keine Adresse (unix:///..., tcp://host:port, ssh://host, http://host:port)</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 wird gebraucht</translation>
    </message>
    <message>
        <source>all_tags needs an image name without a tag or digest</source>
        <translation>all_tags braucht einen Image-Namen ohne Tag oder Digest</translation>
    </message>
    <message>
        <source>This needs a name without a tag or digest.</source>
        <translation>Dafür darf der Name weder Tag noch Digest haben.</translation>
    </message>
    <message>
        <source>a push takes a tag, not a digest</source>
        <translation>hochgeladen wird ein Tag, kein Digest</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>den Ordner %1 gibt es nicht</translation>
    </message>
    <message>
        <source>there is no Dockerfile %1</source>
        <translation>ein Dockerfile %1 gibt es nicht</translation>
    </message>
    <message>
        <source>push needs an image_name to push to</source>
        <translation>push braucht einen image_name zum Hochladen</translation>
    </message>
    <message>
        <source>An image needs a name to be pushed.</source>
        <translation>Zum Hochladen braucht ein Image einen Namen.</translation>
    </message>
    <message>
        <source>an image cannot be given a digest as its name</source>
        <translation>als Name kann ein Image keinen Digest bekommen</translation>
    </message>
    <message>
        <source>restart needs detach</source>
        <translation>restart braucht detach</translation>
    </message>
    <message>
        <source>This needs a container that runs in the background.</source>
        <translation>Das geht nur mit einem Container, der im Hintergrund läuft.</translation>
    </message>
    <message>
        <source>max_tokens must be at least 1</source>
        <translation>max_tokens muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>This must be at least 1.</source>
        <translation>Das muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>temperature must be between 0 and 5</source>
        <translation>temperature muss zwischen 0 und 5 liegen</translation>
    </message>
    <message>
        <source>This must be between 0 and 5.</source>
        <translation>Das muss zwischen 0 und 5 liegen.</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>die Datei %1 gibt es nicht</translation>
    </message>
    <message>
        <source>max_retries cannot be negative</source>
        <translation>max_retries kann nicht negativ sein</translation>
    </message>
    <message>
        <source>This cannot be negative.</source>
        <translation>Das kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>timeout_seconds must be at least 1</source>
        <translation>timeout_seconds muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>stall_seconds cannot be negative</source>
        <translation>stall_seconds kann nicht negativ sein</translation>
    </message>
    <message>
        <source>“%1” is no command of docker or ollama</source>
        <translation>„%1“ ist kein Befehl von docker oder ollama</translation>
    </message>
    <message>
        <source>only a shell can do all of “%1”</source>
        <translation>„%1“ als Ganzes kann nur eine Shell ausführen</translation>
    </message>
    <message>
        <source>no service of this compose file has an image or a build</source>
        <translation>kein Dienst dieser Compose-Datei hat ein Image oder einen Build</translation>
    </message>
    <message>
        <source>this compose file has no services</source>
        <translation>diese Compose-Datei hat keine Dienste</translation>
    </message>
    <message>
        <source>line %1 of the compose file cannot be read: %2</source>
        <translation>Zeile %1 der Compose-Datei ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>a queued container has no terminal to type into</source>
        <translation>ein eingereihter Container hat kein Terminal für Eingaben</translation>
    </message>
    <message>
        <source>everybody on this machine can read the arguments of a program</source>
        <translation>jeder auf diesem Rechner kann die Argumente eines Programms lesen</translation>
    </message>
    <message>
        <source>image name</source>
        <translation>der Name des Images</translation>
    </message>
    <message>
        <source>context path</source>
        <translation>der Pfad des Kontexts</translation>
    </message>
    <message>
        <source>source image</source>
        <translation>das Quell-Image</translation>
    </message>
    <message>
        <source>target image</source>
        <translation>das Ziel-Image</translation>
    </message>
    <message>
        <source>image</source>
        <translation>das Image</translation>
    </message>
    <message>
        <source>docker %1: %2</source>
        <translation>docker %1: %2</translation>
    </message>
    <message>
        <source>the flag %1 is not known; none is</source>
        <translation>die Option %1 ist nicht bekannt; es gibt hier keine</translation>
    </message>
    <message>
        <source>the flag %1 is not known; known are %2</source>
        <translation>die Option %1 ist nicht bekannt; bekannt sind %2</translation>
    </message>
    <message>
        <source>the flag %1 needs a value</source>
        <translation>die Option %1 braucht einen Wert</translation>
    </message>
    <message>
        <source>the flag %1 is true or false</source>
        <translation>die Option %1 ist true oder false</translation>
    </message>
    <message>
        <source>the flag %1 can be given once</source>
        <translation>die Option %1 darf nur einmal vorkommen</translation>
    </message>
    <message>
        <source>the flag %1 cannot be taken: %2</source>
        <translation>die Option %1 ist hier nicht möglich: %2</translation>
    </message>
    <message>
        <source>the port &quot;%1&quot; must be written host:container</source>
        <translation>der Port „%1“ muss die Form Host:Container haben</translation>
    </message>
    <message>
        <source>the volume &quot;%1&quot; must be written source:target</source>
        <translation>das Volume „%1“ muss die Form Quelle:Ziel haben</translation>
    </message>
    <message>
        <source>the %1 is missing</source>
        <translation>es fehlt %1</translation>
    </message>
    <message>
        <source>there is one word too many: &quot;%1&quot;</source>
        <translation>ein Wort ist zu viel: „%1“</translation>
    </message>
    <message>
        <source>--rm does not go with -d: a detached container stays</source>
        <translation>--rm verträgt sich nicht mit -d: Ein Container im Hintergrund bleibt</translation>
    </message>
    <message>
        <source>the context must be a folder, not &quot;%1&quot;</source>
        <translation>der Kontext muss ein Ordner sein, nicht „%1“</translation>
    </message>
    <message>
        <source>docker: the flag %1 is not known; known are %2</source>
        <translation>docker: die Option %1 ist nicht bekannt; bekannt sind %2</translation>
    </message>
    <message>
        <source>docker: the command is missing; known are %1</source>
        <translation>docker: der Befehl fehlt; bekannt sind %1</translation>
    </message>
    <message>
        <source>docker %1 cannot be queued; known are %2</source>
        <translation>docker %1 lässt sich nicht einreihen; bekannt sind %2</translation>
    </message>
    <message>
        <source>ollama %1 cannot be queued; known are pull, run</source>
        <translation>ollama %1 lässt sich nicht einreihen; bekannt sind pull, run</translation>
    </message>
    <message>
        <source>ollama %1: the flag %2 is not known; known are --format, --insecure, --keepalive</source>
        <translation>ollama %1: die Option %2 ist nicht bekannt; bekannt sind --format, --insecure, --keepalive</translation>
    </message>
    <message>
        <source>ollama %1: the model is missing</source>
        <translation>ollama %1: das Modell fehlt</translation>
    </message>
    <message>
        <source>ollama pull: there is one word too many: &quot;%1&quot;</source>
        <translation>ollama pull: ein Wort ist zu viel: „%1“</translation>
    </message>
    <message>
        <source>there is no task type &quot;%1&quot;; known are: %2</source>
        <translation>es gibt keine Aufgabenart „%1“; bekannt sind: %2</translation>
    </message>
    <message>
        <source>This cannot be done here.</source>
        <translation>Das geht hier nicht.</translation>
    </message>
    <message>
        <source>The models of %1 are not on this machine, or cannot be seen from here.</source>
        <translation>Die Modelle von %1 liegen nicht auf diesem Rechner oder sind von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>%1 entfernt.</translation>
    </message>
    <message>
        <source>Neither a service nor a program called ollama could be started.</source>
        <translation>Weder ein Dienst noch ein Programm namens ollama ließ sich starten.</translation>
    </message>
    <message>
        <source>Ollama was started, but does not answer yet.</source>
        <translation>Ollama wurde gestartet, antwortet aber noch nicht.</translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation>Es ist kein Modell im Speicher.</translation>
    </message>
    <message>
        <source>Ollama did not unload every model.</source>
        <translation>Ollama hat nicht alle Modelle aus dem Speicher genommen.</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>liegt außerhalb dessen, was möglich ist</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>has a quote that is not closed</source>
        <translation>hat ein Anführungszeichen, das nicht geschlossen wird</translation>
    </message>
    <message>
        <source>starts with [ but is no JSON list</source>
        <translation>beginnt mit [, ist aber keine JSON-Liste</translation>
    </message>
    <message>
        <source>must be an object of texts, like {&quot;NAME&quot;:&quot;value&quot;}</source>
        <translation>muss ein Objekt aus Texten sein, wie {&quot;NAME&quot;:&quot;Wert&quot;}</translation>
    </message>
    <message>
        <source>must be a time like 2030-01-31T22:00:00+01:00</source>
        <translation>muss eine Zeit sein wie 2030-01-31T22:00:00+01:00</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>known are: %1</source>
        <translation>bekannt sind: %1</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>gemeint ist vielleicht %1?</translation>
    </message>
    <message>
        <source>%1 has no parameter &quot;%2&quot;; %3</source>
        <translation>%1 hat keine Angabe „%2“; %3</translation>
    </message>
    <message>
        <source>%1 is given twice, under two names</source>
        <translation>%1 ist zweimal angegeben, unter zwei Namen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB</source>
        <translation>%1 ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>%1 is no JSON: %2 in line %3</source>
        <translation>%1 ist kein JSON: %2 in Zeile %3</translation>
    </message>
    <message>
        <source>%1 is no exported queue: it must be an object with &quot;slipway&quot;: 1</source>
        <translation>%1 ist keine gesicherte Warteschlange: Es muss ein Objekt mit &quot;slipway&quot;: 1 sein</translation>
    </message>
    <message>
        <source>%1 has no tasks: a list &quot;tasks&quot; with at least one is needed</source>
        <translation>%1 enthält keine Aufgaben: Eine Liste &quot;tasks&quot; mit mindestens einer ist nötig</translation>
    </message>
    <message>
        <source>Task %1 of %2: %3</source>
        <translation>Aufgabe %1 in %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has something that is not known: %2</source>
        <translation>%1 enthält etwas Unbekanntes: %2</translation>
    </message>
</context>
<context>
    <name>SentenceText</name>
    <message>
        <source>This is needed.</source>
        <translation>Hier fehlt eine Angabe.</translation>
    </message>
</context>
<context>
    <name>TaskActions</name>
    <message>
        <source>Only a paused task can be resumed.</source>
        <translation>Nur eine angehaltene Aufgabe lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>Sie ist schon angehalten.</translation>
    </message>
    <message>
        <source>It has ended: there is nothing to pause.</source>
        <translation>Sie ist zu Ende: Es gibt nichts anzuhalten.</translation>
    </message>
    <message>
        <source>It takes only a moment and cannot be paused.</source>
        <translation>Sie dauert nur einen Augenblick und lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>It is stopping already.</source>
        <translation>Sie wird schon beendet.</translation>
    </message>
    <message>
        <source>Only a task that failed or timed out can be retried.</source>
        <translation>Nur was fehlgeschlagen oder abgelaufen ist, lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>It has ended: there is nothing to cancel.</source>
        <translation>Sie ist zu Ende: Es gibt nichts abzubrechen.</translation>
    </message>
    <message>
        <source>It is being cancelled already.</source>
        <translation>Sie wird schon abgebrochen.</translation>
    </message>
    <message>
        <source>It is at work: cancel it first.</source>
        <translation>Sie ist in Arbeit: erst abbrechen.</translation>
    </message>
    <message>
        <source>Takes it out of the line until it is resumed. Nothing is lost.</source>
        <translation>Nimmt sie aus der Reihe, bis sie fortgesetzt wird. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Freezes the container. Nothing is lost.</source>
        <translation>Friert den Container ein. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Stops it until it is resumed. Nothing is lost.</source>
        <translation>Hält sie an, bis sie fortgesetzt wird. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Throws away the %1 loaded so far: this engine keeps nothing of a stopped pull. “Hold queue” costs nothing.</source>
        <translation>Wirft die bisher geladenen %1 weg: Diese Engine behält nichts von einem angehaltenen Pull. „Warteschlange anhalten“ kostet nichts.</translation>
    </message>
    <message>
        <source>Stops it. This engine keeps nothing of a stopped pull, but nothing is loaded yet.</source>
        <translation>Hält sie an. Diese Engine behält nichts von einem angehaltenen Pull, aber geladen ist noch nichts.</translation>
    </message>
    <message>
        <source>Throws away %1 of layers that are not complete. Finished ones are kept.</source>
        <translation>Wirft %1 aus unvollständigen Layern weg. Fertige bleiben erhalten.</translation>
    </message>
    <message>
        <source>Stops it. Finished layers are kept.</source>
        <translation>Hält sie an. Fertige Layer bleiben erhalten.</translation>
    </message>
    <message>
        <source>Stops the build. Finished steps are kept, the current one begins anew.</source>
        <translation>Hält den Build an. Fertige Schritte bleiben erhalten, der laufende beginnt von vorn.</translation>
    </message>
    <message>
        <source>Stops the answer, which begins anew when it is resumed.</source>
        <translation>Hält die Antwort an; sie beginnt beim Fortsetzen von vorn.</translation>
    </message>
    <message>
        <source>Stops it. The engine has not said yet what it keeps of a stopped pull; “Hold queue” costs nothing.</source>
        <translation>Hält sie an. Die Engine hat noch nicht gesagt, was sie von einem angehaltenen Pull behält; „Warteschlange anhalten“ kostet nichts.</translation>
    </message>
    <message>
        <source>Pauses what is selected. %1 would have to be moved again; “Hold queue” costs nothing.</source>
        <translation>Hält die Auswahl an. %1 müssten noch einmal übertragen werden; „Warteschlange anhalten“ kostet nichts.</translation>
    </message>
    <message>
        <source>Pauses what is selected. Some of it begins anew; “Hold queue” costs nothing.</source>
        <translation>Hält die Auswahl an. Einiges davon beginnt von vorn; „Warteschlange anhalten“ kostet nichts.</translation>
    </message>
    <message>
        <source>Pauses what is selected. Nothing is lost.</source>
        <translation>Hält die Auswahl an. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Puts what is paused back in line.</source>
        <translation>Stellt Angehaltenes zurück in die Reihe.</translation>
    </message>
    <message>
        <source>Tries again, from where it can.</source>
        <translation>Versucht es noch einmal, nach Möglichkeit von dort, wo es stand.</translation>
    </message>
    <message>
        <source>Ends what is selected, for good.</source>
        <translation>Beendet die Auswahl endgültig.</translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation>Erst eine Aufgabe auswählen.</translation>
    </message>
    <message>
        <source>Only a task that waits can be started.</source>
        <translation>Nur eine wartende Aufgabe kann gestartet werden.</translation>
    </message>
    <message>
        <source>Only a task that waits in line has a place to move from.</source>
        <translation>Nur eine Aufgabe, die in der Reihe wartet, kann verschoben werden.</translation>
    </message>
    <message>
        <source>Takes what is selected off the list, with its log. Ctrl+Z brings it back.</source>
        <translation>Nimmt die Auswahl samt Protokoll von der Liste. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Starts at once, past the line and its limits.</source>
        <translation>Startet sofort, an der Reihe und ihren Grenzen vorbei.</translation>
    </message>
    <message>
        <source>Is the next to start of its kind.</source>
        <translation>Startet als Nächste ihrer Art.</translation>
    </message>
    <message>
        <source>Changes places with the one before it.</source>
        <translation>Tauscht den Platz mit der vor ihr.</translation>
    </message>
    <message>
        <source>Changes places with the one behind it.</source>
        <translation>Tauscht den Platz mit der hinter ihr.</translation>
    </message>
    <message>
        <source>Is the last to start of its kind.</source>
        <translation>Startet als Letzte ihrer Art.</translation>
    </message>
</context>
<context>
    <name>TaskError</name>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Log in to %1 …</source>
        <translation>Bei %1 anmelden …</translation>
    </message>
    <message>
        <source>Pull %1 first</source>
        <translation>Erst %1 holen</translation>
    </message>
    <message>
        <source>Use port %1 instead of %2</source>
        <translation>Port %1 statt %2 verwenden</translation>
    </message>
    <message>
        <source>Allow %1 seconds</source>
        <translation>%1 Sekunden zulassen</translation>
    </message>
    <message>
        <source>Remove the time limit</source>
        <translation>Zeitlimit aufheben</translation>
    </message>
    <message>
        <source>Remove what Docker no longer uses</source>
        <translation>Entfernen, was Docker nicht mehr braucht</translation>
    </message>
    <message>
        <source>Remove what Docker no longer uses (%1)</source>
        <translation>Entfernen, was Docker nicht mehr braucht (%1)</translation>
    </message>
    <message>
        <source>Open the Dockerfile</source>
        <translation>Dockerfile öffnen</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>Ollama starten</translation>
    </message>
    <message>
        <source>Start Docker</source>
        <translation>Docker starten</translation>
    </message>
    <message>
        <source>Remove the unfinished model files</source>
        <translation>Unfertige Modelldateien entfernen</translation>
    </message>
    <message>
        <source>Empty the build cache</source>
        <translation>Build-Cache leeren</translation>
    </message>
    <message>
        <source>Unload the models in memory</source>
        <translation>Modelle aus dem Speicher entladen</translation>
    </message>
    <message>
        <source>Push under another name …</source>
        <translation>Unter anderem Namen hochladen …</translation>
    </message>
    <message>
        <source>There is no image called %1 at %2.</source>
        <translation>Ein Image namens %1 gibt es bei %2 nicht.</translation>
    </message>
    <message>
        <source>There is no image called %1 on this machine.</source>
        <translation>Ein Image namens %1 gibt es auf diesem Rechner nicht.</translation>
    </message>
    <message>
        <source>There is no image called %1 at %2, or it is private and needs a login.</source>
        <translation>Ein Image namens %1 gibt es bei %2 nicht, oder es ist privat und verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag.</source>
        <translation>Die Registry hat kein Image mit diesem Namen und Tag.</translation>
    </message>
    <message>
        <source>There is no image of this name and tag on this machine.</source>
        <translation>Auf diesem Rechner gibt es kein Image mit diesem Namen und Tag.</translation>
    </message>
    <message>
        <source>The registry has no image of this name, or it is private and needs a login.</source>
        <translation>Die Registry hat kein Image dieses Namens, oder es ist privat und verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>The image exists, but not for this machine&apos;s platform.</source>
        <translation>Das Image gibt es, aber nicht für die Plattform dieses Rechners.</translation>
    </message>
    <message>
        <source>The image exists, but not for the platform %1.</source>
        <translation>Das Image gibt es, aber nicht für die Plattform %1.</translation>
    </message>
    <message>
        <source>What arrived of the image is damaged or does not fit together.</source>
        <translation>Was vom Image ankam, ist beschädigt oder passt nicht zusammen.</translation>
    </message>
    <message>
        <source>What lies under this name is of a kind that this Docker cannot run.</source>
        <translation>Was unter diesem Namen liegt, ist von einer Art, mit der dieses Docker nichts anfangen kann.</translation>
    </message>
    <message>
        <source>A layer of the image could not be unpacked.</source>
        <translation>Ein Layer des Images ließ sich nicht entpacken.</translation>
    </message>
    <message>
        <source>The registry wants a login, and none is saved for it.</source>
        <translation>Die Registry verlangt eine Anmeldung, und für sie ist keine gespeichert.</translation>
    </message>
    <message>
        <source>%1 wants a login, and none is saved for it.</source>
        <translation>%1 verlangt eine Anmeldung, und dafür ist keine gespeichert.</translation>
    </message>
    <message>
        <source>The registry did not accept the user name, password or token.</source>
        <translation>Die Registry hat Benutzername, Passwort oder Token nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 did not accept the user name, password or token.</source>
        <translation>%1 hat Benutzername, Passwort oder Token nicht angenommen.</translation>
    </message>
    <message>
        <source>The saved login has expired.</source>
        <translation>Die gespeicherte Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>The registry does not let this login use this name: log in as its owner, or choose a name of your own.</source>
        <translation>Mit dieser Anmeldung gibt die Registry den Namen nicht frei: als dessen Eigentümer anmelden oder einen eigenen Namen wählen.</translation>
    </message>
    <message>
        <source>Docker&apos;s program for saved logins does not work, so the login could not be read or saved.</source>
        <translation>Das Programm, in dem Docker Anmeldungen ablegt, arbeitet nicht; die Anmeldung ließ sich weder lesen noch speichern.</translation>
    </message>
    <message>
        <source>The login works, but it lacks a permission for this.</source>
        <translation>Die Anmeldung gilt, aber ihr fehlt hierfür eine Berechtigung.</translation>
    </message>
    <message>
        <source>The login works, but it lacks the permission %1.</source>
        <translation>Die Anmeldung gilt, aber ihr fehlt die Berechtigung %1.</translation>
    </message>
    <message>
        <source>The registry forbids this (403).</source>
        <translation>Die Registry verbietet das (403).</translation>
    </message>
    <message>
        <source>The registry&apos;s limit of requests is reached for now.</source>
        <translation>Die Registry nimmt vorerst keine weiteren Anfragen an: Ihre Obergrenze ist erreicht.</translation>
    </message>
    <message>
        <source>The registry has trouble of its own and answered with an error.</source>
        <translation>Die Registry hat selbst eine Störung und hat mit einem Fehler geantwortet.</translation>
    </message>
    <message>
        <source>The registry has no room left: its disk or your quota there is full.</source>
        <translation>Die Registry hat keinen Platz mehr: Ihre Festplatte oder das zugeteilte Kontingent ist voll.</translation>
    </message>
    <message>
        <source>The registry takes no uploads at the moment.</source>
        <translation>Die Registry nimmt zurzeit keine Uploads an.</translation>
    </message>
    <message>
        <source>A layer is larger than the registry, or the proxy in front of it, accepts.</source>
        <translation>Ein Layer ist größer, als die Registry oder der Proxy davor annimmt.</translation>
    </message>
    <message>
        <source>What answers at this address is not a registry.</source>
        <translation>Was unter dieser Adresse antwortet, ist keine Registry.</translation>
    </message>
    <message>
        <source>The registry lists data of the image that it no longer has.</source>
        <translation>Die Registry führt Daten des Images auf, die sie nicht mehr hat.</translation>
    </message>
    <message>
        <source>The registry does not serve your region.</source>
        <translation>Die Registry bedient diese Region nicht.</translation>
    </message>
    <message>
        <source>The registry has no repository of this name: create it there first.</source>
        <translation>Die Registry hat kein Repository dieses Namens: Es muss dort erst angelegt werden.</translation>
    </message>
    <message>
        <source>This tag already exists in the registry and may not be replaced.</source>
        <translation>Dieses Tag gibt es in der Registry schon, und es darf nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>The registry did not accept the image&apos;s data.</source>
        <translation>Die Registry hat die Daten des Images nicht angenommen.</translation>
    </message>
    <message>
        <source>Data of the image is missing on this machine, so it cannot be pushed.</source>
        <translation>Auf diesem Rechner fehlen Daten des Images, deshalb lässt es sich nicht hochladen.</translation>
    </message>
    <message>
        <source>No host called %1 can be found: its name is wrong, or the network is down.</source>
        <translation>Ein Host namens %1 ist nicht zu finden: Der Name ist falsch, oder das Netzwerk ist ausgefallen.</translation>
    </message>
    <message>
        <source>The names of hosts cannot be looked up: is the network up?</source>
        <translation>Hostnamen lassen sich nicht auflösen: Besteht eine Netzwerkverbindung?</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet nichts.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2.</source>
        <translation>Unter %1, Port %2, antwortet nichts.</translation>
    </message>
    <message>
        <source>The connection was refused: nothing answers there.</source>
        <translation>Die Verbindung wurde abgewiesen: Dort antwortet nichts.</translation>
    </message>
    <message>
        <source>The connection broke before all was there.</source>
        <translation>Die Verbindung brach ab, bevor alles da war.</translation>
    </message>
    <message>
        <source>No answer came over the network in time.</source>
        <translation>Über das Netzwerk kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The network has no way to this host.</source>
        <translation>Das Netzwerk hat keinen Weg zu diesem Host.</translation>
    </message>
    <message>
        <source>The proxy %1 could not be used.</source>
        <translation>Der Proxy %1 ließ sich nicht verwenden.</translation>
    </message>
    <message>
        <source>The host&apos;s certificate is not trusted here.</source>
        <translation>Dem Zertifikat des Hosts wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted here.</source>
        <translation>Dem Zertifikat von %1 wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>%1 speaks plain HTTP, but Docker expects HTTPS.</source>
        <translation>%1 spricht unverschlüsseltes HTTP, Docker erwartet aber HTTPS.</translation>
    </message>
    <message>
        <source>The registry speaks plain HTTP, but Docker expects HTTPS.</source>
        <translation>Die Registry spricht unverschlüsseltes HTTP, Docker erwartet aber HTTPS.</translation>
    </message>
    <message>
        <source>The other side expects HTTPS, but was asked over plain HTTP.</source>
        <translation>Die Gegenseite erwartet HTTPS, wurde aber über unverschlüsseltes HTTP angesprochen.</translation>
    </message>
    <message>
        <source>Docker is not running, or not at %1.</source>
        <translation>Docker läuft nicht, oder nicht unter %1.</translation>
    </message>
    <message>
        <source>The connection to Docker failed.</source>
        <translation>Die Verbindung zu Docker ist gescheitert.</translation>
    </message>
    <message>
        <source>The port %1 is already in use.</source>
        <translation>Der Port %1 ist schon belegt.</translation>
    </message>
    <message>
        <source>A port is already in use.</source>
        <translation>Ein Port ist schon belegt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written.</source>
        <translation>Die Festplatte ist voll: %1 ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The memory did not suffice.</source>
        <translation>Der Arbeitsspeicher hat nicht gereicht.</translation>
    </message>
    <message>
        <source>The program was killed, most likely because the memory ran out.</source>
        <translation>Das Programm wurde zwangsweise beendet, wahrscheinlich weil der Arbeitsspeicher ausging.</translation>
    </message>
    <message>
        <source>The container reached its memory limit and was killed.</source>
        <translation>Der Container hat seine Speichergrenze erreicht und wurde beendet.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory did not suffice.</source>
        <translation>Der Speicher der Grafikkarte hat nicht gereicht.</translation>
    </message>
    <message>
        <source>The model needs %1 of memory, and only %2 is free.</source>
        <translation>Das Modell braucht %1 Speicher, frei sind nur %2.</translation>
    </message>
    <message>
        <source>Too many files are open.</source>
        <translation>Es sind zu viele Dateien geöffnet.</translation>
    </message>
    <message>
        <source>No more processes or threads may be started.</source>
        <translation>Weitere Prozesse oder Threads dürfen nicht gestartet werden.</translation>
    </message>
    <message>
        <source>A limit of the system is reached.</source>
        <translation>Eine Grenze des Systems ist erreicht.</translation>
    </message>
    <message>
        <source>The shared memory (/dev/shm) is full; the disk is not.</source>
        <translation>Der gemeinsame Speicher (/dev/shm) ist voll; die Festplatte ist es nicht.</translation>
    </message>
    <message>
        <source>No more files can be watched (inotify limit).</source>
        <translation>Mehr Dateien lassen sich nicht überwachen (inotify-Grenze).</translation>
    </message>
    <message>
        <source>Docker has no network addresses left to give.</source>
        <translation>Docker hat keine Netzwerkadressen mehr zu vergeben.</translation>
    </message>
    <message>
        <source>This machine does not have the processors that were asked for.</source>
        <translation>Dieser Rechner hat nicht so viele Prozessoren, wie verlangt wurden.</translation>
    </message>
    <message>
        <source>The graphics card that was asked for is not available.</source>
        <translation>Die verlangte Grafikkarte ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>A time limit ended the work.</source>
        <translation>Ein Zeitlimit hat die Arbeit beendet.</translation>
    </message>
    <message>
        <source>You may not use Docker on this machine: its socket is closed to you.</source>
        <translation>Docker darf auf diesem Rechner nicht benutzt werden: Sein Socket ist für Sie gesperrt.</translation>
    </message>
    <message>
        <source>%1 may not be used: permission denied.</source>
        <translation>%1 darf nicht benutzt werden: keine Berechtigung.</translation>
    </message>
    <message>
        <source>The permission for a file or an operation is missing.</source>
        <translation>Für eine Datei oder einen Vorgang fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>%1 is not marked as executable.</source>
        <translation>%1 ist nicht als ausführbar markiert.</translation>
    </message>
    <message>
        <source>Too few user ids are given to you for images (/etc/subuid, /etc/subgid).</source>
        <translation>Für Images sind zu wenige Benutzerkennungen zugeteilt (/etc/subuid, /etc/subgid).</translation>
    </message>
    <message>
        <source>Line %1 of the Dockerfile: there is no instruction called %2.</source>
        <translation>Zeile %1 des Dockerfiles: Eine Anweisung namens %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>Line %1 of the Dockerfile is wrong: %2.</source>
        <translation>Zeile %1 des Dockerfiles ist falsch: %2.</translation>
    </message>
    <message>
        <source>The Dockerfile cannot be read as one.</source>
        <translation>Das Dockerfile lässt sich nicht als solches lesen.</translation>
    </message>
    <message>
        <source>The Dockerfile is empty.</source>
        <translation>Das Dockerfile ist leer.</translation>
    </message>
    <message>
        <source>The file %1 that is to be copied is not in the build context.</source>
        <translation>Die Datei %1, die kopiert werden soll, liegt nicht im Build-Kontext.</translation>
    </message>
    <message>
        <source>A file that is to be copied is not in the build context.</source>
        <translation>Eine Datei, die kopiert werden soll, liegt nicht im Build-Kontext.</translation>
    </message>
    <message>
        <source>The Dockerfile has no stage called %1.</source>
        <translation>Das Dockerfile hat keine Stage namens %1.</translation>
    </message>
    <message>
        <source>A command of the build ended with code %1.</source>
        <translation>Ein Befehl des Builds endete mit dem Code %1.</translation>
    </message>
    <message>
        <source>A command of the build failed.</source>
        <translation>Ein Befehl des Builds ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>There is no command called %1.</source>
        <translation>Einen Befehl namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no file called %1.</source>
        <translation>Eine Datei namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 was made for another kind of processor.</source>
        <translation>%1 wurde für eine andere Art von Prozessor gemacht.</translation>
    </message>
    <message>
        <source>Debian or Ubuntu has no package called %1 here.</source>
        <translation>Debian oder Ubuntu hat hier kein Paket namens %1.</translation>
    </message>
    <message>
        <source>Alpine has no package called %1.</source>
        <translation>Alpine hat kein Paket namens %1.</translation>
    </message>
    <message>
        <source>There is no package called %1.</source>
        <translation>Ein Paket namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Python&apos;s package index has nothing that fits %1.</source>
        <translation>Im Paketverzeichnis von Python gibt es nichts, was zu %1 passt.</translation>
    </message>
    <message>
        <source>Python has no module called %1 here.</source>
        <translation>Python hat hier kein Modul namens %1.</translation>
    </message>
    <message>
        <source>Node has no module called %1 here.</source>
        <translation>Node hat hier kein Modul namens %1.</translation>
    </message>
    <message>
        <source>The npm registry has no package called %1.</source>
        <translation>Die npm-Registry hat kein Paket namens %1.</translation>
    </message>
    <message>
        <source>The packages that were asked for do not fit together.</source>
        <translation>Die verlangten Pakete passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The source does not compile: %1.</source>
        <translation>Der Quelltext lässt sich nicht übersetzen: %1.</translation>
    </message>
    <message>
        <source>The source does not compile.</source>
        <translation>Der Quelltext lässt sich nicht übersetzen.</translation>
    </message>
    <message>
        <source>Tests failed.</source>
        <translation>Tests sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A download was answered with an error: the address may be wrong.</source>
        <translation>Ein Download wurde mit einem Fehler beantwortet: Die Adresse ist vielleicht falsch.</translation>
    </message>
    <message>
        <source>A program crashed.</source>
        <translation>Ein Programm ist abgestürzt.</translation>
    </message>
    <message>
        <source>%1 is no valid image name.</source>
        <translation>%1 ist kein gültiger Image-Name.</translation>
    </message>
    <message>
        <source>This is no valid image name.</source>
        <translation>Das ist kein gültiger Image-Name.</translation>
    </message>
    <message>
        <source>The name of an image must be in lower case.</source>
        <translation>Der Name eines Images muss kleingeschrieben sein.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a value here.</source>
        <translation>%1 lässt sich hier nicht als Wert lesen.</translation>
    </message>
    <message>
        <source>%1 is no valid value for %2.</source>
        <translation>%1 ist kein gültiger Wert für %2.</translation>
    </message>
    <message>
        <source>A value cannot be read.</source>
        <translation>Ein Wert lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 is no valid platform.</source>
        <translation>%1 ist keine gültige Plattform.</translation>
    </message>
    <message>
        <source>Something that the command needs was not given.</source>
        <translation>Etwas, das der Befehl braucht, wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>The base image %1 is blank: a build argument was not given.</source>
        <translation>Das Basis-Image %1 ist leer: Ein Build-Argument wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>A secret that the build needs was not given.</source>
        <translation>Ein Secret, das der Build braucht, wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>A user name or password was not given.</source>
        <translation>Benutzername oder Passwort wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>Docker knows no option %1.</source>
        <translation>Docker kennt keine Option %1.</translation>
    </message>
    <message>
        <source>Docker knows no command %1.</source>
        <translation>Docker kennt keinen Befehl %1.</translation>
    </message>
    <message>
        <source>Options were given that exclude each other.</source>
        <translation>Es wurden Optionen angegeben, die einander ausschließen.</translation>
    </message>
    <message>
        <source>The container name %1 is already in use.</source>
        <translation>Der Containername %1 ist schon vergeben.</translation>
    </message>
    <message>
        <source>The path %1 does not exist.</source>
        <translation>Den Pfad %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no Dockerfile %1.</source>
        <translation>Ein Dockerfile %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The Dockerfile is not where it was looked for.</source>
        <translation>Das Dockerfile liegt nicht dort, wo es gesucht wurde.</translation>
    </message>
    <message>
        <source>%1, which this needs, does not exist.</source>
        <translation>%1 wird hierfür gebraucht, ist aber nicht vorhanden.</translation>
    </message>
    <message>
        <source>Docker cannot do what was asked for with these settings.</source>
        <translation>Mit diesen Einstellungen kann Docker nicht tun, was verlangt wurde.</translation>
    </message>
    <message>
        <source>The Docker context or host that is set cannot be used.</source>
        <translation>Der eingestellte Docker-Kontext oder -Host lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>A limit that was asked for is too small or too large.</source>
        <translation>Eine verlangte Grenze ist zu klein oder zu groß.</translation>
    </message>
    <message>
        <source>A tag is needed here, not a digest.</source>
        <translation>Hier wird ein Tag gebraucht, kein Digest.</translation>
    </message>
    <message>
        <source>There is no model called %1.</source>
        <translation>Ein Modell namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no model of this name and tag.</source>
        <translation>Ein Modell mit diesem Namen und Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>The Ollama server does not answer.</source>
        <translation>Der Ollama-Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The Ollama server is busy.</source>
        <translation>Der Ollama-Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>This model needs a newer version of Ollama.</source>
        <translation>Dieses Modell braucht eine neuere Version von Ollama.</translation>
    </message>
    <message>
        <source>The Ollama server could not start.</source>
        <translation>Der Ollama-Server ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The model could not be downloaded.</source>
        <translation>Das Modell ließ sich nicht herunterladen.</translation>
    </message>
    <message>
        <source>Ollama could not load the model.</source>
        <translation>Ollama konnte das Modell nicht laden.</translation>
    </message>
    <message>
        <source>The program that runs the model stopped unexpectedly.</source>
        <translation>Das Programm, das das Modell ausführt, hat unerwartet aufgehört.</translation>
    </message>
    <message>
        <source>The model cannot do this: it does not support %1.</source>
        <translation>Das kann dieses Modell nicht: Es unterstützt %1 nicht.</translation>
    </message>
    <message>
        <source>The prompt is longer than the model can take.</source>
        <translation>Der Prompt ist länger, als das Modell aufnehmen kann.</translation>
    </message>
    <message>
        <source>This is no valid model name.</source>
        <translation>Das ist kein gültiger Modellname.</translation>
    </message>
    <message>
        <source>Ollama could not read the request.</source>
        <translation>Ollama konnte die Anfrage nicht lesen.</translation>
    </message>
    <message>
        <source>Ollama did not accept the request.</source>
        <translation>Ollama hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>This model needs you to be signed in at ollama.com.</source>
        <translation>Dieses Modell verlangt eine Anmeldung bei ollama.com.</translation>
    </message>
    <message>
        <source>The downloaded model is damaged and must be downloaded again.</source>
        <translation>Das heruntergeladene Modell ist beschädigt und muss neu heruntergeladen werden.</translation>
    </message>
    <message>
        <source>The image could not be pulled.</source>
        <translation>Das Image ließ sich nicht holen.</translation>
    </message>
    <message>
        <source>The image could not be pushed.</source>
        <translation>Das Image ließ sich nicht hochladen.</translation>
    </message>
    <message>
        <source>The image could not be built.</source>
        <translation>Das Image ließ sich nicht bauen.</translation>
    </message>
    <message>
        <source>The login failed.</source>
        <translation>Die Anmeldung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The docker program is not installed, or cannot be found.</source>
        <translation>Das Programm docker ist nicht installiert oder nicht zu finden.</translation>
    </message>
    <message>
        <source>Docker&apos;s own data on this machine is damaged.</source>
        <translation>Dockers eigene Daten auf diesem Rechner sind beschädigt.</translation>
    </message>
    <message>
        <source>Docker or one of its parts does not work as it should.</source>
        <translation>Docker oder einer seiner Teile arbeitet nicht, wie er soll.</translation>
    </message>
    <message>
        <source>The container&apos;s program ended with code %1.</source>
        <translation>Das Programm des Containers endete mit dem Code %1.</translation>
    </message>
    <message>
        <source>The program was asked to stop, by somebody or something outside.</source>
        <translation>Das Programm wurde von außen aufgefordert, sich zu beenden.</translation>
    </message>
    <message>
        <source>It ended with code %1 and gave no reason.</source>
        <translation>Es endete mit dem Code %1 und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>It failed with this message: %1</source>
        <translation>Es ist mit dieser Meldung fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>It failed and gave no reason.</source>
        <translation>Es ist fehlgeschlagen und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>Check the spelling of %1.</source>
        <translation>Die Schreibweise von %1 prüfen.</translation>
    </message>
    <message>
        <source>If it is a private image, log in to its registry and retry.</source>
        <translation>Ist es ein privates Image: bei seiner Registry anmelden und wiederholen.</translation>
    </message>
    <message>
        <source>Check the spelling of the name and tag of %1.</source>
        <translation>Die Schreibweise von Name und Tag bei %1 prüfen.</translation>
    </message>
    <message>
        <source>Look in the registry which tags there are.</source>
        <translation>In der Registry nachsehen, welche Tags es gibt.</translation>
    </message>
    <message>
        <source>Pull or build %1 first.</source>
        <translation>%1 erst holen oder bauen.</translation>
    </message>
    <message>
        <source>Or choose one of the images on this machine.</source>
        <translation>Oder eines der Images auf diesem Rechner wählen.</translation>
    </message>
    <message>
        <source>Log in to %1, then retry.</source>
        <translation>Bei %1 anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Log in to %1 again with the right user name and password or token, then retry.</source>
        <translation>Bei %1 noch einmal mit dem richtigen Benutzernamen und Passwort oder Token anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Log in again with the right user name and password or token, then retry.</source>
        <translation>Noch einmal mit dem richtigen Benutzernamen und Passwort oder Token anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Log in to the registry again, then retry.</source>
        <translation>Noch einmal bei der Registry anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Tag the image with a name of your own and push that.</source>
        <translation>Dem Image einen eigenen Namen geben und es unter diesem hochladen.</translation>
    </message>
    <message>
        <source>Log in as the owner of this name.</source>
        <translation>Als Eigentümer dieses Namens anmelden.</translation>
    </message>
    <message>
        <source>Install the program that credsStore in ~/.docker/config.json names, or remove that entry and log in again.</source>
        <translation>Das Programm installieren, das credsStore in ~/.docker/config.json nennt, oder diesen Eintrag entfernen und neu anmelden.</translation>
    </message>
    <message>
        <source>Give a user name and a password or token.</source>
        <translation>Einen Benutzernamen und ein Passwort oder Token angeben.</translation>
    </message>
    <message>
        <source>Let your user into the group docker (sudo usermod -aG docker $USER), log out and in again, then retry.</source>
        <translation>Den Benutzer in die Gruppe docker aufnehmen (sudo usermod -aG docker $USER), ab- und wieder anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Ask the registry&apos;s owner for this permission, or make a token that has it.</source>
        <translation>Den Eigentümer der Registry um diese Berechtigung bitten oder ein Token anlegen, das sie hat.</translation>
    </message>
    <message>
        <source>Ask the registry&apos;s owner for the permission, or make a token that has it.</source>
        <translation>Den Eigentümer der Registry um die Berechtigung bitten oder ein Token anlegen, das sie hat.</translation>
    </message>
    <message>
        <source>Make it executable (chmod +x %1) where the image is built.</source>
        <translation>Dort, wo das Image gebaut wird, ausführbar machen (chmod +x %1).</translation>
    </message>
    <message>
        <source>Give the user who does this the right to use %1, or choose another place.</source>
        <translation>Dem ausführenden Benutzer das Recht an %1 geben oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Start Docker, then retry.</source>
        <translation>Docker starten und dann wiederholen.</translation>
    </message>
    <message>
        <source>Choose another Docker host in the settings.</source>
        <translation>In den Einstellungen einen anderen Docker-Host wählen.</translation>
    </message>
    <message>
        <source>Choose another port than %1, or stop what uses it, then retry.</source>
        <translation>Einen anderen Port als %1 wählen oder beenden, was ihn belegt, und dann wiederholen.</translation>
    </message>
    <message>
        <source>Choose another port, or stop what uses it, then retry.</source>
        <translation>Einen anderen Port wählen oder beenden, was ihn belegt, und dann wiederholen.</translation>
    </message>
    <message>
        <source>Put the certificate of the one who signed it into /etc/docker/certs.d/%1/ca.crt, then retry.</source>
        <translation>Das Zertifikat des Ausstellers als /etc/docker/certs.d/%1/ca.crt ablegen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Check this machine&apos;s clock and the spelling of the host.</source>
        <translation>Die Uhr dieses Rechners und die Schreibweise des Hosts prüfen.</translation>
    </message>
    <message>
        <source>If you trust the network, add %1 to insecure-registries in /etc/docker/daemon.json and restart Docker.</source>
        <translation>Ist das Netzwerk vertrauenswürdig: %1 in /etc/docker/daemon.json unter insecure-registries eintragen und Docker neu starten.</translation>
    </message>
    <message>
        <source>Check the port: another one may speak HTTPS.</source>
        <translation>Den Port prüfen: Ein anderer spricht vielleicht HTTPS.</translation>
    </message>
    <message>
        <source>If you trust the network, add the registry to insecure-registries in /etc/docker/daemon.json and restart Docker.</source>
        <translation>Ist das Netzwerk vertrauenswürdig: die Registry in /etc/docker/daemon.json unter insecure-registries eintragen und Docker neu starten.</translation>
    </message>
    <message>
        <source>Retry when the network is back.</source>
        <translation>Wiederholen, wenn das Netzwerk wieder da ist.</translation>
    </message>
    <message>
        <source>Check that a server runs at %1, then retry.</source>
        <translation>Prüfen, ob unter %1 ein Server läuft, und dann wiederholen.</translation>
    </message>
    <message>
        <source>Check the proxy %1 in Docker&apos;s settings, then retry.</source>
        <translation>Den Proxy %1 in Dockers Einstellungen prüfen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Retry in a while.</source>
        <translation>Nach einer Weile wiederholen.</translation>
    </message>
    <message>
        <source>Log in to the registry: the limit is higher then.</source>
        <translation>Bei der Registry anmelden: Die Obergrenze ist dann höher.</translation>
    </message>
    <message>
        <source>Remove old images from the registry, or raise the quota there.</source>
        <translation>Alte Images aus der Registry entfernen oder dort das Kontingent erhöhen.</translation>
    </message>
    <message>
        <source>Make the largest layer smaller, or let the registry&apos;s proxy take larger uploads.</source>
        <translation>Den größten Layer verkleinern oder den Proxy der Registry größere Uploads annehmen lassen.</translation>
    </message>
    <message>
        <source>Check the registry&apos;s address and port.</source>
        <translation>Adresse und Port der Registry prüfen.</translation>
    </message>
    <message>
        <source>Create the repository in the registry, then retry.</source>
        <translation>Das Repository in der Registry anlegen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Push under another tag.</source>
        <translation>Unter einem anderen Tag hochladen.</translation>
    </message>
    <message>
        <source>Choose a platform that the image is made for, or another image.</source>
        <translation>Eine Plattform wählen, für die es das Image gibt, oder ein anderes Image.</translation>
    </message>
    <message>
        <source>Correct line %1 of the Dockerfile, then retry.</source>
        <translation>Zeile %1 des Dockerfiles berichtigen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Check the spelling of %1, the build context and .dockerignore.</source>
        <translation>Die Schreibweise von %1, den Build-Kontext und .dockerignore prüfen.</translation>
    </message>
    <message>
        <source>Check the spelling of %1, or install it first.</source>
        <translation>Die Schreibweise von %1 prüfen oder es erst installieren.</translation>
    </message>
    <message>
        <source>If it is a script, check its first line and that its line ends are those of Unix.</source>
        <translation>Ist es ein Skript: die erste Zeile prüfen und ob die Zeilenenden die von Unix sind.</translation>
    </message>
    <message>
        <source>Take %1 for this platform, or build for the platform it was made for.</source>
        <translation>%1 für diese Plattform nehmen oder für die Plattform bauen, für die es gemacht ist.</translation>
    </message>
    <message>
        <source>Check the spelling of %1, and run apt-get update in the same RUN.</source>
        <translation>Die Schreibweise von %1 prüfen und apt-get update im selben RUN ausführen.</translation>
    </message>
    <message>
        <source>Check the spelling of %1 at pkgs.alpinelinux.org.</source>
        <translation>Die Schreibweise von %1 bei pkgs.alpinelinux.org prüfen.</translation>
    </message>
    <message>
        <source>Check the spelling and version of %1, and that it supports the image&apos;s Python.</source>
        <translation>Schreibweise und Version von %1 prüfen und ob es das Python des Images unterstützt.</translation>
    </message>
    <message>
        <source>Install %1 in the image (pip install).</source>
        <translation>%1 im Image installieren (pip install).</translation>
    </message>
    <message>
        <source>Add %1 to package.json and install it in the image.</source>
        <translation>%1 in package.json eintragen und im Image installieren.</translation>
    </message>
    <message>
        <source>Give the build argument that %1 needs, or a default for it in the Dockerfile.</source>
        <translation>Das Build-Argument angeben, das %1 braucht, oder im Dockerfile eine Vorgabe dafür.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the container %1.</source>
        <translation>Einen anderen Namen wählen oder den Container %1 entfernen.</translation>
    </message>
    <message>
        <source>Choose where the Dockerfile is.</source>
        <translation>Auswählen, wo das Dockerfile liegt.</translation>
    </message>
    <message>
        <source>Check the spelling of %1, or create it.</source>
        <translation>Die Schreibweise von %1 prüfen oder es anlegen.</translation>
    </message>
    <message>
        <source>Raise the container&apos;s memory limit and run it again.</source>
        <translation>Die Speichergrenze des Containers erhöhen und ihn erneut starten.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller variant of it.</source>
        <translation>Ein kleineres Modell oder eine kleinere Variante davon wählen.</translation>
    </message>
    <message>
        <source>Unload other models, then retry.</source>
        <translation>Andere Modelle entladen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or unload other models, then retry.</source>
        <translation>Ein kleineres Modell wählen oder andere entladen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Raise the limit of open files (ulimit nofile), then retry.</source>
        <translation>Die Grenze für geöffnete Dateien erhöhen (ulimit nofile) und dann wiederholen.</translation>
    </message>
    <message>
        <source>Raise the limit of processes, or let it start fewer at a time.</source>
        <translation>Die Grenze für Prozesse erhöhen oder weniger davon zugleich starten lassen.</translation>
    </message>
    <message>
        <source>Give it more shared memory (--shm-size), then retry.</source>
        <translation>Mehr gemeinsamen Speicher geben (--shm-size) und dann wiederholen.</translation>
    </message>
    <message>
        <source>Raise fs.inotify.max_user_watches on this machine.</source>
        <translation>Auf diesem Rechner fs.inotify.max_user_watches erhöhen.</translation>
    </message>
    <message>
        <source>Remove networks that nothing uses (docker network prune), then retry.</source>
        <translation>Netzwerke entfernen, die nichts benutzt (docker network prune), und dann wiederholen.</translation>
    </message>
    <message>
        <source>Ask for fewer processors.</source>
        <translation>Weniger Prozessoren verlangen.</translation>
    </message>
    <message>
        <source>Install the NVIDIA container toolkit, or run it without a graphics card.</source>
        <translation>Das NVIDIA Container Toolkit installieren oder ohne Grafikkarte starten.</translation>
    </message>
    <message>
        <source>Update Ollama (ollama.com/download), then retry.</source>
        <translation>Ollama aktualisieren (ollama.com/download) und dann wiederholen.</translation>
    </message>
    <message>
        <source>Retry: what is already here is not downloaded again.</source>
        <translation>Wiederholen: Was schon hier ist, wird nicht noch einmal heruntergeladen.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or raise the context length (num_ctx).</source>
        <translation>Den Prompt kürzen oder die Kontextlänge erhöhen (num_ctx).</translation>
    </message>
    <message>
        <source>Choose a model that can do this.</source>
        <translation>Ein Modell wählen, das dies kann.</translation>
    </message>
    <message>
        <source>Retry: the damaged part is downloaded again.</source>
        <translation>Wiederholen: Der beschädigte Teil wird neu heruntergeladen.</translation>
    </message>
    <message>
        <source>Sign in (ollama signin), then retry.</source>
        <translation>Anmelden (ollama signin) und dann wiederholen.</translation>
    </message>
    <message>
        <source>Read the end of the log: it is what the program printed last.</source>
        <translation>Das Ende des Protokolls lesen: Es ist das Letzte, was das Programm ausgegeben hat.</translation>
    </message>
    <message>
        <source>Install Docker, or tell Slipway where the docker program is.</source>
        <translation>Docker installieren oder Slipway angeben, wo das Programm docker liegt.</translation>
    </message>
    <message>
        <source>Restart Docker and retry.</source>
        <translation>Docker neu starten und wiederholen.</translation>
    </message>
    <message>
        <source>Look at the disk&apos;s health: Docker&apos;s data could not be read.</source>
        <translation>Den Zustand der Festplatte prüfen: Dockers Daten ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>If it happens again, update Docker.</source>
        <translation>Kommt es wieder vor: Docker aktualisieren.</translation>
    </message>
    <message>
        <source>Check the spelling of the image name and tag.</source>
        <translation>Die Schreibweise von Image-Name und Tag prüfen.</translation>
    </message>
    <message>
        <source>Pull or build the image first if it should be on this machine.</source>
        <translation>Das Image erst holen oder bauen, falls es auf diesem Rechner liegen soll.</translation>
    </message>
    <message>
        <source>Log in to the registry, then retry.</source>
        <translation>Bei der Registry anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Check the spelling: registries answer the same for a name that does not exist.</source>
        <translation>Die Schreibweise prüfen: Registrys antworten bei einem Namen, den es nicht gibt, genauso.</translation>
    </message>
    <message>
        <source>Check that you may use what is named here: the registry&apos;s repository, or the engine&apos;s socket (group docker).</source>
        <translation>Prüfen, ob das hier Genannte benutzt werden darf: das Repository der Registry oder der Socket der Engine (Gruppe docker).</translation>
    </message>
    <message>
        <source>Check that the host is spelled right, is running and can be reached from this machine.</source>
        <translation>Prüfen, ob der Host richtig geschrieben ist, läuft und von diesem Rechner aus zu erreichen ist.</translation>
    </message>
    <message>
        <source>The registry has trouble of its own: retry in a while.</source>
        <translation>Die Registry hat selbst eine Störung: nach einer Weile wiederholen.</translation>
    </message>
    <message>
        <source>Read the line named here, mend the Dockerfile or its files, then retry: finished steps are kept.</source>
        <translation>Die hier genannte Zeile lesen, das Dockerfile oder seine Dateien berichtigen und dann wiederholen: Fertige Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Read the line named here, then retry: layers already in the registry are not sent again.</source>
        <translation>Die hier genannte Zeile lesen und dann wiederholen: Layer, die schon in der Registry sind, werden nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Read the line named here, then retry.</source>
        <translation>Die hier genannte Zeile lesen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Raise the time limit, or remove it, and retry.</source>
        <translation>Das Zeitlimit erhöhen oder aufheben und wiederholen.</translation>
    </message>
    <message>
        <source>Look at the end of the log: what was it waiting for?</source>
        <translation>Am Ende des Protokolls nachsehen: Worauf hat es gewartet?</translation>
    </message>
    <message>
        <source>Free the port, name or device that is in use, or choose another one, and retry.</source>
        <translation>Den belegten Port, Namen oder das Gerät freigeben oder etwas anderes wählen und wiederholen.</translation>
    </message>
    <message>
        <source>Free some space: `docker system df` shows what Docker holds, `docker system prune` removes what nothing uses.</source>
        <translation>Platz schaffen: `docker system df` zeigt, was Docker belegt, `docker system prune` entfernt, was nichts benutzt.</translation>
    </message>
    <message>
        <source>Give it more memory, or let less run at the same time.</source>
        <translation>Mehr Speicher geben oder weniger zugleich laufen lassen.</translation>
    </message>
    <message>
        <source>Correct the value named here and submit again.</source>
        <translation>Den hier genannten Wert berichtigen und noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Give the value named here and submit again.</source>
        <translation>Den hier genannten Wert angeben und noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Wait until some tasks are done, or cancel some that are waiting.</source>
        <translation>Warten, bis einige Aufgaben fertig sind, oder wartende abbrechen.</translation>
    </message>
    <message>
        <source>List the tasks to see which there are.</source>
        <translation>In der Liste nachsehen, welche Aufgaben es gibt.</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it first.</source>
        <translation>Das Ende abwarten oder erst abbrechen.</translation>
    </message>
    <message>
        <source>Check the spelling of the model name and tag, or pull the model first.</source>
        <translation>Die Schreibweise von Modellname und Tag prüfen oder das Modell erst holen.</translation>
    </message>
    <message>
        <source>Start the Ollama server (`ollama serve`), or set another host, and retry.</source>
        <translation>Den Ollama-Server starten (`ollama serve`) oder einen anderen Host einstellen und wiederholen.</translation>
    </message>
    <message>
        <source>Retry; if it fails again, try a smaller model or a shorter prompt.</source>
        <translation>Wiederholen; scheitert es noch einmal, ein kleineres Modell oder einen kürzeren Prompt versuchen.</translation>
    </message>
    <message>
        <source>The end of the log says more.</source>
        <translation>Das Ende des Protokolls sagt mehr.</translation>
    </message>
    <message>
        <source>Retry. If it happens again, copy the report and tell the makers of Slipway.</source>
        <translation>Wiederholen. Kommt es noch einmal vor: den Bericht kopieren und den Machern von Slipway schicken.</translation>
    </message>
    <message>
        <source>The container of %1 was removed outside Slipway before its end could be seen.</source>
        <translation>Der Container von %1 wurde außerhalb von Slipway entfernt, bevor sein Ende zu sehen war.</translation>
    </message>
    <message>
        <source>The container of %1 was removed while it ran.</source>
        <translation>Der Container von %1 wurde entfernt, während er lief.</translation>
    </message>
    <message>
        <source>The container of %1 was killed from outside: by hand, or because the Docker engine or the machine stopped.</source>
        <translation>Der Container von %1 wurde von außen beendet: von Hand, oder weil die Docker-Engine oder der Rechner anhielt.</translation>
    </message>
    <message>
        <source>Docker&apos;s program &quot;%1&quot; could not be started: %2.</source>
        <translation>Dockers Programm „%1“ ließ sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>What answers at %1 is no Docker engine (HTTP status %2).</source>
        <translation>Was unter %1 antwortet, ist keine Docker-Engine (HTTP-Status %2).</translation>
    </message>
    <message>
        <source>You may not use the Docker engine at %1.</source>
        <translation>Die Docker-Engine unter %1 darf nicht benutzt werden.</translation>
    </message>
    <message>
        <source>No Docker engine answers at %1.</source>
        <translation>Unter %1 antwortet keine Docker-Engine.</translation>
    </message>
    <message>
        <source>The Docker engine went away while it worked on this.</source>
        <translation>Die Docker-Engine ist ausgefallen, während sie daran arbeitete.</translation>
    </message>
    <message>
        <source>The password for %1 is needed again: Slipway never keeps one.</source>
        <translation>Das Passwort für %1 wird noch einmal gebraucht: Slipway bewahrt nie eines auf.</translation>
    </message>
    <message>
        <source>No Ollama server answers at %1.</source>
        <translation>Unter %1 antwortet kein Ollama-Server.</translation>
    </message>
    <message>
        <source>The server at %1 refuses requests under this name: Ollama only answers to names of its own machine unless OLLAMA_HOST says otherwise there.</source>
        <translation>Der Server unter %1 weist Anfragen unter diesem Namen ab: Ollama antwortet nur auf Namen des eigenen Rechners, es sei denn, OLLAMA_HOST sagt dort etwas anderes.</translation>
    </message>
    <message>
        <source>What answers at %1 is no Ollama server (HTTP status %2).</source>
        <translation>Was unter %1 antwortet, ist kein Ollama-Server (HTTP-Status %2).</translation>
    </message>
    <message>
        <source>The connection to Ollama ended before %1 was there: the next try goes on from here.</source>
        <translation>Die Verbindung zu Ollama endete, bevor %1 da war: Der nächste Versuch macht hier weiter.</translation>
    </message>
    <message>
        <source>The connection to Ollama was lost before an answer of %1 came. It may have worked on it all the same, so it is not asked again by itself.</source>
        <translation>Die Verbindung zu Ollama ging verloren, bevor eine Antwort von %1 kam. Vielleicht wurde trotzdem daran gearbeitet, darum wird nicht von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off before it was complete: what came of it is in the log.</source>
        <translation>Die Antwort von %1 brach ab, bevor sie vollständig war: Was davon kam, steht im Protokoll.</translation>
    </message>
    <message>
        <source>The image %1 cannot be read.</source>
        <translation>Das Bild %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The task was not done within its time limit of %1 seconds.</source>
        <translation>Die Aufgabe wurde in ihrem Zeitlimit von %1 Sekunden nicht fertig.</translation>
    </message>
    <message>
        <source>Nothing moved for %1 seconds, so the attempt was ended.</source>
        <translation>%1 Sekunden lang hat sich nichts bewegt, darum wurde der Versuch beendet.</translation>
    </message>
    <message>
        <source>The work was stopped although nobody asked for it.</source>
        <translation>Die Arbeit wurde angehalten, obwohl niemand darum gebeten hat.</translation>
    </message>
    <message>
        <source>It was to start after %1, which was removed. A retry goes on without that.</source>
        <translation>Sie sollte nach %1 beginnen, das entfernt wurde. Eine Wiederholung geht ohne das weiter.</translation>
    </message>
    <message>
        <source>It was to start after %1, which was cancelled. A retry goes on without that.</source>
        <translation>Sie sollte nach %1 beginnen, das abgebrochen wurde. Eine Wiederholung geht ohne das weiter.</translation>
    </message>
    <message>
        <source>Stop container %1 and try again</source>
        <translation>Container %1 stoppen und wiederholen</translation>
    </message>
    <message>
        <source>Use the Docker host %1</source>
        <translation>Docker-Host %1 verwenden</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>Befehl %1 kopieren</translation>
    </message>
    <message>
        <source>The port %1 is already in use by the container %2.</source>
        <translation>Den Port %1 belegt schon der Container %2.</translation>
    </message>
    <message>
        <source>The port %1 is already in use by %2 (process %3).</source>
        <translation>Den Port %1 belegt schon %2 (Prozess %3).</translation>
    </message>
    <message>
        <source>You may not use the Docker engine at %1: only root and the group %2 may.</source>
        <translation>Die Docker-Engine unter %1 ist für Sie gesperrt: Nur root und die Gruppe %2 dürfen sie benutzen.</translation>
    </message>
    <message>
        <source>You are in the group %2, which may use the Docker engine at %1, but not yet in this session.</source>
        <translation>Sie sind in der Gruppe %2, die die Docker-Engine unter %1 benutzen darf, aber noch nicht in dieser Sitzung.</translation>
    </message>
    <message>
        <source>Let your user into the group %2 (sudo usermod -aG %2 $USER), log out and in again, then retry.</source>
        <translation>Den Benutzer in die Gruppe %2 aufnehmen (sudo usermod -aG %2 $USER), ab- und wieder anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Log out and in again, then retry.</source>
        <translation>Ab- und wieder anmelden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Stop the container %2, or choose another port than %1, then retry.</source>
        <translation>Den Container %2 stoppen oder einen anderen Port als %1 wählen und dann wiederholen.</translation>
    </message>
    <message>
        <source>Choose another port than %1, or end %2, then retry.</source>
        <translation>Einen anderen Port als %1 wählen oder %2 beenden und dann wiederholen.</translation>
    </message>
    <message>
        <source>Open the Dockerfile at line %1</source>
        <translation>Dockerfile in Zeile %1 öffnen</translation>
    </message>
    <message>
        <source>Allow twice the memory (%1)</source>
        <translation>Doppelt so viel Speicher erlauben (%1)</translation>
    </message>
    <message>
        <source>Remove the memory limit</source>
        <translation>Speichergrenze aufheben</translation>
    </message>
    <message>
        <source>Get the one for %1</source>
        <translation>Das für %1 holen</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>%1 at once</source>
        <translation>%1 zugleich</translation>
    </message>
    <message>
        <source>%1 of the unfinished model stay at Ollama</source>
        <translation>%1 des unfertigen Modells bleiben bei Ollama</translation>
    </message>
    <message>
        <source>the steps that were done stay in the build cache</source>
        <translation>die erledigten Schritte bleiben im Build-Cache</translation>
    </message>
    <message>
        <source>Retry %1 of %2</source>
        <translation>Wiederholung %1 von %2</translation>
    </message>
    <message>
        <source>The queue is held: nothing new starts</source>
        <translation>Die Warteschlange ist angehalten: Nichts Neues startet</translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>Als Nächstes an der Reihe</translation>
    </message>
    <message>
        <source>%1 in line</source>
        <translation>An %1 Stelle</translation>
    </message>
    <message>
        <source>Starts as soon as it may</source>
        <translation>Startet, sobald es darf</translation>
    </message>
    <message>
        <source>The container is frozen and goes on where it stopped</source>
        <translation>Der Container ist eingefroren und läuft dort weiter, wo er stand</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Angehalten nach %1</translation>
    </message>
    <message>
        <source>Waits for you to resume it</source>
        <translation>Wartet darauf, fortgesetzt zu werden</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>sonst %1</translation>
    </message>
    <message>
        <source>Nothing has moved for %1</source>
        <translation>Seit %1 bewegt sich nichts</translation>
    </message>
    <message>
        <source>Nothing has moved for %1; after %2 it is ended and tried again</source>
        <translation>Seit %1 bewegt sich nichts; nach %2 wird es beendet und neu versucht</translation>
    </message>
    <message>
        <source>Stopping so that it can go on later</source>
        <translation>Hält an, um später weiterzumachen</translation>
    </message>
    <message>
        <source>Stopping and clearing up</source>
        <translation>Wird beendet und aufgeräumt</translation>
    </message>
    <message>
        <source>Its time limit is over: stopping</source>
        <translation>Das Zeitlimit ist abgelaufen: wird beendet</translation>
    </message>
    <message>
        <source>Nothing moved for too long: stopping</source>
        <translation>Zu lange hat sich nichts bewegt: wird beendet</translation>
    </message>
    <message>
        <source>Looking whether all it needs is there</source>
        <translation>Sieht nach, ob alles Nötige da ist</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Macht sich bereit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Bereitet vor</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Lädt hoch</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Baut</translation>
    </message>
    <message>
        <source>Pulling</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Bricht ab …</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Retrying in %1</source>
        <translation>Erneut in %1</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>all done in about %1</source>
        <translation>alles fertig in etwa %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Error code %1</source>
        <translation>Fehlercode %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>not retried by itself: another try alone cannot succeed</source>
        <translation>nicht von selbst wiederholt: Ein neuer Versuch allein kann nicht gelingen</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
    <message>
        <source>Error: %1 (%2)</source>
        <translation>Fehler: %1 (%2)</translation>
    </message>
    <message>
        <source>The last lines of its log:</source>
        <translation>Die letzten Zeilen des Protokolls:</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>After %1 and %2 more</source>
        <translation>Nach %1 und %2 weiteren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, which is paused</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>%1, which failed</source>
        <translation>%1 (fehlgeschlagen)</translation>
    </message>
</context>
<context>
    <name>TrayText</name>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>the queue is held</source>
        <translation>die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>Slipway: nothing to do</source>
        <translation>Slipway: nichts zu tun</translation>
    </message>
    <message>
        <source>Slipway: %1</source>
        <translation>Slipway: %1</translation>
    </message>
</context>
<context>
    <name>TypeText</name>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>get an image</source>
        <translation>ein Image holen</translation>
    </message>
    <message>
        <source>to a registry</source>
        <translation>in eine Registry</translation>
    </message>
    <message>
        <source>from a Dockerfile</source>
        <translation>aus einem Dockerfile</translation>
    </message>
    <message>
        <source>give a name</source>
        <translation>einen Namen geben</translation>
    </message>
    <message>
        <source>a container</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>get one from Ollama</source>
        <translation>von Ollama holen</translation>
    </message>
    <message>
        <source>a model something</source>
        <translation>an ein Modell</translation>
    </message>
    <message>
        <source>to a registry</source>
        <comment>log in</comment>
        <translation>bei einer Registry</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>%1st</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date: day and month, as QLocale takes it</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date: day, month and year, as QLocale takes it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A desktop queue for Docker and Ollama jobs.</source>
        <translation>Eine Warteschlange auf dem Desktop für Aufgaben von Docker und Ollama.</translation>
    </message>
    <message>
        <source>Keep everything below this folder.</source>
        <translation>Alles unterhalb dieses Ordners ablegen.</translation>
    </message>
    <message>
        <source>Use the queue of this name.</source>
        <translation>Die Warteschlange dieses Namens verwenden.</translation>
    </message>
    <message>
        <source>Colours: light or dark.</source>
        <translation>Farben: light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>A queue that Slipway exported, to be added.</source>
        <translation>Eine von Slipway exportierte Warteschlange, die hinzugefügt wird.</translation>
    </message>
    <message>
        <source>Slipway</source>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>The queue of the profile “%1” runs without a window (slipwayd). Talk to it with slipwayctl, or end it to open the window.</source>
        <translation>Die Warteschlange des Profils „%1“ läuft ohne Fenster (slipwayd). Sprechen Sie sie mit slipwayctl an, oder beenden Sie sie, um das Fenster zu öffnen.</translation>
    </message>
    <message>
        <source>Start in the tray, or minimised.</source>
        <translation>Im Systembereich der Leiste oder minimiert starten.</translation>
    </message>
</context>
<context>
    <name>slipway::AnswerPage</name>
    <message>
        <source>Copy the answer as text</source>
        <translation>Antwort als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the answer as Markdown</source>
        <translation>Antwort als Markdown kopieren</translation>
    </message>
    <message>
        <source>The model has not begun to answer yet.</source>
        <translation>Das Modell hat noch nicht mit der Antwort begonnen.</translation>
    </message>
    <message>
        <source>There is no answer.</source>
        <translation>Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>The beginning of this long answer is in the log.</source>
        <translation>Der Anfang dieser langen Antwort steht im Protokoll.</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
</context>
<context>
    <name>slipway::AnswerView</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
</context>
<context>
    <name>slipway::BuildForm</name>
    <message>
        <source>The last one</source>
        <translation>Die letzte</translation>
    </message>
    <message>
        <source>Docker’s own</source>
        <translation>Wie bei Docker</translation>
    </message>
    <message>
        <source>Build every step anew</source>
        <translation>Alles neu bauen</translation>
    </message>
    <message>
        <source>Look for newer base images</source>
        <translation>Neuere Basis-Images holen</translation>
    </message>
    <message>
        <source>Push the image afterwards</source>
        <translation>Danach hochladen</translation>
    </message>
    <message>
        <source>This engine’s own</source>
        <translation>Die der Engine</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Dockerfile, as seen from the folder</source>
        <translation>Dockerfile, vom Ordner aus</translation>
    </message>
    <message>
        <source>Without one, only its id leads to it.</source>
        <translation>Ohne Namen führt nur die ID zu ihm.</translation>
    </message>
    <message>
        <source>Name of the image</source>
        <translation>Name des Images</translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation>Tag, falls im Namen keines steht</translation>
    </message>
    <message>
        <source>Build arguments, NAME=value</source>
        <translation>Build-Argumente, NAME=Wert</translation>
    </message>
    <message>
        <source>Secrets, id=NAME,src=/file</source>
        <translation>Secrets, id=NAME,src=/Datei</translation>
    </message>
    <message>
        <source>Stage to build</source>
        <translation>Zu bauende Stage</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>The Dockerfile takes %1.</source>
        <translation>Das Dockerfile nimmt %1.</translation>
    </message>
    <message>
        <source>The Dockerfile asks for %1.</source>
        <translation>Das Dockerfile verlangt %1.</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>Image bauen</translation>
    </message>
    <message>
        <source>Folder to build</source>
        <translation>Zu bauender Ordner</translation>
    </message>
    <message>
        <source>“%1” is not written as NAME=value.</source>
        <translation>„%1“ hat nicht die Form NAME=Wert.</translation>
    </message>
    <message>
        <source>An image needs a name to be pushed.</source>
        <translation>Zum Hochladen braucht ein Image einen Namen.</translation>
    </message>
</context>
<context>
    <name>slipway::ChainForm</name>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>Each step waits until the one above it has completed</source>
        <translation>Jeder Schritt wartet, bis der über ihm fertig ist</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Several steps</source>
        <translation>Mehrere Schritte</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
</context>
<context>
    <name>slipway::ChainLinks</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>Nach: %1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>What it waits for, and what waits for it</source>
        <translation>Worauf sie wartet, und was auf sie wartet</translation>
    </message>
</context>
<context>
    <name>slipway::CommandBox</name>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
</context>
<context>
    <name>slipway::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Alle wiederholen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>slipway::DetailPanel</name>
    <message>
        <source>Pages of the task</source>
        <translation>Seiten der Aufgabe</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Select a task to see what it is doing.</source>
        <translation>Wählen Sie eine Aufgabe, um zu sehen, was sie tut.</translation>
    </message>
    <message>
        <source>Layers %1</source>
        <translation>Layer %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>slipway::DiskUseView</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Build cache</source>
        <translation>Build-Cache</translation>
    </message>
    <message>
        <source>What fills the disk</source>
        <translation>Was die Festplatte füllt</translation>
    </message>
    <message>
        <source>Docker is counting …</source>
        <translation>Docker zählt …</translation>
    </message>
    <message>
        <source>Docker did not tell.</source>
        <translation>Docker hat es nicht gesagt.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The largest images</source>
        <translation>Die größten Images</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>unbenutzt</translation>
    </message>
</context>
<context>
    <name>slipway::DockerPage</name>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>docker, as found in PATH</source>
        <translation>docker, wie in PATH gefunden</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>as docker itself is set</source>
        <translation>wie Docker selbst eingestellt ist</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>A context of docker&apos;s, or an address like ssh://me@build-box. Tasks that have started stay where they are.</source>
        <translation>Ein Kontext von Docker oder eine Adresse wie ssh://me@build-box. Begonnene Aufgaben bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>it does not say its version</source>
        <translation>es nennt seine Version nicht</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. The one before stays in use.</source>
        <translation>%1 ist nicht zu gebrauchen: %2. Das bisherige bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>“%1” is neither a context&apos;s name nor an address like tcp://host:2376.</source>
        <translation>„%1“ ist weder der Name eines Kontexts noch eine Adresse wie tcp://host:2376.</translation>
    </message>
    <message>
        <source>Docker has no context called “%1”.</source>
        <translation>Docker hat keinen Kontext namens „%1“.</translation>
    </message>
</context>
<context>
    <name>slipway::ErrorDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>slipway::ErrorPage</name>
    <message>
        <source>The line that shows it</source>
        <translation>Die Zeile, die es zeigt</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit and add again …</source>
        <translation>Ändern und neu hinzufügen …</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copies what, when, the command, the error and the end of the log.</source>
        <translation>Kopiert, was wann geschah, den Befehl, den Fehler und das Ende des Protokolls.</translation>
    </message>
</context>
<context>
    <name>slipway::FileEditor</name>
    <message>
        <source>You may read this file, not change it.</source>
        <translation>Diese Datei darf gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The file is too large to be changed here.</source>
        <translation>Die Datei ist zu groß, um hier geändert zu werden.</translation>
    </message>
    <message>
        <source>This is no text file.</source>
        <translation>Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>Load it anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Ctrl+Z brings back what was written here.</source>
        <translation>Strg+Z bringt zurück, was hier geschrieben stand.</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Meine Fassung speichern</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>With the one that the desktop has for such files.</source>
        <translation>Mit dem, das der Desktop für solche Dateien hat.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the file (Ctrl+S)</source>
        <translation>Speichert die Datei (Strg+S)</translation>
    </message>
    <message>
        <source>Save and retry</source>
        <translation>Speichern und wiederholen</translation>
    </message>
    <message>
        <source>Saves the file and tries the task again (Ctrl+Enter)</source>
        <translation>Speichert die Datei und versucht die Aufgabe noch einmal (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>No program opens %1.</source>
        <translation>Kein Programm öffnet %1.</translation>
    </message>
    <message>
        <source>Line %1 is marked: %2</source>
        <translation>Zeile %1 ist markiert: %2</translation>
    </message>
    <message>
        <source>The file is no longer there, or can no longer be read.</source>
        <translation>Die Datei ist nicht mehr da oder lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>Another program has changed the file since it was opened.</source>
        <translation>Ein anderes Programm hat die Datei geändert, seit sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>Another program has changed the file: this is how it is now.</source>
        <translation>Ein anderes Programm hat die Datei geändert: So steht sie jetzt da.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Another program has changed the file since it was opened. Nothing was saved.</source>
        <translation>Ein anderes Programm hat die Datei geändert, seit sie geöffnet wurde. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei ließ sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 was changed and is not saved.</source>
        <translation>%1 wurde geändert und ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne Speichern</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
</context>
<context>
    <name>slipway::FillButton</name>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>With what you did lately, or from a template</source>
        <translation>Mit kürzlich Verwendetem oder aus einer Vorlage</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Kürzlich</translation>
    </message>
    <message>
        <source>Nothing of this kind yet</source>
        <translation>Noch nichts von dieser Art</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Keep this as a template…</source>
        <translation>Als Vorlage behalten …</translation>
    </message>
    <message>
        <source>Forget a template</source>
        <translation>Vorlage vergessen</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>Its name. A template of the same name is replaced:</source>
        <translation>Ihr Name. Eine Vorlage gleichen Namens wird ersetzt:</translation>
    </message>
    <message>
        <source>A template needs a name.</source>
        <translation>Eine Vorlage braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>slipway::FirstStartPage</name>
    <message>
        <source>What shall Slipway do first?</source>
        <translation>Was soll Slipway als Erstes tun?</translation>
    </message>
    <message>
        <source>Everything you add waits its turn here, and you always see what it is doing.</source>
        <translation>Alles, was Sie hinzufügen, wartet hier, bis es an der Reihe ist, und Sie sehen immer, was es tut.</translation>
    </message>
    <message>
        <source>or drop a Dockerfile, a compose file, a folder or a list of images here</source>
        <translation>oder ein Dockerfile, eine Compose-Datei, einen Ordner oder eine Liste von Images hierher ziehen</translation>
    </message>
</context>
<context>
    <name>slipway::FixRunner</name>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Push under another name</source>
        <translation>Unter anderem Namen hochladen</translation>
    </message>
    <message>
        <source>The image gets this name too, and is pushed under it:</source>
        <translation>Das Image bekommt auch diesen Namen und wird darunter hochgeladen:</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>slipway::LayerTable</name>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Layer %1: %2, %3 %</source>
        <translation>Layer %1: %2, %3 %</translation>
    </message>
</context>
<context>
    <name>slipway::ListPage</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>a day after their end</source>
        <translation>einen Tag nach ihrem Ende</translation>
    </message>
    <message>
        <source>%1 days after their end</source>
        <translation>%1 Tage nach ihrem Ende</translation>
    </message>
    <message>
        <source>Remove finished tasks</source>
        <translation>Beendete Aufgaben entfernen</translation>
    </message>
    <message>
        <source>With their logs. A task that others still wait for stays. The queue does it while it runs, with or without a window.</source>
        <translation>Samt ihren Protokollen. Worauf andere Aufgaben noch warten, das bleibt. Die Warteschlange tut es, während sie läuft, mit oder ohne Fenster.</translation>
    </message>
</context>
<context>
    <name>slipway::LogFindBar</name>
    <message>
        <source>Tell capitals from small letters</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>Find in the whole log</source>
        <translation>Im ganzen Protokoll suchen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>%1 hits</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 hits so far</source>
        <translation>Bisher %1 Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>%1 von bisher %2</translation>
    </message>
</context>
<context>
    <name>slipway::LogPane</name>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Go to the end and stay there (End)</source>
        <translation>Ans Ende gehen und dort bleiben (Ende)</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Im Protokoll suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Save the log as a file …</source>
        <translation>Das Protokoll als Datei speichern …</translation>
    </message>
    <message>
        <source>Copy what is selected (Ctrl+C)</source>
        <translation>Auswahl kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>This is too much for the clipboard. Save the log as a file instead.</source>
        <translation>Das ist zu viel für die Zwischenablage. Das Protokoll stattdessen als Datei speichern.</translation>
    </message>
    <message numerus="yes">
        <source>Follow · %n new line(s)</source>
        <translation>
            <numerusform>Folgen · %n neue Zeile</numerusform>
            <numerusform>Folgen · %n neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation>Lange Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>S&amp;peichern unter …</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text with the terminal&apos;s colours (*.log)</source>
        <translation>Text mit den Farben des Terminals (*.log)</translation>
    </message>
    <message>
        <source>Text (*.log)</source>
        <translation>Text (*.log)</translation>
    </message>
    <message>
        <source>Saving the log …</source>
        <translation>Das Protokoll wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2</source>
        <translation>Das Protokoll ließ sich nicht als %1 speichern: %2</translation>
    </message>
</context>
<context>
    <name>slipway::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation>Stelle im Protokoll</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>Es wurde noch nichts ausgegeben.</translation>
    </message>
</context>
<context>
    <name>slipway::LoginForm</name>
    <message>
        <source>Docker Hub</source>
        <translation>Docker Hub</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>For example ghcr.io.</source>
        <translation>Zum Beispiel ghcr.io.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password or access token</source>
        <translation>Passwort oder Zugangstoken</translation>
    </message>
    <message>
        <source>Slipway hands it to Docker and stores it nowhere.</source>
        <translation>Slipway gibt es an Docker weiter und speichert es nirgends.</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Bei einer Registry anmelden</translation>
    </message>
    <message>
        <source>A login needs its password.</source>
        <translation>Zum Anmelden wird das Passwort gebraucht.</translation>
    </message>
</context>
<context>
    <name>slipway::MainWindow</name>
    <message>
        <source>Slipway</source>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>The queue is held</source>
        <translation>Die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>%1 active, %2 waiting</source>
        <translation>%1 aktiv, %2 warten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Pause or resume what is selected</source>
        <translation>Auswahl anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry all that failed</source>
        <translation>Alle fehlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Das Protokoll zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a task (Ctrl+N)</source>
        <translation>Aufgabe hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Hold queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Nothing new starts until you press this again. What runs goes on.</source>
        <translation>Nichts Neues startet, bis Sie noch einmal darauf drücken. Was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>Edit and run again…</source>
        <translation>Ändern und noch einmal ausführen …</translation>
    </message>
    <message>
        <source>Paste as a task</source>
        <translation>Als Aufgabe einfügen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Several steps: one after another</source>
        <translation>Mehrere Schritte: einer nach dem anderen</translation>
    </message>
    <message>
        <source>Search name, tag, error</source>
        <translation>Name, Tag, Fehler</translation>
    </message>
    <message>
        <source>Pausing throws away %1 that would have to be moved again.</source>
        <translation>Das Anhalten wirft %1 weg, die dann noch einmal übertragen werden müssten.</translation>
    </message>
    <message>
        <source>Hold the queue instead to let what runs come to its end: nothing new starts until you release it.</source>
        <translation>Wird stattdessen die Warteschlange angehalten, kann zu Ende laufen, was läuft: Nichts Neues startet, bis Sie sie wieder freigeben.</translation>
    </message>
    <message>
        <source>Hold queue instead</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Pause anyway</source>
        <translation>Trotzdem anhalten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Notify me when it ends</source>
        <translation>Am Ende benachrichtigen</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Entferntes zurückholen</translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation>Erledigtes entfernen</translation>
    </message>
    <message>
        <source>Entry %1 of the side bar</source>
        <translation>Eintrag %1 der Seitenleiste</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste der Tasten</translation>
    </message>
    <message>
        <source>Everything that can be done (F10)</source>
        <translation>Alles, was möglich ist (F10)</translation>
    </message>
    <message>
        <source>Everything that can be done</source>
        <translation>Alles, was möglich ist</translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation>Erst eine Aufgabe auswählen.</translation>
    </message>
    <message>
        <source>Tells you when it ends, wherever you are.</source>
        <translation>Gibt Bescheid, wenn sie endet, auch außerhalb des Fensters.</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>Sie ist schon zu Ende.</translation>
    </message>
    <message>
        <source>Adds the same once more.</source>
        <translation>Fügt dasselbe noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Opens the form with what was asked for, to be changed.</source>
        <translation>Öffnet das Formular mit den Angaben, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Only one task at a time can be changed.</source>
        <translation>Nur eine Aufgabe auf einmal lässt sich ändern.</translation>
    </message>
    <message>
        <source>Takes what is completed or cancelled off the list. Ctrl+Z brings it back.</source>
        <translation>Nimmt von der Liste, was fertig oder abgebrochen ist. Strg+Z holt es zurück.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Noch ist nichts erledigt.</translation>
    </message>
    <message>
        <source>Tries everything again that failed or timed out.</source>
        <translation>Versucht alles noch einmal, was fehlgeschlagen ist oder zu lange gedauert hat.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Brings back what was removed last.</source>
        <translation>Holt zurück, was zuletzt entfernt wurde.</translation>
    </message>
    <message>
        <source>Nothing was removed that could be brought back.</source>
        <translation>Es wurde nichts entfernt, was sich zurückholen ließe.</translation>
    </message>
</context>
<context>
    <name>slipway::ModelAskForm</name>
    <message>
        <source>Why does this build fail?</source>
        <translation>Warum scheitert dieser Build?</translation>
    </message>
    <message>
        <source>You answer in one paragraph.</source>
        <translation>Antworte in einem Absatz.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>How it is to answer</source>
        <translation>Wie die Antwort sein soll</translation>
    </message>
    <message>
        <source>Pictures, one file a line</source>
        <translation>Bilder, eine Datei je Zeile</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Höchstens Token</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Keep it loaded for</source>
        <translation>Geladen halten für</translation>
    </message>
    <message>
        <source>Ask a model</source>
        <translation>Modell fragen</translation>
    </message>
</context>
<context>
    <name>slipway::ModelPullForm</name>
    <message>
        <source>From a registry without a certificate (http)</source>
        <translation>Aus einer Registry ohne Zertifikat (http)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Several? Paste a list: one task for each. A model that is there already is brought up to date.</source>
        <translation>Mehrere? Eine Liste einfügen: für jedes eine Aufgabe. Ein Modell, das schon da ist, wird auf den neuesten Stand gebracht.</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
</context>
<context>
    <name>slipway::NothingHere</name>
    <message>
        <source>Search in all tasks</source>
        <translation>In allen Aufgaben suchen</translation>
    </message>
    <message>
        <source>Nothing to do yet. Ctrl+N adds a task.</source>
        <translation>Noch nichts zu tun. Strg+N fügt eine Aufgabe hinzu.</translation>
    </message>
    <message>
        <source>No task is like this now.</source>
        <translation>Zurzeit gibt es keine solche Aufgabe.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”: no name, label, error or kind.</source>
        <translation>Nichts passt zu „%1“: kein Name, kein Label, kein Fehler, keine Art.</translation>
    </message>
    <message>
        <source>Nothing matches “%1” in %2.</source>
        <translation>Nichts passt zu „%1“ in %2.</translation>
    </message>
    <message>
        <source>Reading the list of tasks…</source>
        <translation>Die Liste der Aufgaben wird gelesen …</translation>
    </message>
</context>
<context>
    <name>slipway::Notices</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 tasks failed</source>
        <translation>%1 Aufgaben fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>Die Warteschlange ist abgearbeitet</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
</context>
<context>
    <name>slipway::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>When a task fails and the window is not in front</source>
        <translation>Wenn eine Aufgabe fehlschlägt und das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>When a task that is marked “Notify me” ends</source>
        <translation>Wenn eine Aufgabe endet, für die „Am Ende benachrichtigen“ gilt</translation>
    </message>
    <message>
        <source>When the queue is done and the window is not in front</source>
        <translation>Wenn die Warteschlange abgearbeitet und das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Quiet mode: tell nothing</source>
        <translation>Ruhe: nichts mitteilen</translation>
    </message>
    <message>
        <source>The side bar and the tray icon still count what failed.</source>
        <translation>Seitenleiste und Symbol zählen weiter, was fehlgeschlagen ist.</translation>
    </message>
</context>
<context>
    <name>slipway::Notifier</name>
    <message>
        <source>Slipway goes on working</source>
        <translation>Slipway arbeitet weiter</translation>
    </message>
    <message>
        <source>Its window is in the tray. To end it, choose Quit there.</source>
        <translation>Das Fenster liegt im Systembereich der Leiste. Zum Beenden dort „Beenden“ wählen.</translation>
    </message>
</context>
<context>
    <name>slipway::OllamaPage</name>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>as OLLAMA_HOST says, else this machine</source>
        <translation>wie OLLAMA_HOST sagt, sonst dieser Rechner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A name or an address, with or without a port: gpu-box:11434.</source>
        <translation>Ein Name oder eine Adresse, mit oder ohne Port: gpu-box:11434.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>“%1” is no address. Write it like gpu-box:11434 or https://gpu-box.</source>
        <translation>„%1“ ist keine Adresse. Schreiben Sie sie wie gpu-box:11434 oder https://gpu-box.</translation>
    </message>
</context>
<context>
    <name>slipway::OptionsRow</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation>Zeitlimit in Minuten</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Wie gerade verwendet</translation>
    </message>
    <message>
        <source>Docker host</source>
        <translation>Docker-Host</translation>
    </message>
    <message>
        <source>Ollama server</source>
        <translation>Ollama-Server</translation>
    </message>
    <message>
        <source>Notify me when it ends</source>
        <translation>Am Ende benachrichtigen</translation>
    </message>
</context>
<context>
    <name>slipway::OverviewPage</name>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
</context>
<context>
    <name>slipway::PhaseBar</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1, %2 lang</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
</context>
<context>
    <name>slipway::PullForm</name>
    <message>
        <source>All tags of this name</source>
        <translation>Alle Tags dieses Namens</translation>
    </message>
    <message>
        <source>This engine’s own</source>
        <translation>Die der Engine</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Several? Paste a list: one task for each.</source>
        <translation>Mehrere? Eine Liste einfügen: für jedes eine Aufgabe.</translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation>Tag, falls im Namen keines steht</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Pull images</source>
        <translation>Images holen</translation>
    </message>
</context>
<context>
    <name>slipway::PushForm</name>
    <message>
        <source>All tags of this name</source>
        <translation>Alle Tags dieses Namens</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Its name begins with the registry. Without one it goes to Docker Hub.</source>
        <translation>Der Name beginnt mit der Registry. Ohne sie geht es zu Docker Hub.</translation>
    </message>
    <message>
        <source>Tag, where the name has none</source>
        <translation>Tag, falls im Namen keines steht</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>Image hochladen</translation>
    </message>
</context>
<context>
    <name>slipway::QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>At work at once</source>
        <translation>Gleichzeitig in Arbeit</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>no matter</source>
        <translation>egal</translation>
    </message>
    <message>
        <source>Keep free</source>
        <translation>Frei halten</translation>
    </message>
    <message>
        <source>With less than that, nothing starts that would fill the disk further.</source>
        <translation>Bei weniger beginnt nichts, was die Festplatte weiter füllt.</translation>
    </message>
    <message>
        <source>New tasks</source>
        <translation>Neue Aufgaben</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Model downloads</source>
        <translation>Modelle holen</translation>
    </message>
    <message>
        <source>Questions to models</source>
        <translation>Modelle fragen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>%1 zugleich</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation>Zeitlimit in Minuten</translation>
    </message>
    <message>
        <source>Stalled after seconds</source>
        <translation>Stockt nach Sekunden</translation>
    </message>
    <message>
        <source>usual (%1)</source>
        <translation>üblich (%1)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A task that ought to move bytes and moves none for so long is ended and tried again; 0 means never. A build, a container or a question may be silent for as long as it likes, unless a number is set. Any task can be given values of its own when it is added.</source>
        <translation>Eine Aufgabe, die Bytes bewegen sollte und so lange keine bewegt, wird beendet und noch einmal versucht; 0 heißt nie. Ein Build, ein Container oder eine Frage darf schweigen, solange nichts eingestellt ist. Jede Aufgabe kann beim Hinzufügen eigene Werte bekommen.</translation>
    </message>
</context>
<context>
    <name>slipway::QuitQuestion</name>
    <message>
        <source>Quit Slipway?</source>
        <translation>Slipway beenden?</translation>
    </message>
    <message>
        <source>A task is at work: %1.</source>
        <translation>Eine Aufgabe ist in Arbeit: %1.</translation>
    </message>
    <message>
        <source>%1 tasks are at work.</source>
        <translation>%1 Aufgaben sind in Arbeit.</translation>
    </message>
    <message>
        <source>What can go on later goes on at the next start, and containers keep running.</source>
        <translation>Was später weitergehen kann, geht beim nächsten Start weiter, und Container laufen weiter.</translation>
    </message>
    <message>
        <source>%1 would have to be moved again then.</source>
        <translation>%1 müssten dann noch einmal übertragen werden.</translation>
    </message>
    <message>
        <source>Keep working in the tray</source>
        <translation>Im Systembereich weiterarbeiten</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Pause until the next start</source>
        <translation>Bis zum nächsten Start anhalten</translation>
    </message>
    <message>
        <source>Cancel all and quit</source>
        <translation>Alles abbrechen und beenden</translation>
    </message>
</context>
<context>
    <name>slipway::RunForm</name>
    <message>
        <source>The image’s own</source>
        <translation>Wie im Image</translation>
    </message>
    <message>
        <source>Docker chooses one</source>
        <translation>Docker wählt einen</translation>
    </message>
    <message>
        <source>Leave it running in the background</source>
        <translation>Im Hintergrund weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Remove the container at its end</source>
        <translation>Den Container am Ende entfernen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Name of the container</source>
        <translation>Name des Containers</translation>
    </message>
    <message>
        <source>Ports, host:container</source>
        <translation>Ports, Host:Container</translation>
    </message>
    <message>
        <source>Folders, host:container</source>
        <translation>Ordner, Host:Container</translation>
    </message>
    <message>
        <source>Variables, NAME=value</source>
        <translation>Variablen, NAME=Wert</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>Container starten</translation>
    </message>
    <message>
        <source>A quotation mark is open at the end.</source>
        <translation>Am Ende ist ein Anführungszeichen offen.</translation>
    </message>
    <message>
        <source>“%1” is not written as NAME=value.</source>
        <translation>„%1“ hat nicht die Form NAME=Wert.</translation>
    </message>
    <message>
        <source>“%1” is not written as host:container.</source>
        <translation>„%1“ hat nicht die Form Host:Container.</translation>
    </message>
</context>
<context>
    <name>slipway::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>slipway::SideBar</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>States, kinds and labels</source>
        <translation>Status, Arten und Labels</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>slipway::SleepInhibitor</name>
    <message>
        <source>Tasks are at work</source>
        <translation>Aufgaben sind bei der Arbeit</translation>
    </message>
</context>
<context>
    <name>slipway::Submission</name>
    <message>
        <source>That is no name, command line, Dockerfile or folder that Slipway could queue.</source>
        <translation>Das ist kein Name, keine Befehlszeile, kein Dockerfile und kein Ordner, womit Slipway etwas anfangen könnte.</translation>
    </message>
    <message>
        <source>That cannot be queued: %1</source>
        <translation>Das lässt sich nicht einreihen: %1</translation>
    </message>
</context>
<context>
    <name>slipway::SubmitDialog</name>
    <message>
        <source>Add to queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds and keeps this open</source>
        <translation>Strg+Eingabe fügt hinzu und lässt dies offen</translation>
    </message>
    <message>
        <source>Add %1 tasks</source>
        <translation>%1 Aufgaben einreihen</translation>
    </message>
    <message>
        <source>%1   and %2 more</source>
        <translation>%1   und %2 weitere</translation>
    </message>
</context>
<context>
    <name>slipway::TagForm</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Its new name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>The image keeps its old name too.</source>
        <translation>Das Image behält auch seinen alten Namen.</translation>
    </message>
    <message>
        <source>Give an image another name</source>
        <translation>Image anders benennen</translation>
    </message>
</context>
<context>
    <name>slipway::TaskTableColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset to the usual columns</source>
        <translation>Übliche Spalten wiederherstellen</translation>
    </message>
    <message>
        <source>Retrying in %1</source>
        <translation>Erneut in %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>slipway::TaskTableModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1 percent, %2</source>
        <translation>%1 Prozent, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
</context>
<context>
    <name>slipway::TaskTableView</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>slipway::Tray</name>
    <message>
        <source>Open Slipway</source>
        <translation>Slipway öffnen</translation>
    </message>
    <message>
        <source>Hold queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Quiet mode</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>slipway::TypeList</name>
    <message>
        <source>Kind of task</source>
        <translation>Art der Aufgabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Several steps</source>
        <translation>Mehrere Schritte</translation>
    </message>
    <message>
        <source>one after another</source>
        <translation>einer nach dem anderen</translation>
    </message>
</context>
<context>
    <name>slipway::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Brings it back (Ctrl+Z)</source>
        <translation>Holt es zurück (Strg+Z)</translation>
    </message>
    <message>
        <source>Removed 1 task</source>
        <translation>1 Aufgabe entfernt</translation>
    </message>
    <message>
        <source>Removed %1 tasks</source>
        <translation>%1 Aufgaben entfernt</translation>
    </message>
</context>
<context>
    <name>slipway::WindowPage</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Anfang und Ende</translation>
    </message>
    <message>
        <source>Start in the tray, or minimised where there is none</source>
        <translation>Im Systembereich der Leiste starten, wo keiner ist, minimiert</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>keeps it in the tray while something runs</source>
        <translation>lässt es in der Leiste, solange etwas läuft</translation>
    </message>
    <message>
        <source>always keeps it in the tray</source>
        <translation>lässt es immer in der Leiste</translation>
    </message>
    <message>
        <source>quits, and asks while something runs</source>
        <translation>beendet, und fragt, solange etwas läuft</translation>
    </message>
    <message>
        <source>Quit when the queue is done</source>
        <translation>Beenden, wenn die Warteschlange fertig ist</translation>
    </message>
</context>
</TS>
