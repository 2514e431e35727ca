// HelpNeed.statedOn: the basis that led to the person; absent of what was stated before it was kept. Conference.matter: what it is about.
CREATE INDEX help_need_stated_on IF NOT EXISTS FOR (n:HelpNeed) ON (n.statedOn);
CREATE INDEX conference_matter IF NOT EXISTS FOR (c:Conference) ON (c.matter);
