import { Button, createTheme } from '@mantine/core';

/** Colours and fonts are CSS variables in theme.css, so that no style is written into the page (CSP). */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 4,
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', loaderProps: { type: 'dots' } } }),
  },
});
