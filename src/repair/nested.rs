//! Owns nesting: which attribution stands inside whose content, and that it ends there. No rule decides it, since it
//! follows from where the words of each stand.

use crate::{report::Attribution, text::span::Span, vocabulary::kinds::Form};

/// Sets each attribution's parent: the smallest content that holds its cue. What is said in it behind the cue ends with
/// it: `asked whether she thought it was safe, | she said no`.
pub fn nest(attributions: &mut [Attribution]) {
    for child in 0..attributions.len() {
        let parent = parent_of(attributions, child);
        let end = parent.and_then(|parent| end_around(attributions, parent, child));
        if let Some(attribution) = attributions.get_mut(child) {
            attribution.parent = parent;
            let cue = attribution.cue.span.end;
            let whole = attribution.form == Form::Direct;
            let open =
                |own: &&mut Span| !whole && end.is_some_and(|end| (cue..end).contains(&own.start));
            for content in attribution.contents.iter_mut().filter(open) {
                content.end = end.map_or(content.end, |end| content.end.min(end));
            }
        }
    }
}

/// The end of the parent's content that holds the child's cue.
fn end_around(attributions: &[Attribution], parent: usize, child: usize) -> Option<usize> {
    let cue = attributions.get(child)?.cue.span;
    let content = attributions.get(parent)?.contents.iter().find(|own| own.contains(cue))?;
    Some(content.end)
}

/// Contents lie near their cues: looking at a few neighbours keeps this linear.
const NEIGHBOURS: usize = 8;

fn parent_of(attributions: &[Attribution], child: usize) -> Option<usize> {
    let own = attributions.get(child)?;
    let near = child.saturating_sub(NEIGHBOURS)..attributions.len().min(child + NEIGHBOURS + 1);
    let holds = |outer: &Attribution, inner: &Attribution| {
        outer.contents.iter().any(|content| content.contains(inner.cue.span))
    };
    let size = |at: &usize| -> usize {
        attributions.get(*at).map_or(0, |a| a.contents.iter().map(|c| c.len()).sum())
    };
    near.filter(|at| *at != child)
        .filter(|at| {
            attributions.get(*at).is_some_and(|outer| holds(outer, own) && !holds(own, outer))
        })
        .min_by_key(size)
}
