-- The event in which a person was met together with others: an id, so that figures can tell events apart. Nothing of the
-- event itself stands here.
alter table fact_instance add column incident_id uuid;
