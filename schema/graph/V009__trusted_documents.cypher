// (:TrustedDocument {department, id, name, text, client, createdAt, retiredAt}) documents that a request may name;
// id = "sha256:" and the digest of the text in UTF-8
CREATE CONSTRAINT trusted_document IF NOT EXISTS FOR (d:TrustedDocument) REQUIRE (d.department, d.id) IS UNIQUE;
CREATE INDEX trusted_document_department IF NOT EXISTS FOR (d:TrustedDocument) ON (d.department, d.createdAt);
