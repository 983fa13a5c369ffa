"""The phrases that the lints look for in French texts, and those that look alike and are innocent.

They are fragments of regular expressions on folded text (`speech`): without accents, in lower case. What is done with a
hit is left to the lints.
"""

from __future__ import annotations

from game.engine.lints.speech import Phrases

_IMAGE = "(?:photos?|images?|videos?|selfies?|clips?|films?)"
_OUT = r"(?:publie|diffuse|partage|montre|devoile|poste|transmis|envoye|vu|utilise)(?:e|s|es)?"
_SHOWS = "(?:publi|diffus|balanc|envoi|envoy|montr|post|partag|voi)"
_UNIT = "(?:minutes?|heures?|jours?|h)"

SEXUAL = Phrases(
    guilty=(
        "nudes",
        "(?:un|mon|ton|son|premier|seul) nude",
        r"denud\w*",
        r"deshabill\w*",
        r"porno?(?:s|graphi\w+)?",
        "sextos?",
        "sexting",
        "sexes?",
        "sexy",
        r"sexuel\w*",
        r"sexualis\w*",
        "seins?",
        "sous-vetements?",
        "soutiens?-gorge",
        "lingerie",
        "(?:de|mon|ton|son|du) cul(?![ -](?:de|sec))",
        r"films? (?:x|pour adultes)",
        r"(?:sodomi|fellation|prostitu)\w*",
        "(?:en|sa|ta|ma|une|la|petite|leurs?) culottes?",
        "(?:mes|tes|ses|leurs) fesses",
        "soutifs?",
        r"enlev\w* (?:son|ton|mon|leur|le|tes|ses|mes) (?:haut(?!-)|pantalon|vetements|habits|soutif)",
        "couche(?:r|nt)? ensemble",
        "topless",
        r"masturb\w*",
        r"erotique\w*",
        r"strip-?tease\w*",
        "penis",
        r"vagin\w*",
        r"orgasm\w*",
        "erections?",
        "fai(?:t|re|s|sait|sant) l'amour",
        "font l'amour",
        "coucher? avec (?:lui|elle|moi|toi|quelqu'un)",
        "a poil",
        *(f"{how} nue?s?" for how in ("tout", "toute", "toutes", "completement", "entierement", "moitie")),
        *(f"{what} (?:de \\w+ )?nue?s?" for what in ("photos?", "images?", "videos?", "corps", "filles?", "garcons?")),
        "nue?s? (?:sur|devant) (?:la|une|sa|ma|ta|cette)",
    ),
    innocent=(
        "a poil (?:long|court|ras|dur|roux|blanc|noir|gris)s?",
        r"au sein d(?:\w+|')",
        "en son sein",
        r"(?:abus|violences?|agressions?|harcelement|majorite|education|orientation|exploitation) sexuel\w*",
        "caractere sexuel",
        "sur (?:mes|tes|ses|leurs) fesses",
        "culotte courte",
        "entre les (?:deux )?sexes",
        "egalite des sexes",
        "quel que soit (?:le|son|leur) sexe",
        "meme sexe",
        "sexe oppose",
    ),
)

_ADVERB = "(?:bien |trop |un peu |tres |vraiment |assez |si |quand meme )?"
_NAIVE = (
    "(?:naif|naive|naifs|bete|betes|stupide|stupides|idiote?|imprudente?|credule|irresponsable|inconsciente?|ridicule)"
)
_FAULT = "(?:erreurs?|betises?|imprudences?|maladresses?|faux pas)"

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
        "assume tes",
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
        r"personne (?:ne |n')[^.!?\n]{0,120}",
        r"(?:dit|dire|disent|croire|croit|croient|penser|pense|repete\w*|pretend\w*) que c'(?:est|etait) "
        r"[^.!?\n:,]{0,120}faute",
        "tu aurais du (?:voir|entendre)",
        rf"(?:pas|jamais|aucune?) (?:fait |commis |ete )?(?:une |un |de |d'|ton |ta )?(?:mauvaise? \w+|{_FAULT})",
        "tu n'aurais (?:pas|jamais) du (?:avoir a|vivre|subir|porter)",
        r"il fallait (?:oser|du|de la) ?\w*",
    ),
)

