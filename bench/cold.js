// @ts-check
//! One contender in a process of its own: how long until the first article is done, and the memory that took.
//! `node cold.js whole|splitting NUMBER` prints `{ cold, memory }`.

import { splitting, whole } from "./contenders.js";
import { text } from "./text.js";

const [list, number] = process.argv.slice(2);
const { load } = (list === "whole" ? whole : splitting)[Number(number)];
const article = text(5_000);
const before = process.memoryUsage.rss();
const began = performance.now();
const work = await load();
work(article);
const cold = performance.now() - began;
console.log(JSON.stringify({ cold, memory: (process.memoryUsage.rss() - before) / 1e6 }));
