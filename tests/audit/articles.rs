//! Owns a few articles that an audit is made of.

/// An article with what is said of it.
pub struct Article {
    number: usize,
    section: &'static str,
    date: &'static str,
    second: &'static str,
}

/// Ana Brook is in all of them, Ray Hale in two by his whole name and in two by his last.
pub const ARTICLES: [Article; 4] = [
    Article { number: 1, section: "City", date: "2024-05-01", second: "Ray Hale" },
    Article { number: 2, section: "Coast", date: "2024-05-02T10:00", second: "Hale" },
    Article { number: 3, section: "City", date: "2024-05-02", second: "Ray Hale" },
    Article { number: 4, section: "Coast", date: "2024-06-11", second: "Hale" },
];

/// The articles as JSON lines.
pub fn lines(articles: &[Article]) -> String {
    let line = |article: &Article| {
        let Article { number, section, date, second } = article;
        let text = format!(
            "Dam report {number}\n\nAna Brook, the mayor, said the dam was safe. “It leaks,” said {second}. A spokesman \
             said that repairs would begin. The dam was built in 1931."
        );
        serde_json::json!({
            "id": format!("story-{number}"), "text": text, "headline": format!("Dam report {number}"),
            "section": section, "date": date, "author": "Mara Okoye", "desk": "News", "site": "The Ellery Post",
        })
        .to_string()
    };
    articles.iter().map(line).collect::<Vec<_>>().join("\n")
}
