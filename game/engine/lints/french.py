"""The phrases that the lints look for in French texts, and those that look alike and are innocent.

They are fragments of regular expressions on folded text (`speech`): without accents, in lower case. What is done with a
hit is left to the lints.
"""

from __future__ import annotations

from game.engine.lints.french_blame import BLAME as BLAME
from game.engine.lints.speech import Phrases

_IMAGE = "(?:photos?|images?|videos?|selfies?|clips?|films?)"
_OUT = r"(?:publie|diffuse|partage|montre|devoile|poste|transmis|envoye|vu|utilise)(?:e|s|es)?"
_SHOWS = "(?:publi|diffus|balanc|envoi|envoy|montr|post|partag|voi)"
_UNIT = "(?:minutes?|heures?|jours?|h)"
_TO_GIVE_IN = (
    "(?:me |m'|te |le |la |les |l')?(?:payer|envoyer|repondre|trouver|decider|verser|donner|obeir|virer|faire)"
)

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
        "dick ?-?pics?",
        "part(?:ie|ies) intimes?",
        "(?:photos?|images?|videos?|selfies?) de nudite",
        "(?:elle|il|tu|t'es) (?:est |es )?(?:encore|toujours) vierges?",
        *(f"{how} nue?s?" for how in ("tout", "toute", "toutes", "completement", "entierement", "moitie")),
        *(f"{what} (?:de \\w+ )?nue?s?" for what in ("photos?", "images?", "videos?", "corps", "filles?", "garcons?")),
        "nue?s? (?:sur|devant) (?:la|une|sa|ma|ta|cette)",
        "(?:belle|jolie|grosse|petite|superbe|enorme) poitrine",
        r"(?:photos?|images?|selfies?|videos?) de (?:ta|sa|ma|leur) poitrine",
        r"(?:envo[iy]\w*|demand\w*|veut|veux|voul\w+|voudr\w+|reclam\w*|montr\w*)(?: moi|-moi)? (?:\w+ ){0,3}"
        r"(?:photos?|images?|selfies?|videos?) (?:de (?:toi|moi|lui) |d'elle )?en (?:maillot|bikini)"
        r"(?! (?:de (?!bain)|du |des |d'|pour ))",
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
        "quel sexe",
        "(?:le|du) sexe (?:du|de la|de l'|des) ?"
        "(?:chiots?|chatons?|chiens?|chats?|poissons?|bebes?|poussins?|animal|animaux|anges|plantes?|fleurs?)",
        r"(?:arbres?|branches?|fils?|cables?|murs?|collines?|paysages?|jardins?) denud\w*",
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
        "tout (?:va|finira par|finit par) (?:vite |bientot |forcement |surement |toujours )?"
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
        "(?:il|elle|ils|elles) (?:abandonner|renoncer|se lasser)(?:a|ont)",
        "(?:chantage|menaces?|harcelement) s'arrete(?:nt)? (?:toujours|forcement)",
        "dispara(?:it|itra|issent|itront) (?:definitivement|pour de bon|pour toujours|a jamais|partout)",
        "plus rien ne (?:pourra|peut|va) (?:t'arriver|te faire|te toucher|te nuire)",
        "(?:parents|pere|mere|maman|papa|famille|amis|amies|profs?) ne (?:sera|seront) (?:pas|jamais) "
        r"(?:fache|en colere|decu|furieu|choque)\w*",
        "(?:parents|pere|mere|maman|papa|famille|amis|amies|profs?) ne t'en voudr(?:a|ont) (?:pas|jamais)",
        r"(?:site|plateforme|appli|police|helpline\}|helpline-name\}|moderation|moderateurs) "
        "(?:effacera|supprimera|retirera|enlevera)(?:it|ient|nt)? (?:tout|toutes?|l'image|la photo|la video)",
        r"(?:site|plateforme|appli|police|helpline\}|helpline-name\}|moderation|moderateurs) "
        "(?:l'|la |le |les )(?:effacera|supprimera|retirera|enlevera|retrouvera|arretera|identifiera|attrapera)",
        "te (?:croira|croiront|soutiendra|soutiendront|comprendra|comprendront|pardonnera|pardonneront) "
        "(?:tous|toutes|toujours|forcement|a coup sur|sans (?:aucun |le moindre )?(?:doute|hesiter))",
        "(?:on|je|nous) (?:te |t'|le )?(?:garanti[st]?|garantissons|promets|promet|assure|jure) que",
        "ca (?:s'arretera|va s'arreter|finira par s'arreter)",
    ),
    innocent=(
        r"(?:personne|rien|impossible)[^.!?\n]{0,120}(?:promet|garanti|jur|assur)[^.!?\n]{0,120}",
        r"(?:sait|sais|savoir|demande|espere\w*) (?:pas )?(?:si|que) [^.!?\n]{0,120}",
        r"(?:promet\w*|promis|pretend\w*|jur\w+) (?:de |qu)[^.!?\n]{0,120}",
        r"si [^.!?\n,]{0,120}ne sera (?:pas|plus)",
        r"peut-etre qu[^.!?\n]{0,60}",
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
        "ment sur (?:son|sa|ses) (?:age|identite|nom|prenom|photos?)",
        "en (?:realite|fait|verite) une? (?:vraie? (?:personne|amie?|fille|garcon)|adulte|homme|femme|bot)",
        "tombe(?:r|nt)? (?:dans les|entre les|entre de mauvaises) (?:filets|griffes|mains)"
        "(?! d[eu] (?:gardien|volley|tennis|peche|but))",
        "bandes? organisees?",
        "derriere (?:ce|cet|cette|le|son|l') ?(?:compte|profil|pseudo|ecran|avatar|photo|sourire),? "
        "(?:se cache(?:nt)?|il y a|c'est|on trouve|un homme|un adulte|une adulte|quelqu'un)",
        "(?:rencontres?|profils?|comptes?|inconnue?s?|amie?s?|demandes?|contacts?) (?:tres |un peu |assez )?"
        r"(?:louches?|suspecte?s?|suspicieu\w+|douteu\w+)",
        "(?:cache|cachait|dissimule) (?:bien )?(?:son jeu|la verite|sa (?:vraie|veritable) identite"
        "|son (?:vrai|veritable) (?:nom|age|visage))",
        "(?:vraies|veritables) intentions",
        "obtenir (?:des|une|ses) (?:photos?|images?)",
    ),
    innocent=(
        r"pieges? (?:photo\w*|a \w+)",
        r"menac\w* (?:par|de) (?:la |le |les |l'|une |un )?"
        r"(?:pluie|orages?|neige|temps|greve|vent|fermeture|annulation)",
        r"especes? (?:\w+ )?en danger",
        "dangers? (?:de la |des |du |de l')"
        "(?:vagues?|mer|eau|courants?|incendies?|feu|montagne|route|neige|froid|soleil)",
        "espece menacee?",
        "especes menacees",
    ),
)

