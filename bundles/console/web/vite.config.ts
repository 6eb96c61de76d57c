import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

export default defineConfig({
  base: '/console/', // the servlet's path; './' would break deep links
  plugins: [react()],
  build: {
    outDir: '../target/web',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0, // no data: URIs, so that the CSP can say 'self' alone
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': process.env.STANDARDOPS_URL ?? 'http://127.0.0.1:8181' } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/test-setup.ts'],
    restoreMocks: true,
    reporters: [
      'default',
      ['junit', { outputFile: '../target/vitest-reports/TEST-console.xml', suiteName: 'console' }],
    ],
  },
});
