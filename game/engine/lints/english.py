"""The phrases that the lints look for in English texts, and those that look alike and are innocent.

They are fragments of regular expressions on folded text (`speech`): without accents, in lower case. What is done with a
hit is left to the lints.
"""

from __future__ import annotations

from game.engine.lints.speech import Phrases

_IMAGE = "(?:photos?|images?|videos?|selfies?|clips?|films?|pictures?|pics?)"
_OUT = "(?:published|posted|shared|shown|seen|sent|leaked|spread|carried out|used|put online|made public)"
_UNIT = "(?:minutes?|hours?|days?)"

SEXUAL = Phrases(
    guilty=(
        "nudes?",
        "nudity",
        "(?:private|intimate) parts",
        "dick ?-?pics?",
        "(?:is|are|was|were|being|still|i'm|you're) a virgin",
        "naked",
        "(?:get|gets|got|getting|completely|half) undressed",
        "undress(?:ing)?",
        r"porn\w*",
        "sext(?:s|ed|ing)?",
        "sex",
        "sexes",
        "sexy",
        r"sexual\w*",
        "breasts?",
        "boobs?",
        "underwear",
        "topless",
        "lingerie",
        "x-rated",
        "(?:sleep|slept|sleeping) (?:together|with (?:him|her|me|you|someone|somebody))",
        "(?:knickers|panties|bra|bras|thong)",
        r"genital\w*",
        "penis",
        "vagina",
        r"masturbat\w*",
        r"orgasm\w*",
        "erections?",
        r"erotic\w*",
        r"strip-?tease\w*",
        "strip(?:ped|ping)? (?:off|for|naked)",
        "(?:make|makes|made|making) love",
        r"(?:send|show|want|ask)\w*(?: for)? (?:\w+ ){0,3}(?:photos?|pictures?|pics?|selfies?|videos?) "
        r"(?:of (?:you|yourself|me|her|him|herself|himself) )?in (?:\w+ )?(?:bikini|swimsuit|swimming costume)"
        r"(?! for )",
        "(?:take|takes|took|taking) off (?:your|his|her|my|their) (?:clothes|shirt|top|trousers)",
        "(?:take|takes|took|taking) (?:your|his|her|my|their) (?:clothes|shirt|top|trousers) off",
    ),
    innocent=(
        "naked (?:eye|truth|mole|flame)",
        "chicken breasts?",
        "sexual (?:abuse|violence|assault|harassment|exploitation|orientation|health|education|offen\\w+)",
        "(?:single|same|opposite|both)[ -]sex(?:es)?",
        "sex education",
        "(?:choose|pick|select|report)\\w* [“\"']?nudity",
    ),
)

_ADVERB = "(?:so |too |very |quite |a bit |a little |really |rather |pretty )?"
_NAIVE = "(?:naive|stupid|foolish|silly|dumb|careless|reckless|gullible|irresponsible|an idiot|a fool|ridiculous)"

