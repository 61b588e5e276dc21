declare module '*.css'
declare module '@fontsource-variable/noto-sans/wght.css'
declare module '*.json?url' {
  const address: string
  export { address as default }
}
