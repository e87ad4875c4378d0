// @ts-check
//! Owns the French words of our page and of files that are written; those of the element stand in `fr.js`.

/** @type {import("./entry.js").Words} */
export const pageFr = {
	"page.tagline": "Qui dit quoi, et avec quelle certitude ?",
	"page.privacy": "Votre texte reste sur cette page, faite de telle sorte qu’elle ne peut pas l’envoyer.",
	"page.skip": "Aller à l’article",
	"page.share": "Partager",
	"page.export": "Exporter",
	"page.print": "Imprimer",
	"page.help": "Aide",
	"page.more": "Plus",
	"page.theme": "Apparence",
	"page.theme.auto": "Comme le système",
	"page.theme.light": "Clair",
	"page.theme.dark": "Sombre",
	"page.language": "Langue",
	"page.keep": "Garder cet article et ces réglages dans cet onglet, même au rechargement",
	"page.drop":
		"Déposez le fichier pour le lire ici : texte, Markdown, HTML, Word, OpenDocument, RTF, PDF, sous-titres ou un rapport enregistré ici",
	"page.close": "Fermer",
	"page.sample": "Un article d’exemple. Les personnes et les lieux sont inventés.",
	"page.sample.show": "Voir l’article d’exemple",
	"page.offline": "Vous êtes hors ligne. Tout fonctionne encore ici.",
	"page.offline.pdf":
		"Vous êtes hors ligne. Tout fonctionne encore ici, sauf les fichiers PDF, qui s’ouvriront dès que vous aurez été en ligne.",
	"page.docs": "L’intégrer à votre site",
	"page.about":
		"saidso décrit, il ne juge pas. Les marques peuvent être fausses : chacune dit pourquoi elle est là.",
	"page.menu": "Outils",
	"page.compare": "Comparer avec un autre article",
	"page.add": "Ajouter une marque",
	"page.teach": "Marquer d’abord vous-même",
	"page.clear": "Commencer avec une page vide",
	"page.import": "Ouvrir un rapport enregistré",
	"page.lexicon": "Vos propres mots…",
	"page.bookmarklet": "Ouvrir dans saidso",
	"page.bookmarklet.for": "Glissez ceci dans vos marque-pages. Pressé sur un article, il l’ouvre ici.",
	"undo.cleared": "L’article n’est plus sur la page.",
	"keep.full": "Cet article est trop long pour être gardé au rechargement.",
	"error.bad-share":
		"Ce lien est abîmé ou coupé ; l’article qu’il contient ne peut pas être ouvert. Redemandez le lien.",
	"error.share-too-long":
		"Cet article est trop long pour un lien. Exportez-le en JSON et envoyez le fichier.",
	"error.empty-file": "Il n’y a pas de texte dans ce fichier.",
	"error.bad-report":
		"Ce fichier n’est pas un rapport de saidso. Ouvrez un fichier .json qui a été exporté ici.",
	"help.title": "Lire avec saidso",
	"help.keys": "Touches",
	"help.limits": "Ce qu’il ne sait pas faire",
	"help.limits.text":
		"Il ne sait pas ce qui est vrai. Il lit les mots d’un article et dit à qui quoi est attribué. Il a le plus souvent raison, et chaque marque dit pourquoi elle est là.",
	"help.key.next": "marque suivante ou précédente",
	"help.key.enter": "à propos de cette marque",
	"help.key.esc": "retour",
	"help.key.plain": "texte seul et retour",
	"help.key.panel": "panneau",
	"help.key.kinds": "montrer ou cacher un genre",
	"help.key.add": "ajouter une marque",
	"help.key.help": "cette fiche",
	"check.title": "À vérifier",
	"check.claims": "Affirmations, les plus pressantes d’abord",
	"check.call": "Sources à appeler",
	"check.unnamed": "Sources dont il faut demander le nom",
	"check.sentence": "phrase {n}",
	"check.nothing": "Rien dans ce texte ne demande à être vérifié en premier.",
	"share.title": "Partager",
	"share.note":
		"L’article est dans le lien lui-même, après le #. Il n’est conservé nulle part ni envoyé à un serveur.",
	"share.copy": "Copier le lien",
	"share.copied": "Lien copié",
	"share.link": "Lien",
	"import.found": { one: "{n} marque retrouvée", other: "{n} marques retrouvées" },
	"import.lost": {
		one: "{n} introuvable dans ce texte : {words}",
		other: "{n} introuvables dans ce texte : {words}",
	},
	"lexicon.added": {
		one: "{n} entrée de « {name} » est utilisée",
		other: "{n} entrées de « {name} » sont utilisées",
	},
	"lexicon.json": "Cette liste de mots est illisible : ce n’est pas un fichier JSON, ou il est abîmé.",
	"lexicon.file":
		"Ce fichier n’est pas une liste de mots. Une liste est un fichier texte (.txt) avec une entrée par ligne, ou un fichier .json.",
	"lexicon.field": "Cette liste de mots est illisible : « {field} » manque, ou n’est pas ce qu’il faut.",
	"lexicon.entry":
		"Cette liste de mots est illisible : dans l’entrée {n}, « {field} » manque, ou n’est pas ce qu’il faut.",
	"lexicon.trial":
		"Cette liste de mots est illisible : dans l’essai {n}, « {field} » manque, ou n’est pas ce qu’il faut.",
	"lexicon.marks":
		"Cette liste de mots échoue à son propre essai. Dans « {text} », elle marque {found}, mais l’essai attend {wanted}.",
	"lexicon.nothing": "rien",
	"lexicon.kind": "Cette liste de mots est illisible : il n’y a pas de nuance du type {name}.",
	"lexicon.long": "Cette liste de mots est illisible : une entrée a plus de 12 mots : {name}.",
	"lexicon.start":
		"Cette liste de mots est illisible : une entrée commence par un mot qui peut manquer : {name}.",
	"compare.title": "Comparer deux articles",
	"compare.first": "Cet article",
	"compare.second": "L’autre article",
	"compare.hint": "Collez ici l’autre article",
	"compare.go": "Comparer",
	"compare.shared": "Sources dans les deux",
	"compare.onlySources": "Sources dans un seul",
	"compare.figures": "La même affirmation avec d’autres chiffres",
	"compare.claims": "Affirmations sans source dans un seul",
	"compare.none": "aucune",
	"page.audit": "Beaucoup d’articles, un tableau",
	"page.audit.all": "Mettre les {n} dans un tableau",
	"page.audit.several": "Ce sont plusieurs fichiers.",
	"page.shelf": "Gardé sur cet appareil…",
	"page.privacy.kept":
		"Vos articles sont gardés sur cet appareil, parce que vous l’avez demandé, et la page est faite de sorte qu’elle ne peut pas les envoyer.",
	"page.shelf.full": "Il n’y a plus de place sur cet appareil pour garder cet article.",
	"help.desk": "Le bureau",
	"help.desk.text":
		"Une marque est fausse ? Ouvrez-la et choisissez « Corriger » : dites qui l’a dit, que cela a une source, ou qu’il n’y a rien à marquer. Il en manque une ? Sélectionnez ses mots et appuyez sur « Ajouter une marque ». Un onglet énumère vos modifications, chacune peut être annulée. Toute marque peut porter une note. Les mots d’une nuance peuvent être marqués toujours, ou jamais. Sous « Plus » se trouvent beaucoup d’articles dans un tableau, vos propres mots, et ce qui est gardé sur cet appareil : rien, tant que vous ne l’activez pas.",
};
