// (:PublicNotice {matter}): the flow's matter on whose basis it was posted
CREATE INDEX public_notice_matter IF NOT EXISTS FOR (m:PublicNotice) ON (m.matter);
