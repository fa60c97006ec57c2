-- How many answers came by each link and from each kiosk. Without these a list of 200 tables reads every answer of the survey.
create index answer_by_link on answer (org_id, link_id) where link_id is not null;
create index answer_by_kiosk on answer (org_id, kiosk_id) where kiosk_id is not null;
create index survey_link_by_location on survey_link (org_id, location_id) where location_id is not null;
