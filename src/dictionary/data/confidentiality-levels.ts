/** How confidential a case is, from least to most protective; labels stand in the list `confidentiality_level`. */
export const confidentialityLevels = ['ordinary', 'restricted', 'strict'] as const
export type ConfidentialityLevel = (typeof confidentialityLevels)[number]
