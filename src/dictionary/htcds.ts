/**
 * Live fields of HTCDS 2.0 that no field of ours carries, each with the reason. Everything else is mapped where it is
 * declared (`htcds` on fields and codes); a test compares both with the standard.
 */
const organisation = 'Describes an organisation: the register keeps offices and the names of partners, no address book.'
const coordinates = 'Coordinates find a house. Places are kept in words, of class location.'
const eventAddress = 'The address of an event is one text (place of recruitment, place of exploitation, border point).'

export const htcdsNotHeld: Readonly<Record<string, string>> = {
  prs_Title: 'A position within an organisation; the person here is the one who is assisted.',
  prs_SecondaryLanguage: 'All languages stand in one field; the first goes out as prs_PrimaryLanguage.',
  prs_MailingLongitude: coordinates,
  prs_MailingLatitude: coordinates,
  hte_Longitude: coordinates,
  hte_Latitude: coordinates,
  hte_City: eventAddress,
  hte_State: eventAddress,
  hte_Street: eventAddress,
  hte_PostalCode: eventAddress,
  org_Name: organisation,
  org_ShippingCity: organisation,
  org_ShippingCountry: organisation,
  org_ShippingState: organisation,
  org_ShippingStreet: organisation,
  org_ShippingPostalCode: organisation,
  org_ShippingLongitude: coordinates,
  org_ShippingLatitude: coordinates,
  org_Phone: organisation,
  org_Type: organisation,
}

/** Picklist values that are one of our reserved answers. */
export const htcdsReserved: Readonly<Record<string, 'unknown'>> = { NonSpecifiedUnknown: 'unknown' }
