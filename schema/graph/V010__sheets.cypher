// Entries that are written down together are one node:
//   (:Sheet {id, at, texts, kinds, departments, categories, shownFrom})-[:SAW]->(:Person)
//       texts are what is sealed, one for each entry; beside them, in their order, what lists are filtered by (categories
//       with spaces between, shownFrom 1970 where at once); Unsealed until it is in a block, then it has block and first,
//       the place of its first entry
DROP CONSTRAINT entry_id IF EXISTS;
DROP INDEX entry_time IF EXISTS;
DROP INDEX entry_place IF EXISTS;
CREATE CONSTRAINT sheet_id IF NOT EXISTS FOR (s:Sheet) REQUIRE s.id IS UNIQUE;
CREATE INDEX sheet_time IF NOT EXISTS FOR (s:Sheet) ON (s.at, s.id);
CREATE INDEX sheet_place IF NOT EXISTS FOR (s:Sheet) ON (s.block, s.first);
// An entry of an earlier version is a sheet of its own.
MATCH (e:Entry)
CALL (e) {
  SET e:Sheet, e.texts = [e.canonical], e.kinds = [e.kind], e.departments = [e.department],
    e.categories = [reduce(all = '', item IN e.items | all + ' ' + split(item, '.')[0])],
    e.first = e.position, e.shownFrom = [coalesce(e.shownFrom, datetime('1970-01-01T00:00:00Z'))]
  REMOVE e:Entry, e.canonical, e.digest, e.kind, e.department, e.client, e.purpose, e.basis, e.agreements, e.items,
    e.content, e.position
} IN TRANSACTIONS OF 10000 ROWS;
