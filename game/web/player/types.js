/**
 * The values that the player's modules hand to one another, as types: nothing here runs, and the file that is exported
 * leaves this module out.
 *
 * The compiled form is documented in docs/compiled.md, events and scores in docs/play-rules.md.
 */

/** @typedef {{needs?: string[], bars?: string[]}} When */
/** @typedef {{to: string} & When} Way */
/** @typedef {{sign: string, start: number, end: number, quoted?: boolean}} Shown Code points of the message's text. */
/**
 * @typedef {{speaker?: string, text: string, shown?: Shown[], masked?: boolean, after?: number} & When} Message
 * A notice has no speaker.
 */
/**
 * @typedef {{id: string, text: string, says?: boolean, because: string, steps?: string[], against?: string[],
 *   sets?: string[], ways?: Way[]} & When} Choice
 */
/**
 * @typedef {{id: string, messages?: Message[], choices?: Choice[], ways?: Way[], stop?: string, skip?: string,
 *   verdict?: boolean, keep_order?: boolean}} Scene
 */
/** @typedef {{text: string} & When} Said */
/** @typedef {{id: string, title: string, debrief?: Said[], law?: string[], open?: boolean}} Ending */
/** @typedef {{id: string, name: string, role: string, profile?: string, avatar?: string}} Person */

/** @typedef {{id: string, short: string, effect: string, stage: number, family: string}} Sign */
/** @typedef {{id: string, short: string}} Family */
/**
 * @typedef {{id: string, number?: string, short: string, gloss?: string, help?: boolean, giving_in?: boolean}} Step
 */
/** @typedef {{id: string, always?: boolean, closest?: boolean}} LawTopic */
/** @typedef {{id: string, short: string, always?: boolean}} Untold */
/** @typedef {{id: string, name: string, number?: string, address?: string, for_players?: boolean}} Helpline */
/**
 * @typedef {{signs: Sign[], families: Family[], steps: Step[], law: LawTopic[],
 *   untold: Untold[], helplines: Helpline[]}} Reference
 * What `game.web.carried` leaves of a compiled reference.
 */
/**
 * @typedef {{compiled: number, language: string, country: string, title: string, summary: string, trap?: boolean,
 *   tutorial?: boolean, demand?: string, minutes?: number, cast: Person[], scenes: Scene[], endings: Ending[],
 *   reference: Reference}} Compiled
 */
/**
 * @typedef {Compiled & {scene: Map<string, Scene>, ending: Map<string, Ending>, person: Map<string, Person>,
 *   sign: Map<string, Sign>, family: Map<string, Family>, step: Map<string, Step>, topic: Map<string, LawTopic>}} Story
 * A compiled scenario with its indexes, as `opened` of story.js makes it.
 */

/** @typedef {{type: "Started", seed: number}} Started */
/** @typedef {{type: "SceneEntered", scene: string}} SceneEntered */
/** @typedef {{type: "SceneAnnounced", scene: string}} SceneAnnounced */
/** @typedef {{type: "SummaryRead", scene: string}} SummaryRead */
/** @typedef {{type: "MessageArrived", scene: string, number: number, after: number}} MessageArrived */
/** @typedef {{type: "VerdictAsked", scene: string}} VerdictAsked */
/** @typedef {"trap"|"nothing"|"unsure"} Answer */
/** @typedef {{type: "VerdictGiven", answer: Answer, sure: number}} VerdictGiven */
/** @typedef {{type: "ChoicesOffered", scene: string, choices: string[], again: boolean}} ChoicesOffered */
/** @typedef {{type: "Chosen", scene: string, choice: string, sets: string[]}} Chosen */
/** @typedef {{type: "Marked", at: number, family: string|null}} Marked */
/** @typedef {{type: "Unmarked", at: number}} Unmarked */
/** @typedef {{type: "EndingReached", ending: string}} EndingReached */
/** @typedef {{type: "Rewound", to: number}} Rewound */
/**
 * @typedef {Started|SceneEntered|SceneAnnounced|SummaryRead|MessageArrived|VerdictAsked|VerdictGiven|ChoicesOffered
 *   |Chosen|Marked|Unmarked|EndingReached|Rewound} Event
 */
/** @typedef {readonly Event[]} Log */
/**
 * @typedef {{type: "Start", seed: number}|{type: "GoOn"}|{type: "ReadSummary"}
 *   |{type: "GiveVerdict", answer: Answer, sure: number}|{type: "Choose", choice: string}
 *   |{type: "Mark", at: number, family: string|null}|{type: "Unmark", at: number}|{type: "Rewind", to: number}} Command
 */
/** @typedef {"new"|"announced"|"verdict"|"choosing"|"ended"} Phase */
/**
 * @typedef {{log: Log, seed: number, phase: Phase, scene: string, ending: string, facts: ReadonlySet<string>,
 *   offered: readonly string[], taken: readonly string[], marks: ReadonlySet<number>}} State
 * The fold of `log`, which it carries: marks and rewinds look back into it.
 */

