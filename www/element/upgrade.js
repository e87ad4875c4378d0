// @ts-check
//! Owns properties that a site set before the element was defined: they hide those of the class until set anew.

/** @param {Element} element */
export function upgrade(element) {
	const own = /** @type {Record<string, any>} */ (/** @type {unknown} */ (element));
	const hiding = Object.keys(element).filter((name) => name in Object.getPrototypeOf(element));
	for (const name of hiding) {
		const value = own[name];
		delete own[name];
		own[name] = value;
	}
}
