// (:NeedAssessment {worker, until}): the social worker who is sent, and until when
CREATE INDEX need_assessment_worker IF NOT EXISTS FOR (a:NeedAssessment) ON (a.worker);
