//! Owns those whom a headline describes before the text names them: `Port chief quits` over `Anna
//! Roth, chief of the port, said`.

use crate::{
    block::BlockKind,
    cast::{Cast, Member},
    detect::phrase::norm,
    document::Document,
    report::Attribution,
};

/// How many sources of headlines are looked for.
const MOST: usize = 4;

/// Credits what headlines credit to a description to the only one whom the text describes so.
pub fn name(
    document: &Document,
    cast: &mut Cast,
    attributions: &[Attribution],
    credited: &mut [Option<usize>],
) {
    let headings = document.blocks().iter().take_while(|block| block.kind == BlockKind::Heading);
    let end = headings.last().map_or(0, |block| block.span.end);
    let over = attributions.iter().zip(credited).take_while(|(own, _)| own.cue.span.start < end);
    for (attribution, member) in over.take(MOST) {
        let later = member.and_then(|member| named_later(document, cast, member));
        if let (Some(later), Some(source)) = (later, attribution.sources.first()) {
            cast.mention(later, *source, 0);
            *member = Some(later);
        }
    }
}

fn named_later(document: &Document, cast: &Cast, member: usize) -> Option<usize> {
    let held = cast.get(member).filter(|held| held.name.is_none() && !held.plural)?;
    held.noun.filter(|noun| noun.is_human())?;
    let described = |known: &Member| {
        let Some(words) = known.description.clone() else { return false };
        let says = |word| words.clone().any(|at| norm(document, at) == norm(document, word));
        known.name.is_some() && held.words.clone().all(says)
    };
    let mut found = cast.members().enumerate().filter(|(_, known)| described(known));
    let (first, _) = found.next()?;
    found.next().is_none().then_some(first)
}
