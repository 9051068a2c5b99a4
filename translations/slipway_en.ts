<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>slipway::LogPane</name>
    <message numerus="yes">
        <source>Follow · %n new line(s)</source>
        <translation>
            <numerusform>Follow · %n new line</numerusform>
            <numerusform>Follow · %n new lines</numerusform>
        </translation>
    </message>
</context>
</TS>
