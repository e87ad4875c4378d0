//! Owns finding the article in a page, as the browser's page does (`www/intake/readable.js`).

use dom_query::Document;
use dom_smoothie::{Article, Readability};
use saidso::Block;

use super::walk::Walk;

/// A find with fewer characters is no article.
const LEAST: usize = 140;

/// What is left out before anything is weighed.
const UNREAD: &str = "noscript, script, style, template, [hidden], [aria-hidden=true]";

/// The words and blocks of a page's article; of all of the page where it has none.
pub fn article(markup: &str) -> (String, Vec<Block>) {
    let page = Document::from(markup);
    page.select(UNREAD).remove();
    let mut walk = Walk::default();
    match found(&page) {
        Some(found) => {
            walk.block("H1", &found.title);
            let by = |name: String| {
                let is_said = name.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
                if is_said { name } else { format!("By {name}") }
            };
            walk.block("P", &found.byline.map(by).unwrap_or_default());
            walk.block("P", &found.published_time.and_then(|time| day(&time)).unwrap_or_default());
            walk.read(&Document::fragment(found.content).root());
        }
        None => walk.read(&page.body().unwrap_or_else(|| page.root())),
    }
    walk.end()
}

fn found(page: &Document) -> Option<Article> {
    let mut reader = Readability::with_document(page.clone(), None, None).ok()?;
    let found = reader.parse().ok()?;
    (found.text_content.trim().chars().count() >= LEAST).then_some(found)
}

/// A date as an English article has it: `5 March 2024`.
fn day(time: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut numbers = time.get(..10)?.split('-').map(|number| number.parse::<usize>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let name = MONTHS.get(month.checked_sub(1)?)?;
    (1..=31).contains(&day).then(|| format!("{day} {name} {year}"))
}
