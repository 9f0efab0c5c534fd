/** The sections of the palette, from what is typed. */
import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ACTIVITY_WORDS } from '../../features/customers/activity-words.ts';
import { Excerpt } from '../../features/customers/notes/excerpt.component.tsx';
import type { Written } from '../../features/customers/notes/notes.queries.ts';
import { useGoToWritten } from '../../features/customers/notes/use-go-to-written.ts';
import { useFormats, useTimeZone } from '../../ui/format/formats.context.ts';
import type { KeyBinding } from '../../ui/keys/keys.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { isZero, type MoneyText } from '../../ui/money/money-text.ts';
import type { Company } from '../api.types.ts';
import { homeOf } from '../home.ts';
import { type TextKey, turnTextsTo, useTexts } from '../i18n.ts';
import { DENSITIES, type Density, LANGUAGE_NAMES, LANGUAGES, rememberLanguage, setDensity } from '../preferences.ts';
import { useSession } from '../session.ts';
import { matching, type PaletteEntry, type PaletteSection } from './palette-entries.ts';
import { type Recent, recentsOf, rememberRecent } from './recents.ts';
import { usePaletteSearch } from './use-palette-search.ts';

const DENSITY_WORDS: Readonly<Record<Density, TextKey>> = {
  compact: 'palette.compact',
  regular: 'palette.regular',
  comfortable: 'palette.comfortable',
};

export interface PaletteInput {
  readonly company: Company;
  /** The pages that the person may open, in the words of the rail. */
  readonly places: readonly { readonly word: string; readonly go: () => void }[];
  /** Keys of the page under the palette: each is a command. */
  readonly keys: readonly KeyBinding[];
}

export function usePaletteSections(input: PaletteInput, typed: string) {
  const { t } = useTexts();
  const { found, written, error, isBusy } = usePaletteSearch(input.company.code, typed);
  const commands = useCommands(input);
  const findings = useFindings(input.company, found);
  const writings = useWritings(input.company, written);
  const recents = useRecents(input.company);
  const places = useMemo(
    () => input.places.map(({ word, go }): PaletteEntry => ({ id: `place ${word}`, title: word, act: go })),
    [input.places],
  );
  const isBlank = typed.trim() === '';
  const sections: PaletteSection[] = isBlank
    ? [
        { id: 'recent', title: t('palette.recent'), entries: recents },
        { id: 'places', title: t('palette.places'), entries: places },
        { id: 'commands', title: t('palette.commands'), entries: commands },
      ]
    : [
        { id: 'places', title: t('palette.places'), entries: matching(places, typed) },
        ...findings,
        { id: 'written', title: t('notes.written'), entries: writings },
        { id: 'commands', title: t('palette.commands'), entries: matching(commands, typed) },
      ];
  return { sections: sections.filter(({ entries }) => entries.length > 0), error, isBusy: !isBlank && isBusy };
}

/** Notes, mails, tasks, promises: whose, the piece in which it was found, what it is and when. */
function useWritings({ code }: Company, written: readonly Written[] | undefined): PaletteEntry[] {
  const { t } = useTexts();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const goTo = useGoToWritten(code);
  return (written ?? []).map((one) => {
    const word = ACTIVITY_WORDS[one.what];
    return {
      id: `written ${one.kind} ${one.id}`,
      title: one.customerName ?? (word ? t(word) : one.what),
      detail: <Excerpt parts={one.excerpt} />,
      end: <small>{`${word ? t(word) : one.what} · ${formats.instant(one.at, timeZone)}`}</small>,
      act: () => goTo(one),
    };
  });
}

type Found = NonNullable<ReturnType<typeof usePaletteSearch>['found']>;

