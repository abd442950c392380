import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The console as static files, which the API serves below `/console/`. */
export default defineConfig({
  root: root('apps/console'),
  base: '/console/',
  resolve: {
    // The console is built of sources: what it shares with the server is what `package.json` calls #client, #decisions, #domain, #templates and #verifier.
    alias: [
      { find: /^#schemas\/(.*)$/, replacement: `${root('rules/schemas')}/$1` },
      {
        find: /^#(client|decisions|domain|templates|verifier)\/(.*)$/,
        replacement: `${root('libs')}/$1/src/$2.ts`,
      },
      { find: /^~\/(.*)$/, replacement: `${root('apps/console/src')}/$1` },
    ],
  },
  build: {
    outDir: root('dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Libraries mark their modules for React's servers; there is none here.
      onLog(level, log, say) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
      },
    },
  },
  server: { proxy: { '/api': process.env['PACTA_URL'] ?? 'http://127.0.0.1:3000' } },
});
