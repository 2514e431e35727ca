// (:PublicNotice {id, places, village, name, members, amount, kind, lastDay})-[:FOR]->(:Person): the name sealed, the amount in fen
CREATE CONSTRAINT public_notice_id IF NOT EXISTS FOR (n:PublicNotice) REQUIRE n.id IS UNIQUE;
CREATE INDEX public_notice_village IF NOT EXISTS FOR (n:PublicNotice) ON (n.village);
CREATE INDEX public_notice_created IF NOT EXISTS FOR (n:PublicNotice) ON (n.createdAt);