BLAME = Phrases(
    guilty=(
        "(?:you|sacha) (?:really )?(?:should|ought to) (?:never |not )?have"
        r"(?! (?:a|an|the|some|somebody|someone|to|your|no|any|time|help|access|another|more|less|nothing|fun)\b)",
        "(?:you|sacha) (?:shouldn't|oughtn't to) have",
        "you could (?:easily )?have (?:avoided|refused|said no|blocked|prevented|thought|checked)",
        "you ought to have",
        "(?:it is|it was|it's|this is|that is|that was|that's) (?:all |partly |also |a bit |really |kind of )?"
        "(?:your|sacha's|his|her) (?:own )?(?:fault|mistake)",
        "(?:it is|it was|it's|this is|that is|that was|what) a (?:big |bad |serious |huge |silly |stupid )?mistake",
        "(?:you|sacha) made a (?:big |bad |serious |huge |silly |stupid )?mistake",
        f"you (?:were|are|have been) (?:being )?{_ADVERB}{_NAIVE}",
        f"(?:sacha|he|she) (?:was|has been) {_ADVERB}{_NAIVE}",
        f"(?:it was|it is|that was|how) {_ADVERB}(?:a )?{_NAIVE}",
        "a (?:foolish|stupid|silly|dumb|reckless) (?:thing|idea|move|choice)",
        "(?:you|sacha) fell for (?:it|that|this)",
        "(?:you|sacha) fell (?:right )?into",
        "(?:wrong|bad) (?:answer|choice|decision)",
        "you (?:asked for|deserved|brought) (?:it|this|that)",
        "you (?:were|are) (?:quite )?wrong",
        "(?:you|sacha) (?:were not|weren't|was not|wasn't|are not|aren't) (?:being )?(?:very |really )?"
        "(?:careful|cautious|wary|smart|clever|sensible)",
        "(?:you|sacha) (?:only |just )?made (?:it|things) worse",
        "let (?:yourself|himself|herself) (?:be|get)",
        "(?:it|that|this) (?:is|was) your (?:own )?responsibility",
        "you (?:are|were) (?:partly |also |in part )?(?:responsible|to blame)",
        "your (?:own )?(?:naivety|stupidity|carelessness|foolishness)",
        "(?:gave in|answered|trusted \\w+|said yes|believed \\w+) (?:far |much )?too (?:quickly|easily|soon|fast)",
        "too bad,? you",
        "serves (?:you|him|her) right",
        "not (?:very|really|that) (?:clever|smart|wise|careful|sensible|bright)",
        "wrong of (?:you|sacha|him|her)",
        "got yourself into",
        "because of you",
        "you did not (?:think|listen|check)",
        "you didn't (?:think|listen|check)",
        "shame on",
        "if you had (?:only )?(?:listened|thought|checked|waited|refused|said no|asked)",
        "(?:well|but|still|after all),? you did (?:send|accept|say yes|agree|ask|answer)",
        r"(?:nobody|no one) (?:forced|made) (?:you|sacha)(?! (?:to )?(?!to|send|answer|accept|click|do it|pay)\w)",
        "you should be ashamed",
        "(?:be|pay) more (?:careful|attention)",
        "(?:that is|that's|this is) what happens when",
        "yourself to blame",
        "what were you thinking",
        "you knew (?:it|better|very well)",
        "you were warned",
        "why did you (?:send|accept|answer|trust|reply)",
    ),
    innocent=(
        r"(?:nobody|no one|none) (?!(?:forced|made) (?:you|sacha))[^.!?\n]{0,120}",
        r"if (?:nobody|no one) [^.!?\n]{0,120}",
        r"(?:somebody|someone|anybody|anyone|people) (?:say|says|tell|tells)\b[^.!?\n]{0,120}",
        "(?:no|not a|never a|not the|never the) (?:wrong|bad) \\w+",
        r"(?:say|says|said|think|thinks|believe|believes|tell|tells) (?:\w+ )?(?:that )?(?:it is|it was|it's) "
        r"[^.!?\n:,]{0,120}fault",
        "you should have (?:seen|heard)",
        "you should (?:never|not) have (?:to|had to|been)",
    ),
)