function useFindings(company: Company, found: Found | undefined): PaletteSection[] {
  const { t } = useTexts();
  const formats = useFormats();
  const open = useOpen(company);
  if (!found) return [];
  return [
    {
      id: 'customers',
      title: t('customers.title'),
      entries: found.customers.map(({ id, number, name, country }) => ({
        id,
        title: name,
        detail: [number, country].filter(Boolean).join(' · '),
        act: open({ kind: 'customer', id, title: name, detail: number }),
      })),
    },
    {
      id: 'items',
      title: t('palette.items'),
      entries: found.items.map((item) => ({
        id: item.id,
        title: item.number,
        detail: `${item.customerName} · ${formats.date(item.dueOn)}`,
        end: <Sizes amount={item.amount} open={item.open} />,
        act: open({ kind: 'item', id: item.id, title: item.number, detail: item.customerName }),
      })),
    },
    {
      id: 'receipts',
      title: t('palette.receipts'),
      entries: found.receipts.map((receipt) => ({
        id: `receipt ${receipt.id}`,
        title: receipt.payerName ?? receipt.number,
        detail: [receipt.reference, receipt.bookedOn && formats.date(receipt.bookedOn)].filter(Boolean).join(' · '),
        end: <MoneyInWords value={receipt.amount} />,
        act: open(
          { kind: 'receipt', id: receipt.id, title: receipt.payerName ?? receipt.number, detail: receipt.number },
          isZero(receipt.unapplied) ? 'posted' : 'to_confirm',
        ),
      })),
    },
  ];
}

/** What it was for and, when only part of that is open, what is. */
function Sizes({ amount, open }: { amount: MoneyText; open: MoneyText }) {
  const { t } = useTexts();
  if (isZero(open)) {
    return (
      <>
        <MoneyInWords value={amount} /> <small>{t('palette.settled')}</small>
      </>
    );
  }
  if (open.amount === amount.amount) return <MoneyInWords value={amount} />;
  return (
    <>
      <MoneyInWords value={open} /> <small>{t('palette.openOf')}</small> <MoneyInWords value={amount} />
    </>
  );
}

/** Opens what was found, and remembers it. */
function useOpen(company: Company) {
  const navigate = useNavigate();
  return (recent: Recent, queue: 'posted' | 'to_confirm' = 'posted') =>
    () => {
      rememberRecent(company.code, recent);
      const { id, kind } = recent;
      const { code } = company;
      if (kind === 'customer') {
        void navigate({
          to: '/c/$company/customers/$customerId',
          params: { company: code, customerId: id },
          search: {},
        });
      } else if (kind === 'item') {
        void navigate({ to: '/c/$company/items/$itemId', params: { company: code, itemId: id }, search: {} });
      } else {
        void navigate({ to: '/c/$company/cash/$queue', params: { company: code, queue }, search: { receipt: id } });
      }
    };
}

function useRecents(company: Company): readonly PaletteEntry[] {
  const open = useOpen(company);
  return recentsOf(company.code).map((recent) => ({
    id: `recent ${recent.id}`,
    title: recent.title,
    detail: recent.detail,
    act: open(recent),
  }));
}

function useCommands({ company, keys }: PaletteInput): readonly PaletteEntry[] {
  const { t } = useTexts();
  const { companies } = useSession();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const command = (title: string, act: () => void): PaletteEntry => ({ id: `command ${title}`, title, act });
  return [
    ...keys.map(({ key, label, act }) => ({ ...command(label, act), end: <kbd>{key.replace('mod+', 'Ctrl ')}</kbd> })),
    ...companies
      .filter(({ code }) => code !== company.code)
      .map((other) =>
        command(t('palette.company', { name: `${other.name} ${other.code}` }), () => {
          void navigate({ to: homeOf(other), params: { company: other.code, queue: 'to_confirm' } });
        }),
      ),
    command(t('palette.themeDark'), () => setColorScheme('dark')),
    command(t('palette.themeLight'), () => setColorScheme('light')),
    ...DENSITIES.map((density) => command(t(DENSITY_WORDS[density]), () => setDensity(density))),
    ...LANGUAGES.map((language) =>
      command(t('palette.language', { name: LANGUAGE_NAMES[language] }), () => {
        rememberLanguage(language);
        void turnTextsTo(language);
      }),
    ),
  ];
}
