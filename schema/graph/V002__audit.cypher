// Nodes:
//   (:Entry {id, at, kind, department, client, purpose, basis, agreements, items, content, shownFrom, canonical, digest})
//       -[:SAW]->(:Person)        canonical is what is sealed, digest its leaf hash; Unsealed until it is in a block,
//       then it has block and position
//   (:Block {height, date, previous, root, hash, count, firstAt, sealedAt, text})    text is the header that is hashed
//   (:ChainDay {date, previous, root, count, hash, retention, text})                 a day that is closed
//   (:ChainEnd {name: 'chain', height, hash, dayBefore, open, sealedAt})             one node: the sealer's lock
// Entries, blocks and days are only ever added.
CREATE CONSTRAINT entry_id IF NOT EXISTS FOR (e:Entry) REQUIRE e.id IS UNIQUE;
CREATE INDEX entry_time IF NOT EXISTS FOR (e:Entry) ON (e.at, e.id);
CREATE INDEX entry_place IF NOT EXISTS FOR (e:Entry) ON (e.block, e.position);
CREATE INDEX unsealed_time IF NOT EXISTS FOR (e:Unsealed) ON (e.at, e.id);
CREATE CONSTRAINT block_height IF NOT EXISTS FOR (b:Block) REQUIRE b.height IS UNIQUE;
CREATE CONSTRAINT block_previous IF NOT EXISTS FOR (b:Block) REQUIRE b.previous IS UNIQUE;
CREATE INDEX block_date IF NOT EXISTS FOR (b:Block) ON (b.date);
CREATE CONSTRAINT chain_day IF NOT EXISTS FOR (d:ChainDay) REQUIRE d.date IS UNIQUE;
CREATE CONSTRAINT chain_end IF NOT EXISTS FOR (e:ChainEnd) REQUIRE e.name IS UNIQUE;
