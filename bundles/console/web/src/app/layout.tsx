import { useColorScheme } from '@mui/material/styles';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { connection } from '../api/connection';
import { signOut, useMe } from '../api/me';
import { switchLanguage } from '../i18n';
import { languages, type Language } from '../i18n/language';
import { readKept } from '../shared/lib/persisted';
import { useStore } from '../shared/lib/store';
import { clock } from '../shared/lib/times';
import { Icon } from '../shared/ui/icon';
import { MenuButton } from '../shared/ui/menu-button';
import css from './layout.module.css';
import { placesFor } from './navigation';

function ConnectionStrip() {
  const { t, i18n } = useTranslation();
  const now = useStore(connection);
  return (
    <div role="status" className={now.lost ? css.lost : ''}>
      {now.lost && t('common.connectionLost', { time: clock(now.since, i18n.language) })}
    </div>
  );
}

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <MenuButton
      label={t('common.language')}
      onBar
      entries={Object.entries(languages).map(([code, name]) => ({
        label: name,
        chosen: i18n.language === code,
        onClick: () => void switchLanguage(code as Language),
      }))}
    >
      {languages[i18n.language as Language]}
    </MenuButton>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  return (
    <MenuButton
      label={t('common.theme')}
      onBar
      entries={(['light', 'dark', 'system'] as const).map((choice) => ({
        label: t(`common.themes.${choice}`),
        chosen: mode === choice,
        onClick: () => {
          setMode(choice);
        },
      }))}
    >
      <Icon name="eye" />
    </MenuButton>
  );
}

/** The business of the address, else the one that was open last, so that the rail stays on pages of the whole server. */
function useShownBusiness() {
  const { businesses } = useMe();
  const inPath = /^\/b\/([^/]+)/.exec(useLocation().pathname)?.[1];
  const id = inPath ?? readKept('business', '');
  return businesses.find((it) => it.id === id) ?? (inPath === undefined ? businesses[0] : undefined);
}

export function Layout() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const business = useShownBusiness();
  const [open, setOpen] = useState(false);

  return (
    <div className={css.app}>
      <a className={css.skip} href="#content">
        {t('common.skipToContent')}
      </a>
      <header className={css.bar}>
        <button
          type="button"
          className={css.burger}
          aria-label={t('common.menu')}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Icon name="menu" />
        </button>
        <NavLink to="/" className={css.brand ?? ''}>
          {t('words.product')}
        </NavLink>
        {me.businesses.length > 0 && (
          <MenuButton
            label={`${t('common.switchBusiness')}: ${business?.name ?? ''}`}
            onBar
            entries={me.businesses.map((it) => ({
              label: it.name,
              chosen: it.id === business?.id,
              onClick: () => void navigate(`/b/${it.id}/home`),
            }))}
          >
            {business?.name ?? t('words.business')}
            <Icon name="down" size={14} />
          </MenuButton>
        )}
        <span className={css.space} />
        <LanguageMenu />
        <ThemeMenu />
        <MenuButton
          label={t('common.account', { name: me.displayName || me.name })}
          onBar
          entries={[
            { label: t('common.changePassword'), onClick: () => void navigate('/account') },
            { label: t('common.signOut'), onClick: () => void signOut() },
          ]}
        >
          <Icon name="user" />
          <span className={css.userName}>{me.displayName || me.name}</span>
        </MenuButton>
      </header>
      <ConnectionStrip />
      <div className={css.body}>
        <nav className={`${css.rail} ${open ? css.open : ''}`} aria-label={t('common.mainNavigation')}>
          {placesFor(business).map((group) => (
            <div key={group.label}>
              <h2>{t(group.label)}</h2>
              {group.places.map((place) => (
                <NavLink
                  key={place.to}
                  to={place.to}
                  className={({ isActive }) => `${css.place} ${isActive ? css.here : ''}`}
                  title={t(place.label)}
                  onClick={() => {
                    setOpen(false);
                  }}
                >
                  <Icon name={place.icon} />
                  <span>{t(place.label)}</span>
                </NavLink>
              ))}
            </div>
          ))}
        </nav>
        <main id="content" className={css.content} tabIndex={-1}>
          {navigation.state === 'loading' && <div className={css.progress} />}
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}
