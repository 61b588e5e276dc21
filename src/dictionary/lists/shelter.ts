import { type CodeList, plain } from '../code-list.ts'

const own = 'Own list.'

/** Answers of shelters. */
export const shelterLists: readonly CodeList[] = [
  plain(
    'shelter_state',
    'State',
    [
      ['open', 'Open'],
      ['closed', 'Closed'],
    ],
    own,
  ),
  plain(
    'place_kind',
    'Kind of place',
    [
      ['single', 'Single room'],
      ['family', 'Family room'],
      ['dormitory', 'Dormitory'],
    ],
    own,
  ),
  plain(
    'place_ages',
    'Ages',
    [
      ['any', 'Any age'],
      ['adults', 'Adults only'],
      ['children', 'Children only'],
    ],
    own,
  ),
  plain(
    'place_state',
    'State',
    [
      ['in_use', 'In use'],
      ['closed', 'Not in use'],
    ],
    own,
  ),
  plain(
    'exit_reason',
    'How the stay ended',
    [
      ['own_choice', 'Left, own choice'],
      ['own_home', 'Moved to a home of their own'],
      ['family', 'Moved to family'],
      ['travelled', 'Travelled home or onwards'],
      ['other_shelter', 'Moved to another shelter'],
      ['hospital', 'Moved to a hospital'],
      ['moved_room', 'Moved to another place in the house'],
      ['house_rules', 'Asked to leave by the house'],
      ['did_not_come', 'Did not move in'],
      ['died', 'Died'],
      ['other', 'Other'],
    ],
    'Own list. A shelter is open and voluntary: nobody escapes from one, so there is no word for it.',
  ),
  plain(
    'stay_log_kind',
    'Kind of line',
    [
      ['daily', 'Day'],
      ['incident', 'Incident'],
      ['medication', 'Medication'],
    ],
    own,
  ),
  plain(
    'dose_outcome',
    'What happened',
    [
      ['given', 'Given'],
      ['refused', 'Did not want it'],
      ['absent', 'Was not in the house'],
      ['not_given', 'Not given'],
    ],
    'Own list. Nobody has to take a medicine: a no is an answer, and no incident.',
  ),
  plain(
    'shift',
    'Shift',
    [
      ['morning', 'Morning'],
      ['afternoon', 'Afternoon'],
      ['night', 'Night'],
    ],
    own,
  ),
  plain(
    'shelter_standard',
    'Minimum standard',
    [
      ['voluntary', 'People come and go as they wish, and know it'],
      ['consent', 'Everybody’s admission consent is written down'],
      ['rules_known', 'House rules are explained in a language each person understands'],
      ['address_kept', 'The address is known only to those who need it'],
      ['guests', 'Visitors are let in by rule'],
      ['night_staff', 'Somebody of the staff is there at night'],
      ['same_sex_staff', 'Staff of the same sex can be asked for'],
      ['staff_checked', 'Staff are screened, trained and bound to a code of conduct'],
      ['lockable', 'Everybody can lock their room and keep their things locked'],
      ['children_apart', 'Children and adults who do not belong together sleep apart'],
      ['fire', 'Fire exits are free, and everybody knows them'],
      ['hygiene', 'Bathrooms are clean, private and enough'],
      ['food', 'Food is enough and fits faith and health'],
      ['medicine_locked', 'Medicine is locked away and each dose written down'],
      ['doctor', 'A doctor can be called at any hour'],
      ['phone', 'People can telephone in private'],
      ['complaints', 'Complaints can be made to somebody outside the house'],
      ['records_locked', 'Papers and screens are out of sight of others'],
    ],
    'Own wording after chapter 4 of the IOM Handbook on Direct Assistance for Victims of Trafficking (2007). UNVERIFIED: not compared with its text.',
  ),
]