_NUMBER = "(?:dix|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille)"

DEMAND = Phrases(
    guilty=(
        rf"(?:t'as|tu as|tu n'as|il te reste) (?:plus que )?"
        rf"(?:jusqu'a(?! quel| combien|[^.!?\n]{{0,20}} pour (?:t'inscrire|rendre|finir|voter|jouer|repeter))"
        rf"|(?:\d+|\w+ ) ?{_UNIT}(?= (?:pour {_TO_GIVE_IN}|max)|[.!\n]|$))",
        rf"(?:t'as|tu as|il te reste) (?:plus que )?(?:\d+|\w+) ?{_UNIT} (?:avant (?:que |d')?|et (?:apres |ensuite )?)"
        rf"(?:je |j')(?:l'|la |les |le )?{_SHOWS}\w*",
        r"il (?:me|nous) (?:faut|faudra) \d{2,} (?:avant|d'ici|ce soir|demain|maintenant|tout de suite)",
        "(?:la|leur) (?:cb|carte (?:bleue|de credit)) (?:de (?:ta|ton|tes)|a (?:ta|ton|tes))",
        rf"je te (?:laisse|donne) (?:encore )?(?:jusqu'a|(?:\d+|\w+ ) ?{_UNIT}(?! d))",
        r"(?:paie|paye|payer|payes|verse|verser|vire|virer) (?:moi )?(?:par|avec|via|en) (?!toi|lui|elle|moi)\w+",
        r"si (?:t'as|tu as|tu n'as|t'auras) pas paye",
        "si tu (?:ne )?(?:paies|payes) pas",
        "tant que (?:t'as|tu n'as) (?:pas|rien) paye",
        r"je (?:publie|balance|poste|diffuse) (?:tout|ca|la video|la photo|l'image)?[^.!?\n]{0,12}"
        r"(?:a|dans|des|avant) (?:\d|ce|demain|minuit)",
        rf"tu as (?:\d+|\w+ ) ?{_UNIT}, (?:pas plus|max|apres|sinon)",
        r"si (?:a|demain|ce soir)[^.!?\n]{0,20} j'ai (?:toujours )?(?:rien|pas)",
        rf"si (?:j'ai|je n'ai) (?:toujours )?(?:pas|rien)[^.!?\n]{{0,30}}\b(?:tes|ta|ton|tout le monde)\b"
        rf"[^.!?\n]{{0,25}}\b{_SHOWS}\w*",
        r"je (?:publie|diffuse|balance)(?= tout|[.!,\n]|$)",
        "la moitie (?:maintenant|tout de suite|ce soir)",
        "(?:un|une|par|des|de) pcs",
        "dernier delai",
        "derniere chance",
        "ultimatum",
        rf"dans \w+ {_UNIT},? (?:c'est|ce sera|il sera|ca sera) trop tard",
        r"(?:apres|demain|ce soir),? (?:c'est|ce sera|il sera|ca sera) trop tard",
        r"avant (?:ce soir|demain|minuit|midi|\d+ ?h|la fin)[^.!?\n]{0,30}\b(?:ou|sinon) "
        r"(?:je|j'envoi\w*|tout|tes|ta|ton|ca)",
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
    ),
    innocent=(
        r"mandat de \w+",
        "(?:ma|notre) derniere chance",
        "(?:j'ai|a|avait|ont) (?:recu |eu |gagne |achete )?une carte cadeau",
        r"(?:mere|pere|maman|papa|parents|soeur|frere|il|elle|on|je) pai(?:e|ent) (?:par|avec|en) \w+",
        "(?:un|le) virement (?:de|d'une?|a) (?:papi|mamie|papa|maman|mes|ma|mon|la|notre)",
    ),
)

