-- Histograms as texts ("12,13,20" beside "3,1,7"): a reader of five hundred people strings a million bins together and adds them up itself, and
-- turning arrays into texts took PostgreSQL fifteen times as long as reading them.
drop function add_bins(smallint[], integer[], smallint[], integer[]);
alter table fact_bin
  alter column bins type text collate "C" using array_to_string(bins, ','),
  alter column counts type text collate "C" using array_to_string(counts, ',');
comment on column fact_bin.bins is 'which bins hold something, in their order, with commas between; empty: none';
comment on column fact_bin.counts is 'how many lie in each of them';

create function add_bins(one text, one_counts text, two text, two_counts text, out bins text, out counts text)
  language sql immutable parallel safe as $$
  select coalesce(string_agg(s.bin::text, ',' order by s.bin), ''), coalesce(string_agg(s.n::text, ',' order by s.bin), '')
  from (
    select u.bin, sum(u.n) as n from (
      select * from unnest(string_to_array(one, ',')::integer[], string_to_array(one_counts, ',')::bigint[]) a (bin, n)
      union all select * from unnest(string_to_array(two, ',')::integer[], string_to_array(two_counts, ',')::bigint[]) b (bin, n)) u
    group by 1 having sum(u.n) <> 0) s
$$;
