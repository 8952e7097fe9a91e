// `gapping answer`: the table of a shared link, with the page's figures.
import type { Command } from './command.ts';
export const answerCommand: Command = { name: 'answer', summary: '', help: '', run() {} };
