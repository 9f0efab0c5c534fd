/**
 * npm run generate: the files that are made from others and committed, so that a review sees what a change does to them.
 * With --check it writes nothing and fails when one is not what it should be.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { root } from './run.mjs';

register({ tsconfig: path.join(root, 'packages/server/tsconfig.json') });

/** @param {string} file from the root */
const load = (file) => import(pathToFileURL(path.join(root, file)).href);

const { describeApp } = await load('packages/server/src/app.ts');
const { currentSchema } = await load('packages/server/src/platform/testing/database.ts');
const { teardown: leaveTestServer } = await load('packages/server/src/platform/testing/test-run.ts');

const document = await describeApp();
/** @type {Record<string, () => Promise<string>>} */
const generated = {
  'packages/server/openapi.json': async () => `${JSON.stringify(document, null, 2)}\n`,
  'packages/client/src/schema.gen.ts': () => clientTypes(document),
  'db/schema.sql': currentSchema,
};

const isCheck = process.argv.includes('--check');
/** @type {string[]} */
const stale = [];
for (const [file, make] of Object.entries(generated)) {
  const target = path.join(root, file);
  const text = await make();
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(file);
  if (!isCheck) writeFileSync(target, text);
}
await leaveTestServer();

if (stale.length === 0) process.stdout.write('generated files are as they should be\n');
else if (isCheck) process.stdout.write(`run npm run generate; these are not as generated: ${stale.join(', ')}\n`);
else process.stdout.write(`written: ${stale.join(', ')}\n`);
process.exit(isCheck && stale.length > 0 ? 1 : 0);

/** @param {object} openapi */
async function clientTypes(openapi) {
  // openapi-typescript brings a TypeScript of its own, so it is found from the client's folder
  const resolved = createRequire(path.join(root, 'packages/client/package.json')).resolve('openapi-typescript');
  const { default: openapiTypes, astToString } = await import(pathToFileURL(resolved.replace(/\.cjs$/, '.mjs')).href);
  const types = await openapiTypes(JSON.stringify(openapi), { alphabetize: true, defaultNonNullable: false });
  return `/** Generated from packages/server/openapi.json by npm run generate: read it, do not edit it. */\n\n${astToString(types)}`;
}
