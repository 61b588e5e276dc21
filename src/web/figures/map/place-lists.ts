/** Code lists whose values have a place on the map. */
export const placeLists: readonly string[] = ['country', 'nationality', 'region']
