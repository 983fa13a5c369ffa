"""The French phrases that put the blame on who was trapped, and those that look alike and are innocent.

They are fragments as in `french`, which holds all other lists.
"""

from __future__ import annotations

from game.engine.lints.speech import Phrases

_ADVERB = "(?:bien |trop |un peu |tres |vraiment |assez |si |quand meme )?"
_NAIVE = (
    "(?:naif|naive|naifs|bete|betes|stupide|stupides|idiote?|imprudente?|credule|irresponsable|inconsciente?|ridicule)"
)
_FAULT = "(?:erreurs?|betises?|imprudences?|maladresses?|faux pas)"

_FORCED = "(?:t'a|t'avait|l'a|l'avait) (?:force|oblige)e?s?(?! a (?!envoyer|repondre|accepter|cliquer|le faire|payer))"

BLAME = Phrases(
    guilty=(
        "tu (?:n')?aurais (?:pas |jamais |mieux |bien |peut-etre )?du",
        "sacha aurait du",
        "tu aurais pu (?:l'|te |t'en |ne pas |ne rien |tout |facilement )?"
        "(?:eviter|refuser|mefier|reflechir|faire attention|dire non|bloquer|douter|repondre|envoyer)",
        "tu devrais avoir honte",
        "tu (?:peux|pourrais) avoir honte",
        f"c'(?:est|etait) {_ADVERB}(?:un peu )?(?:aussi )?(?:de )?(?:ta|sa|leur) (?:propre )?faute",
        "par ta (?:propre )?faute",
        "(?:tu|sacha|il|elle) n'(?:as|a|etais|etait|es|est) pas (?:ete )?(?:assez|tres|bien|suffisamment) "
        "(?:prudente?|mefiante?|vigilante?|attentive|attentif|malin|maligne|raisonnable)",
        "tu n'as pas (?:reflechi|ecoute|verifie|fait attention|su |vu venir)",
        "c'(?:est|etait) (?:un peu |aussi )?(?:de )?ta (?:propre )?responsabilite",
        "tu (?:es|etais|en es) (?:un peu |aussi |seule? |en partie )?responsable",
        "ta (?:propre )?(?:naivete|betise|credulite|imprudence)",
        "ton (?:propre )?(?:imprudence|erreur|inconscience)",
        "t'es mise? (?:toi-meme |toute? )?(?:seule? )?(?:dans|en) (?:cette|ce|cet|danger)",
        "(?:cede|repondu|accepte|envoye|fait confiance|cru) (?:beaucoup |bien )?trop (?:vite|facilement|tot)",
        "c'(?:est|etait) (?:evident|previsible|a prevoir|couru d'avance)",
        "dommage,? (?:que )?tu",
        "bien fait pour (?:toi|lui|elle)",
        "tant pis pour (?:toi|lui|elle)",
        "assume[rsz]? (?:tes|ta|ton)",
        r"tu n'avais (?:plus )?qu'a \w+(?:er|ir|re)",
        "a ton age,? (?:on devrait|tu devrais|tu aurais|on sait)",
        "quelle idee (?:de |d')(?:lui )?"
        "(?:accepter|envoyer|repondre|donner|faire confiance|parler|croire|montrer|cliquer)",
        "si tu avais (?:ecoute|reflechi|verifie|attendu|refuse|dit non|fait attention|demande)",
        "s'est mise? (?:lui-meme |elle-meme )?(?:toute? )?seule? (?:dans|en)",
        "pourquoi (?:tu n'as|n'as-tu|t'as) (?:pas|rien) (?:dit|demande|refuse|bloque|reflechi|verifie|parle)",
        "pourquoi tu n'en as (?:pas|jamais|rien)",
        "etre (?:pas |bien |vraiment |tres )?(?:malin|bete|naif|stupide|idiot) pour",
        "(?:dois|devras|vas devoir) (?:maintenant )?assumer",
        r"(?:as|a|avoir) (?:agi|repondu|clique|accepte|envoye|paye|dit oui) (?:\w+ )?sans "
        "(?:reflechir|verifier|penser|te mefier|se mefier|demander)",
        r"qui (?:donne|envoie|montre|confie|repond|accepte|fait confiance)\b[^.!?\n]{0,40}\binconnue?s? ?[?]",
        f"personne ne {_FORCED}",
        "c'est toi qui (?:as|l'as) (?:envoye|accepte|voulu|cherche|donne)",
        "a cause de toi",
        r"(?:parl|repond|confi)\w* a n'importe qui",
        f"c'(?:est|etait) (?:vraiment )?(?:une|la|ton|ta) (?:grosse |grave |belle |petite |premiere )?{_FAULT}",
        f"c'(?:est|etait) {_ADVERB}(?:naif|stupide|idiot|imprudent|irresponsable|inconscient)",
        f"(?:tu as|t'as|sacha a|vous avez) (?:fait|commis) (?:une|des|la|cette) (?:grosse |grave |belle |petite )?"
        f"{_FAULT}",
        f"quelle {_FAULT}",
        f"tu (?:as|etais) (?:ete )?{_ADVERB}(?:ete )?{_ADVERB}{_NAIVE}",
        f"t'(?:as|etais) (?:ete )?{_ADVERB}{_NAIVE}",
        f"(?:sacha|il|elle) (?:a|etait) (?:ete )?{_ADVERB}(?:ete )?{_ADVERB}{_NAIVE}",
        f"(?:t'es|s'est) montree? {_ADVERB}{_NAIVE}",
        "(?:as|a) (?:vraiment )?fait n'importe quoi",
        "tu etais (?:pourtant |bien )?prevenue?",
        "n'(?:etait|est) pas (?:tres |bien |vraiment |franchement )?(?:malin|intelligent|prudent|raisonnable)",
        "dommage d'avoir",
        "mauvaise? (?:reponse|choix|decision)",
        r"il (?:ne )?fallait (?:pas |mieux |bien |plutot |juste |simplement )?"
        r"(?:te |t'en |lui |leur |y |en |le |la |l')?\w+(?:er|ir|re)",
        r"il (?:n')?aurait (?:pas |jamais |mieux )?fallu \w+",
        r"(?:s'est|t'es) (?:bien |encore )?(?:fait|laissee?) "
        "(?:avoir|pieger|berner|rouler|manipuler|tromper|embobiner|prendre|abuser|endormir|entrainer)",
        "tombee? dans le (?:panneau|piege)",
        "tu l'(?:as|auras) (?:bien )?(?:cherche|merite|voulu)",
        r"manqu\w* de (?:prudence|jugeote|mefiance|vigilance|bon sens)",
        "honte (?:a|sur) toi",
        "quelle honte",
        r"(?:fais|feras|faire|faites|fera) (?:plus |mieux |bien )?attention (?:la prochaine|a l'avenir|desormais)",
        "la prochaine fois,? (?:reflechis|mefie-toi|fais|sois)",
        "voila ce qui arrive",
        "c'est ce qui arrive quand",
        "tu (?:as|avais) (?:eu )?(?:bien )?tort",
        "qu'est-ce qui t'a pris",
        "comment as-tu pu",
        "on t'avait (?:pourtant |bien )?prevenue?",
        "tu le savais (?:bien|pourtant)",
        "pourquoi (?:as-tu|tu as|t'as) (?:envoye|accepte|repondu|fait confiance)",
    ),
    innocent=(
        rf"personne (?:ne |n')(?!{_FORCED})[^.!?\n]{{0,120}}",
        r"si personne (?:ne |n')[^.!?\n]{0,120}",
        r"(?:dit|dire|disent|croire|croit|croient|penser|pense|repete\w*|pretend\w*) (?:souvent |parfois )?"
        r"que c'(?:est|etait) "
        r"[^.!?\n:,]{0,120}faute",
        "tu aurais du (?:voir|entendre)",
        r"(?:quelqu'un|si on|si l'on|une personne|certains) (?:te )?"
        r"(?:dit|dira|repond|disent|reproche)\b[^.!?\n]{0,120}",
        "il (?:ne )?fallait (?:pas |bien )?(?:venir|partir|arriver|marcher|monter|descendre|courir|attendre le)",
        rf"(?:pas|jamais|aucune?) (?:fait |commis |ete )?(?:une |un |de |d'|ton |ta )?(?:mauvaise? \w+|{_FAULT})",
        "tu n'aurais (?:pas|jamais) du (?:avoir a|vivre|subir|porter)",
        r"il fallait (?:oser|du|de la) ?\w*",
    ),
)
