-- What every organization begins with, so that the desk works before anybody has opened the settings.
-- Names are written in the organization's language; `ready_made` lets the workspace show them in the reader's.

create function furnish_desk(org integer) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  lang text;
  zone text;
  country text;
  calendar_id uuid := gen_random_uuid();
  policy_id uuid := gen_random_uuid();
  r record;
  parent uuid;
  made uuid;
begin
  select locale, time_zone into lang, zone from org o where o.id = furnish_desk.org;
  country := case zone when 'Europe/Warsaw' then 'PL' when 'Europe/Moscow' then 'RU' when 'Europe/London' then 'GB' when 'Europe/Berlin' then 'DE' end;

  insert into ticket_status (org_id, key, name, ready_made, category, colour, position, is_default)
  select furnish_desk.org, s.key, case lang when 'pl' then s.pl when 'ru' then s.ru else s.en end, s.key, s.category, s.colour, s.position, s.is_default
  from (values
    ('new', 'Nowe', 'Новое', 'New', 'new', 'blue', 1, true),
    ('open', 'W trakcie', 'В работе', 'In progress', 'open', 'teal', 2, true),
    ('waiting', 'Oczekuje na klienta', 'Ждём клиента', 'Waiting for customer', 'waiting', 'amber', 3, true),
    ('waiting-internal', 'Oczekuje na inny dział', 'Ждём другой отдел', 'Waiting for another department', 'waiting', 'violet', 4, false),
    ('closed', 'Zamknięte', 'Закрыто', 'Closed', 'closed', 'grey', 5, true)
  ) s (key, pl, ru, en, category, colour, position, is_default);

  insert into calendar (org_id, id, name, ready_made, is_default, definition)
  values (furnish_desk.org, calendar_id, case lang when 'pl' then 'Godziny pracy' when 'ru' then 'Рабочие часы' else 'Working hours' end, 'working-hours', true,
    jsonb_build_object('timeZone', zone, 'holidays', case when country is null then 'null'::jsonb else jsonb_build_object('country', country) end, 'exceptions', '[]'::jsonb,
      'weekly', (select jsonb_object_agg(d::text, case when d <= 5 then '[{"from": "09:00", "to": "17:00"}]'::jsonb else '[]'::jsonb end) from generate_series(1, 7) d)));
  insert into calendar_version (org_id, calendar_id, version, definition, valid_from) select c.org_id, c.id, 1, c.definition, '-infinity' from calendar c where c.org_id = furnish_desk.org;

  insert into sla_policy (org_id, id, name, ready_made, position, definition)
  values (furnish_desk.org, policy_id, case lang when 'pl' then 'Standardowa' when 'ru' then 'Стандартная' else 'Standard' end, 'standard', 1,
    '{"conditions": {"combinator": "and", "rules": []}, "calendarId": null, "warnAt": 0.75, "pausesIn": ["waiting"],
      "targets": {"firstResponse": {"seconds": 28800, "clock": "business", "byPriority": {"urgent": 3600, "high": 14400}},
        "nextResponse": {"seconds": 28800, "clock": "business", "byPriority": {"urgent": 3600, "high": 14400}},
        "resolution": {"seconds": 144000, "clock": "business", "byPriority": {"urgent": 28800, "high": 57600}}, "statuses": {"waiting-internal": {"seconds": 57600, "clock": "business"}}},
      "escalations": [{"on": "warning", "afterSeconds": 0, "act": "notify", "to": "owner"}, {"on": "breach", "afterSeconds": 0, "act": "notify", "to": "owner"}, {"on": "breach", "afterSeconds": 3600, "act": "notify", "to": "manager"}]}');
  insert into sla_policy_version (org_id, policy_id, version, definition, valid_from) select p.org_id, p.id, 1, p.definition, '-infinity' from sla_policy p where p.org_id = furnish_desk.org;

  insert into legal_basis (org_id, code, version, name, ready_made, term, internal_target, consequence, source, source_url, valid_from) values
    (furnish_desk.org, 'pl-consumer', 1, 'Reklamacja konsumenta', 'pl-consumer', '{"length": 14, "unit": "days", "rule": "pl-civil-code", "country": "PL"}', '{"length": 7, "unit": "business-days", "rule": "pl-civil-code", "country": "PL"}',
      'Brak odpowiedzi w terminie oznacza uznanie reklamacji.', 'Art. 7a ustawy z dnia 30 maja 2014 r. o prawach konsumenta (Dz.U. 2014 poz. 827 ze zm.)', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20140000827', '2023-01-01'),
    (furnish_desk.org, 'pl-financial', 1, 'Reklamacja klienta podmiotu rynku finansowego', 'pl-financial', '{"length": 30, "unit": "days", "rule": "pl-civil-code", "country": "PL"}', '{"length": 7, "unit": "business-days", "rule": "pl-civil-code", "country": "PL"}',
      'Brak odpowiedzi w terminie oznacza rozpatrzenie reklamacji zgodnie z wolą klienta będącego osobą fizyczną.', 'Art. 6 i 8 ustawy z dnia 5 sierpnia 2015 r. o rozpatrywaniu reklamacji przez podmioty rynku finansowego, o Rzeczniku Finansowym i o Funduszu Edukacji Finansowej (Dz.U. 2015 poz. 1348 ze zm.)', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20150001348', '2015-10-11'),
    (furnish_desk.org, 'pl-telecom', 1, 'Reklamacja usługi telekomunikacyjnej', 'pl-telecom', '{"length": 30, "unit": "days", "rule": "pl-civil-code", "country": "PL"}', '{"length": 7, "unit": "business-days", "rule": "pl-civil-code", "country": "PL"}',
      'Brak odpowiedzi w terminie oznacza uwzględnienie reklamacji.', 'Przepisy o postępowaniu reklamacyjnym ustawy z dnia 12 lipca 2024 r. – Prawo komunikacji elektronicznej (Dz.U. 2024 poz. 1221 ze zm.)', 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20240001221', '2024-11-10');

  insert into queue (org_id, id, name, ready_made, position, colour, legal_basis_code, is_default)
  select furnish_desk.org, gen_random_uuid(), case lang when 'pl' then q.pl when 'ru' then q.ru else q.en end, q.key, q.position, q.colour, q.basis, q.key = 'after-sales'
  from (values
    ('sales', 'Sprzedaż', 'Продажи', 'Sales', 1, 'teal', null),
    ('after-sales', 'Obsługa posprzedażowa', 'Послепродажное обслуживание', 'After-sales', 2, 'blue', null),
    ('complaints', 'Reklamacje', 'Рекламации', 'Complaints', 3, 'red', case when country = 'PL' then 'pl-consumer' end),
    ('it', 'IT', 'ИТ', 'IT', 4, 'violet', null),
    ('accounting', 'Księgowość', 'Бухгалтерия', 'Accounting', 5, 'amber', null)
  ) q (key, pl, ru, en, position, colour, basis);

  for r in select * from (values
    (null, 'question', 'Pytanie', 'Вопрос', 'Question', 1), (null, 'order', 'Zamówienie i dostawa', 'Заказ и доставка', 'Order and delivery', 2),
    ('order', 'order-status', 'Status zamówienia', 'Статус заказа', 'Order status', 1), ('order', 'delivery-late', 'Opóźniona dostawa', 'Задержка доставки', 'Late delivery', 2), ('order', 'order-change', 'Zmiana lub anulowanie', 'Изменение или отмена', 'Change or cancellation', 3),
    (null, 'complaint', 'Reklamacja', 'Рекламация', 'Complaint', 3), ('complaint', 'defect', 'Wada towaru', 'Дефект товара', 'Defective goods', 1), ('complaint', 'bad-service', 'Jakość obsługi', 'Качество обслуживания', 'Quality of service', 2),
    (null, 'return', 'Zwrot', 'Возврат', 'Return', 4), (null, 'payment', 'Płatność i faktura', 'Оплата и счёт', 'Payment and invoice', 5), (null, 'technical', 'Problem techniczny', 'Техническая проблема', 'Technical problem', 6),
    (null, 'appointment', 'Umówienie wizyty', 'Запись на визит', 'Appointment', 7), (null, 'praise', 'Pochwała lub sugestia', 'Благодарность или предложение', 'Praise or suggestion', 8), (null, 'other', 'Inne', 'Другое', 'Other', 9)
  ) v (above, key, pl, ru, en, position) loop
    made := gen_random_uuid();
    select id into parent from reason x where x.org_id = furnish_desk.org and x.ready_made = r.above;
    insert into reason (org_id, id, parent_id, path, name, ready_made, position)
    values (furnish_desk.org, made, parent, case when parent is null then array[made] else array[parent, made] end, case lang when 'pl' then r.pl when 'ru' then r.ru else r.en end, r.key, r.position);
  end loop;

  insert into view (org_id, id, name, ready_made, sharing, definition, position, filled_at)
  select furnish_desk.org, gen_random_uuid(), case lang when 'pl' then v.pl when 'ru' then v.ru else v.en end, v.key, 'shared', jsonb_build_object('conditions', v.conditions::jsonb, 'columns', null, 'sort', '-updatedAt', 'group', null), v.position, now()
  from (values
    ('unassigned', 'Bez właściciela', 'Без ответственного', 'Unassigned', '{"combinator": "and", "rules": [{"field": "statusCategory", "operator": "in", "value": ["new", "open", "waiting"]}, {"field": "assigneeId", "operator": "null"}]}', 1),
    ('urgent', 'Pilne', 'Срочные', 'Urgent', '{"combinator": "and", "rules": [{"field": "statusCategory", "operator": "in", "value": ["new", "open", "waiting"]}, {"field": "priority", "operator": "=", "value": "urgent"}]}', 2)
  ) v (key, pl, ru, en, conditions, position);
end $$;
revoke all on function furnish_desk from public;

create function furnish_new_org() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform furnish_desk(new.id);
  return null;
end $$;
revoke all on function furnish_new_org from public;
-- A restored organization brings its own.
create trigger furnish after insert on org for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function furnish_new_org();

select furnish_desk(id) from org;
update ticket t set queue_id = q.id from queue q where q.org_id = t.org_id and q.is_default and t.queue_id is null;
update ticket t set waiting_since = t.last_interaction_at where t.status_category in ('new', 'open') and t.last_direction = 'in';
-- The views came after the tickets: their members are counted once here, afterwards ticket by ticket.
insert into view_member (org_id, ticket_id, view_id, queue_id, location_id, group_key, sort_key)
select t.org_id, t.id, v.id, coalesce(t.queue_id, '00000000-0000-0000-0000-000000000000'), coalesce(t.location_id, '00000000-0000-0000-0000-000000000000'), '', -(extract(epoch from t.updated_at) * 1000000)::bigint
from view v join ticket t on t.org_id = v.org_id and t.status_category <> 'closed'
where (v.ready_made = 'unassigned' and t.assignee_id is null) or (v.ready_made = 'urgent' and t.priority = 'urgent');
insert into view_count (org_id, view_id, queue_id, location_id, tickets)
select org_id, view_id, queue_id, location_id, count(*) from view_member group by 1, 2, 3, 4;

alter table ticket add foreign key (org_id, status) references ticket_status (org_id, key);
