// (:Intake {key, rows, bytes}) what a department sent on a day, in rows of new batches and bytes of files unpacked;
// key = "<department>|<yyyy-MM-dd>"
CREATE CONSTRAINT intake_key IF NOT EXISTS FOR (i:Intake) REQUIRE i.key IS UNIQUE;
