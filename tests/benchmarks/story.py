"""Stories of any number of scenes, for measuring: the same bytes for the same numbers, on every machine.

Each scene has three messages, one of which shows a sign with a quotation, and three choices, of which one makes a fact
true and one can only be taken where another fact is. Every scene can be reached and every way leads on.
"""

from __future__ import annotations

from random import Random

_HEAD = """\
format: 1
title: "Une longue histoire"
summary: "Beaucoup de scènes, pour mesurer le temps qu’il faut pour les lire."
locale: fr-FR
trap: true
cast:
  me: {name: "Sacha"}
  alex: {name: "Alex", role: contact}
  ines: {name: "Inès", role: friend}
facts:
  told: "a parlé à quelqu’un"
  saved: "a gardé les messages"
  met: "a rencontré Alex"
  answered: "a répondu"
  waited: "a attendu"
scenes:
"""

_TAIL = """\
endings:
  calm: {title: "Le calme revient", debrief: "Quelqu’un sait, et c’est ce qui a changé l’histoire."}
"""

_FACTS = ("told", "saved", "met", "answered", "waited")

MESSAGES = (
    "Tu fais quoi ce soir : tu sors, ou tu restes ?",
    "Franchement, on dirait que je te connais depuis toujours 😄",
    "« Promis », je ne le dirai à personne. Enfin… presque !",
    "Il est 21:30, tu réponds quand tu veux #tranquille",
    "J’ai vu la vidéo du concert, c’était vraiment bien ^^",
    "Et sinon ça va, toi ? Tu n’as pas l’air comme d’habitude.",
    "Attends, je t’envoie l’adresse de l’autre appli, c’est plus simple",
    "ok",
)

REPLIES = (
    "Je préfère qu’on reste ici, si ça ne te gêne pas.",
    "Attends, j’en parle d’abord à Inès.",
    "Pourquoi : tu as quelque chose à cacher ?",
    "D’accord, mais pas ce soir.",
)

REASONS = (
    "Rester où l’on se sent bien, c’est déjà dire non.",
    "En parler à quelqu’un change la suite, même un tout petit peu.",
    "Une question simple montre souvent ce que veut l’autre.",
)


def text(scenes: int, terse: bool = False) -> str:
    """The text of a story of `scenes` scenes (1 or more). A terse one says as little as the format allows: a file may
    not be larger than 1 MB, so only terse stories can have 3,000 scenes."""
    chance = Random(7)
    return _HEAD + "".join(_scene(number, scenes, chance, terse) for number in range(scenes)) + _TAIL


def conversation(messages: int) -> bytes:
    """A story whose one scene has so many messages, of one to twenty-four words, by three people in turn."""
    chance = Random(7)
    words = " ".join(MESSAGES).split()
    said = (" ".join(chance.choices(words, k=chance.randint(1, 24))) for _ in range(messages))
    lines = (f"      {('alex', 'ines', 'me')[number % 3]}: {number} {some}\n" for number, some in enumerate(said))
    choices = """\
    choices:
      - {id: stay, reply: "Je reste ici.", because: "Rester, c’est déjà dire non.", go_to: calm}
"""
    return f"{_HEAD}  s0:\n    chat: |\n{''.join(lines)}{choices}{_TAIL}".encode()


def _scene(number: int, scenes: int, chance: Random, terse: bool) -> str:
    def ahead(most: int) -> str:
        target = number + chance.randint(1, most)
        return f"s{target}" if target < scenes else "calm"

    # The first choice leads to the next scene, so that none is out of reach; the last one may not be there.
    ways = (ahead(1), ahead(20), ahead(40))
    makes, needs = chance.choice(_FACTS), chance.choice(_FACTS)
    if terse:
        return _terse(number, ways, makes, needs)
    said = chance.sample(MESSAGES, 3)
    reply, other = chance.sample(REPLIES, 2)
    reasons = chance.sample(REASONS, 3)
    return f"""\
  s{number}:
    chat: |
      alex: {said[0]}
      ines: {said[1]}
      alex: {said[2]} On se connaît bien, non ?
        ^ too-fast "On se connaît bien"
    choices:
      - id: stay
        reply: "{reply}"
        because: "{reasons[0]}"
        go_to: {ways[0]}
      - id: ask
        reply: "{other}"
        because: "{reasons[1]}"
        sets: {makes}
        go_to: {ways[1]}
      - id: leave
        do: "Poser le téléphone et aller voir dehors"
        because: "{reasons[2]}"
        if: {needs}
        go_to: {ways[2]}
"""


def _terse(number: int, ways: tuple[str, str, str], makes: str, needs: str) -> str:
    return f"""\
  s{number}:
    chat: |
      alex: Salut
      ines: Oui
      alex: Bien ?
        ^ too-fast "Bien"
    choices:
    - {{id: a, reply: "Oui", because: "Non.", go_to: {ways[0]}}}
    - {{id: b, reply: "Oui", because: "Non.", sets: {makes}, go_to: {ways[1]}}}
    - {{id: c, do: "Oui", because: "Non.", if: {needs}, go_to: {ways[2]}}}
"""
