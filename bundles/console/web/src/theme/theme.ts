import { createTheme } from '@mui/material/styles';

const palette = (dark: boolean) => ({
  primary: dark ? { main: '#7db2ff', contrastText: '#0d1a2b' } : { main: '#1f4e8c', contrastText: '#fff' },
  error: { main: dark ? '#ff9c94' : '#b3261e' },
  warning: { main: dark ? '#f0b45c' : '#8a5200' },
  success: { main: dark ? '#7fd39a' : '#1b6e36' },
  info: { main: dark ? '#7db2ff' : '#1257b5' },
  background: { default: dark ? '#12161c' : '#f5f7fa', paper: dark ? '#1a2029' : '#fff' },
  text: { primary: dark ? '#e6ebf2' : '#18222f', secondary: dark ? '#a3aebd' : '#56616f' },
  divider: dark ? '#323c4a' : '#d9dfe7',
});

/** The look of MUI's parts; everything else takes the same tokens from tokens.css. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]' },
  colorSchemes: { light: { palette: palette(false) }, dark: { palette: palette(true) } },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: 'inherit',
    fontSize: 13,
    htmlFontSize: 16,
    button: { textTransform: 'none', fontWeight: 600 },
  },
  transitions: {
    duration: { shortest: 100, shorter: 120, short: 140, standard: 160, enteringScreen: 140, leavingScreen: 120 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true, variant: 'outlined' },
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '4px 12px',
          whiteSpace: 'nowrap',
          '&.Mui-focusVisible': { outline: '2px solid var(--focus)', outlineOffset: 2 },
          '&[aria-disabled="true"]': { opacity: 0.55, cursor: 'not-allowed' },
        },
        outlined: { borderColor: 'var(--control)', background: 'var(--panel)' },
      },
    },
    MuiIconButton: { styleOverrides: { root: { '&.Mui-focusVisible': { outline: '2px solid var(--focus)' } } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0 } } },
    MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: 'var(--control)' } } },
    MuiInputBase: { styleOverrides: { root: { fontSize: 13 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 40, textTransform: 'none', fontWeight: 600, fontSize: 13 } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: 13 } } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiTableCell: { styleOverrides: { root: { fontSize: 13, padding: '8px 12px', borderColor: 'var(--border)' } } },
    MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { fontSize: 12 } } },
    MuiDialog: { styleOverrides: { paper: { border: '1px solid var(--border)' } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 20px 8px' } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px' } } },
  },
});