PROMISE = Phrases(
    guilty=(
        rf"(?:will|would) (?:never|not) (?:ever )?be {_OUT}",
        rf"won't (?:ever )?be {_OUT}",
        rf"(?:isn't|aren't|is not|are not) going to be {_OUT}",
        "nothing (?:bad |more |else )?(?:will|is going to) (?:ever )?happen",
        "nothing will be (?:published|posted|shared|sent|leaked)",
        r"(?:delete|deleted|erase|erased|remove|removed|gone|wipe|wiped) (?:\w+ ){0,2}(?:everywhere|forever|for good)",
        "(?:nobody|no one) will ever (?:see|know|find|get|receive)",
        "(?:nobody|no one) will see (?:it|the picture|the image|the photo|this|that)",
        "you (?:are|will be) (?:now |completely |perfectly |totally )?safe(?: now)",
        "you (?:are|will be) (?:completely|perfectly|totally) safe",
        "(?:everything|all|it) (?:will|is going to) (?:all )?(?:be (?:fine|ok|okay|alright|over|all right)|work out)",
        "(?:everything|it)'ll (?:all )?(?:be (?:fine|ok|okay|alright|over)|work out)",
        "(?:won't|will not|will never|would never) (?:dare|carry out|follow through|come back|do it|write again)",
        "(?:would|will) never dare",
        r"(?:the police|they|we) (?:will|are going to) (?:\w+ )?(?:find|catch|arrest|identify)",
        r"(?:will|is going to) (?:\w+ )?(?:disappear|vanish) from",
        "will (?:soon )?(?:leave you alone|give up|stop writing)",
        "(?:we|i) (?:can )?(?:guarantee|promise|swear|assure you)",
        "it will (?:certainly |definitely )?stop",
        "(?:will|can) never (?:get out|leak|be found|circulate|hurt|reach|contact|come back|write|get at)",
        rf"no {_IMAGE} will (?:ever )?(?:be|get|leave)",
        "(?:won't|will not) be back(?! (?:before|until|on))",
        "over for good",
        "(?:won't|will not) (?:spread|circulate|get out|leak)",
        "go back to normal",
        "(?:one hundred|a hundred) per ?cent",
        "100 ?%",
        "guaranteed",
        "will (?:certainly|definitely|surely) (?:give up|stop|leave|go away|forget|be removed|be deleted)",
        "police (?:will )?always (?:find|catch)",
        "(?:parents|mum|mom|dad|mother|father|family|friends|teachers?) (?:will not|won't|will never|are not going to) "
        "be (?:angry|cross|mad|upset|disappointed|shocked)",
        "nothing to (?:fear|worry about)",
        "no risk",
        "you can (?:relax|sleep easy|stop worrying)",
        "(?:everyone|everybody) will (?:soon )?(?:forget|have forgotten)",
    ),
    innocent=(
        r"(?:nobody|no one|nothing|cannot|can't|impossible) [^.!?\n]{0,120}"
        r"(?:promis|guarant|swear|assur)[^.!?\n]{0,120}",
        r"(?:know|knows|hope|hopes|hoped|say|sure|wonder|wonders) (?:whether|if|that) [^.!?\n]{0,120}",
        r"(?:promised|promises|claimed|claims) [^.!?\n]{0,120}",
        rf"if [^.!?\n,]{{0,120}}{_OUT}",
    ),
)

GIVEAWAY = Phrases(
    guilty=(
        "(?:trap|traps|trapped)",
        r"blackmail\w*",
        r"scam\w*",
        r"sextort\w*",
        r"extort\w*",
        r"predator\w*",
        r"groom(?:er|ers|ing|ed)",
        "fake (?:profile|account|friend|identity|girl|boy|name)s?",
        r"manipulat\w*",
        r"threat\w*",
        r"danger\w*",
        r"beware\w*",
        "victims?",
        r"harass\w*",
        r"cyber\w*",
        "(?:pretends|pretending|pretend|pretended|claims|claiming) to be",
        "who they (?:claim|say|seem)",
        "who (?:he|she) (?:claims|says)",
        "(?:goes|go|went|gone|going) wrong",
        "not (?:so|that|very|as) (?:nice|friendly|kind|innocent|harmless)",
        "(?:not|n't|never) (?:to )?(?:be )?trust(?:ed)?",
        "(?:should|could|can|must) not trust",
        "shouldn't trust",
        "nothing to (?:fear|worry about)",
        "harmless",
        "no risk",
        "(?:bad|evil|dark) intentions?",
        "targets? (?:teen\\w*|kids|children|minors|young)",
        "too good to be true",
        "intimate (?:photos?|pictures?|images?)",
        "(?:tricked|fooled|deceived|conned)",
        "(?:no|not a|not a real|never a) friend",
        r"get(?:s|ting)? (?:photos?|pictures?|money) (?:out of|from)",
        "con (?:artists?|man|men)",
        "mask (?:comes off|slips|falls|is off)",
        r"impost[eo]r\w*",
        "prey",
        "(?:real|true) intentions",
        r"catfish\w*",
        "hid(?:es|ing) behind",
        "(?:suspicious|dodgy|shady|sketchy) (?:profile|account|stranger|person|contact|friend)s?",
        "l(?:ies|ied|ying) about (?:his|her|their) (?:age|name|identity)",
        "behind (?:this|the|that|his|her) (?:account|profile|screen|avatar|nickname|photo|picture|smile),? "
        "(?:there is|is|hides|someone|somebody|an adult|a man|lies)",
        "lur(?:e|es|ed|ing)",
        "sinister",
        "(?:wants|wanted|asks for|asked for|demands) (?:pictures|photos|images)(?! of)",
    ),
    innocent=(
        "(?:camera|mouse|rat|wasp|fly|speed|tourist|sand|bear) ?-?traps?",
        "trap ?doors?",
        r"threaten\w* (?:by|with) (?:the )?(?:rain|storms?|snow|weather|strike|closure|wind)",
        "endangered",
        "dangers? of (?:the )?(?:extinction|waves?|sea|water|fire|roads?|mountains?|snow|sun|cold|currents?)",
    ),
)