PROMISE = Phrases(
    guilty=(
        rf"ne (?:sera|seront|serait) (?:jamais|pas|plus) (?:\w+ )?{_OUT}",
        r"sera pas (?:diffuse|publie|partage)\w*",
        "il ne (?:se passera|t'arrivera|lui arrivera) (?:plus )?rien",
        "rien (?:ne t'arrivera|n'arrivera|ne se passera|ne fuitera|ne sortira)",
        rf"rien ne sera (?:jamais )?{_OUT}",
        r"(?:effac|supprim|retir|enlev)\w* (?:\w+ ){0,2}(?:partout|pour toujours|a jamais|definitivement)",
        "personne ne (?:verra|recevra|saura|trouvera) "
        "(?:jamais|rien|cette|cet|ces|la photo|la video|l'image|les photos)",
        "personne ne (?:la |les |l')(?:verra|recevra)",
        "tu ne (?:risques|crains|risqueras) (?:plus |absolument )?rien(?! a)",
        "plus aucun (?:risque|danger)",
        "rien a craindre",
        rf"aucune? {_IMAGE} ne (?:sera|circulera|sortira)",
        "ne (?:sortira|fuitera|circulera|apparaitra|sortiront|circuleront|fuiteront) (?:jamais|pas|plus)",
        "n(?:e |')(?:publiera|diffusera|ecrira|t'ecrira|recommencera|menacera)(?:nt)? (?:plus|jamais)",
        "tout rentrera dans l'ordre",
        "(?:a|protegee?) (?:cent pour cent|100 ?%)",
        r"(?:on|police|plateforme|3018|helpline\}|ils|site|nous) (?:va|vont|allons) (?:tout |l'|la |les |le )"
        r"(?:\w+ )?(?:effacer|supprimer|retirer|enlever)",
        "ne pourr(?:a|ont) (?:plus )?(?:jamais|rien|plus) (?:te |t'|vous |la |l'|les )?"
        "(?:faire|ecrire|publier|envoyer|nuire)",
        "(?:dormir|dors) (?:tranquille|sur tes deux oreilles)",
        r"(?:fini|finie|termine|terminee|regle|reglee) (?:pour de bon|pour toujours|une (?:bonne )?fois pour toutes)",
        "ca va aller,? (?:c'est|promis|je te)",
        "c'est garanti",
        "(?:aura|va|auront|vont) (?:vite |tout )?(?:oublie|oublier)",
        "tu es (?:maintenant |enfin )?(?:hors de danger|sauvee?|tiree? d'affaire)",
        "tout (?:va|finira par|finit par) (?:vite |bientot )?"
        "(?:s'arranger|rentrer dans l'ordre|bien se passer|bien finir)",
        "tout (?:ira bien|s'arrangera)",
        "tout sera (?:bientot |vite )?(?:regle|fini|termine|oublie|efface)",
        "ne (?:mettra|mettront) (?:pas|jamais) (?:sa|ses|la|les|leur|leurs) menaces?",
        "n'executer(?:a|ont) (?:pas|jamais)",
        "menaces? ne ser(?:a|ont) (?:pas|jamais)",
        r"(?:la police|la gendarmerie|les gendarmes|on|ils) (?:va|vont) (?:\w+ )?(?:le |la |les |l')"
        "(?:retrouver|arreter|attraper|identifier)",
        r"(?:va|vont) (?:\w+ )?disparaitre d(?:u|es?|'\w+)",
        "(?:il|elle) (?:va|finira par) (?:abandonner|renoncer|se lasser|te laisser)",
        "(?:il|elle|charlie|alex) n(?:e |')(?:osera|recommencera|publiera|diffusera|enverra|montrera|t'ecrira)"
        " (?:plus|jamais|rien|pas)",
        "(?:il|elle) ne reviendra (?:plus|jamais|pas(?! (?:avant|ce|cet|cette|demain|a|au|chez|pour|avec|lundi)\\b))",
        "te laisser(?:a|ont) tranquille",
        "(?:on|je|nous) (?:te |t'|le )?(?:garanti[st]?|garantissons|promets|promet|assure|jure) que",
        "ca (?:s'arretera|va s'arreter|finira par s'arreter)",
    ),
    innocent=(
        r"(?:personne|rien|impossible)[^.!?\n]{0,120}(?:promet|garanti|jur|assur)[^.!?\n]{0,120}",
        r"(?:sait|sais|savoir|demande|espere\w*) (?:pas )?(?:si|que) [^.!?\n]{0,120}",
        r"(?:promet\w*|promis|pretend\w*|jur\w+) (?:de |qu)[^.!?\n]{0,120}",
        r"si [^.!?\n,]{0,120}ne sera (?:pas|plus)",
    ),
)

