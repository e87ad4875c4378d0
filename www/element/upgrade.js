// @ts-check
//! Owns properties that a site set before the element was defined: they hide those of the class until set anew.

/**
 * @param {Element} element
 * @param {readonly string[]} names
 */
export function upgrade(element, names) {
	const own = /** @type {Record<string, any>} */ (/** @type {unknown} */ (element));
	for (const name of names.filter((name) => Object.hasOwn(element, name))) {
		const value = own[name];
		delete own[name];
		own[name] = value;
	}
}
