import { type Code, type CodeList, codeList } from '../code-list.ts'

const isic = (code: string, label: string, htcds: string, htcdsLabel?: string): Code => ({
  code,
  label,
  htcds,
  ...(htcdsLabel === undefined ? {} : { htcdsLabel }),
})
/** Labour of this sector has no column of its own in the public files: it goes to their rest column and stays there. */
const rest: Pick<Code, 'ctdcA' | 'ctdcB' | 'exportOnly'> = {
  ctdcA: 'typeOfLabourOther',
  ctdcB: 'typeOfLabourOther',
  exportOnly: ['ctdcA', 'ctdcB'],
}
const column = (name: string): Pick<Code, 'ctdcA' | 'ctdcB' | 'ctdcC'> => ({
  ctdcA: `typeOfLabour${name}`,
  ctdcB: `typeOfLabour${name}`,
  ctdcC: `typeOfLabour${name}`,
})
/** A column of the 2020 file only; later files count it under their rest column. */
const first = (name: string): Pick<Code, 'ctdcA' | 'ctdcB' | 'exportOnly'> => ({
  ctdcA: `typeOfLabour${name}`,
  ctdcB: 'typeOfLabourOther',
  exportOnly: ['ctdcB'],
})

const sectors: readonly Code[] = [
  {
    ...isic(
      'agriculture',
      'Agriculture and forestry',
      'A_AgricultureForestryAndFishing',
      'Agriculture, forestry and fishing',
    ),
    ...column('Agriculture'),
  },
  {
    code: 'fishing',
    label: 'Fishing and aquaculture',
    htcds: 'A_AgricultureForestryAndFishing',
    ...first('Aquafarming'),
    exportOnly: ['htcds', 'ctdcB'],
  },
  { ...isic('mining', 'Mining and quarrying', 'B_MiningAndQuarrying'), ...first('MiningOrDrilling') },
  {
    ...isic('manufacturing', 'Manufacturing', 'C_Manufacturing'),
    help: 'Factories, workshops, brick kilns.',
    ...first('Manufacturing'),
  },
  {
    ...isic(
      'energy',
      'Electricity, gas and steam supply',
      'D_ElectricityGasSteamAndAirConditioningSupply',
      'Electricity, gas, steam and air conditioning supply',
    ),
    ...rest,
  },
  {
    ...isic(
      'water_waste',
      'Water supply, sewerage and waste',
      'E_WaterSupplySewerageWasteManagement',
      'Water supply; sewerage, waste management and remediation',
    ),
    help: 'Scrap collection included.',
    ...rest,
  },
  { ...isic('construction', 'Construction', 'F_Construction'), ...column('Construction') },
  {
    ...isic(
      'trade',
      'Trade and repair of vehicles',
      'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
      'Wholesale and retail trade; repair of motor vehicles and motorcycles',
    ),
    ...rest,
  },
  {
    code: 'peddling',
    label: 'Street selling and peddling',
    htcds: 'G_WholesaleAndRetailTradeRepairOfMotorVehicles',
    ...first('Peddling'),
    exportOnly: ['htcds', 'ctdcB'],
  },
  {
    ...isic('transportation', 'Transport and storage', 'H_TransportationAndStorage', 'Transportation and storage'),
    ...first('Transportation'),
  },
  {
    ...isic(
      'hospitality',
      'Hotels, restaurants and catering',
      'I_AccommodationAndFoodServiceActivities',
      'Accommodation and food service activities',
    ),
    ...column('Hospitality'),
  },
  { ...isic('information', 'Information and communication', 'J_InformationAndCommunication'), ...rest },
  {
    ...isic(
      'finance',
      'Finance and insurance',
      'K_FinancialAndInsuranceActivities',
      'Financial and insurance activities',
    ),
    ...rest,
  },
  { ...isic('real_estate', 'Real estate', 'L_RealEstateActivities', 'Real estate activities'), ...rest },
  {
    ...isic(
      'professional',
      'Professional, scientific and technical work',
      'M_ProfessionalScientificAndTechnicalActivities',
      'Professional, scientific and technical activities',
    ),
    ...rest,
  },
  {
    ...isic(
      'administrative_support',
      'Agency work, cleaning and support services',
      'N_AdministrativeAndSupportServiceActivities',
      'Administrative and support service activities',
    ),
    ...rest,
  },
  {
    ...isic(
      'public_administration',
      'Public administration and defence',
      'O_PublicAdministrationAndDefence',
      'Public administration and defence; compulsory social security',
    ),
    ...rest,
  },
  { ...isic('education', 'Education', 'P_Education'), ...rest },
  {
    ...isic(
      'health',
      'Health and social work',
      'Q_HumanHealthAndSocialWorkActivities',
      'Human health and social work activities',
    ),
    ...rest,
  },
  { ...isic('entertainment', 'Arts, entertainment and recreation', 'R_ArtsEntertainmentAndRecreation'), ...rest },
  { ...isic('other_services', 'Other services', 'S_OtherServiceActivities', 'Other service activities'), ...rest },
  {
    ...isic(
      'domestic_work',
      'Domestic work',
      'T_ActivitiesOfHouseholdsAsEmployers',
      'Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use',
    ),
    ...column('DomesticWork'),
  },
  {
    ...isic(
      'extraterritorial',
      'Embassies and international organisations',
      'U_ActivitiesOfExtraterritorialOrganizations',
      'Activities of extraterritorial organizations and bodies',
    ),
    ...rest,
  },
  {
    code: 'illicit_activities',
    label: 'Illicit activities',
    help: 'Drug growing or selling, theft, fraud at the exploiter’s order.',
    ...first('IllicitActivities'),
  },
  { code: 'other', label: 'Other sector', ctdcA: 'typeOfLabourOther', ctdcB: 'typeOfLabourOther' },
]

export const sectorList: CodeList = codeList({
  id: 'sector',
  label: 'Labour sector',
  codes: sectors,
  long: true,
  source:
    'ISIC Rev. 4 sections as HTCDS 2.0 names them, split where CTDC typeOfLabour is finer (fishing, peddling, illicit).',
})
