import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findSession } from './api/me';
import { queryClient } from './api/query-client';
import { App } from './app/app';
import { startTexts } from './i18n';
import { createCspCache } from './theme/csp-cache';
import { theme } from './theme/theme';
import './theme/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await Promise.all([startTexts(), findSession()]);
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={createCspCache()}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="standardops.theme">
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
