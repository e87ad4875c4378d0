// @ts-check
//! Owns the German words of our page and of files that are written; those of the element stand in `de.js`.

/** @type {import("./entry.js").Words} */
export const pageDe = {
	"page.tagline": "Wer sagt was, und wie sicher?",
	"page.privacy": "Ihr Text bleibt auf dieser Seite, und sie ist so gebaut, dass sie ihn nicht senden kann.",
	"page.skip": "Zum Artikel springen",
	"page.share": "Teilen",
	"page.export": "Export",
	"page.print": "Drucken",
	"page.help": "Hilfe",
	"page.more": "Mehr",
	"page.theme": "Aussehen",
	"page.theme.auto": "Wie das System",
	"page.theme.light": "Hell",
	"page.theme.dark": "Dunkel",
	"page.language": "Sprache",
	"page.keep": "Diesen Artikel und diese Einstellungen in diesem Tab behalten, auch beim Neuladen",
	"page.drop":
		"Datei hier ablegen, um sie zu lesen: Text, Markdown, HTML, Word, OpenDocument, RTF, PDF, Untertitel oder ein hier gespeicherter Bericht",
	"page.close": "Schließen",
	"page.sample": "Ein Beispiel. Personen und Orte sind erfunden.",
	"page.sample.show": "Beispiel zeigen",
	"page.offline": "Sie sind offline. Alles hier funktioniert weiter.",
	"page.offline.pdf":
		"Sie sind offline. Alles hier funktioniert weiter, nur PDF-Dateien nicht: Sie gehen wieder auf, sobald Sie einmal online waren.",
	"page.docs": "In die eigene Website einbauen",
	"page.about":
		"saidso beschreibt, es urteilt nicht. Markierungen können falsch sein: Jede sagt, warum sie da ist.",
	"page.menu": "Werkzeuge",
	"page.compare": "Mit einem anderen Artikel vergleichen",
	"page.add": "Markierung hinzufügen",
	"page.teach": "Zuerst selbst markieren",
	"page.clear": "Mit leerer Seite beginnen",
	"page.import": "Gespeicherten Bericht öffnen",
	"page.lexicon": "Eigene Wörter …",
	"page.bookmarklet": "In saidso öffnen",
	"page.bookmarklet.for":
		"Ziehen Sie dies zu Ihren Lesezeichen. Auf einem Artikel gedrückt, öffnet es ihn hier.",
	"undo.cleared": "Der Artikel ist von der Seite verschwunden.",
	"keep.full": "Dieser Artikel ist zu lang, um beim Neuladen behalten zu werden.",
	"error.bad-share":
		"Dieser Link ist beschädigt oder abgeschnitten; der Artikel darin lässt sich nicht öffnen. Bitten Sie noch einmal um den Link.",
	"error.share-too-long":
		"Dieser Artikel ist zu lang für einen Link. Exportieren Sie ihn als JSON und senden Sie die Datei.",
	"error.empty-file": "In dieser Datei steht kein Text.",
	"error.bad-report":
		"Diese Datei ist kein Bericht von saidso. Öffnen Sie eine .json-Datei, die hier exportiert wurde.",
	"help.title": "Lesen mit saidso",
	"help.keys": "Tasten",
	"help.limits": "Was es nicht kann",
	"help.limits.text":
		"Es weiß nicht, was wahr ist. Es liest die Wörter eines Artikels und sagt, wem was zugeschrieben ist. Meist liegt es richtig, und jede Markierung sagt, warum sie da steht.",
	"help.key.next": "nächste oder vorige Markierung",
	"help.key.enter": "über diese Markierung",
	"help.key.esc": "zurück",
	"help.key.plain": "nur Text und zurück",
	"help.key.panel": "Seitenleiste",
	"help.key.kinds": "eine Art zeigen oder verbergen",
	"help.key.add": "Markierung hinzufügen",
	"help.key.help": "diese Übersicht",
	"check.title": "Was zu prüfen ist",
	"check.claims": "Behauptungen, die dringlichsten zuerst",
	"check.call": "Quellen zum Anrufen",
	"check.unnamed": "Quellen, nach deren Namen zu fragen ist",
	"check.sentence": "Satz {n}",
	"check.nothing": "In diesem Text sticht nichts heraus, was zu prüfen wäre.",
	"share.title": "Teilen",
	"share.note":
		"Der Artikel steckt im Link selbst, hinter dem #. Er wird nirgends gespeichert und an keinen Server gesendet.",
	"share.copy": "Link kopieren",
	"share.copied": "Link kopiert",
	"share.link": "Link",
	"import.found": { one: "{n} Markierung wiedergefunden", other: "{n} Markierungen wiedergefunden" },
	"import.lost": {
		one: "{n} in diesem Text nicht gefunden: {words}",
		other: "{n} in diesem Text nicht gefunden: {words}",
	},
	"lexicon.added": {
		one: "{n} Eintrag aus „{name}“ wird verwendet",
		other: "{n} Einträge aus „{name}“ werden verwendet",
	},
	"lexicon.json": "Diese Wortliste ist nicht lesbar: Es ist keine JSON-Datei, oder sie ist beschädigt.",
	"lexicon.file":
		"Diese Datei ist keine Wortliste. Eine Wortliste ist eine Textdatei (.txt) mit einem Eintrag in jeder Zeile oder eine .json-Datei.",
	"lexicon.field": "Diese Wortliste ist nicht lesbar: „{field}“ fehlt oder ist nicht, was dort hingehört.",
	"lexicon.entry":
		"Diese Wortliste ist nicht lesbar: In Eintrag {n} fehlt „{field}“ oder ist nicht, was dort hingehört.",
	"lexicon.trial":
		"Diese Wortliste ist nicht lesbar: In Probe {n} fehlt „{field}“ oder ist nicht, was dort hingehört.",
	"lexicon.marks":
		"Diese Wortliste besteht ihre eigene Probe nicht. In „{text}“ markiert sie {found}, die Probe erwartet {wanted}.",
	"lexicon.nothing": "nichts",
	"lexicon.kind": "Diese Wortliste ist nicht lesbar: Eine Art von Abschwächung {name} gibt es nicht.",
	"lexicon.long": "Diese Wortliste ist nicht lesbar: Ein Eintrag hat mehr als 12 Wörter: {name}.",
	"lexicon.start":
		"Diese Wortliste ist nicht lesbar: Ein Eintrag beginnt mit einem Wort, das fehlen darf: {name}.",
	"compare.title": "Zwei Artikel vergleichen",
	"compare.first": "Dieser Artikel",
	"compare.second": "Der andere Artikel",
	"compare.hint": "Den anderen Artikel hier einfügen",
	"compare.go": "Vergleichen",
	"compare.shared": "Quellen in beiden",
	"compare.onlySources": "Quellen in nur einem",
	"compare.figures": "Dieselbe Behauptung mit anderen Zahlen",
	"compare.claims": "Behauptungen ohne Quelle in nur einem",
	"compare.none": "keine",
	"page.audit": "Viele Artikel, eine Tabelle",
	"page.audit.all": "Alle {n} in eine Tabelle",
	"page.audit.several": "Das sind mehrere Dateien.",
	"page.shelf": "Auf diesem Gerät behalten …",
	"page.privacy.kept":
		"Ihre Artikel bleiben auf diesem Gerät gespeichert, weil Sie es wollten, und die Seite ist so gebaut, dass sie sie nicht senden kann.",
	"page.shelf.full": "Auf diesem Gerät ist kein Platz mehr für diesen Artikel.",
	"help.desk": "Der Schreibtisch",
	"help.desk.text":
		"Eine Markierung ist falsch? Öffnen Sie sie und wählen Sie „Korrigieren“: wer es gesagt hat, dass es eine Quelle hat, oder dass nichts zu markieren ist. Eine fehlt? Wählen Sie ihre Wörter aus und drücken Sie „Markierung hinzufügen“. Ein Reiter listet Ihre Änderungen, jede lässt sich zurücknehmen. Notizen passen auf jede Markierung. Die Wörter einer Abschwächung lassen sich immer oder nie markieren. Unter „Mehr“ stehen viele Artikel in einer Tabelle, eigene Wörter und was auf diesem Gerät behalten wird: nichts, bis Sie es einschalten.",
};