_NUMBER = "(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand)"

DEMAND = Phrases(
    guilty=(
        rf"you (?:only )?(?:have|got|have got) (?:until|till|\w+ {_UNIT}(?= (?:to|max)|[.!\n]|$))",
        rf"you've (?:only )?got (?:until|till|\w+ {_UNIT})",
        rf"(?:i'll|i will|i'm|i am) (?:give|giving) you (?:until|till|\w+ {_UNIT})",
        "last chance",
        "final warning",
        "ultimatum",
        rf"in \w+ {_UNIT},? (?:it's|it is|it will be|it'll be) too late",
        r"(?:after|tomorrow|tonight),? (?:it's|it is|it will be|it'll be) too late",
        r"(?:by|before) (?:tonight|tomorrow|midnight|noon|\d+)[^.!?\n]{0,30}\bor (?:i|everyone|everybody|your|else)",
        r"or (?:else )?(?:your|everyone|everybody|i) [^.!?\n]{0,30}(?:see|sees|post|send|publish|share)\w* "
        r"(?:it|everything|all)",
        "(?:prepaid|gift|credit|debit) cards?",
        "vouchers?",
        "unless you pay",
        "(?:if|until) you (?:do not|don't|haven't|have) (?:pay|paid)",
        r"pay (?:me )?(?:with|by|via|through|using|in) (?!me|us|him|her|attention)\w+",
        "half (?:now|tonight|today)",
        rf"you have \w+ {_UNIT}, (?:no more|max|or)",
        r"i (?:publish|post it|leak it)(?=[.!,\n]|$)",
        r"(?:i|i'll|i will) (?:post|publish|leak|share) (?:it|them|everything) (?:at|in|by|tonight|tomorrow)",
        "bank transfer",
        "wire transfer",
        r"crypto\w*",
        "(?:bitcoin|bitcoins|ethereum)",
        "iban",
        "money order",
        "(?:now|tonight|today|tomorrow),? or else",
    ),
    innocent=(
        "(?:gave|got|won|has|had|i have) (?:me |us |him |her )?a gift card",
        "(?:bank|wire) transfer from (?:my|grandad|grandma|mum|mom|dad|the)",
    ),
)

SORTS_OF_DEMAND = (
    ("amount", r"\bhalf\b"),
    (
        "means",
        r"\b(?:cards?|vouchers?|transfer|crypto\w*|bitcoins?|ethereum|iban|money order)\b"
        r"|\bpay (?:me )?(?:with|by|via|through|using|in)\b",
    ),
    (
        "deadline",
        rf"\b(?:until|till|last chance|final warning|ultimatum|too late|by|before|tonight|tomorrow|{_UNIT})\b"
        r"|\b(?:at|in) \d",
    ),
)
"""What a phrase of `DEMAND` is: the first that fits, else a threat."""

SPELT_AMOUNT = Phrases(guilty=(rf"{_NUMBER} (?:\w+ )?(?:euros|dollars|pounds|quid|bucks)",))

CLAIM = (
    r"\b(?:sends?|pay|give me|find|transfer|you owe|i (?:want|need)|or (?:i|else|your|everyone|everybody)"
    r"|delet\w*|posts?|publish\w*|leak\w*|demand\w*|threat\w*|in (?:exchange|return)|not a (?:penny|cent)"
    r"|your reputation|silence|right now)\b"
)
"""An amount that shows no sign counts beside one of these: friends also say what things cost."""

