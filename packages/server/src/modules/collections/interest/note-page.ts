/**
 * A note over interest as a page to be drawn: whose it is, for whom, on which ground, and for each document how its interest came
 * about, so that its reader can work it out again; then the sum and how to pay it. Its rows add up to it.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate } from '@quittance/core/correspondence';
import { type InterestStretch, noteRows } from '@quittance/core/interest';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { PdfPage } from '../../../platform/pdf/index.ts';
import { LETTER_WORDS, letterhead, payableInto } from '../../correspondence/index.ts';
import type { NoteDocument } from './note-document.ts';
import { groundOf, NOTE_WORDS, rateInWords } from './note-words.ts';
import type { NoteLine } from './notes.queries.ts';

const GREY = '#57606a';
const RED = '#b42318';
const COLUMNS = 6;
const DAYS = { act365: 365, act360: 360 } as const;

export function notePage(note: NoteDocument): PdfPage {
  const { language, companyName, number } = note;
  const words = NOTE_WORDS[language];
  return {
    footText: `${companyName} · ${words.title} ${number}`,
    info: { title: `${words.title} ${number}`, author: companyName },
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 48],
    content: [head(note), ground(note), table(note), ...(note.state === 'cancelled' ? [] : payment(note))],
  };
}

function head({ companyName, settings, customer, ...note }: NoteDocument): Content {
  const { language, number, issuedOn, dueOn, state } = note;
  const words = NOTE_WORDS[language];
  const facts: [string, string][] = [
    [words.number, number],
    [words.date, letterDate(issuedOn, language)],
    [words.due, letterDate(dueOn, language)],
  ];
  const body = facts.map(([name, text]): TableCell[] => [
    { text: name, color: GREY },
    { text, alignment: 'right', noWrap: true },
  ]);
  const marks = { standing: null, preview: words.preview, cancelled: words.cancelled };
  const mark: Content[] = marks[state] === null ? [] : [{ text: marks[state], bold: true, color: RED, fontSize: 11 }];
  return {
    margin: [0, 0, 0, 16],
    columns: [
      {
        width: '*',
        stack: [
          ...letterhead(companyName, settings.signature),
          { text: customer.name, bold: true, fontSize: 10, margin: [0, 18, 0, 0] },
          ...customer.lines.map((text) => ({ text, color: GREY })),
        ],
      },
      {
        width: 220,
        stack: [
          { text: words.title, fontSize: 16, bold: true, alignment: 'right' },
          ...mark.map((one): Content => ({ stack: [one], alignment: 'right' })),
          { margin: [0, 8, 0, 0], table: { widths: ['*', 'auto'], body }, layout: 'noBorders' },
        ],
      },
    ],
  };
}

function ground({ content, language, feeMinor }: NoteDocument): Content {
  const { terms } = content;
  if (terms === null) return [];
  const text = groundOf(terms, { hasFee: feeMinor > 0n, language });
  return {
    margin: [0, 0, 0, 12],
    stack: [
      { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, lineHeight: 1.15 },
      { text: NOTE_WORDS[language].dayCount(DAYS[terms.dayCount]), color: GREY, margin: [0, 4, 0, 0] },
    ],
  };
}

function table(note: NoteDocument): Content {
  const { language, currency } = note;
  const words = NOTE_WORDS[language];
  const names = [words.document, words.period, words.days, words.balance, words.rate, `${words.interest} ${currency}`];
  const heads = names.map((text, at): TableCell => {
    const cell = { text, bold: true, color: GREY };
    return at < 2 ? cell : { ...cell, alignment: 'right' };
  });
  const { lines, terms } = note.content;
  const rows = terms?.plan ? planRows(note) : lines.flatMap((line) => lineRows(line, note));
  return {
    margin: [0, 0, 0, 18],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: ['*', 110, 30, 66, 44, 62],
      body: [heads, ...rows, ...ends(note)],
    },
    layout: 'lightHorizontalLines',
  };
}

/** Beside its first stretch the document and what became of it, so that no page parts them; then the other stretches, then its fee. */
function lineRows(line: NoteLine, note: NoteDocument): TableCell[][] {
  const { language } = note;
  const [first, ...others] = line.stretches.length === 0 ? [undatedRow(line, note)] : stretchRows(line.stretches, note);
  const rows = line.interestMinor === 0n ? [] : [[aboutItem(line, note), ...(first ?? [])], ...others.map(unnamed)];
  if (line.feeMinor === 0n) return rows;
  const name = rows.length === 0 ? aboutItem(line, note) : { text: line.number, color: GREY };
  return [...rows, [name, ...spanned(NOTE_WORDS[language].fee, GREY), amount(line.feeMinor, note)]];
}

