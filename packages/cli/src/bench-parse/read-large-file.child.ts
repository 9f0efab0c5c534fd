/** Reads one large file as `quittance parse` does, and tells how much memory it took at most. */
import { openReader } from '../parse/open-reader.ts';
import { readText } from '../parse/read-text.ts';

const [, , format = '', path = ''] = process.argv;
let entries = 0;
let problems = 0;
const opened = openReader(
  format,
  '',
  {
    onEntry() {
      entries += 1;
    },
    onStatement: () => undefined,
    onRemittance: () => undefined,
    onProblem() {
      problems += 1;
    },
  },
  null,
);
const startedAt = performance.now();
for await (const text of readText(path)) await opened?.reader.write(text);
await opened?.reader.end();
const seconds = (performance.now() - startedAt) / 1_000;
// Kilobytes, as the system counts them.
const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
process.stdout.write(JSON.stringify({ entries, problems, seconds, peakMb }));
