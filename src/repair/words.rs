//! Owns the word lists that the rules of this room ask for; their words stand in `lists-repair.txt`.

use crate::lexicon::list::List;

pub static ADVERB_BEFORE_TIME: List = List::named("adverb-before-time");
pub static AGENT_PREPOSITION: List = List::named("passive-agent-by");
pub static AND_BUT: List = List::named("and-but");
pub static CLAUSE_OPENER: List = List::named("clause-opener");
pub static COMPLEMENTIZER: List = List::named("complementizer");
pub static CONJUNCTION_OF_OTHER_SIDE: List = List::named("conjunction-of-other-side");
pub static EMPTY_SUBJECT: List = List::named("subject-without-content");
pub static ELLIPTIC_CONJUNCTION: List = List::named("elliptic-conjunction");
pub static EVIDENCE_PARTICIPLE: List = List::named("evidence-participle");
pub static FRONTED_CLAUSE_OPENER: List = List::named("opener-of-clause-in-content");
pub static HEADLINE_CONJUNCTION: List = List::named("headline-conjunction");
pub static FORM_OF_DO: List = List::named("form-of-do");
pub static FIRST_PERSON: List = List::named("first-person-subject");
pub static INDEFINITE_ARTICLE: List = List::named("indefinite-article");
pub static INFINITIVE_MARKER: List = List::named("infinitive-marker");
pub static JOINT_BEFORE_PARTICIPLE: List = List::named("joint-before-participle");
pub static JOINT_OF_STANDING: List = List::named("joint-of-standing");
pub static NO_SOURCE_PARTICIPLE: List = List::named("participle-of-no-source");
pub static OBJECT_PRONOUN: List = List::named("object-pronoun");
pub static OPENER_OF_SECOND_CLAUSE: List = List::named("opener-of-second-clause");
pub static PERFORMATIVE_VERB: List = List::named("performative-verb");
pub static PLAIN_VERB_OF_SAYING: List = List::named("plain-verb-of-saying");
pub static REDUCED_PARTICIPLE: List = List::named("participle-of-reduced-passive");
pub static RELATIVE_OF_THING: List = List::named("relative-of-thing");
pub static RELATIVE_PERSON: List = List::named("relative-who-which");
pub static RELATIVE_THING: List = List::named("relative-thing");
pub static RELATIVE_WHICH: List = List::named("relative-which");
pub static STATIVE_PARTICIPLE: List = List::named("stative-participle");
pub static TIME_LEAD: List = List::named("time-lead");
pub static TRAILING_ADVERB: List = List::named("trailing-adverb");
pub static VERB_OF_CHANGE: List = List::named("verb-of-change");
pub static VERB_OF_FINDING: List = List::named("verb-of-finding-out");
pub static VERB_OF_LEAVING: List = List::named("verb-of-leaving-in-past");
pub static WRITING_THAT_FINDS: List = List::named("writing-that-finds");
pub static VERB_OF_RECEIVING: List = List::named("verb-of-receiving");
