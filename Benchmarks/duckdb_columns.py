"""The peer of `wheelhouse internal bench-columns`: the same market and questions in DuckDB.

    wheelhouse internal bench-columns --export market.tsv
    python3 Benchmarks/duckdb_columns.py market.tsv [threads]

Prints the median of 15 warm runs in milliseconds and the checksum sum((skill + 1) * count), which must equal ours.
"""
import sys
import time

import duckdb

path, threads = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
db = duckdb.connect()
db.execute(f"set threads = {threads}")
db.execute(f"""
    create table t as
    select month::usmallint as month, country, role::utinyint as role,
           [x::usmallint for x in string_split(skills, ' ')] as skills
    from read_csv('{path}', delim = '\t', header = true,
                  columns = {{'month': 'int', 'country': 'varchar', 'role': 'int', 'skills': 'varchar'}})
    order by month, country
""")
last = db.execute("select max(month) from t").fetchone()[0]
first = db.execute("select min(month) from t").fetchone()[0]
half = last + 1 - (last + 1 - first) // 2
two_years = (last - 23, last - 11, last + 1)
questions = {
    "two years": ("true", two_years),
    "two years, one country (27 %)": ("country = 'US'", two_years),
    "two years, one country and role": ("country = 'US' and role = 2", two_years),
    "all months": ("true", (first, half, last + 1)),
    "all months, one country": ("country = 'US'", (first, half, last + 1)),
}
print(f"DuckDB {duckdb.__version__}, {threads} thread(s)")
for name, (condition, (a, b, c)) in questions.items():
    sql = f"""
        select skill, count(*) filter (month < {b}) as before, count(*) filter (month >= {b}) as after
        from (select month, unnest(skills) as skill from t where month >= {a} and month < {c} and {condition})
        group by skill
    """
    times = []
    for _ in range(15):
        start = time.perf_counter()
        rows = db.execute(sql).fetchall()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    checksum = sum((s + 1) * (x + y) for s, x, y in rows)
    print(f"  {name:<40} {times[7]:8.2f}  ({times[0]:.2f})   {checksum}")
