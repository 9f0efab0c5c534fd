-- When people work: shifts, teams, holidays, absence; and when customers can be reached.

-- The hours of each day of a cycle from its anchor: a week from a Monday for most, six days for four on and two off.
create table shift (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  anchor date not null,
  -- for each day a list of {fromMinute, untilMinute} from its midnight; a night shift ends beyond 1440
  cycle jsonb not null,
  retired_at timestamptz,
  primary key (company_id, id),
  constraint shift_has_a_name check (length(name) between 1 and 80),
  constraint shift_cycle_has_days check (jsonb_array_length(cycle) between 1 and 56)
);
create unique index shift_name_is_taken_once on shift (company_id, lower(name)) where retired_at is null;

-- Days that differ from the week: a country's, a region's, or of one's own making.
create table holiday_list (
  company_id uuid not null,
  code text not null,
  name text not null,
  -- from which the library knows days; null for a list of one's own
  country text,
  region text,
  primary key (company_id, code),
  constraint holiday_list_code_is_short check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint holiday_list_has_a_name check (length(name) between 1 and 80),
  constraint holiday_list_region_has_a_country check (region is null or country is not null)
);

-- A year of a list: when the library was asked for it, and who has looked through it since.
create table holiday_year (
  company_id uuid not null,
  list_code text not null,
  year int not null,
  seeded_at timestamptz not null,
  checked_at timestamptz,
  checked_by uuid,
  checked_by_name text,
  primary key (company_id, list_code, year),
  constraint holiday_year_is_of_a_list foreign key (company_id, list_code) references holiday_list (company_id, code),
  constraint holiday_year_check_is_whole check ((checked_at is null) = (checked_by is null))
);

create table holiday (
  company_id uuid not null,
  list_code text not null,
  day date not null,
  name text not null,
  -- what the day is: public, bank, optional, own
  kind text not null,
  -- what it does: closed; half, the usual hours within the two; working, from one to the other; ordinary, nothing
  effect text not null,
  from_minute int,
  until_minute int,
  -- library, person, import: what a person wrote is not written over by the library
  origin text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  primary key (company_id, list_code, day),
  constraint holiday_is_of_a_list foreign key (company_id, list_code) references holiday_list (company_id, code),
  constraint holiday_has_a_name check (length(name) between 1 and 200),
  constraint holiday_kind_is_known check (kind in ('public', 'bank', 'optional', 'own')),
  constraint holiday_effect_is_known check (effect in ('closed', 'half', 'working', 'ordinary')),
  constraint holiday_origin_is_known check (origin in ('library', 'person', 'import')),
  constraint holiday_hours_go_with_effect check (
    (effect in ('half', 'working')) = (from_minute is not null and until_minute is not null)
    and (from_minute is null) = (until_minute is null)),
  constraint holiday_hours_are_of_a_day check (from_minute >= 0 and until_minute <= 1440 and from_minute < until_minute)
);

-- The hours of the company itself: agreed times run by them, and by them works who has no team. Without a row: Monday to Friday, 9 to 17.
create table company_hours (
  company_id uuid not null primary key,
  shift_id uuid not null,
  holiday_lists text[] not null,
  constraint company_hours_are_of_a_shift foreign key (company_id, shift_id) references shift (company_id, id)
);

create table work_team (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  shift_id uuid not null,
  holiday_lists text[] not null,
  retired_at timestamptz,
  primary key (company_id, id),
  constraint team_has_a_name check (length(name) between 1 and 80),
  constraint team_works_in_a_shift foreign key (company_id, shift_id) references shift (company_id, id)
);
create unique index team_name_is_taken_once on work_team (company_id, lower(name)) where retired_at is null;

-- Who works in which team, or in a shift of their own, from when until when. The later row counts.
create table work_assignment (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null references person (id),
  team_id uuid,
  shift_id uuid,
  from_on date not null,
  until_on date,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  constraint assignment_is_to_something check (team_id is not null or shift_id is not null),
  constraint assignment_ends_after_it_began check (until_on >= from_on),
  constraint assignment_is_to_a_team foreign key (company_id, team_id) references work_team (company_id, id),
  constraint assignment_is_to_a_shift foreign key (company_id, shift_id) references shift (company_id, id)
);
create index work_assignment_by_person on work_assignment (company_id, person_id, from_on) where withdrawn_at is null;

create table absence (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null references person (id),
  -- leave, sick, training, other: why, as far as colleagues need to know
  kind text not null,
  from_on date not null,
  until_on date not null,
  -- of each of the days; whole days without
  from_minute int,
  until_minute int,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  constraint absence_kind_is_known check (kind in ('leave', 'sick', 'training', 'other')),
  constraint absence_ends_after_it_began check (until_on >= from_on and until_on < from_on + 400),
  constraint absence_hours_are_whole check ((from_minute is null) = (until_minute is null) and from_minute < until_minute),
  constraint absence_note_is_short check (length(note) between 1 and 500)
);
create index absence_by_person on absence (company_id, person_id, from_on) where withdrawn_at is null;

-- When customers of a country work, where the company knows it better than the list that comes with the product.
create table country_hours (
  company_id uuid not null,
  country text not null,
  time_zone text not null,
  -- seven days from Monday, as a shift's cycle
  week jsonb not null,
  holiday_list text,
  primary key (company_id, country),
  constraint country_hours_are_of_a_country check (country ~ '^[A-Z]{2}$'),
  constraint country_hours_are_of_a_week check (jsonb_array_length(week) = 7),
  constraint country_hours_have_known_holidays foreign key (company_id, holiday_list) references holiday_list (company_id, code)
);

-- What a customer has otherwise than its country; null is as there.
create table customer_hours (
  company_id uuid not null,
  customer_id uuid not null,
  week jsonb,
  holiday_list text,
  note text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  primary key (company_id, customer_id),
  constraint customer_hours_are_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id) on delete cascade,
  constraint customer_hours_say_something check (week is not null or holiday_list is not null or note is not null),
  constraint customer_hours_are_of_a_week check (jsonb_array_length(week) = 7),
  constraint customer_hours_note_is_short check (length(note) between 1 and 500),
  constraint customer_hours_have_known_holidays foreign key (company_id, holiday_list) references holiday_list (company_id, code)
);

do $$
declare name text;
begin
  foreach name in array array['shift', 'holiday_list', 'holiday_year', 'holiday', 'company_hours', 'work_team', 'work_assignment',
    'absence', 'country_hours', 'customer_hours']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (name, time_zone, anchor, cycle, retired_at) on shift to quittance_app;
grant update (name) on holiday_list to quittance_app;
grant update (seeded_at, checked_at, checked_by, checked_by_name) on holiday_year to quittance_app;
grant update (name, kind, effect, from_minute, until_minute, origin, changed_at, changed_by, changed_by_name) on holiday to quittance_app;
grant update (shift_id, holiday_lists) on company_hours to quittance_app;
grant update (name, shift_id, holiday_lists, retired_at) on work_team to quittance_app;
grant update (until_on, withdrawn_at) on work_assignment to quittance_app;
grant update (withdrawn_at) on absence to quittance_app;
grant update (time_zone, week, holiday_list), delete on country_hours to quittance_app;
grant update (week, holiday_list, note, changed_at, changed_by, changed_by_name), delete on customer_hours to quittance_app;
