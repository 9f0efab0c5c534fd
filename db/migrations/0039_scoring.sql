-- My day is ranked by the scoring rules of the strategies that hold; a draft is simulated on past days before it is switched on.

-- 0: none held, everybody was ranked by the usual rules
alter table worklist_state add column strategy_number int not null default 0;
alter table worklist_evening add column strategy_number int not null default 0;
-- the strategy of that version which holds for the customer; null: none
alter table worklist_entry add column strategy_name text;

alter table collection_strategy_trial rename to collection_strategy_simulation;
-- the version that held when it was started, by which the list was ranked; 0: none
alter table collection_strategy_simulation add column base_number int not null default 0;
