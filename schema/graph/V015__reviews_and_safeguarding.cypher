// (:Basis {reviewer, verdict, note, reviewedAt, reviewedBy})   who judges an emergency (HEAD where missing), and how it was judged
// (:Basis {hidingGround, hidingReason, hidingUntil, hidingAskedAt, hidingAskedBy, hidingSignedAt, hidingSignedBy})
//       why its looks are hidden from the persons; shownFrom is until when they are: three working days, then as signed
CREATE INDEX basis_kind IF NOT EXISTS FOR (b:Basis) ON (b.kind, b.opened);
CREATE INDEX basis_reviewer IF NOT EXISTS FOR (b:Basis) ON (b.reviewer, b.opened);
CREATE INDEX basis_shown_from IF NOT EXISTS FOR (b:Basis) ON (b.shownFrom);
// What was hidden on one person's word awaits the head's signature from now on, as what is asked for anew.
MATCH (b:Basis) WHERE b.shownFrom > datetime() AND b.hidingAskedAt IS NULL
WITH b, CASE WHEN b.shownFrom < datetime() + duration('P90D') THEN b.shownFrom ELSE datetime() + duration('P90D') END AS until
SET b.hidingGround = 'DANGER_TO_LIFE', b.hidingReason = '升级前登记，未写明理由',
  b.hidingUntil = date(until), b.hidingAskedAt = b.opened, b.hidingAskedBy = b.client,
  b.shownFrom = CASE WHEN until < datetime() + duration('P5D') THEN until ELSE datetime() + duration('P5D') END;
