-- Which way of deriving facts from records the fact tables were made by (facts-version.ts). 0: before there was a number.
create table facts_made (one boolean primary key default true check (one), version integer not null);
insert into facts_made (version) values (0);
