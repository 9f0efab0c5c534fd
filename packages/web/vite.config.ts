import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While the screens are being written, Vite serves them and passes the API on to a server that runs beside it. */
const apiAddress = process.env.QUITTANCE_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: apiAddress, changeOrigin: false } } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // The content security policy of the server forbids inline text; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A busy machine makes the build slow, which is no fault of a plugin.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
