// @ts-check
//! Owns what a paste or drop carries, taken out at once: it is gone when its event is over. A picture that comes along with
//! words, as out of Word and Excel, is left aside.

/** @typedef {{ files: File[], plain: string, rich: string }} Brought */

/** @param {DataTransfer} data @returns {Brought} */
export function brought(data) {
	const [plain, rich] = [data.getData("text/plain"), data.getData("text/html")];
	const isText = plain.trim() !== "" || rich.trim() !== "";
	return { files: [...data.files].filter(({ type }) => !isText || !type.startsWith("image/")), plain, rich };
}
