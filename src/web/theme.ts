import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent: deep teal, light to dark. Shade 8 carries white text on light paper, shade 6 on dark. */
const teal: MantineColorsTuple = [
  '#eef7f6',
  '#d6ebe9',
  '#aed7d4',
  '#82c1bd',
  '#5aaba6',
  '#3a9691',
  '#227f7b',
  '#146b68',
  '#0f5c5c',
  '#0a4546',
]

const family =
  "'Noto Sans Variable', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Khmer', 'Khmer OS', system-ui, sans-serif"

/** Four sizes only: 14, 16, 20, 28. */
const fontSizes = { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' }

/**
 * A browser writes what stands in a page’s inputs to its file of open pages, in clear text, a second or two after it was typed: unless the
 * input says that nothing of it is to be kept.
 */
const unkept = 'off'

export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 6 },
  fontFamily: family,
  fontSizes,
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.3' },
  headings: {
    fontFamily: family,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: fontSizes.xl, lineHeight: '1.3' },
      h2: { fontSize: fontSizes.lg, lineHeight: '1.4' },
      h3: { fontSize: fontSizes.md, lineHeight: '1.5' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    TextInput: { defaultProps: { size: 'md', autoComplete: unkept } },
    PasswordInput: { defaultProps: { size: 'md', autoComplete: unkept } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3, maxRows: 14, autoComplete: unkept } },
    Select: { defaultProps: { size: 'md', allowDeselect: true, checkIconPosition: 'right', autoComplete: unkept } },
    NativeSelect: { defaultProps: { autoComplete: unkept } },
    MultiSelect: { defaultProps: { size: 'md', autoComplete: unkept } },
    NumberInput: { defaultProps: { size: 'md', autoComplete: unkept } },
    FileInput: { defaultProps: { fileInputProps: { autoComplete: unkept } } },
    FileButton: { defaultProps: { inputProps: { autoComplete: unkept } } },
    Button: { defaultProps: { size: 'md' } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 100 },
        overlayProps: { backgroundOpacity: 0.45 },
        centered: true,
        // Its header is the head of a dialog and no second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300 } },
  },
})
