// (:CharityOrganisation {kind}): CHARITY, or PROVIDER of services that counties buy; who was there before is a charity
MATCH (o:CharityOrganisation) WHERE o.kind IS NULL SET o.kind = 'CHARITY';