GIVEAWAY = Phrases(
    guilty=(
        r"pieg\w*",
        "chantages?",
        r"maitres?[ -]chanteu\w+",
        r"arnaqu\w*",
        r"escro\w*",
        r"sextorsion\w*",
        r"extor\w+",
        r"predat\w+",
        "faux (?:profils?|comptes?|amis?)",
        "fausses? (?:amies?|identites?)",
        r"manipul\w*",
        r"menac\w*",
        r"danger(?:s|eux|euse|euses)?",
        "victimes?",
        r"harcel\w*",
        r"cyber\w*",
        r"malveillan\w*",
        "racket",
        "(?:fait|faisait|faire|font) passer pour",
        "pas (?:celle|celui|la personne) qu'(?:elle|il|on)",
        "tourn(?:e|er|ent|ait) mal",
        "fini(?:t|r|ra) mal",
        r"pas si (?:gentil|sympa|innocent|amical|cool|bien)\w*",
        r"mefi(?:e|er|ez|ent|ait|ons)(?:-\w+)?",
        "rien a craindre",
        r"inoffensi\w+",
        "(?:sans|aucun) risque",
        "mauvaises? intentions?",
        "cible(?:r|nt)? (?:les|des) (?:ados|jeunes|mineurs|adolescent\\w*|eleves|lyceen\\w*)",
        "ve(?:ut|ulent) du mal",
        "trop (?:beau|belle) pour etre vrai",
        "photos? intimes?",
        "attention aux? (?:inconnue?s?|rencontres?|reseaux|amis?)",
        "intentions? (?:troubles?|cachees?|douteuses?|louches?)",
        "(?:voulait|veut|reclame|demandait) (?:des|ses) (?:photos|images)(?! d)",
        r"(?:fait|fera|font|laisse\w*) (?:avoir|pieger|berner|manipuler|rouler|prendre au)",
        "masques? tomb\\w*",
        "n'en est pas une?",
        r"soutir\w+",
        "sextapes?",
        "contre (?:de l'argent|une rancon)",
        r"impost\w+",
        r"usurp\w+",
        "(?:proie|emprise|engrenage)",
        "faux nom",
        "cache derriere",
        "(?:vraies|veritables) intentions",
        "obtenir (?:des|une|ses) (?:photos?|images?)",
    ),
    innocent=(
        r"pieges? (?:photo\w*|a \w+)",
        r"menac\w* (?:par|de) (?:la |le |les |l'|une |un )?"
        r"(?:pluie|orages?|neige|temps|greve|vent|fermeture|annulation)",
        r"especes? (?:\w+ )?en danger",
        "espece menacee?",
        "especes menacees",
    ),
)

_NUMBER = "(?:dix|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille)"

