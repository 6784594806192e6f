// One reading of a text by a checker of others, timed: `node peers.mjs NAME < text`. Run by `reading.py`.
//
// It stands in the folder where the checkers are installed, and prints seconds of processor time and what was found.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(`${process.cwd()}/`);
const plain = (module) => module.default ?? module;

const checkers = {
  // With one rule: the text is parsed, and each sentence's commas are counted.
  textlint: () => {
    const { TextlintKernel } = load("@textlint/kernel");
    const kernel = new TextlintKernel();
    const plugins = [{ pluginId: "text", plugin: plain(load("@textlint/textlint-plugin-text")) }];
    const rules = [{ ruleId: "max-comma", rule: plain(load("textlint-rule-max-comma")) }];
    return async (text) => (await kernel.lintText(text, { ext: ".txt", plugins, rules })).messages.length;
  },
  autocorrect: () => {
    const { lintFor } = load("autocorrect-node");
    return async (text) => lintFor(text, "draft.txt").lines.length;
  },
};

const check = checkers[process.argv[2]]();
const text = readFileSync(0, "utf8");
await check("3 km");
const before = process.cpuUsage();
const found = await check(text);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, found }));
