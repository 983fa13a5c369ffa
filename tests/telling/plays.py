"""Two stories and ways to look into pages, for the tests of the debrief."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.model import Scenario
from game.engine.problems import stops
from game.engine.read import read
from game.engine.reference import Reference
from game.engine.transcript import play
from game.telling.debrief_pages import pages
from game.telling.page import Block, Bubble, Bullets, Card, Heading, Link, Page, Paragraph, Quote, Span, Ways, full

TRAP = """\
format: 1
title: "Une partie de plus"
summary: "Une rencontre dans un jeu en ligne."
locale: fr-FR
trap: true
cast:
  me: {name: "Sacha", avatar: bass}
  alex: {name: "Alex", role: contact, avatar: wave}
  ines: {name: "Inès", role: friend, avatar: sun}
  noor: {name: "Noor", role: stranger}
facts:
  paid: "a payé"
scenes:
  contact:
    chat: |
      ~ mardi, 16 h 02
      alex: Salut ! On était dans la même partie hier, non ?
      me: Ouiii 😄
      ines: Tu viens répéter demain ?
      alex: T'as quel âge ? Viens sur une autre appli : c'est plus tranquille.
        ^ personal-questions "T'as quel âge ?"
        ^ change-app "Viens sur une autre appli"
        ^ secrecy "autre appli : c'est plus tranquille"
      noor: Et toi, tu joues où ?
        ^ personal-questions
    choices:
      - {id: stay, reply: "Je préfère rester ici.", because: "Ici, on peut bloquer."}
      - {id: follow, reply: "Ok, j'arrive.", because: "On voulait être tranquille."}
    go_to: quiet
  quiet:
    go_to: pressure
  pressure:
    skip: "Alex menace. Inès écrit au même moment."
    chat: |
      alex (masked): Demande d'argent
        ^ payment-demand
      ~ Alex menace de montrer une image.
        ^ threat
      ines: {helpline} au secours, c'est le {helpline} hein, pas le {17}
        ^ paid-rescue "c'est le"
    choices:
      - {id: proof, do: "Faire une capture", because: "La preuve d'abord.", steps: screenshots, go_to: here}
      - {id: block, do: "Bloquer le compte", because: "La pression s'arrête.", steps: [block, report-platform]}
      - {id: tell, do: "Appeler le {helpline}", because: "Parler au {helpline} aide.", steps: helpline}
      - {id: pay, do: "Payer", because: "On espère que ça s'arrête.", against: do-not-give-in, sets: paid, go_to: again}
    go_to: home
  again:
    skip: "Une nouvelle demande arrive."
    chat: |
      ~ Une nouvelle demande arrive.
        ^ second-demand
    choices:
      - {id: speak, reply: "Inès, j'ai besoin de toi.", because: "S'arrêter vaut autant.", steps: trusted-adult}
      - {id: alone, do: "Attendre demain", because: "La honte fait attendre."}
    go_to: home
endings:
  home:
    title: "Le soir, au {helpline}"
    debrief:
      - "Ce n'est jamais ta faute."
      - "Le {helpline} répond."
      - "Une troisième ligne."
      - {text: "Une quatrième ligne, pour qui a payé.", if: paid}
    law: [blackmail, minor-author]
"""

CALM = """\
format: 1
title: "Un dimanche"
summary: "Une rencontre au camping."
locale: fr-FR
trap: false
cast:
  me: {name: "Sacha"}
  noor: {name: "Noor", role: contact}
scenes:
  hello:
    verdict: true
    chat: |
      noor: Tu habites où exactement ?
        ^ personal-questions "où exactement"
      noor: C'est pour l'ampli de mon père.
    choices:
      - {id: answer, reply: "Près du port.", because: "Noor voulait aider."}
    go_to: home
endings:
  home: {title: "À demain", debrief: ["Noor jouera avec vous."]}
"""

GAVE_IN = ("stay", "pay", "alone")
RECOVERED = ("stay", "pay", "speak")
NEVER = ("+mark:4", "+mark:5", "stay", "proof", "tell", "+mark:7")


def story(text: str) -> Scenario:
    reading = read(text.encode())
    assert reading.scenario is not None
    assert not stops(reading.problems), reading.problems
    return reading.scenario


TRAPPED, BENIGN = story(TRAP), story(CALM)


def told(reference: Reference, *route: str, scenario: Scenario = TRAPPED) -> dict[str, Page]:
    return {page.id: page for page in pages(scenario, reference, play(scenario, route))}


def words(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Link(text):
            yield text
        case Ways(ways):
            yield from map(full, ways)
        case Paragraph(spans) | Quote(_, spans):
            yield words(spans)
        case Bullets(items):
            yield from map(words, items)
        case Bubble(_, _, _, spans, notes):
            yield from (words(spans), *notes)
        case Card(_, title, lines, small):
            yield from (title, *lines, small)


def all_texts(page: Page) -> list[str]:
    return [page.title, *(text for block in page.blocks for text in texts(block))]


def bubbles(page: Page) -> list[Bubble]:
    return [block for block in page.blocks if isinstance(block, Bubble)]


def bubble(page: Page, start: str) -> Bubble:
    (found,) = [one for one in bubbles(page) if words(one.spans).startswith(start)]
    return found


def cards(page: Page) -> list[Card]:
    return [block for block in page.blocks if isinstance(block, Card)]