_OFTEN = (
    "(?:often|most of the time|in most cases|usually|generally|more often than not|as a rule|normally|in general"
    "|mostly)"
)
_DONE = "(?:carried|carry|published|posted|post|shared|share|sent|leaked|follow through|executed)"

REASSURANCE = Phrases(
    guilty=(
        rf"{_OFTEN}[^.!?\n]{{0,120}}(?:\b(?:not|never|nothing|no|none)|n't)\b[^.!?\n]{{0,120}}\b{_DONE}",
        rf"(?:rarely|seldom) (?:\w+ ){{0,2}}{_DONE}",
        rf"(?:hardly|almost never|scarcely) (?:ever )?(?:\w+ ){{0,2}}{_DONE}",
        rf"rare (?:for|that)[^.!?\n]{{0,120}}\b{_DONE}",
    ),
)

# -- choices about an image

_SENT = "(?:send|sending|take|taking|make|film|record|post|upload)"
_KEPT = "(?:open|look at|watch|keep|save|download|forward|show|share|publish|store|zoom into|view)"
_SORT = "(?:of (?:yourself|myself|me|you|my body|your body))"
_HARMLESS = r"(?! (?:of|for|from) (?:the|my|our|a|an|his|her|driss|ines)\b)"

NO_IMAGE = (
    r"\b(?:not|no|never|without|except|nothing|refus\w*|(?<!you )(?:delet|eras)\w*|remov\w*|report\w*"
    r"|block\w*|screenshots?|tell)\b"
    r"|n't\b|(?<!take )\boff\b"
)
"""A choice that says one of these refuses, removes, or is about messages."""

IMAGE_ANYWHERE = "|".join(
    (
        rf"\b(?:{_SENT}|{_KEPT})\b[^.!?\n]{{0,25}}\b(?:intimate|naked|nude|hidden) {_IMAGE}\b",
        rf"\b{_SENT}\b[^.!?\n]{{0,25}}\b{_IMAGE} {_SORT}\b",
        rf"\b{_SENT}\b[^.!?\n]{{0,25}}\b{_IMAGE} (?:that )?(?:they|he|she|you|\w+) (?:asked|asks|wants?|wanted)\b",
    )
)
"""Says in so many words that the image is an intimate one."""

IMAGE_THERE = "|".join(
    (
        rf"\b{_KEPT} (?:the|a|his|her|their|this|that|it to) (?:\w+ )?{_IMAGE}\b{_HARMLESS}",
        rf"\b{_SENT} (?:\w+ ){{0,2}}(?:a|the|my|some|another|this) (?:\w+ )?{_IMAGE}\b{_HARMLESS}",
        r"\b(?:send|make|take|show) (?:\w+ )?(?:one|some|another)\b",
        r"\b(?:turn|switch|put) (?:\w+ )?(?:the |my )?(?:cam|camera|webcam) on\b(?! (?:the|to (?:say|greet))\b)",
        r"\b(?:turn|switch|put) on (?:the |my )?(?:cam|camera|webcam)\b(?! to (?:say|greet)\b)",
        rf"^(?:[\w ]{{1,12}}, )?(?:a|the|another) {_IMAGE}\b{_HARMLESS}",
        r"\b(?:do|look at|open|send|accept) what (?:\w+) (?:sent|asks|asked|wants?|wanted|demands?)\b",
        r"\b(?:film|show) myself\b",
        r"\bsend it\b",
        r"\bsending (?:it|one|them|you)\b",
        r"\bjust (?:the )?(?:one|once)$|\bjust (?:the )?one[,.!]",
        r"\bforward it to (?!(?:mum|mom|dad|my|the|a|an)\b)\w+",
        r"\b(?:send|show) (?:\w+ )?(?:yours|hers|theirs)\b|\bask for (?:hers|theirs|one in return)\b",
        r"\btake off (?:the|my|your) (?:shirt|t-shirt|top|hoodie|jumper|sweater|clothes|trousers)\b",
        rf"\b(?:click|tap|zoom in) on the {_IMAGE}\b",
    )
)
"""The same where the scene has just asked for one, or shown one."""
