-- By which places in the dictionary's list the bits of services were written; null before the first start that knows of them.
alter table facts_made add column service_bits text[];
