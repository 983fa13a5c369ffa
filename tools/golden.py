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
    "malo-parle-le-7": "malo-nom,noor,et-toi,avec-les-autres,corde,pedale,promettre,driss,fermer,signaler,gendarmerie,"
    "raconter",
    "coupe-le-14": "affiche,ines,phrase,+mark:34,non,dormir,charlie,+mark:54,+mark:56,a-trois,ines,ines,repondre-a-lou,ligne-d-aide,captures,"
    "signaler,gendarmerie,deranger,imprime",
    "ines-et-driss": "affiche,charlie,merci,silence,rester,personne,lucarne,dix-minutes,rester,ines,ligne-d-aide,"
    "empreinte,merci,garder,fermer,signaler,gendarmerie,imprime,promettre,driss",
    "efface-puis-maman": "theo,charlie,et-toi,non,dormir,personne,rester,tenir,non,pourquoi,effacer,bloquer,maman,driss,"
    "ouvrir,fermer,gendarmerie,efface,annuler,ligne-d-aide",
    "paye-puis-malo": "affiche,charlie,merci,+mark:26,+mark:32,avec-les-autres,rester,personne,lucarne,+mark:63,+mark:59,+unmark:59,"
    "dix-minutes,rester,payer,+mark:80,basse,driss,maman,aide,fermer,concert",
    "sans-nom-et-resume": "affiche,noor,merci,silence,dormir,charlie,rester,tenir,+skip,bloquer,retourner,captures,"
    "bloquer,feu,ines,ligne-d-aide,fermer,personne,demain",
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
