"""Write the golden plays anew: the routes below, through the shipped story, as text that is reviewed like code.

python tools/golden.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.engine.transcript import play, text
from game.shelf import find, open_file

STORY = "trois-semaines-en-aout"
ROUTES = {
    "malo-parle-le-7": "malo-nom,noor,et-toi,avec-les-autres,pile,pedale,promettre,ligne-d-aide,fermer,signaler,"
    "gendarmerie,accompagner",
    "bloque-le-14": "affiche,ines,phrase,+mark:26,+mark:31,non,dormir,charlie,+mark:55,+mark:56,a-trois,ines,bloquer,"
    "repondre-a-lou,driss,captures,signaler,gendarmerie,deranger",
    "ines-et-driss": "malo-nom,charlie,phrase,silence,rester,personne,lucarne,dix-minutes,decrocher,ines,ligne-d-aide,"
    "empreinte,merci,ligne-d-aide,fermer,signaler,captures,gendarmerie,imprime,promettre,driss",
    "efface-puis-maman": "theo,charlie,et-toi,non,dormir,personne,rester,tenir,decrocher,pourquoi,effacer,bloquer,"
    "maman,driss,ouvrir,fermer,gendarmerie,efface,annuler,ligne-d-aide",
    "paye-puis-malo": "affiche,charlie,et-toi,+mark:25,+mark:30,avec-les-autres,rester,personne,lucarne,+mark:59,+mark:64,"
    "+unmark:59,dix-minutes,non,payer,+mark:84,basse,driss,maman,montrer,fermer,concert",
    "sans-nom-et-resume": "affiche,plus-tard,et-toi,silence,dormir,charlie,rester,tenir,+skip,non,faux,captures,"
    "bloquer,feu,ines,ligne-d-aide,mots,personne,demain",
}
"""By name, the choices in order (docs/play-rules.md, 4), some with messages marked on the way."""


def main() -> None:
    """Write `tests/golden/STORY/NAME.txt` for each route."""
    opened = open_file(find(STORY), "fr")
    if opened.story is None:
        sys.exit(f"{STORY} cannot be played: {opened.problems}")
    scenario, reference = opened.story
    folder = ROOT / "tests" / "golden" / STORY
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, route in ROUTES.items():
        log = play(scenario, tuple(route.split(",")))
        (folder / f"{name}.txt").write_text(text(scenario, reference, log), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
