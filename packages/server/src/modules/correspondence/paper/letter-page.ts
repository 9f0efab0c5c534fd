/** A letter on paper: the address where a window envelope shows it (DIN 5008, form B), the words, the items and how to pay. */
import type { LocalDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate } from '@quittance/core/correspondence';
import { printedReference } from '@quittance/core/payment-reference';
import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { PdfPage } from '../../../platform/pdf/index.ts';
import { accountLines } from '../payment/account-lines.ts';
import { takenOff, totalsOf } from '../templates/lay-out.ts';
import { LETTER_WORDS } from '../templates/letter-words.ts';
import { letterhead } from './letterhead.ts';
import { type Paper, type PaperLine, paperLines } from './paper.ts';

export interface LetterOnPaper {
  readonly companyName: string;
  readonly signature: string;
  readonly postalAddress: string;
  readonly writtenOn: LocalDate;
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly paper: Paper;
  /** The code for banking apps, as PNG. */
  readonly code: Uint8Array | null;
  /** What is printed behind it: the statement. */
  readonly enclosed: readonly Content[];
}

const GREY = '#57606a';
const POINTS_A_MM = 72 / 25.4;
/** The window begins 45 mm below the upper edge and 20 mm from the left one. */
const WINDOW = { left: 20 * POINTS_A_MM, top: 50 * POINTS_A_MM };
const SUBJECT_TOP = 98 * POINTS_A_MM;
const MARGIN = 56.7; // 20 mm, so that the text stands under the address
const CODE_POINTS = 92; // about 32 mm: the guideline for the code asks at least 25

export function letterPage(letter: LetterOnPaper): PdfPage {
  const { companyName, subject, postalAddress, writtenOn, language, signature } = letter;
  const head = letterhead(companyName, signature);
  return {
    footText: companyName,
    info: { title: subject, author: companyName },
    pageSize: 'A4',
    pageMargins: [MARGIN, 44, 40, 48],
    content: [
      ...head,
      { text: postalAddress, absolutePosition: { x: WINDOW.left, y: WINDOW.top }, fontSize: 10 },
      {
        text: letterDate(writtenOn, language),
        alignment: 'right',
        absolutePosition: { x: MARGIN, y: SUBJECT_TOP - 18 },
      },
      // Whatever stands above, the words begin under the window.
      { text: subject, bold: true, fontSize: 11, margin: [0, spaceAbove(head.length - 1), 0, 12] },
      ...words(letter),
      ...letter.enclosed,
    ],
  };
}

const HEAD_POINTS = 18;
const LINE_POINTS = 12.3;

function spaceAbove(ownLines: number): number {
  return Math.max(12, SUBJECT_TOP - 44 - HEAD_POINTS - ownLines * LINE_POINTS);
}

function words(letter: LetterOnPaper): Content[] {
  const parts = letter.paper.body.replace(/\r\n?/g, '\n').split(/\n*^\[\[(items|payment)\]\]$\n*/m);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return part === 'items' ? itemsTable(letter) : paymentBlock(letter);
    return part
      .trim()
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph !== '')
      .map((text): Content => ({ text, margin: [0, 0, 0, 9], lineHeight: 1.15 }));
  });
}

function itemsTable({ paper, language }: LetterOnPaper): Content[] {
  const lines = paperLines(paper);
  if (lines.length === 0) return [];
  const heads = LETTER_WORDS[language];
  const left = [heads.number, heads.issued, heads.due].map((text) => ({ text, bold: true, color: GREY }));
  const right = [heads.open, heads.daysLate].map((text) => ({
    ...{ text, bold: true, color: GREY },
    alignment: 'right' as const,
  }));
  const rows = lines.map((line) => itemRow(line, language));
  const ends = [
    ...takenOff(lines, heads).map(({ word: text, currency, minor }) => ({
      text,
      bold: false,
      currency,
      minor: -minor,
    })),
    ...totalsOf(lines).map(([currency, minor]) => ({ text: heads.total, bold: true, currency, minor })),
  ].map(({ text, bold, currency, minor }): TableCell[] => [
    { text, bold, colSpan: 3 },
    { text: '' },
    { text: '' },
    { text: letterAmount(minor, currency, language), bold, alignment: 'right', noWrap: true },
    { text: '' },
  ]);
  const body = [[...left, ...right], ...rows, ...ends];
  const table = { headerRows: 1, dontBreakRows: true, widths: ['*', 84, 84, 92, 62], body };
  return [{ margin: [0, 2, 0, 12], table, layout: 'lightHorizontalLines' }];
}

function itemRow(line: PaperLine, language: LetterLanguage): TableCell[] {
  const right = { alignment: 'right', noWrap: true } as const;
  return [
    { text: line.number },
    { text: letterDate(line.issuedOn, language) },
    { text: letterDate(line.dueOn, language) },
    { text: letterAmount(line.openMinor, line.currency, language), ...right },
    { text: line.daysLate > 0 ? String(line.daysLate) : '–', ...right },
  ];
}

function paymentBlock({ paper, language, code }: LetterOnPaper): Content[] {
  const { reference } = paper.payment;
  const heads = LETTER_WORDS[language];
  const lines = accountLines(paper.payment, heads);
  if (reference !== null) lines.push([heads.reference, printedReference(reference)]);
  if (lines.length === 0) return [];
  const body = lines.map(([name, text]) => [{ text: name, color: GREY }, { text }]);
  const hint: Content[] = reference === null ? [] : [{ text: heads.quoteIt, margin: [0, 6, 0, 0] }];
  const picture: Column[] =
    code === null
      ? []
      : [
          {
            width: 130,
            alignment: 'right' as const,
            stack: [
              { image: `data:image/png;base64,${Buffer.from(code).toString('base64')}`, width: CODE_POINTS },
              { text: heads.scan, color: GREY, fontSize: 7 },
            ],
          },
        ];
  const written: Column = {
    width: '*',
    stack: [{ table: { widths: [90, '*'], body }, layout: 'noBorders' }, ...hint],
  };
  return [{ unbreakable: true, margin: [0, 2, 0, 12], columns: [written, ...picture] }];
}