/**
 * @typedef {{at: number, scene: string, number: number, sign: string, start: number, end: number,
 *   seen: "in-time"|"late"|"not", named: string|null}} SignSeen
 */
/** @typedef {"followed"|"recovered"|"missed"|"given-in"} Outcome */
/**
 * @typedef {{at: number, scene: string, choices: string[], steps: string[], possible: string[],
 *   outcome: Outcome}} Moment
 */
/** @typedef {{answer: Answer, sure: number, right: boolean}} Verdict */
/**
 * @typedef {{signs: SignSeen[], harmless: number[], moments: Moment[], handled: number,
 *   giving_in: "never"|"recovered"|"given-in", verdict: Verdict|null, skipped: string[], replayed: boolean}} Score
 */
/**
 * @typedef {{ending: string, title: string, help_first: boolean, said: string[],
 *   praise: {scene: string, choice: string, at: number}|null, remember: string,
 *   steps: {step: string, taken: boolean, possible: boolean}[], law: string[], untold: string[],
 *   helplines: string[],
 *   score: Score}} Debrief
 */
/** @typedef {{choice: string, events: Event[]}} OtherWay */
/** @typedef {{at: number, scene: string, taken: string[], others: OtherWay[], replayed: boolean}} Visit */

/** @typedef {{text: string, strong?: boolean, underline?: boolean}} Span */
/** @typedef {"plain"|"lead"|"small"|"good"|"note"} Tone */
/** @typedef {{type: "Heading", text: string, level: number}} Heading */
/** @typedef {{type: "Paragraph", spans: Span[], tone: Tone}} Paragraph */
/** @typedef {{type: "Bullets", items: Span[][], numbers: string[]}} Bullets */
/** @typedef {{type: "Quote", speaker: string, spans: Span[]}} Quote */
/**
 * @typedef {{type: "Bubble", speaker: string, mine: boolean, avatar: string, spans: Span[], notes: string[]}} Bubble
 */
/**
 * @typedef {{type: "Card", kind: "helpline"|"law"|"step"|"sign"|"words", title: string, lines: string[],
 *   small: string}} Card
 */
/** @typedef {{type: "Link", text: string, page: string, where: string}} Link */
/** @typedef {{type: "GoBack", text: string, to: number, where: string}} GoBack */
/** @typedef {{type: "Ways", ways: (Link|GoBack)[]}} Ways */
/** @typedef {string[]} Hard A hard word, "" for what only looks like one; then its forms, folded. */
/** @typedef {{type: "Words", words: string[]}} Words Hard words by name: what they mean is read when they are shown. */
/**
 * @typedef {Heading|Paragraph|Bullets|Quote|Bubble|Card|Link|GoBack|Ways|Words} Block
 * The blocks of game/telling/page.py.
 */
/** @typedef {{id: string, title: string, blocks: Block[]}} Page */

/** @typedef {string[]} ToldCard The title of a card, then its lines. */
/**
 * @typedef {{card: ToldCard, small: string, from: string, checked: string}} ToldLaw
 * A law topic: its card, with its small line; the line that says where it was read, "" if none; the ISO date when it
 * was checked.
 */
/**
 * @typedef {{title: string, before: Block[], answers: Block[], cards: ToldCard[], age: string}} ToldHelps
 * The page of who helps: what stands before the cards, the short answers for who gave in, which come next, the
 * helplines' cards, and the line that says how old the numbers are at most.
 */
/**
 * @typedef {{helpline: ToldCard, steps: (Block|[string, ...ToldCard])[], steps_from: string[],
 *   law: Record<string, ToldLaw>, checked: Record<string, string>, own_document?: true, elsewhere?: string,
 *   untold?: string, helps: ToldHelps}} Told
 * What is told the same in every play, made once by `game.web.told`: the first helpline's card; the steps' cards, each
 * after its step's id, and what stands between them; the lines that say where the steps were read, and when; by id, the
 * law topics that a debrief of this story may tell; by the ISO dates of these, the line that says how old they are at
 * most; whether the source document is the country's own; that the story takes place in another country; the line on
 * law topics that the country has no text of, with `{topics}` for their names.
 */
/**
 * @typedef {{language: string, name: string, dir: "ltr"|"rtl", story: Compiled, words: (string|string[])[],
 *   hard: Hard[], told: Told, others: string}} Edition
 * One language of an exported file: `name` is the language's own, `words` the sentences that modules ask for by number,
 * `hard` its hard words as far as a play can meet them; `others` is the page beside it that lists other stories, or "".
 */
/** @typedef {{editions: Edition[]}} Content All that an exported file holds, in the order of its languages. */

export {};
