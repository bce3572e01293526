"""The parts of the Neo4j store: the only place that imports the driver, and all Cypher the product runs."""
