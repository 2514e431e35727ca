// News are removed once they are old and every listener has heard them; those that are parked stay.
CREATE INDEX news_at IF NOT EXISTS FOR (n:News) ON (n.at);
CREATE INDEX parked_news_seq IF NOT EXISTS FOR (d:ParkedNews) ON (d.seq);
CREATE INDEX parked_news_dead IF NOT EXISTS FOR (d:ParkedNews) ON (d.deadAt);
