import './app/mantine.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.component.tsx';
import { turnTextsTo } from './app/i18n.ts';
import { applyDensity, chosenLanguage, languageOf } from './app/preferences.ts';

applyDensity();
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
await turnTextsTo(chosenLanguage() ?? languageOf(navigator.languages));
createRoot(place).render(<App />);
