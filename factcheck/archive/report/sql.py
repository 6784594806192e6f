"""The queries, over the tables `documents`, `claims` and `findings` (factcheck.archive.schema). Each orders its rows in full.

Claims that agree with a fact give one value, however they round or write it. Others give the same value when it is the same in
the base unit, with the same hedge and measure (a wrong direction may have the right number).
"""

from __future__ import annotations

from typing import Final

STATED: Final = """
create temp table stated as
select claims.fact, claims.fact_value, claims.fact_claim, claims.document, claims.text, documents.date,
    case verdict when 'mismatch' then 'wrong' when 'disputed' then 'disputed' else 'agrees' end as stands,
    case when stands = 'agrees' then '' else concat_ws('|', dimension, base_low, base_high, quantity.hedge, measure) end as value,
    {'date': coalesce(documents.date, date '9999-12-31'), 'document': claims.document, 'number': claims.number} as place
from claims join documents using (document)
where claims.fact is not null and claims.verdict <> 'unsupported'
"""

TOTALS: Final = """
select count(*), count(failure), coalesce(sum(claims), 0)::bigint from documents
"""

_CONTRADICTED = """
select fact, count(distinct document) filter (stands <> 'agrees') as otherwise, count(distinct document) as documents
from stated group by fact having count(distinct value) > 1 and count(distinct document) > 1
"""

CONTRADICTIONS_IN_ALL: Final = f"select count(*) from ({_CONTRADICTED})"  # noqa: S608 - of nothing but this module's own texts

# A row for each value, below the facts that most documents contradict.
CONTRADICTIONS: Final = f"""
with contradicted as ({_CONTRADICTED} order by otherwise desc, documents desc, fact limit $1),
days as (
    select fact, value, date as day, count(distinct document) as documents
    from stated semi join contradicted using (fact) where date is not null group by all
),
dated as (select fact, value, list({{'day': day, 'documents': documents}} order by day) as days from days group by all)
select fact, any_value(fact_value), any_value(fact_claim), arg_min(text, place), any_value(stands),
    count(distinct document), min(place).document, any_value(days)
from stated join contradicted using (fact) left join dated using (fact, value)
group by fact, value, otherwise, documents
order by otherwise desc, documents desc, fact, min(place), value
"""  # noqa: S608

# A finding at or above a warning against an entry of the facts file, other than that it is missing.
WRONG: Final = """
with wrong as (
    select fact, rule, document, found, expected from findings
    where fact is not null and severity <> 'info' and rule <> 'missing-fact'
),
found as (
    select fact, found, row_number() over (partition by fact order by count(distinct document) desc, found) as rank
    from wrong where found is not null group by fact, found
),
told as (
    select fact, string_agg(distinct rule, ', ' order by rule) as rules, min(expected) as expected,
        count(distinct document) as wrong
    from wrong group by fact
),
held as (select fact, min(fact_value) as value, count(distinct document) as documents from stated group by fact)
select fact, rules, coalesce(held.value, expected, ''), coalesce(found.found, ''), wrong, coalesce(held.documents, 0)
from told left join held using (fact) left join found on told.fact = found.fact and rank = 1
order by wrong desc, coalesce(held.documents, 0), told.fact
"""

MONTHS: Final = """
with bound as (select document, count(*) as bound, count(*) filter (verdict = 'mismatch') as mismatches from claims
    where verdict <> 'unsupported' group by document),
graded as (select document, count(*) filter (severity = 'error') as errors,
    count(*) filter (severity = 'warning') as warnings from findings group by document)
select strftime(date, '%Y-%m') as month, count(*), count(failure), coalesce(sum(claims), 0)::bigint,
    coalesce(sum(bound), 0)::bigint, coalesce(sum(mismatches), 0)::bigint, coalesce(sum(errors), 0)::bigint,
    coalesce(sum(warnings), 0)::bigint
from documents left join bound using (document) left join graded using (document)
group by month order by month nulls last
"""