function aboutItem({ number, dueOn, daysLate, openMinor, stretches }: NoteLine, note: NoteDocument): TableCell {
  const { language, currency } = note;
  const words = NOTE_WORDS[language];
  const standing = openMinor > 0n ? words.open(letterAmount(openMinor, currency, language)) : words.paid;
  const due = words.dueWas(shortDate(dueOn as LocalDate, language), daysLate);
  const about = stretches.length === 0 ? [] : [due, standing].map((text) => ({ text, color: GREY, fontSize: 7.5 }));
  return { stack: [{ text: number, bold: true }, ...about] };
}

/** Of a note that was charged before its stretches were kept with it. */
function undatedRow(line: NoteLine, note: NoteDocument): TableCell[] {
  return [period(line, note.language), ...blanks(3), amount(line.interestMinor, note)];
}

function unnamed(row: TableCell[]): TableCell[] {
  return [{ text: '' }, ...row];
}

function planRows(note: NoteDocument): TableCell[][] {
  const words = NOTE_WORDS[note.language];
  const plan = note.content.terms?.plan;
  if (!plan) return [];
  const before = plan.askedMinor === 0n ? [] : [[...wide(words.askedBefore, GREY), amount(-plan.askedMinor, note)]];
  return [...stretchRows(plan.stretches, note).map(unnamed), ...before];
}

function stretchRows(stretches: readonly InterestStretch[], note: NoteDocument): TableCell[][] {
  const { language, currency, content } = note;
  const right = { alignment: 'right', noWrap: true } as const;
  return noteRows(stretches, content.terms?.dayCount ?? 'act365').map((row): TableCell[] => [
    period(row, language),
    { text: String(row.days), ...right },
    { text: bare(row.openMinor, currency, language), ...right },
    { text: `${rateInWords(row.rateE4, language)} %`, ...right },
    amount(row.interestMinor, note),
  ]);
}

function ends(note: NoteDocument): TableCell[][] {
  const { language, currency, interestMinor, feeMinor } = note;
  const words = NOTE_WORDS[language];
  const parts: [string, bigint][] = [
    [words.interest, interestMinor],
    [words.fees, feeMinor],
  ];
  const sums = feeMinor === 0n ? [] : parts.map(([name, minor]) => [...wide(name), amount(minor, note)]);
  const total = amount(interestMinor + feeMinor, note, true);
  return [...sums, [...wide(`${words.total} ${currency}`, undefined, true), total]];
}

/** Over the four columns between document and amount. */
function spanned(text: string, color: string): TableCell[] {
  return [{ text, colSpan: COLUMNS - 2, color }, ...blanks(COLUMNS - 3)];
}

/** Over all columns but the amount. */
function wide(text: string, color?: string, bold = false): TableCell[] {
  return [{ text, colSpan: COLUMNS - 1, bold, ...(color === undefined ? {} : { color }) }, ...blanks(COLUMNS - 2)];
}

function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ text: '' }));
}

function amount(minor: bigint, { currency, language }: NoteDocument, bold = false): TableCell {
  return { text: bare(minor, currency, language), bold, alignment: 'right', noWrap: true };
}

/** The currency stands over the column. */
function bare(minor: bigint, currency: string, language: LetterLanguage): string {
  return letterAmount(minor, currency, language).slice(0, -(currency.length + 1));
}

function period({ fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate }, language: LetterLanguage): TableCell {
  return { text: `${shortDate(fromOn, language)} – ${shortDate(toOn, language)}`, noWrap: true };
}

/** "27/11/2026", in German "27.11.2026"; in English with the month in words, since its day and month change places overseas. */
function shortDate(date: LocalDate, language: LetterLanguage): string {
  if (language === 'en') return letterDate(date, language).replace(/ (\p{L}{3})\p{L}*/u, ' $1');
  return date
    .split('-')
    .reverse()
    .join(language === 'de' ? '.' : '/');
}

function payment(note: NoteDocument): Content[] {
  const { settings, language, itemId, number, currency, openMinor } = note;
  if (openMinor <= 0n)
    return [{ text: `${LETTER_WORDS[language].open}: ${letterAmount(0n, currency, language)}`, color: GREY }];
  return payableInto({ settings, language, item: { id: itemId, number, currency, minor: openMinor } });
}
