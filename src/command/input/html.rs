//! Owns finding the article in a page, as the browser's page does (`www/intake/readable.js`).

use dom_query::{Document, Selection};
use dom_smoothie::{Article, Readability};
use saidso::{Block, audit::record::one_line};
use serde_json::{Map, Value};

use super::{about, beside, walk::Walk};

/// A find with fewer characters is no article.
const LEAST: usize = 140;

/// What is left out before anything is weighed.
const UNREAD: &str = "noscript, script, style, template, [hidden], [aria-hidden=true]";

/// Deeper than this no page is nested by hand; the time to read one grows with the square of its depth.
const DEEPEST: usize = 2_000;

/// Elements that nest, and whose end is always written.
const NESTING: [&str; 8] = ["div", "span", "table", "section", "font", "b", "i", "em"];

/// How deep the elements of a page stand in one another at most.
fn depth(markup: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in markup.split('<').skip(1) {
        let (name, ends) = tag.strip_prefix('/').map_or((tag, false), |name| (name, true));
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        if NESTING.iter().any(|nests| name[..end].eq_ignore_ascii_case(nests)) {
            depth = if ends { depth.saturating_sub(1) } else { depth + 1 };
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// What a page holds.
pub struct Page {
    /// The words of its article; of all of it where it has none.
    pub text: String,
    /// Their blocks.
    pub blocks: Vec<Block>,
    /// What it says of the article: `section`, `author`, `date`.
    pub about: Map<String, Value>,
}

/// Reads a page.
///
/// # Errors
///
/// Says that a page is nested too deeply to be read.
pub fn read(markup: &str) -> Result<Page, String> {
    let depth = depth(markup);
    if depth > DEEPEST {
        return Err(format!(
            "its elements are nested {depth} deep, and more than {DEEPEST} are not read"
        ));
    }
    let page = Document::from(markup);
    let (about, named) = (about::about(&page), about::headline(&page));
    page.select(UNREAD).remove();
    beside::drop_consent(&page);
    let title = one_line(&page.select("title").first().text());
    beside::keep_marked(&page, &[&*title, &*named].join(" "));
    let headline = headline(&page, &title, named);
    let mut walk = Walk::default();
    match found(&page) {
        Some(found) => {
            let headline = headline.unwrap_or_else(|| found.title.clone());
            walk.block("H1", &headline);
            let by = |name: String| {
                let is_said = name.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
                if is_said { name } else { format!("By {name}") }
            };
            walk.block("P", &found.byline.map(by).unwrap_or_default());
            walk.block("P", &found.published_time.and_then(|time| day(&time)).unwrap_or_default());
            let content = Document::fragment(found.content);
            let again = |one: &Selection| one_line(&one.text()).eq_ignore_ascii_case(&headline);
            content.select("h1, h2, h3").iter().filter(again).for_each(|one| one.remove());
            walk.read(&content.root());
        }
        None => walk.read(&page.body().unwrap_or_else(|| page.root())),
    }
    let (text, blocks) = walk.end();
    Ok(Page { text, blocks, about })
}

/// The headline of the article itself: a page's title has the name of the paper as well.
fn headline(page: &Document, title: &str, named: String) -> Option<String> {
    let all: Vec<String> = page.select("h1").iter().map(|one| one_line(&one.text())).collect();
    let marked = page.select("body > article h1").first();
    let own = Some(one_line(&marked.text()));
    let known = all.into_iter().find(|words| !words.is_empty() && title.contains(words));
    [own, Some(named), known].into_iter().flatten().find(|words| !words.is_empty())
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
