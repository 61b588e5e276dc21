/**
 * Says on the device that a locked box may be here, so that a device without one never loads the code that opens it, and a
 * start without a network asks for the passphrase. Nothing else is in it.
 */
const key = 'w'

export const mayHoldBox = (): boolean => localStorage.getItem(key) !== null
export const markBox = (): void => localStorage.setItem(key, '1')
export const unmarkBox = (): void => localStorage.removeItem(key)
