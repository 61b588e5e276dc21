/**
 * What an input for oneself is for, told to helpers that fill it in, as long as it is empty (WCAG 2.2, 1.3.5). Once something stands in it, nothing of it
 * is to be kept: a browser writes the inputs of open pages to a file in clear text.
 */
export const purpose = (token: 'username' | 'name' | 'email' | 'one-time-code', value: string): string =>
  value === '' ? token : 'off'
