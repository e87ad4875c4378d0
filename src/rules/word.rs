//! Owns the function words that several constructions share, in lists named after what the words do.

use crate::lexicon::list::List;

/// `that` before a clause.
pub static COMPLEMENTIZER: List = List::named("complementizer");

/// `to` before an infinitive.
pub static INFINITIVE_MARKER: List = List::named("infinitive-marker");

/// `asked` before a question.
pub static ASKED: List = List::named("participle-of-asking");

/// `by` before the agent of a passive verb.
pub static BY: List = List::named("passive-agent-by");

/// `according` in `according to`.
pub static ACCORDING: List = List::named("participle-of-according");

/// `as` in `as reported by` and `quoted as saying`.
pub static AS: List = List::named("comparative-conjunction");

/// `in` before a view.
pub static IN: List = List::named("preposition-before-view");

/// `the` in `in the words of`, and before a noun with a relative clause.
pub static THE: List = List::named("definite-article");

/// `and` between verbs of one subject.
pub static AND_BUT: List = List::named("and-but");

/// `is` and `was` between `what she said` and the content.
pub static IS: List = List::named("singular-copula");

/// `who` and `which` as the subject of a clause.
pub static WHO_WHICH: List = List::named("relative-who-which");

/// `who` as the subject of a clause about a person.
pub static WHO: List = List::named("relative-who");

/// Pronouns that open a relative clause.
pub static RELATIVES: List = List::named("relative-subject");

/// Pronouns for people who speak.
pub static SPEAKERS: List = List::named("speaking-pronoun");

/// Personal pronouns in the object case.
pub static OBJECTS: List = List::named("personal-object-pronoun");

/// `anonymity` in `on condition of anonymity`.
pub static ANONYMITY: List = List::named("anonymity");

/// Conjunctions that open a condition.
pub static CONDITION: List = List::named("condition");

/// Verbs whose complement holds even if they are negated.
pub static FACTIVE: List = List::named("factive-lemma");

/// Negations before an inverted subject: `Nowhere does it say`.
pub static FRONTED_NEGATION: List = List::named("fronted-negation");

/// `will`, which shows that something is still to be said.
pub static FUTURE_AUXILIARY: List = List::named("modal-will");

/// `without` and `short of` before a gerund such as `saying`.
pub static LACK: List = List::named("preposition-of-lack");

/// `according` as the first word of a cue.
pub static LEGEND_CUE: List = List::named("participle-of-according");

/// Words that negate the verb after them.
pub static NEGATION: List = List::named("saying-negation");

/// `only` after `not`.
pub static NEGATION_LIMIT: List = List::named("negation-limit");

/// Subjects such as `nobody`, which deny that anyone did it.
pub static NOBODY: List = List::named("source-nobody");

/// `one` in `no one`.
pub static PRONOUN_ONE: List = List::named("number-one");

/// Words that open a question in other words.
pub static QUESTION_WORD: List = List::named("clause-question-word");

/// Forms of the verbs of refusal.
pub static REFUSAL: List = List::named("refusal");

/// Prepositions before a writing in which words are said.
pub static WRITTEN_IN: List = List::named("written-in");

static ADVERB_SUFFIXES: List = List::named("adverb-suffix");

/// Whether a word ends like an adverb.
pub fn has_adverb_suffix(word: &str) -> bool {
    ADVERB_SUFFIXES.words().iter().any(|suffix| word.ends_with(suffix))
}
