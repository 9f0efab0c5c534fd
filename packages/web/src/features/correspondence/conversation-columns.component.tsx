/** A conversation as a row of the inbox. */
import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats, useTimeZone, useToday } from '../../ui/format/formats.context.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import type { Conversation } from './correspondence.queries.ts';

/** `isBeside`: one is open beside the list, with its words and whose it is. */
export function useConversationColumns(isBeside: boolean): readonly GridColumn<Conversation>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const today = useToday();
  return useMemo((): readonly GridColumn<Conversation>[] => {
    const state = (row: Conversation) => {
      if (row.state === 'handled') return { tone: 'quiet', word: t('mail.handled') } as const;
      return row.waitingSince === null
        ? ({ tone: 'quiet', word: t('mail.answered') } as const)
        : ({ tone: 'care', word: t('mail.waits') } as const);
    };
    return [
      {
        id: 'who',
        kind: 'text',
        header: t('mail.who'),
        width: 170,
        phoneWidth: 130,
        value: (row) => row.customerName ?? row.lastFrom,
      },
      {
        id: 'subject',
        kind: 'text',
        header: t('mail.subject'),
        width: 180,
        grow: true,
        value: (row) => row.subject || t('mail.noSubject'),
      },
      {
        id: 'words',
        kind: 'text',
        header: t('mail.lastWords'),
        width: 240,
        grow: true,
        isHiddenAtFirst: isBeside,
        value: (row) => row.openingWords,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('mail.state'),
        width: 120,
        phoneWidth: 100,
        value: (row) => state(row).word,
        render: (row) => <Status tone={state(row).tone} word={state(row).word} />,
      },
      {
        id: 'at',
        kind: 'instant',
        header: t('mail.last'),
        width: 100,
        phoneWidth: 120,
        value: (row) => row.lastMessageAt,
        render: ({ lastMessageAt: at }) => (
          <time dateTime={at} title={formats.exactInstant(at, timeZone)}>
            {formats.shortInstant(at, { timeZone, today })}
          </time>
        ),
      },
      {
        id: 'owner',
        kind: 'text',
        header: t('mail.owner'),
        width: 120,
        isHiddenAtFirst: isBeside,
        value: (row) => row.assignedToName,
      },
      {
        id: 'number',
        kind: 'text',
        header: t('mail.customerNumber'),
        width: 100,
        isHiddenAtFirst: true,
        value: (row) => row.customerNumber,
      },
    ];
  }, [t, formats, timeZone, today, isBeside]);
}
