<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln article(s) came in.</source>
        <translation>
            <numerusform>%Ln article came in.</numerusform>
            <numerusform>%Ln articles came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotated article(s) brought annotations.</source>
        <translation>
            <numerusform>%Ln article brought annotations.</numerusform>
            <numerusform>%Ln articles brought annotations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>%Ln article was there already.</numerusform>
            <numerusform>%Ln articles were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) differ from another one in white space alone.</source>
        <translation>
            <numerusform>%Ln article differs from another one in white space alone.</numerusform>
            <numerusform>%Ln articles differ from others in white space alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s) could not be read.</source>
        <translation>
            <numerusform>%Ln source could not be read.</numerusform>
            <numerusform>%Ln sources could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relation(s)</source>
        <translation>
            <numerusform>%Ln relation</numerusform>
            <numerusform>%Ln relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s) open</source>
        <translation>
            <numerusform>%Ln suggestion open</numerusform>
            <numerusform>%Ln suggestions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) could not be pre-tagged completely.</source>
        <translation>
            <numerusform>%Ln article could not be pre-tagged completely.</numerusform>
            <numerusform>%Ln articles could not be pre-tagged completely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished article(s)</source>
        <translation>
            <numerusform>%Ln finished article</numerusform>
            <numerusform>%Ln finished articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) compared.</source>
        <translation>
            <numerusform>%Ln article compared.</numerusform>
            <numerusform>%Ln articles compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because they are not finished.</source>
        <translation>
            <numerusform>%Ln left out because it is not finished.</numerusform>
            <numerusform>%Ln left out because they are not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because they have no suggestions.</source>
        <translation>
            <numerusform>%Ln left out because it has no suggestions.</numerusform>
            <numerusform>%Ln left out because they have no suggestions.</numerusform>
        </translation>
    </message>
</context>
</TS>
