import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonRows, type JsonRecord } from './index.ts';

function rowsOf(text: string, { pieceLength = 7, isLines = false } = {}) {
  const records: JsonRecord[] = [];
  const rows = createJsonRows((record) => records.push(record), { isLines });
  for (let at = 0; at < text.length; at += pieceLength) rows.write(text.slice(at, at + pieceLength));
  rows.end();
  return records.map(({ cells }) => Object.fromEntries([...cells].map(([name, cell]) => [name, cell.text])));
}

describe('the rows of a JSON file', () => {
  it.each([
    ['an array of objects', '[{"a": 1, "b": "x"}, {"a": 2}]'],
    ['an answer of a web service', '{"count": 2, "value": [{"a": 1, "b": "x"}, {"a": 2}], "next": null}'],
    ['a list further inside', '{"d": {"results": [{"a": 1, "b": "x"}, {"a": 2}]}}'],
    ['one object a line', '{"a": 1, "b": "x"}\n{"a": 2}\n'],
  ])('%s', (_, text) => expect(rowsOf(text)).toEqual([{ a: '1', b: 'x' }, { a: '2' }]));

  it('keep numbers as they are written, and texts with their zeros', () =>
    expect(
      rowsOf(
        '[{"amount": 1234.10, "big": 12345678901234567890, "power": 1.5e3, "text": "007", "no": null, "yes": true}]',
      ),
    ).toEqual([{ amount: '1234.10', big: '12345678901234567890', power: '1500', text: '007', no: '', yes: 'true' }]));

  it('lay objects flat, join lists of plain values, keep the first lines of an invoice', () => {
    const lines = Array.from({ length: 7 }, (_, index) => `{"n": ${index}}`).join();
    const [row] = rowsOf(`{"id": 1, "buyer": {"id": "C1", "tags": ["a", 2]}, "lines": [${lines}]}\n{"id": 2}`, {
      isLines: true,
    });
    expect(row).toMatchObject({ id: '1', 'buyer.id': 'C1', 'buyer.tags': 'a, 2', 'lines.1.n': '0', 'lines.5.n': '4' });
    expect(row).not.toHaveProperty('lines.6.n');
  });

  it('of a long list inside an answer are all there', () => {
    const rows = rowsOf(`{"items": [${Array.from({ length: 100 }, (_, index) => `{"n": ${index}}`).join()}]}`);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
  });

  it('a single object is a single row', () =>
    expect(rowsOf('{"id": 1, "buyer": {"id": "C1"}}')).toEqual([{ id: '1', 'buyer.id': 'C1' }]));

  it.each([
    ['[{"a": 1', 'cut off'],
    ['[{"a": 1]', 'bracket'],
    ['[{"a" 1}]', 'value stands'],
    ['[{"a": 01}]', 'no JSON'],
    ['[{"a": nan}]', 'no JSON'],
    ['[1, 2]', 'plain value'],
    ['[["a"], ["b"]]', 'list without names'],
    ['"text"', 'plain value'],
    ['', 'nothing'],
    ['[{"a": "x}]', 'never closed'],
    ['[{"a": "\\q"}]', 'characters'],
    ['['.repeat(200), 'without names'],
    [`[{"a": ${'['.repeat(100)}`, 'nested'],
    [`[{${Array.from({ length: 600 }, (_, index) => `"f${index}": 1`).join()}}]`, 'fields'],
  ])('%# refuses what is no table, with the line', (text, word) => {
    expect(() => rowsOf(text)).toThrow(/Line \d+/);
    expect(() => rowsOf(text)).toThrow(word);
  });

  it('reads any list of plain objects as JSON.parse does, however the text is cut', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer().map(String), fc.boolean().map(String)), {
            minKeys: 1,
            noNullPrototype: true,
          }),
          { minLength: 1 },
        ),
        fc.integer({ min: 1, max: 40 }),
        (objects, pieceLength) => {
          const plain = objects.map((one) =>
            Object.fromEntries(Object.entries(one).filter(([name]) => name !== '__proto__')),
          );
          expect(rowsOf(JSON.stringify(plain, null, pieceLength % 3), { pieceLength })).toEqual(plain);
        },
      ),
    ));

  it('neither hangs nor gives half a row on mutated texts', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '1', 'null', '\n', '"', '-')),
        (signs) => {
          try {
            rowsOf(signs.join(''));
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^json_/) });
          }
        },
      ),
      { numRuns: 2_000 },
    ));
});
