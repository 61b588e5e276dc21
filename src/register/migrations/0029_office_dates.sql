-- From when to when an office was there, as far as it is known (2008, 2008-05, 2008-05-09). A set of offices belongs to a year.
alter table office add column opened text, add column closed text;
