#!/usr/bin/env node
// The command as installed. The program is TypeScript run as it is; this file is all that Node reads by itself.
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Quittance needs Node 20.19 or newer; this is ${process.version}.\n`);
  process.exit(2);
}

const { register } = await import('tsx/esm/api');
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2));
