import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';
import type { Advice } from './advices.queries.ts';

export const STATE_WORDS: Readonly<Record<Advice['state'], { word: TextKey; tone: Tone }>> = {
  linked: { word: 'advices.linked', tone: 'good' },
  waiting: { word: 'advices.waiting', tone: 'quiet' },
  not_found: { word: 'advices.notFound', tone: 'alert' },
};

export const FORM_WORDS: Readonly<Record<Advice['form'], TextKey>> = {
  csv: 'advices.formCsv',
  html: 'advices.formHtml',
  text: 'advices.formText',
  xlsx: 'advices.formXlsx',
  edi820: 'advices.formEdi',
  remt001: 'advices.formRemt',
  pdf: 'advices.formPdf',
  scan: 'advices.formScan',
};
