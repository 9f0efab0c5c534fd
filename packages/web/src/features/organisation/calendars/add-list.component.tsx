/** A new list: of a country or a region, filled from the library, or of one's own. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import styles from './calendars.module.css';
import { libraryQuery, regionsQuery } from './calendars.queries.ts';
import { useCountryName } from './week-words.ts';

export function AddList(props: { code: string; close: () => void; added: (listCode: string) => void }): ReactNode {
  const { t } = useTexts();
  const countryName = useCountryName();
  const library = useQuery(libraryQuery(props.code));
  const [country, setCountry] = useState('');
  const [region, setRegion] = useState('');
  const [name, setName] = useState('');
  const regions = useQuery(regionsQuery(props.code, country));
  const add = useAct(
    (body: { code: string; name: string; country: string | null; region: string | null }) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/holiday-lists', { params: { path: { company: props.code } }, body }),
      ),
    { said: (list) => t('calendars.listAdded', { name: list.name }) },
  );
  const regionName = regions.data?.regions.find(({ code }) => code === region)?.name;
  const usualName = [country === '' ? '' : countryName(country), regionName].filter(Boolean).join(', ');
  const send = (): void => {
    const listName = name.trim() || usualName;
    const code = country === '' ? codeOf(listName) : [country, region].filter(Boolean).join('-');
    const place = { country: country || null, region: region || null };
    const onSuccess = (list: { code: string }): void => {
      props.added(list.code);
      props.close();
    };
    add.mutate({ code, name: listName, ...place }, { onSuccess });
  };
  const countries = (library.data?.countries ?? [])
    .map(({ code }) => ({ value: code, label: countryName(code) }))
    .sort((left, right) => left.label.localeCompare(right.label));
  return (
    <Panel title={<h2>{t('calendars.addList')}</h2>} close={props.close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {add.error && <ProblemNote error={add.error} />}
        <NativeSelect
          size="xs"
          label={t('calendars.country')}
          description={t('calendars.countryHelp')}
          value={country}
          onChange={(event) => {
            setCountry(event.currentTarget.value);
            setRegion('');
          }}
          data={[{ value: '', label: t('calendars.ownList') }, ...countries]}
        />
        {(regions.data?.regions.length ?? 0) > 0 && (
          <NativeSelect
            size="xs"
            label={t('calendars.region')}
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value)}
            data={[
              { value: '', label: t('calendars.wholeCountry') },
              ...(regions.data?.regions ?? []).map((one) => ({ value: one.code, label: one.name })),
            ]}
          />
        )}
        <TextInput
          size="xs"
          label={t('people.name')}
          placeholder={usualName}
          required={usualName === ''}
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending}>
          {t('calendars.addList')}
        </Button>
      </form>
    </Panel>
  );
}

const CODE_CHARS_MAX = 20;

/** "Closing of the plant" is CLOSING-OF-THE-PLANT, within the length of a code. */
function codeOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-');
  return plain.replace(/^-+/, '').slice(0, CODE_CHARS_MAX).replace(/-+$/, '') || 'LIST';
}