DEMAND = Phrases(
    guilty=(
        rf"(?:t'as|tu as|tu n'as|il te reste) (?:plus que )?(?:jusqu'a|(?:\d+|\w+ ) ?{_UNIT}(?= "
        rf"(?:pour|max)|[.!\n]|$))",
        rf"je te (?:laisse|donne) (?:encore )?(?:jusqu'a|(?:\d+|\w+ ) ?{_UNIT}(?! d))",
        r"(?:paie|paye|payer|payes|verse|verser|vire|virer) (?:moi )?(?:par|avec|via|en) (?!toi|lui|elle|moi)\w+",
        r"si (?:t'as|tu as|tu n'as|t'auras) pas paye",
        "si tu (?:ne )?(?:paies|payes) pas",
        "tant que (?:t'as|tu n'as) (?:pas|rien) paye",
        r"je (?:publie|balance|poste|diffuse) (?:tout|ca|la video|la photo|l'image)?[^.!?\n]{0,12}"
        r"(?:a|dans|des|avant) (?:\d|ce|demain|minuit)",
        rf"tu as (?:\d+|\w+ ) ?{_UNIT}, (?:pas plus|max|apres|sinon)",
        r"si (?:a|demain|ce soir)[^.!?\n]{0,20} j'ai (?:toujours )?(?:rien|pas)",
        r"je (?:publie|diffuse|balance)(?= tout|[.!,\n]|$)",
        "la moitie (?:maintenant|tout de suite|ce soir)",
        "(?:un|une|par|des|de) pcs",
        "dernier delai",
        "derniere chance",
        "ultimatum",
        rf"dans \w+ {_UNIT},? (?:c'est|ce sera|il sera|ca sera) trop tard",
        r"(?:apres|demain|ce soir),? (?:c'est|ce sera|il sera|ca sera) trop tard",
        r"avant (?:ce soir|demain|minuit|midi|\d+ ?h|la fin)[^.!?\n]{0,30}\b(?:ou|sinon) (?:je|tout|tes|ta|ton|ca)",
        rf"sinon (?:je|tout|tes|ta|ton|ca)\b[^.!?\n]{{0,40}}{_SHOWS}\w*",
        "cartes? (?:prepayee?s?|cadeaux?|bancaires?|pcs)",
        r"(?:achete|acheter|prends|envoie|envoyer)\w* (?:\w+ ){0,2}(?:recharges?|coupons?)",
        r"(?:recharges?|coupons?) (?:pcs|transcash|neosurf|toneo|au tabac|au bureau)",
        "(?:un|le|par|en) virement",
        r"crypto\w*",
        "bitcoins?",
        "iban",
        "(?:par|un|en) mandat(?! d)(?: cash| postal)?",
        "(?:le|un) code (?:de|du) (?:la |ta |ton )?(?:carte|recharge|coupon|ticket)",
        "numero de (?:ta |la )?carte",
        rf"{_NUMBER} (?:\w+ )?(?:euros|balles(?! d)|dollars)",
    ),
    innocent=(r"mandat de \w+",),
)

_OFTEN = (
    "(?:souvent|la plupart du temps|dans la plupart des cas|dans la majorite des cas|en general|generalement"
    "|d'habitude|habituellement)"
)
_DONE = r"(?:execut|publi|diffus|partag|envoy)\w*"

REASSURANCE = Phrases(
    guilty=(
        rf"{_OFTEN}[^.!?\n]{{0,120}}\b(?:pas|rien|jamais|aucune?)\b[^.!?\n]{{0,120}}\b{_DONE}",
        rf"{_OFTEN}[^.!?\n]{{0,120}} n(?:e |')(?:publie|diffuse|envoie|partage)\w* (?:pas|rien|jamais)",
        rf"{_OFTEN}[^.!?\n]{{0,120}} mett\w+ (?:pas|jamais) [^.!?\n]{{0,120}}menaces?",
        rf"rarement (?:\w+ ){{0,2}}{_DONE}",
        r"rarement mise?s? a execution",
        rf"(?:presque|quasiment) jamais (?:\w+ ){{0,2}}{_DONE}",
        rf"rare qu[^.!?\n]{{0,120}}\b{_DONE}",
    ),
)

# -- choices about an image

