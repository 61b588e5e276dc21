/** Class of a cell that is no number, with the blank before it. */
export const faces = { number: '', text: '', missing: ' missing', suppressed: ' suppressed' } as const
