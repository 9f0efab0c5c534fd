import type { Arrival, ArrivalSource } from '../../../app/api.types.ts';
import type { TextKey } from '../../../app/i18n.ts';
import type { Tone } from '../../../ui/status/status.component.tsx';

export const CHANNEL_WORDS: Readonly<Record<Arrival['channel'], TextKey>> = {
  page: 'arrival.channelPage',
  api: 'arrival.channelApi',
  command_line: 'arrival.channelCommandLine',
  folder: 'arrival.channelFolder',
  mailbox: 'arrival.channelMailbox',
};

export const POSTING_WORDS: Readonly<Record<ArrivalSource['posting'], TextKey>> = {
  preview: 'arrival.postingPreview',
  good_rows: 'arrival.postingGoodRows',
  all: 'arrival.postingAll',
};

export const OUTCOME_WORDS: Readonly<Record<Arrival['outcome'], { word: TextKey; tone: Tone }>> = {
  imported: { word: 'arrival.imported', tone: 'good' },
  repeated: { word: 'arrival.repeated', tone: 'quiet' },
  refused: { word: 'arrival.refused', tone: 'alert' },
};

export const MAIL_WORDS = {
  host: 'arrival.mailHost',
  user: 'arrival.mailUser',
  passwordFrom: 'arrival.mailPasswordFrom',
  folder: 'arrival.mailFolder',
} as const satisfies Record<string, TextKey>;