SORTS_OF_DEMAND = (
    ("amount", r"\b(?:faut|faudra) \d|\bla moitie\b"),
    (
        "means",
        r"\b(?:cb|cartes?|recharges?|coupons?|virement|crypto\w*|bitcoins?|iban|mandat|pcs)\b"
        r"|\b(?:pa[iy]e|verse|vire)\w* (?:moi )?(?:par|avec|via|en)\b",
    ),
    (
        "deadline",
        rf"\b(?:jusqu'a|minuit|midi|demain|ce soir|delai|derniere chance|trop tard|avant|ultimatum)\b|\d ?h\b"
        rf"|\b{_UNIT}\b|^si a\b|\b(?:a|dans|des) \d",
    ),
)
"""What a phrase of `DEMAND` is: the first that fits, else a threat."""

SPELT_AMOUNT = Phrases(guilty=(rf"{_NUMBER} (?:\w+ )?(?:euros|balles(?! d)|dollars)",))

CLAIM = (
    r"\b(?:envo(?:i|y)\w*|(?<!ai )(?<!a )pa(?:ies?|yes?|yer)|vers(?:es?|er)|vir(?:es?|er|ement)|sinon"
    r"|(?<!ai )(?<!a )(?:donne|trouve|file)s?|tu (?:me )?dois|il (?:me|nous) (?:faut|les)"
    r"|je (?:les )?veux (?:\d|mes|les)|ou (?:je|tout|ta|ton|tes)|effac\w*|supprim\w*|publi\w*"
    r"|balanc\w*|diffus\w*|reclam\w*|exig\w*|menac\w*"
    r"|en (?:echange|retour)|pas un centime|(?:ta|sa) reputation|silence|tout de suite)\b"
)
"""An amount that shows no sign counts beside one of these: friends also say what things cost."""

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
    r"\b(?:ne|pas|jamais|sans|sauf|rien|aucune?|ni|non|refus\w*"
    r"|(?<!\btu la )(?<!\btu l')(?<!\btu les )(?:supprim|effac)\w*|retrait|retirer|signal\w*|bloqu\w*"
    r"|etein\w*|coup(?:e|er)|captur\w*|raconter)\b|\bn'"
)
"""A choice that says one of these refuses, removes, or is about messages."""

