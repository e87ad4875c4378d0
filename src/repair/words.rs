//! Owns the word lists that the rules of this room ask for; their words stand in `lists-repair.txt`.

use crate::lexicon::list::List;

pub static AND_BUT: List = List::named("and-but");
pub static ANONYMITY: List = List::named("anonymity");
pub static CLAUSE_OPENER: List = List::named("clause-opener");
pub static COMPLEMENTIZER: List = List::named("complementizer");
pub static CONDITION: List = List::named("condition");
pub static ELLIPTIC_CONJUNCTION: List = List::named("elliptic-conjunction");
pub static EVIDENCE_PARTICIPLE: List = List::named("evidence-participle");
pub static FACTIVE: List = List::named("factive-lemma");
pub static FUTURE_AUXILIARY: List = List::named("modal-will");
pub static HEADLINE_CONJUNCTION: List = List::named("headline-conjunction");
pub static HEARER_PARTICIPLE: List = List::named("hearer-participle");
pub static INFINITIVE_MARKER: List = List::named("infinitive-marker");
pub static JOINT_OF_STANDING: List = List::named("joint-of-standing");
pub static LACK: List = List::named("preposition-of-lack");
pub static LEGEND_CUE: List = List::named("legend-cue");
pub static NEGATION: List = List::named("saying-negation");
pub static NEGATION_LIMIT: List = List::named("negation-limit");
pub static NOBODY: List = List::named("source-nobody");
pub static OPENER_OF_SECOND_CLAUSE: List = List::named("opener-of-second-clause");
pub static PLAIN_VERB_OF_SAYING: List = List::named("plain-verb-of-saying");
pub static PRONOUN_ONE: List = List::named("pronoun-one");
pub static QUESTION_WORD: List = List::named("clause-question-word");
pub static REFUSAL: List = List::named("refusal");
pub static RELATIVE_PERSON: List = List::named("relative-person");
pub static RELATIVE_THING: List = List::named("relative-thing");
pub static RELATIVE_WHICH: List = List::named("relative-which");
pub static TIME_LEAD: List = List::named("time-lead");
pub static VERB_OF_CHANGE: List = List::named("verb-of-change");
pub static VERB_OF_REFERENCE: List = List::named("verb-of-reference");
pub static WRITTEN_IN: List = List::named("written-in");
