"""Names of real apps, games, sites and makers that people meet in a chat, in every language.

Names that are also words ("signal", "zoom", "snap") count only after a word such as "on". Which texts may hold a brand
is left to `leaks`.
"""

from __future__ import annotations

from game.engine.lints.speech import Phrases

_ALSO_WORDS = "(?:snap|signal|zoom|steam|teams|threads|meta|kick|line|switch|messenger|x)"
_NOT_A_WORD = r"(?! (?:d|de|du|des|of|to|for|the|from|sur|et|and)\b)"

BRANDS = Phrases(
    guilty=(
        r"snapchat\w*",
        r"snaps?(?= (?:moi|toi|me)\b)",
        r"instagram\w*",
        "insta",
        r"tik ?tok\w*",
        r"whats?app\w*",
        r"facebook\w*",
        r"telegram(?!me)(?!s)",
        "discord",
        r"youtub\w*",
        "twitch(?! (?:in|of|at))",
        "twitche(?:r|urs?)",
        "skype",
        "twitter",
        "omegle",
        "yubo",
        "bereal",
        "tinder",
        "reddit",
        "pinterest",
        "onlyfans",
        "vinted",
        "leboncoin",
        "roblox",
        "fortnite",
        "minecraft",
        "playstation",
        "ps ?[45]",
        "(?:ma|ta|sa|on my|on your) switch(?! (?:off|on|back|of|de|du|reseau))",
        r"xbox\w*",
        "nintendo",
        r"iphones?",
        "ipad",
        r"googl(?:e|er|es|ed|ing)",
        "gmail",
        "hotmail",
        "netflix",
        "spotify",
        "deezer",
        "amazon",
        "uber",
        "pronote",
        "shein",
        "chatgpt",
        "paypal",
        "paysafecard",
        "(?:transcash|neosurf|toneo)",
        "cartes? (?:cadeaux? )?(?:steam|psn|apple)",
        "steam cards?",
        "(?:virement|appli) lydia",
        "revolut",
        "moneygram",
        "western union",
        "samsung",
        "disney",
        rf"(?:sur|via|par|appli|on|over to|through) {_ALSO_WORDS}{_NOT_A_WORD}",
    ),
    innocent=(
        "discord (?:between|in|among)",
        r"telegram (?:from|to|that|of|she|he)\b",
        r"(?:a|an|the|this|that) (?:\w+ )?telegram(?! (?:app|group|channel|account|chat)\b)",
        r"(?:a|an|my|his|her|the|to) (?:\w+ )?twitch",
        "(?:au|sur|un|on|at) (?:le |the )?signal (?:d|of|from|to)",
        "on line",
        "on teams of",
    ),
)
