export const ctdcSchemas = ['ctdcA', 'ctdcB', 'ctdcC'] as const
export type CtdcSchema = (typeof ctdcSchemas)[number]

const prefixed = (prefix: string, names: string): string[] => names.split(' ').map(name => `${prefix}${name}`)

/** The columns of the public releases in their order. A: April 2020. B: 2021. C: 2024 and 2025. */
export const ctdcHeaders: Readonly<Record<CtdcSchema, readonly string[]>> = {
  ctdcA: [
    ...'yearOfRegistration Datasource gender ageBroad majorityStatus majorityStatusAtExploit majorityEntry citizenship'.split(
      ' ',
    ),
    ...prefixed(
      'meansOfControl',
      'DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse',
    ),
    ...prefixed(
      'meansOfControl',
      'SexualAbuse FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare',
    ),
    ...prefixed(
      'meansOfControl',
      'ExcessiveWorkingHours UsesChildren ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments',
    ),
    ...prefixed('meansOfControl', 'Other NotSpecified Concatenated'),
    ...prefixed(
      'is',
      'ForcedLabour SexualExploit OtherExploit SexAndLabour ForcedMarriage ForcedMilitary OrganRemoval SlaveryAndPractices',
    ),
    'typeOfExploitConcatenated',
    ...prefixed(
      'typeOfLabour',
      'Agriculture Aquafarming Begging Construction DomesticWork Hospitality IllicitActivities Manufacturing',
    ),
    ...prefixed('typeOfLabour', 'MiningOrDrilling Peddling Transportation Other NotSpecified Concatenated'),
    ...prefixed('typeOfSex', 'Prostitution Pornography RemoteInteractiveServices PrivateSexualServices Concatenated'),
    ...'isAbduction RecruiterRelationship CountryOfExploitation'.split(' '),
    ...prefixed('recruiterRelation', 'IntimatePartner Friend Family Other Unknown'),
  ],
  ctdcB: [
    ...'yearOfRegistration gender ageBroad majorityStatusAtExploit traffickMonths citizenship CountryOfExploitation'.split(
      ' ',
    ),
    ...prefixed(
      'meansOfControl',
      'DebtBondage TakesEarnings Threats PsychologicalAbuse PhysicalAbuse SexualAbuse FalsePromises',
    ),
    ...prefixed(
      'meansOfControl',
      'PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours',
    ),
    ...prefixed('meansOfControl', 'ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other'),
    ...prefixed('is', 'ForcedLabour SexualExploit OtherExploit'),
    ...prefixed('typeOfLabour', 'Agriculture Construction DomesticWork Hospitality Other'),
    ...prefixed('typeOfSex', 'Prostitution Pornography Other'),
    ...prefixed('recruiterRelation', 'IntimatePartner Friend Family Other'),
  ],
  ctdcC: [
    ...'yearOfRegistration gender ageBroad citizenship CountryOfExploitation traffickMonths'.split(' '),
    ...prefixed(
      'means',
      'DebtBondageEarnings Threats AbusePsyPhySex FalsePromises DrugsAlcohol DenyBasicNeeds ExcessiveWorkHours WithholdDocs',
    ),
    ...prefixed('is', 'ForcedLabour SexualExploit OtherExploit'),
    ...prefixed('typeOfLabour', 'Agriculture Construction DomesticWork Hospitality'),
    ...prefixed('typeOfSex', 'Prostitution Pornography'),
    ...prefixed('recruiterRelation', 'IntimatePartner Friend Family Other'),
  ],
}