IMAGE_ANYWHERE = rf"\b(?:{_SENT}|{_KEPT})\b[^.!?\n]{{0,25}}\b(?:{_IMAGE} {_SORT}|(?:fichiers?|contenus?) intimes?)\b"
"""Says in so many words that the image is an intimate one."""

IMAGE_THERE = "|".join(
    (
        rf"\b{_KEPT} (?:\w+ )?(?:l'|la |les |sa |son |cette |ces |des ){_IMAGE}\b{_HARMLESS}",
        rf"\b{_SENT} (?:\w+ ){{0,2}}(?:une|la|ma|sa|des|cette|quelques) (?:\w+ )?{_IMAGE}\b{_HARMLESS}",
        r"\ben (?:envoie|envoyer|fais|faire|prends|prendre|montre|montrer)s? (?:une|deux|plusieurs|d'autres)\b",
        r"\b(?:allum|activ|branch|mets|mettre|rallum)\w* (?:\w+ )?(?:cam|camera|webcam)\b(?! "
        r"(?:dans|au|sous|hors|de cote|sur|en|pour (?:dire|saluer)))",
        rf"^(?:[\w ]{{1,12}}, )?(?:une|la) (?:autre )?{_IMAGE}\b{_HARMLESS}",
        r"\b(?:faire|fais|regarder|ouvrir|envoyer|accepter) ce qu(?:e \w+ |'il |'elle |'on )"
        r"(?:a envoye|a recu|demande|veut|reclame|voulait)\b",
        r"\b(?:me|se) (?:filmer|prendre en photo|montrer)\b(?! en train)|\bme filme\b(?! en train)",
        r"\bje (?:te |t')?(?:l'|la |les )(?:envoie|prends|filme)\b",
        r"(?<!question )(?<!question, )\bjuste une(?:(?: seule| fois)?$|(?: seule)?[,.!])",
        rf"\bdemander (?:\w+ )?(?:une|sa|des) {_IMAGE} (?:en echange|en retour|aussi)\b",
        r"\b(?:envoie|envoies|envoyer|montre|montres|demander|demande) (?:\w+ )?(?:la|les) siennes?\b",
        r"\b(?:envoie|envoies|montre|montres)(?:-moi)? (?:\w+ )?(?:la|les) tiennes?\b",
        r"\benlev(?:er|e) (?:son|mon|le|ses|mes) (?:tee-shirt|t-shirt|haut|pull|sweat|vetements|habits|pantalon)\b",
        r"\b(?:la|les|l'en) voila$|\ben voila une\b",
        r"\b(?:l'|la |les |la lui |les lui |lui )envoyer(?=[,.!]|$| pour\b)",
        rf"\b(?:cliquer|clique|appuyer|zoomer) sur (?:l'|la ){_IMAGE}\b",
    )
)
"""The same where the scene has just asked for one, or shown one."""

# -- the player, as several or as an adult

PLURAL = r"\b(?:ensemble|a deux|a trois|a plusieurs|deux|trois|quatre|tous|toutes|les uns|amis|amies|et toi|toi et)\b"
TU = r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt'"
VOUS = r"(?:(?<!-)\b(?:vous|votre|vos)|\b(?!rendez)\w+[zs]-vous)\b"
IMPERATIVE = (
    r"(?:^|[.!?:;,] |\n)(?:et |puis |alors |n'|ne |s'il |surtout )*(?!(?:allez|assez|chez|nez|voyez|tenez|rez|venez)\b)"
    r"[a-z]{2,}ez\b"
)
PAST = r"\bvous (?:l'|les |tout |bien |vous l'|en |y )?(?:avez|aviez|etiez|etes alle\w*|etes venu\w*)\b(?! \w+ez\b)"
PRESENT = (
    r"\bvous avez (?:le|la|l'|un|une|du|des|besoin|raison|peur|tort|droit|envie|toujours|encore"
    r"|(?:\w+ )?(?:bien|mal) (?:fait|reagi|agi)|eu (?:raison|tort))\b"
)
"""Said to one player, although the past is often said to several."""
ONE_PERSON = r"\bvous (?:[\w']+ ){1,3}(?:seule?|fiere?|coupable|responsable|victime|mineure?)\b"
QUOTED = '«[^»]{0,300}»|"[^"]*"|“[^”]{0,300}”'
