// Fait d'une base Neo4j VIDE la copie que la coordination interroge : cypher-shell -f load.cypher
// Makes of an EMPTY Neo4j database the copy that coordinators question: cypher-shell -f load.cypher
// The tables beside this file must stand in the server's import folder. Needs Neo4j 5.24 or newer.

// Stops here, « / by zero », when the database holds anything: no store is ever loaded over.
MATCH (anything) WITH count(anything) AS held RETURN 1 / CASE held WHEN 0 THEN 1 ELSE 0 END AS empty;

CREATE CONSTRAINT copy_organisation IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT copy_service IF NOT EXISTS FOR (n:Service) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT copy_need IF NOT EXISTS FOR (n:Need) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT copy_place IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///needs.csv' AS row CREATE (n:Need) SET n = row;
LOAD CSV WITH HEADERS FROM 'file:///places.csv' AS row CREATE (n:Place) SET n = row;
LOAD CSV WITH HEADERS FROM 'file:///organisations.csv' AS row CREATE (n:Organisation) SET n = row;
LOAD CSV WITH HEADERS FROM 'file:///services.csv' AS row CREATE (n:Service) SET n = row;

MATCH (n:Place) WHERE n.parent IS NOT NULL
MATCH (whole:Place {id: n.parent}) CREATE (n)-[:IN]->(whole) REMOVE n.parent;

MATCH (n:Service) MATCH (o:Organisation {id: n.organisation_id})
CREATE (o)-[:OFFERS]->(n) REMOVE n.organisation_id;

MATCH (n:Service) MATCH (need:Need {id: n.category})
CREATE (n)-[:SERVES]->(need) REMOVE n.category;

LOAD CSV WITH HEADERS FROM 'file:///organisation_places.csv' AS row
MATCH (n:Organisation {id: row.organisation}) MATCH (place:Place {id: row.place}) CREATE (n)-[:AT]->(place);

LOAD CSV WITH HEADERS FROM 'file:///service_places.csv' AS row
MATCH (n:Service {id: row.service}) MATCH (place:Place {id: row.place}) CREATE (n)-[:AT]->(place);

LOAD CSV WITH HEADERS FROM 'file:///ties.csv' AS row
MATCH (one:Organisation {id: row.from_id}) MATCH (other:Organisation {id: row.to_id})
CREATE (one)-[tie:TIE]->(other)
SET tie = row REMOVE tie.from_id, tie.to_id SET tie.directed = row.directed = 'true';

LOAD CSV WITH HEADERS FROM 'file:///copy.csv' AS row
CREATE (n:SociogramCopy) SET n = row SET n.level = toInteger(row.level);

// A cell that a spreadsheet would run as a formula is written with an apostrophe before it.
MATCH (n) UNWIND keys(n) AS name
WITH n, name, n[name] AS text
WHERE text IS :: STRING AND text =~ "(?s)'['=+@\\-\\t\\r\\n].*"
SET n[name] = substring(text, 1);
MATCH ()-[tie:TIE]->() UNWIND keys(tie) AS name
WITH tie, name, tie[name] AS text
WHERE text IS :: STRING AND text =~ "(?s)'['=+@\\-\\t\\r\\n].*"
SET tie[name] = substring(text, 1);

MATCH (n:Organisation) SET n.discreet = n.discreet = 'true',
  n.aliases = CASE WHEN n.aliases IS NULL THEN [] ELSE split(n.aliases, ';') END;
MATCH (n:Service) SET n.discreet = n.discreet = 'true',
  n.target_groups = CASE WHEN n.target_groups IS NULL THEN [] ELSE split(n.target_groups, ';') END;
MATCH (n:Need) SET n.of_persons = n.of_persons = 'true';
