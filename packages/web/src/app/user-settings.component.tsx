/** How the screens look and speak to whoever sits before them. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './frame.module.css';
import { type TextKey, turnTextsTo, useTexts } from './i18n.ts';
import {
  DENSITIES,
  type Density,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  rememberLanguage,
  setDensity,
  useDensity,
} from './preferences.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], TextKey>> = {
  auto: 'frame.themeAuto',
  light: 'frame.themeLight',
  dark: 'frame.themeDark',
};
const DENSITY_WORDS: Readonly<Record<Density, TextKey>> = {
  compact: 'frame.densityCompact',
  regular: 'frame.densityRegular',
  comfortable: 'frame.densityComfortable',
};

export function UserSettings(): ReactNode {
  const { t, language } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const turnTo = (language: Language): void => {
    rememberLanguage(language);
    void turnTextsTo(language);
  };
  return (
    <>
      <Choice
        label={t('frame.theme')}
        value={colorScheme}
        values={THEMES}
        word={(theme) => t(THEME_WORDS[theme])}
        choose={setColorScheme}
      />
      <Choice
        label={t('frame.density')}
        value={density}
        values={DENSITIES}
        word={(value) => t(DENSITY_WORDS[value])}
        choose={setDensity}
      />
      <Choice
        label={t('frame.language')}
        value={language}
        values={LANGUAGES}
        word={(language) => LANGUAGE_NAMES[language]}
        choose={turnTo}
      />
    </>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  values: readonly Value[];
  word: (value: Value) => string;
  choose: (value: Value) => void;
}): ReactNode {
  return (
    <div className={styles.setting}>
      <span>{props.label}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={props.label}
        value={props.value}
        onChange={props.choose}
        data={props.values.map((value) => ({ value, label: props.word(value) }))}
      />
    </div>
  );
}
