import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState, type ReactNode } from 'react';
import { Icon } from './icon';

export interface MenuEntry {
  label: string;
  onClick: () => void;
  chosen?: boolean;
  /** Why it cannot be done. */
  why?: string | undefined;
}

interface MenuButtonProps {
  /** Name of the button; shown only where there is no `children`-icon. */
  label: string;
  entries: MenuEntry[];
  children?: ReactNode;
  onBar?: boolean;
}

export function MenuButton({ label, entries, children, onBar = false }: MenuButtonProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const common = {
    'aria-haspopup': 'menu' as const,
    'aria-expanded': anchor !== null,
    'aria-label': label,
    onClick: (event: React.MouseEvent<HTMLElement>) => {
      setAnchor(event.currentTarget);
    },
  };
  return (
    <>
      {children ? (
        <Button {...common} id={id} variant="text" sx={onBar ? { color: 'inherit', minWidth: 32 } : {}}>
          {children}
        </Button>
      ) : (
        <IconButton {...common} id={id} size="small" color="inherit">
          <Icon name="more" />
        </IconButton>
      )}
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => {
          setAnchor(null);
        }}
        slotProps={{ list: { 'aria-labelledby': id, dense: true } }}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.label}
            selected={entry.chosen ?? false}
            disabled={entry.why !== undefined}
            {...(entry.why === undefined ? {} : { title: entry.why })}
            onClick={() => {
              setAnchor(null);
              entry.onClick();
            }}
          >
            {entry.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