_SENT = "(?:envoyer|envoie|envoies|prendre|prends|faire|fais|filmer|filme|poster|poste|tourner|refaire)"
_KEPT = (
    "(?:ouvrir|ouvre|regarder|regarde|garder|garde|enregistrer|enregistre|telecharger|telecharge|transferer|transfere"
    "|montrer|montre|partager|partage|conserver|conserve|sauvegarder|sauvegarde|agrandir|publier)"
)
_SORT = "(?:intimes?|denudee?s?|masquee?s?|demandee?s?|de (?:toi|moi|soi)|de (?:mon|ton|son) corps)"
_HARMLESS = r"(?! d(?:u|e la|es|e l'|e mon|e ma|e mes|e notre|e nos|e son|e sa|'une?)\b)"

NO_IMAGE = (
    r"\b(?:ne|pas|jamais|sans|sauf|rien|aucune?|ni|non|refus\w*|supprim\w*|effac\w*|retrait|retirer|signal\w*|bloqu\w*"
    r"|etein\w*|coup(?:e|er)|captur\w*|raconter)\b|\bn'"
)
"""A choice that says one of these refuses, removes, or is about messages."""

IMAGE_ANYWHERE = rf"\b(?:{_SENT}|{_KEPT})\b[^.!?\n]{{0,25}}\b{_IMAGE} {_SORT}\b"
"""Says in so many words that the image is an intimate one."""

IMAGE_THERE = "|".join(
    (
        rf"\b{_KEPT} (?:\w+ )?(?:l'|la |les |sa |son |cette |ces |des ){_IMAGE}\b{_HARMLESS}",
        rf"\b{_SENT} (?:\w+ ){{0,2}}(?:une|la|ma|sa|des|cette|quelques) (?:\w+ )?{_IMAGE}\b{_HARMLESS}",
        r"\ben (?:envoie|envoyer|fais|faire|prends|prendre|montre|montrer)s? (?:une|deux|plusieurs|d'autres)\b",
        r"\b(?:allum|activ|branch|mets|mettre|rallum)\w* (?:\w+ )?(?:cam|camera|webcam)\b(?! "
        r"(?:dans|au|sous|hors|de cote|sur|en))",
        rf"^(?:[\w ]{{1,12}}, )?(?:une|la) (?:autre )?{_IMAGE}\b{_HARMLESS}",
        r"\b(?:faire|fais|regarder|ouvrir|envoyer|accepter) ce qu(?:e \w+ |'il |'elle |'on )"
        r"(?:a envoye|a recu|demande|veut|reclame|voulait)\b",
        r"\b(?:me|se) (?:filmer|prendre en photo|montrer)\b",
        r"\bje (?:te |t')?(?:l'|la |les )(?:envoie|prends|filme)\b",
        r"\bjuste une(?: seule| fois)?$",
        r"\b(?:l'|la |les |la lui |les lui |lui )envoyer(?=[,.!]|$| pour\b)",
        rf"\b(?:cliquer|clique|appuyer|zoomer) sur (?:l'|la ){_IMAGE}\b",
    )
)
"""The same where the scene has just asked for one, or shown one."""

# -- the player, as several or as an adult

PLURAL = r"\b(?:ensemble|a deux|a trois|a plusieurs|deux|trois|quatre|tous|toutes|les uns|amis|amies|et toi|toi et)\b"
TU = r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt'"
VOUS = r"(?<!-)\b(?:vous|votre|vos)\b"
IMPERATIVE = (
    r"(?:^|[.!?:;,] |\n)(?:et |puis |alors |n'|ne |s'il |surtout )*(?!(?:allez|assez|chez|nez|voyez|tenez|rez|venez)\b)"
    r"[a-z]{2,}ez\b"
)
PAST = r"\bvous (?:l'|les |tout |bien |vous l'|en |y )?(?:avez|aviez|etiez|etes alle\w*|etes venu\w*)\b(?! \w+ez\b)"
PRESENT = r"\bvous avez (?:le|la|l'|un|une|du|des|besoin|raison|peur|tort|droit|envie|toujours|encore)\b"
QUOTED = '«[^»]{0,300}»|"[^"]*"|“[^”]{0,300}”'
