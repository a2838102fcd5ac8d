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
        <source>%Ln article(s) chosen</source>
        <translation>
            <numerusform>%Ln article chosen</numerusform>
            <numerusform>%Ln articles chosen</numerusform>
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
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
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
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
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
    <message numerus="yes">
        <source>%Ln article(s) in the project</source>
        <translation>
            <numerusform>%Ln article in the project</numerusform>
            <numerusform>%Ln articles in the project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln assignment(s)</source>
        <translation>
            <numerusform>%Ln assignment</numerusform>
            <numerusform>%Ln assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are no longer for everybody.</source>
        <translation>
            <numerusform>%Ln article is no longer for everybody.</numerusform>
            <numerusform>%Ln articles are no longer for everybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left over: too few have room.</source>
        <translation>
            <numerusform>%Ln article left over: too few have room.</numerusform>
            <numerusform>%Ln articles left over: too few have room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) came in or grew</source>
        <translation>
            <numerusform>%Ln article came in or grew</numerusform>
            <numerusform>%Ln articles came in or grew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set(s) were here already.</source>
        <translation>
            <numerusform>%Ln set was here already.</numerusform>
            <numerusform>%Ln sets were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln work package(s) made</source>
        <translation>
            <numerusform>%Ln work package made</numerusform>
            <numerusform>%Ln work packages made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) decided. Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%Ln annotation decided. Ctrl+Z takes it back.</numerusform>
            <numerusform>%Ln annotations decided. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) checked</source>
        <translation>
            <numerusform>%Ln place checked</numerusform>
            <numerusform>%Ln places checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checked</source>
        <translation>
            <numerusform>%Ln checked</numerusform>
            <numerusform>%Ln checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) finished by several.</source>
        <translation>
            <numerusform>%Ln article finished by several.</numerusform>
            <numerusform>%Ln articles finished by several.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out because only one person has finished them.</source>
        <translation>
            <numerusform>%Ln left out because only one person has finished it.</numerusform>
            <numerusform>%Ln left out because only one person has finished them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in this article, listed under “Problems”.</source>
        <translation>
            <numerusform>%Ln error in this article, listed under “Problems”.</numerusform>
            <numerusform>%Ln errors in this article, listed under “Problems”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>apply to %Ln identical cases too</source>
        <translation>
            <numerusform>apply to %Ln identical case too</numerusform>
            <numerusform>apply to %Ln identical cases too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gold set of %Ln articles is written.</source>
        <translation>
            <numerusform>The gold set of %Ln article is written.</numerusform>
            <numerusform>The gold set of %Ln articles is written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With: %Ln article(s)</source>
        <translation>
            <numerusform>With: %Ln article</numerusform>
            <numerusform>With: %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without: %Ln article(s)</source>
        <translation>
            <numerusform>Without: %Ln article</numerusform>
            <numerusform>Without: %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to be annotated again: %Ln article(s)</source>
        <translation>
            <numerusform>%Ln article given to be annotated again</numerusform>
            <numerusform>%Ln articles given to be annotated again</numerusform>
        </translation>
    </message>
</context>
</TS>
