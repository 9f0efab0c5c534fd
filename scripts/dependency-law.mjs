/** The dependency law (ARCHITECTURE.md), by dependency-cruiser. Fails when it sees no modules: then it proved nothing. */
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../.dependency-cruiser.mjs';
import { root } from './run.mjs';

process.chdir(root);
const MODULES_MIN = 100; // a tool that cannot read the sources sees a handful
const result = await cruise(
  ['packages'],
  {
    ...rules.options,
    ruleSet: { forbidden: /** @type {import('dependency-cruiser').IForbiddenRuleType[]} */ (rules.forbidden) },
    validate: true,
  },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.base.json') },
);
const output = /** @type {import('dependency-cruiser').ICruiseResult} */ (result.output);
const seen = output.summary.totalCruised;
for (const violation of output.summary.violations) {
  process.stderr.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`);
}
if (seen < MODULES_MIN) process.stderr.write(`only ${seen} modules were seen; the law was not checked\n`);
process.exit(output.summary.error > 0 || seen < MODULES_MIN ? 1 : 0);
