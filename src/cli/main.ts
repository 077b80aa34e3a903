#!/usr/bin/env node
/** Where the program begins. What a question for the version does not need is not loaded for it. */
import './engine.js';
import { madeBy } from './made-by.js';

const typed = process.argv.slice(2);
const [first] = typed;
if (typed.length === 1 && (first === '--version' || first === '-V'))
  process.stdout.write(`${madeBy().split(' ')[1] ?? ''}\n`);
else process.exitCode = await (await import('./command-line.js')).commandLine(typed);
